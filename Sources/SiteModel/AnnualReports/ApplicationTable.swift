public import PageModel

/// Table 三: what became of applications, by kind of applicant.
public struct ApplicationTable: Sendable {
  /// What a row counts.
  public enum Role: Sendable, Hashable {
    /// 一、本年新收
    case received
    /// 二、上年结转
    case carriedIn
    /// A row under 三、本年度办理结果, without its total.
    case result
    /// 三、(七)总计
    case total
    /// 四、结转下年度继续办理
    case carriedOut
  }

  /// A row with its seven numbers.
  public struct Row: Sendable, Hashable {
    /// What it counts.
    public let role: Role
    /// Its label, innermost words only.
    public let label: String
    /// One cell for each of ``ApplicationTable/applicants``.
    public let cells: [ReportCell]
  }

  /// The columns in order; the last is the total of the six before it.
  public static let applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

  /// Rows that could be read.
  public let rows: [Row]
  /// Labels of rows whose seven numbers could not be told apart.
  public let unreadable: [String]
  /// Rows of the form that were not found, by the form's words.
  public let missing: [String]
  /// Where the table stands.
  public let xpath: String

  /// The first row of that role.
  public func row(_ role: Role) -> Row? { rows.first { $0.role == role } }
  /// Rows under 三 that are summed up.
  public var results: [Row] { rows.filter { $0.role == .result } }

  /// Finds the table among a report's tables; one cut in two is put together.
  public init?(_ tables: [PageTable]) {
    guard let start = tables.firstIndex(where: { ApplicationHead($0) != nil }),
      let head = ApplicationHead(tables[start])
    else { return nil }
    var grid = Array(tables[start].rows.dropFirst(head.height))
    for table in tables[(start + 1)...] {
      guard ApplicationHead(table) == nil, DisputeHead(table) == nil,
        table.rows.allSatisfy({ head.numbers(in: $0) != nil })
      else { break }
      grid += table.rows
    }
    var rows: [Row] = []
    var unreadable: [String] = []
    for cells in grid {
      guard let label = head.labels(of: cells).last, !Naming.fold(label).isEmpty else { continue }
      let path = head.labels(of: cells).map { Naming.fold($0) }
      guard let numbers = head.numbers(in: cells) else {
        if ApplicationForm.role(path) != nil { unreadable.append(label) }
        continue
      }
      guard let role = ApplicationForm.role(path) else { continue }
      rows.append(Row(role: role, label: String(label.prefix(60)), cells: numbers))
    }
    self.rows = rows
    self.unreadable = unreadable
    missing = ApplicationForm.missing(from: rows)
    xpath = tables[start].xpath
  }
}

/// Where the seven columns stand.
struct ApplicationHead {
  /// Index of each of the seven columns.
  let columns: [Int]
  /// Rows of the heading.
  let height: Int
  private let width: Int

  init?(_ table: PageTable) {
    var found = [Int?](repeating: nil, count: ApplicationTable.applicants.count)
    var last = 0
    for (number, row) in table.rows.prefix(8).enumerated() {
      for (index, cell) in row.enumerated() {
        let name = Naming.fold(cell)
        for (place, applicant) in ApplicationTable.applicants.enumerated()
        where found[place] == nil && ApplicationHead.names(applicant).contains(name) {
          found[place] = index
          last = max(last, number)
        }
      }
    }
    let columns = found.compactMap(\.self)
    guard columns.count == found.count, columns == columns.sorted(), let first = columns.first,
      first >= 1
    else { return nil }
    self.columns = columns
    // A heading that spans rows repeats in them; the numbers begin below its last repetition.
    height =
      (table.rows.prefix(8).lastIndex { row in
        columns[0] < row.count && Naming.fold(row[columns[0]]) == "自然人"
      } ?? last) + 1
    width = table.rows[height - 1].count
  }

  private static func names(_ applicant: String) -> Set<String> {
    switch applicant {
    case "总计": ["总计", "合计", "总数"]
    case "社会公益组织": ["社会公益组织", "公益组织"]
    case "科研机构": ["科研机构", "科研单位"]
    default: [applicant]
    }
  }

  func labels(of row: [String]) -> [String] {
    ReportGrid.distinct(row.prefix(max(1, min(columns[0], row.count - columns.count))))
  }

  /// The seven numbers; nil when they cannot be told apart. In a row that is not as wide as the
  /// heading (spans written wrongly) the last seven cells are taken when all of them are numbers.
  func numbers(in row: [String]) -> [ReportCell]? {
    if row.count == width {
      let cells = columns.map { ReportCell(row[$0]) }
      return cells.allSatisfy(\.isReadable) ? cells : nil
    }
    let tail = row.suffix(columns.count)
    guard tail.count == columns.count, row.count > columns.count else { return nil }
    let cells = tail.map { ReportCell($0) }
    return cells.allSatisfy(\.isReadable) ? cells : nil
  }
}

/// The rows of the form, known by words in their labels.
enum ApplicationForm {
  /// - Parameter path: folded labels of the row from the outermost to the innermost.
  static func role(_ path: [String]) -> ApplicationTable.Role? {
    guard let inner = path.last else { return nil }
    let all = path.joined(separator: " ")
    if inner.contains("新收") { return .received }
    if inner.contains("上年结转") || inner.contains("上年度结转") { return .carriedIn }
    if inner.contains("结转下年") || (inner.contains("结转") && inner.contains("继续办理")) {
      return .carriedOut
    }
    if inner.hasSuffix("总计") || inner == "合计" || inner == "七合计" { return .total }
    if inner.contains("小计") { return nil }
    let isUnderResults = all.contains("办理结果") || groups.contains { all.contains($0) }
    return isUnderResults && inner != "三本年度办理结果" ? .result : nil
  }

  private static let groups = ["予以公开", "部分公开", "无法提供", "不予处理", "其他处理", "不予公开"]

  /// One word for each row that both forms have.
  private static let required: [(word: String, name: String)] = [
    ("国家秘密", "1.属于国家秘密"), ("禁止公开", "2.其他法律行政法规禁止公开"), ("三安全", "3.危及“三安全一稳定”"),
    ("第三方", "4.保护第三方合法权益"), ("内部事务", "5.属于三类内部事务信息"), ("过程性", "6.属于四类过程性信息"),
    ("执法案卷", "7.属于行政执法案卷"), ("行政查询", "8.属于行政查询事项"), ("不掌握", "1.本机关不掌握相关政府信息"),
    ("现成信息", "2.没有现成信息需要另行制作"), ("不明确", "3.补正后申请内容仍不明确"), ("信访", "1.信访举报投诉类申请"),
    ("重复申请", "2.重复申请"), ("公开出版物", "3.要求提供公开出版物"), ("大量反复", "4.无正当理由大量反复申请"),
    ("重新出具", "5.要求行政机关确认或重新出具已获取信息"),
  ]

  static func missing(from rows: [ApplicationTable.Row]) -> [String] {
    var result: [String] = []
    let roles: [(ApplicationTable.Role, String)] = [
      (.received, "一、本年新收政府信息公开申请数量"), (.carriedIn, "二、上年结转政府信息公开申请数量"),
      (.total, "三（七）总计"), (.carriedOut, "四、结转下年度继续办理"),
    ]
    for (role, name) in roles where !rows.contains(where: { $0.role == role }) {
      result.append(name)
    }
    let labels = rows.filter { $0.role == .result }.map { Naming.fold($0.label) }
    if !labels.contains(where: { $0.hasSuffix("予以公开") && !$0.contains("不予") }) {
      result.append("（一）予以公开")
    }
    if !labels.contains(where: { $0.contains("部分公开") }) { result.append("（二）部分公开") }
    for (word, name) in required where !labels.contains(where: { $0.contains(word) }) {
      result.append(name)
    }
    return result
  }
}
