/// The six parts of a report (条例 art. 50, 国办公开办函〔2021〕30号) and where each stands.
public struct ReportSections: Sendable {
  /// The parts in their order.
  public enum Part: Int, Sendable, CaseIterable, Comparable {
    case overview = 1
    case disclosed, applications, disputes, problems, others

    public static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }

    /// The name the form gives it.
    public var title: String {
      switch self {
      case .overview: "总体情况"
      case .disclosed: "主动公开政府信息情况"
      case .applications: "收到和处理政府信息公开申请情况"
      case .disputes: "政府信息公开行政复议、行政诉讼情况"
      case .problems: "存在的主要问题及改进情况"
      case .others: "其他需要报告的事项"
      }
    }
  }

  /// The heading of a part as the report writes it.
  public struct Heading: Sendable, Hashable {
    /// The line, at most 60 characters.
    public let line: String
    /// Whether it bears one of the names the forms of 2019 and 2021 give it.
    public let isNamed: Bool
    /// Its place among the lines.
    public let position: Int
  }

  /// Headings found; a part without one is absent.
  public let headings: [Part: Heading]

  /// - Parameter lines: the report's visible lines.
  public init(_ lines: [String]) {
    var headings: [Part: Heading] = [:]
    for (position, line) in lines.enumerated() {
      guard let (part, isNamed) = ReportSections.part(of: line) else { continue }
      if let known = headings[part], known.isNamed || !isNamed { continue }
      headings[part] = Heading(
        line: String(line.prefix(60)), isNamed: isNamed, position: position)
    }
    self.headings = headings
  }

  /// Lines of one part, up to the next heading.
  public func lines(of part: Part, in lines: [String]) -> ArraySlice<String> {
    guard let start = headings[part]?.position else { return [] }
    let next = headings.values.map(\.position).filter { $0 > start }.min() ?? lines.count
    return lines[start..<next]
  }

  private static func part(of line: String) -> (Part, isNamed: Bool)? {
    let (isNumbered, rest) = withoutNumber(line)
    let text = Naming.fold(rest.prefix(80))
    guard text.count >= 4 else { return nil }
    if let part = Part.allCases.first(where: {
      names[$0]?.contains { isName($0, of: text, isNumbered) } ?? false
    }) {
      return (part, true)
    }
    guard isNumbered, text.count <= 40 else { return nil }
    return nearNames.first { $0.words.allSatisfy { text.contains($0) } }.map { ($0.part, false) }
  }

  /// A numbered line may run on into the text; one without a number must be the name alone.
  private static func isName(_ name: String, of text: String, _ isNumbered: Bool) -> Bool {
    isNumbered ? text.hasPrefix(name) : text == name
  }

  /// `一、`, `1.`, `第一部分`, `（一）`; parts below a part are numbered in brackets.
  private static func withoutNumber(_ line: String) -> (Bool, Substring) {
    var rest = line.drop { $0.isWhitespace || $0 == "#" }
    if rest.first == "第" { rest = rest.dropFirst() }
    let number = rest.prefix { "一二三四五六七八九十123456789１２３４５６".contains($0) }
    guard !number.isEmpty, number.count <= 2 else { return (false, rest) }
    rest = rest.dropFirst(number.count)
    if rest.hasPrefix("部分") {
      rest = rest.dropFirst(2)
    } else {
      guard let mark = rest.first, "、.．，,:： 　".contains(mark) else { return (false, line[...]) }
    }
    return (true, rest.drop { !$0.isLetter })
  }

  private static let names: [Part: [String]] = [
    .overview: ["总体情况"],
    .disclosed: ["主动公开政府信息情况", "主动公开政府信息的情况"],
    .applications: ["收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况"],
    .disputes: [
      "政府信息公开行政复议行政诉讼情况", "因政府信息公开工作被申请行政复议提起行政诉讼情况",
      "因政府信息公开工作被申请行政复议提起行政诉讼的情况", "政府信息公开行政复议行政诉讼的情况",
      "因政府信息公开工作被申请行政复议行政诉讼情况",
    ],
    .problems: [
      "存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在的主要问题和改进情况",
      "政府信息公开工作存在的主要问题和改进情况",
    ],
    .others: ["其他需要报告的事项", "需要报告的其他事项"],
  ]

  private static let nearNames: [(part: Part, words: [String])] = [
    (.disputes, ["复议", "诉讼"]), (.problems, ["问题", "改进"]), (.problems, ["存在", "问题"]),
    (.others, ["其他", "事项"]), (.others, ["其他", "报告"]), (.applications, ["申请", "公开", "情况"]),
    (.disclosed, ["主动公开", "情况"]), (.overview, ["总体", "情况"]), (.overview, ["概述"]),
    (.overview, ["基本情况"]),
  ]
}
