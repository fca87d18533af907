/// The fixed words of a form that its writer and its reader share: names of the sheet that says
/// what the workbook is, and the keys on it.
public enum FormText {
  public static let aboutSheet = "填写说明"
  public static let schemeKey = "方案编号"
  public static let titleKey = "方案名称"
  public static let unitKey = "单位"
  public static let othersKey = "未填指标"
  public static let choicesKey = "解读选择"
  /// Heading of the table of sheets: sheet, scheme, version.
  public static let sheetHeadings = ["工作表", "方案", "版本"]
  /// Two more of a combination, whose stages may have been scored elsewhere.
  public static let scoreHeadings = ["自评直接给分", "考评直接给分"]

  public static let flagWords = ["是", "否"]
  /// About the whole indicator, as a list offers it; the status alone is understood too.
  public static let statusWords: [(word: String, status: StatusJudgement.Status)] =
    StatusJudgement.Status.allCases.map { ("整项\($0.title)", $0) }
  public static let promptTitle = "填写要求"
  public static let dayPrompt = "日期，如 2022-12-20"
  /// Ends the 检测情况 of a row that probes answer while nobody else does.
  public static let leftToProbes = "考评值不填则按检测结果计"

  public static let singleSheet = "考评表"

  /// What an indicator without any entry counts as.
  public static let othersWords: [(word: String, others: Judgements.Others)] = [
    ("未考核", .unassessed), ("全部符合", .satisfied), ("未得分、未扣分", .zero),
  ]

  /// `开关=取值；开关=取值`, in the order of the ids.
  public static func choices(_ choices: [String: String]) -> String {
    choices.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "；")
  }

  /// A name every office program takes for a tab: at most 31 characters, none of `[]:*?/\`, no quote
  /// at either end, none taken yet.
  static func tab(_ title: String, taken: [String]) -> String {
    let letters = String(title.filter { !"[]:*?/\\'".contains($0) && !$0.isNewline })
    let name = letters.isEmpty ? singleSheet : cut(letters, 31)
    guard (taken + [aboutSheet]).contains(name) else { return name }
    let free = (2...).lazy.map { "\(cut(letters, 28)) \($0)" }.first { !taken.contains($0) }
    return free ?? name
  }

  /// Office programs count UTF-16 units.
  private static func cut(_ text: String, _ limit: Int) -> String {
    var text = text
    while text.utf16.count > limit { text.removeLast() }
    return text
  }
}
