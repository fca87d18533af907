public import AuditModel
public import Scoring

/// The order of units under one scheme, with what is said of each.
public struct RankedScheme: Sendable {
  /// The scheme's id.
  public var scheme: String
  public var title: String
  public var ranking: Ranking
  /// Grade, or grades still possible, by unit.
  public var grades: [String: String]

  public init(scheme: String, title: String, ranking: Ranking, grades: [String: String]) {
    self.scheme = scheme
    self.title = title
    self.ranking = ranking
    self.grades = grades
  }
}

/// Rankings as a workbook: one sheet, units without a final score below those that have one.
public enum RankWorkbook {
  public static func write(
    _ schemes: [RankedScheme], to file: String, created: Instant
  ) throws(ReportError) {
    let workbook = try Workbook(file: file, title: "单位排名", created: created)
    try workbook.addSheet("单位排名").writeTable(
      columns, rows: schemes.flatMap(rows), styles: try Styles(workbook))
    try workbook.close()
  }

  private static let columns = [
    SheetColumn("方案", 36), SheetColumn("名次", 11), SheetColumn("可能名次", 11),
    SheetColumn("得分", 16), SheetColumn("单位", 30), SheetColumn("等次", 26),
    SheetColumn("说明", 34),
  ]

  private static func rows(_ scheme: RankedScheme) -> [[Cell]] {
    scheme.ranking.determined.map { cells($0, scheme, "") }
      + scheme.ranking.open.map { cells($0, scheme, "尚有事项未判定，不参加排名") }
  }

  private static func cells(
    _ row: Ranking.Row, _ scheme: RankedScheme, _ remark: String
  ) -> [Cell] {
    [
      .text(SafeText.line(scheme.title, limit: 120)),
      .figure(row.rankText),
      .word(row.rangeText),
      .figure(row.result.text), .text(SafeText.line(row.name)),
      .text(SafeText.line(scheme.grades[row.unit] ?? "")), .text(remark),
    ]
  }
}
