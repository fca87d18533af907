/// What a headline says about a yearly report: which report, of which year, by whom.
public struct ReportTitle: Sendable, Hashable {
  /// Which yearly report.
  public enum Kind: String, Sendable {
    /// 政府信息公开工作年度报告 (条例 art. 49).
    case disclosure
    /// 政府网站工作年度报表 (国办函〔2018〕12号).
    case website
  }

  /// Which yearly report.
  public let kind: Kind
  /// The year reported on; nil when the title names none.
  public let year: Int?
  /// The body named as reporting, folded; empty when the title names none.
  public let issuer: String

  /// - Parameter isListed: it stands in a column of yearly reports, where `2023年度` is enough.
  public init?(_ title: some StringProtocol, isListed: Bool = false) {
    // A portal has hundreds of thousands of labels, and nearly none of them is a report.
    guard isListed || ReportTitle.mentionsReport(title) else { return nil }
    let text = ReportTitle.withoutExtension(Naming.fold(ReportTitle.withDigits(String(title))))
    guard !text.isEmpty, text.count <= 80,
      !ReportTitle.excluded.contains(where: { text.contains($0) })
    else { return nil }
    let found = ReportTitle.year(in: text)
    if ReportTitle.isWebsite(text) {
      kind = .website
    } else if ReportTitle.isDisclosure(text) {
      kind = .disclosure
    } else if isListed, found != nil, ReportTitle.bare.contains(ReportTitle.withoutYear(text)) {
      kind = .disclosure
    } else {
      return nil
    }
    year = found
    issuer = ReportTitle.issuer(in: text)
  }

  /// Words of documents about reports that are no report.
  private static let excluded = [
    "做好", "编制", "报送", "解读", "图解", "一图", "读懂", "看懂", "统计表", "预算", "决算", "法治", "要点",
    "方案", "目录", "模板", "格式", "季度", "上半年", "半年", "培训", "意见建议", "指南", "征集", "抽查", "自查", "评估", "调研",
    "整改", "测评", "检查", "审计", "述职", "报告会", "报名", "通报",
  ]

  private static let bare: Set<String> = ["年", "年度", "年年报", "年度年报", "年度报告", "年年度报告", "年报告"]

  /// Whether the sign 报 occurs, looked for among the bytes.
  private static func mentionsReport(_ title: some StringProtocol) -> Bool {
    let sign: [UInt8] = [0xE6, 0x8A, 0xA5]
    var matched = 0
    for byte in title.utf8 {
      matched = byte == sign[matched] ? matched + 1 : byte == sign[0] ? 1 : 0
      if matched == sign.count { return true }
    }
    return false
  }

  private static func isWebsite(_ text: String) -> Bool {
    text.contains("网站")
      && ["报表", "年报", "年度报告", "工作报告"].contains { text.contains($0) }
  }

  private static func isDisclosure(_ text: String) -> Bool {
    guard text.contains("信息公开") || text.contains("政务公开"), !text.contains("网站") else {
      return false
    }
    return ["年度报告", "年报", "工作报告", "年度工作", "公开报告"].contains { text.contains($0) }
      || text.hasSuffix("报告")
  }

  /// `二〇二三年` and `2023年` are one year; only four such signs before 年 are read.
  private static func withDigits(_ text: String) -> String {
    var signs = Array(text)
    for end in signs.indices where signs[end] == "年" && end >= 4 {
      let digits = signs[end - 4..<end].map { chineseDigits[$0] }
      guard digits.allSatisfy({ $0 != nil }), digits.first == "2" || digits.first == "1" else {
        continue
      }
      for (offset, digit) in digits.enumerated() { signs[end - 4 + offset] = digit ?? "0" }
    }
    return String(signs)
  }

  private static let chineseDigits: [Character: Character] = [
    "〇": "0", "○": "0", "零": "0", "Ｏ": "0", "O": "0", "一": "1", "二": "2", "三": "3", "四": "4",
    "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
  ]

  private static func withoutExtension(_ text: String) -> String {
    for ending in ["docx", "xlsx", "pdf", "doc", "xls", "wps", "ofd"] where text.hasSuffix(ending) {
      return String(text.dropLast(ending.count))
    }
    return text
  }

  /// The first four digits before 年; in a column of reports, `2023` alone at the start will do.
  private static func year(in text: String) -> Int? {
    var run = ""
    for sign in text {
      if sign.isASCII, sign.isNumber {
        run.append(sign)
        continue
      }
      if run.count == 4, sign == "年", let year = plausible(run) { return year }
      run = ""
    }
    return text.prefix(4).allSatisfy(\.isNumber) ? plausible(String(text.prefix(4))) : nil
  }

  private static func plausible(_ digits: String) -> Int? {
    Int(digits).flatMap { (2007...2100).contains($0) ? $0 : nil }
  }

  private static func withoutYear(_ text: String) -> String { text.filter { !$0.isNumber } }

  private static func issuer(in text: String) -> String {
    var rest = withoutYear(text)
    for mark in ["政府信息公开", "政府政务公开", "信息公开", "政务公开", "政府网站", "网站", "年度报告", "年报"] {
      guard let range = rest.firstRange(of: mark) else { continue }
      let before = rest[..<range.lowerBound]
      // `某市人民政府信息公开…` leaves out one of two 政府.
      rest = before.hasSuffix("人民") ? before + "政府" : String(before)
      break
    }
    for word in ["关于公布", "关于发布", "关于", "公布", "发布"] where rest.hasPrefix(word) {
      rest = String(rest.dropFirst(word.count))
    }
    for word in ["年度", "年", "度", "的", "本级"] {
      while rest.hasPrefix(word) { rest = String(rest.dropFirst(word.count)) }
      while rest.hasSuffix(word) { rest = String(rest.dropLast(word.count)) }
    }
    for ending in ["门户网站", "官方网站", "门户", "官网"] where rest.hasSuffix(ending) {
      rest = String(rest.dropLast(ending.count))
    }
    return rest
  }
}
