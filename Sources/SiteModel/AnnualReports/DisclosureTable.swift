public import PageModel

/// Table 二: what was published on the unit's own motion.
public struct DisclosureTable: Sendable {
  /// 规章 or 行政规范性文件 with what was made, repealed and is in force.
  public struct Documents: Sendable, Hashable {
    /// 规章 or 行政规范性文件.
    public let title: String
    /// 本年制发件数.
    public let issued: ReportCell
    /// 本年废止件数.
    public let repealed: ReportCell
    /// 现行有效件数.
    public let inForce: ReportCell
  }

  /// Both kinds of documents, where the form of 2021 is used.
  public let documents: [Documents]
  /// Rows of the form that were not found.
  public let missing: [String]
  /// Where the table stands.
  public let xpath: String

  /// Finds the table among a report's tables; one written as several is put together.
  public init?(_ tables: [PageTable]) {
    let own = tables.filter { table in
      let words = table.rows.joined().map { Naming.fold($0) }
      return words.contains { $0.contains("第二十条第") }
        || DisclosureTable.rowNames.count { name in words.contains { $0.hasSuffix(name) } } >= 2
    }
    guard let first = own.first else { return nil }
    let rows = own.flatMap(\.rows)
    let labels = Set(rows.flatMap { $0.map { Naming.fold($0) } })
    missing = DisclosureTable.rowNames.filter { name in
      !labels.contains { $0.hasSuffix(name) && $0.count <= name.count + 4 }
    }
    documents = DisclosureTable.documents(rows)
    xpath = first.xpath
  }

  static let rowNames = ["规章", "规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费"]

  private static func documents(_ rows: [[String]]) -> [Documents] {
    guard
      let head = rows.first(where: { row in row.contains { Naming.fold($0).contains("现行有效") } }),
      let issued = index(of: ["制发"], in: head), let repealed = index(of: ["废止"], in: head),
      let inForce = index(of: ["现行有效"], in: head)
    else { return [] }
    return ["规章", "行政规范性文件"].compactMap { title in
      guard
        let row = rows.first(where: { row in
          row.count == head.count && row.prefix(issued).contains { Naming.fold($0) == title }
        })
      else { return nil }
      return Documents(
        title: title, issued: ReportCell(row[issued]), repealed: ReportCell(row[repealed]),
        inForce: ReportCell(row[inForce]))
    }
  }

  private static func index(of words: [String], in row: [String]) -> Int? {
    row.firstIndex { cell in words.contains { Naming.fold(cell).contains($0) } }
  }
}
