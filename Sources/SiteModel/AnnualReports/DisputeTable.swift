public import PageModel

/// Table 四: administrative reconsideration and litigation.
public struct DisputeTable: Sendable {
  /// One of the three groups with its five numbers.
  public struct Group: Sendable, Hashable {
    /// 行政复议, 未经复议直接起诉, 复议后起诉.
    public let title: String
    /// 结果维持, 结果纠正, 其他结果, 尚未审结, 总计.
    public let cells: [ReportCell]
  }

  /// The groups in the order of the form.
  public static let titles = ["行政复议", "未经复议直接起诉", "复议后起诉"]
  /// The columns of a group; the last is the total of the four before it.
  public static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

  /// Groups that could be read.
  public let groups: [Group]
  /// Where the table stands.
  public let xpath: String

  /// Finds the table among a report's tables; one cut in two or three is put together.
  public init?(_ tables: [PageTable]) {
    var groups: [Group] = []
    var xpath: String?
    for table in tables {
      guard let head = DisputeHead(table), groups.count < DisputeTable.titles.count else {
        continue
      }
      xpath = xpath ?? table.xpath
      for columns in head.groups where groups.count < DisputeTable.titles.count {
        let cells = columns.map { ReportCell(head.numbers[$0]) }
        groups.append(Group(title: DisputeTable.titles[groups.count], cells: cells))
      }
    }
    guard let xpath else { return nil }
    self.groups = groups
    self.xpath = xpath
  }

  /// Whether all fifteen numbers were read.
  public var isWhole: Bool {
    groups.count == DisputeTable.titles.count
      && groups.allSatisfy { $0.cells.allSatisfy(\.isReadable) }
  }
}

/// The row that names outcomes, and the row of numbers below it.
struct DisputeHead {
  /// For each group the indices of its five columns.
  let groups: [[Int]]
  let numbers: [String]

  init?(_ table: PageTable) {
    // The names of 行政复议 span a row that names no other group; the fullest row names them all.
    let heads = table.rows.prefix(8).enumerated()
      .map { (number: $0.offset, groups: DisputeHead.groups(in: $0.element)) }
      .filter { !$0.groups.isEmpty }.sorted { $0.groups.count > $1.groups.count }
    for (number, groups) in heads {
      let width = table.rows[number].count
      for below in table.rows[(number + 1)...] where below.count >= width {
        let cells = groups.joined().map { ReportCell(below[$0]) }
        // A heading that spans rows repeats below itself.
        guard cells.contains(where: { !$0.isBlank && $0.isReadable }) else { continue }
        self.groups = groups
        numbers = below
        return
      }
    }
    return nil
  }

  private static func groups(in row: [String]) -> [[Int]] {
    var groups: [[Int]] = []
    var open: [Int] = []
    var last = ""
    for (index, cell) in row.enumerated() {
      let name = Naming.fold(cell)
      defer { last = name }
      if name == last { continue }
      guard open.count < words.count, words[open.count].contains(where: { name.contains($0) }),
        name.count <= 6
      else {
        open = words[0].contains(where: { name.contains($0) }) ? [index] : []
        continue
      }
      open.append(index)
      if open.count == words.count {
        groups.append(open)
        open = []
      }
    }
    return groups
  }

  private static let words = [["维持"], ["纠正"], ["其他"], ["未审结", "审结"], ["总计", "合计"]]
}
