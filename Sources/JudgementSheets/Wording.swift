import Schemes
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
  static let badChoices = "写作 开关=取值；开关=取值，每个开关写一次；可用的开关列在本页“\(FormText.choicesKey)”的说明里"
  /// Nil for a fault that is none of the choices.
  static func badChoice(_ fault: Fault) -> String? {
    switch fault {
    case .unknownSwitch(let id, let known):
      "方案没有解读开关“\(id)”，可用：\(known.isEmpty ? "（无）" : known.joined(separator: "、"))"
    case .unknownChoice(let id, let value, let allowed):
      "解读开关“\(id)”没有取值“\(value)”，可用：\(allowed.joined(separator: "、"))"
    default: nil
    }
  }
  static func unlistedUnit(_ unit: String, _ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: "、") + (names.count > 12 ? "等" : "")
    return "方案列出的考核单位中没有“\(unit)”，请核对方案，或改写成方案所列的名称：\(shown)（共\(names.count)个）"
  }
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
  static let unmeasured = "同一指标已有别的行填写，这一行空着会按“未发生”得分；请填实际数（没有写 0），或删去该指标其他行的值后整项写“未考核”"
  static func statusOfWhole(_ status: String, besides rows: [Int]) -> String {
    let places = rows.sorted().map { "第\($0)行" }.joined(separator: "、")
    return "“\(status)”说的是整项指标，不是这一行；该指标\(places)已填值，请删去这里的“\(status)”，或删去那些值"
  }
  static func otherUnit(_ given: String, _ unit: String) -> String {
    "这里写的单位是“\(given)”，本表的单位是“\(unit)”；请删去 unit=…，或为“\(given)”另做一张表"
  }
  static let once = "这一条发生几次都只计一次，请写 是 或 否"
  static func isFraction(_ text: String) -> String {
    "“\(text)”是分式，看不出是多少分还是比例；这里写数，有小数写小数，如 0.75"
  }
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
