import Scoring

/// Every Chinese sentence of this room.
enum Wording {
  static func more(_ count: Int) -> String { "……另有\(count)处，改好以上各处后再试" }

  // MARK: the workbook as a whole

  static let noAbout = "缺少工作表“\(FormText.aboutSheet)”。请在 mingcha score template 生成的表里填写，不要另建"
  static func missingKey(_ key: String) -> String {
    "工作表“\(FormText.aboutSheet)”缺少“\(key)”一行，请从原模板补上"
  }
  static func otherScheme(_ given: String, _ wanted: String) -> String {
    "这是方案“\(given)”的表，要计算的是“\(wanted)”，请核对 --scheme 或换一份表"
  }
  static func unknownScheme(_ id: String) -> String {
    "方案库中没有“\(id)”，请用原模板的“\(FormText.schemeKey)”"
  }
  static func otherVersion(_ given: String, _ current: String) -> String {
    "这份表按方案的另一版本生成（表中\(given)，现为\(current)）。请重新生成模板，把已填内容贴过去"
  }
  static func missingSheet(_ name: String) -> String { "缺少工作表“\(name)”，请从原模板补上或改回原名" }
  static func badDefault(_ word: String) -> String {
    "“\(FormText.othersKey)”只能写 \(FormText.othersWords.map(\.word).joined(separator: "、"))，现为“\(word)”"
  }
  static let badChoices = "写作 开关=取值；开关=取值，见 mingcha scheme show"
  static let scoreAndRows = "已直接给分，对应工作表就不能再逐条填写，请二者择一"
  static let notAScore = "直接给分写分数（如 85 或 92.5），或写“未考核”，或留空"

  // MARK: headings

  static let noHeading = "找不到表头（含“\(FormColumn.id.title)”的一行），请从原模板补上"
  static func missingColumn(_ title: String, nearest: String?) -> String {
    "缺少“\(title)”列" + (nearest.map { "；“\($0)”是不是它？请改回“\(title)”" } ?? "，请从原模板补上")
  }
  static func doubledColumn(_ title: String) -> String { "表头“\(title)”出现两次，请只留一列" }

  // MARK: rows

  static let noID = "这一行填了内容但编号是空的，请从原模板补上编号"
  static func unknownID(_ id: String, _ nearest: String?) -> String {
    "方案中没有编号“\(id)”" + (nearest.map { "，是否为“\($0)”？" } ?? "") + "请改回原编号"
  }
  static func doubledID(_ id: String, _ row: Int) -> String { "编号“\(id)”与第\(row)行重复，请只留一行" }
  static func missingID(_ id: String) -> String { "缺少编号“\(id)”的一行，请从原模板补上（不填可留空）" }
  static let merged = "填写处不能合并单元格，请取消合并后逐行填写"
  static let statusForVeto = "否决事项只能写 是 或 否"
  static let longText = "文字太长（最多 2000 字），请缩短"

  // MARK: values

  static let remedyText = "请先把单元格格式设为“文本”，再照原样输入"
  static func isDate(_ shown: String) -> String { "表格软件把它变成了日期（\(shown)），不知道原来写的是什么；\(remedyText)" }
  static func isDuration(_ raw: String) -> String { "表格软件把它当成了时间（\(raw)）；\(remedyText)" }
  static func isComputed(_ raw: String) -> String {
    "“\(raw.prefix(24))”是计算出来的近似数，不是精确值；\(remedyText)，如 1/3 或 3.99%"
  }
  static func isError(_ text: String) -> String { "公式出错（\(text.prefix(20))），请直接写值" }
  static let uncomputed = "公式没有保存结果，请直接写值"
  static let isPercent = "这里不是百分比，请把单元格格式设为“常规”后写数"
  static func notUnderstood(_ text: String, _ expected: String) -> String {
    "读不懂“\(text.prefix(40))”，应为：\(expected)"
  }
  static func refused(_ reason: Refusal, _ expected: String) -> String {
    "\(reason.description)；应为：\(expected)"
  }
  static func notADay(_ text: String) -> String { "“\(text.prefix(24))”不是日期，请写作 2022-12-20" }
  static func evidence(_ text: String) -> String { "依据：\(text)" }
}
