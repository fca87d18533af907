/// The fixed words of a form that its writer and its reader share: names of the sheet that says
/// what the workbook is, and the keys on it.
public enum FormText {
  public static let aboutSheet = "填写说明"
  public static let schemeKey = "方案编号"
  public static let titleKey = "方案名称"
  public static let unitKey = "单位"
  public static let othersKey = "未填指标"
  public static let choicesKey = "解读选择"
  /// Heading of the table of sheets: sheet, scheme, version, own score, given score.
  public static let sheetHeadings = ["工作表", "方案", "版本", "自评直接给分", "考评直接给分"]

  public static let flagWords = ["是", "否"]
  public static let promptTitle = "填写要求"
  public static let dayPrompt = "日期，如 2022-12-20"

  public static let singleSheet = "考评表"
  public static func stageSheet(_ number: Int) -> String { "环节\(number)" }

  /// What an indicator without any entry counts as.
  public static let othersWords: [(word: String, others: Judgements.Others)] = [
    ("未考核", .unassessed), ("全部符合", .satisfied), ("零分", .zero),
  ]
}
