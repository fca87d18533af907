public import AuditModel
public import Scoring

/// Scorecards as a workbook: every indicator with its arithmetic, and 自评 beside 考评 where a unit
/// assessed itself.
public enum ScoreWorkbook {
  public static func write(
    _ cards: [Scorecard], comparisons: [ScoreComparison], to file: String, created: Instant
  ) throws(ReportError) {
    let title = SafeText.line(cards.first?.title ?? "", limit: 120)
    let workbook = try Workbook(file: file, title: title, created: created)
    let styles = try Styles(workbook)
    try workbook.addSheet("评分表").writeTable(
      scoreColumns, rows: cards.flatMap(score), styles: styles)
    if !comparisons.isEmpty {
      try workbook.addSheet("自评与考评").writeTable(
        comparisonColumns, rows: comparisons.flatMap(compare), styles: styles)
    }
    try workbook.close()
  }

  static let scoreColumns = [
    SheetColumn("单位", 16), SheetColumn("方案", 26), SheetColumn("指标编号", 16),
    SheetColumn("指标路径", 46), SheetColumn("分值", 9), SheetColumn("得分", 12),
    SheetColumn("状态", 11), SheetColumn("计算说明", 70),
  ]
  static let comparisonColumns = [
    SheetColumn("单位", 16), SheetColumn("方案", 26), SheetColumn("指标编号", 16),
    SheetColumn("指标路径", 46), SheetColumn("分值", 9), SheetColumn("自评", 12),
    SheetColumn("考评", 12), SheetColumn("考评减自评", 14),
  ]

  private static func score(_ card: Scorecard) -> [[Cell]] {
    let unit = SafeText.line(card.unit)
    return ScorecardRows.all([card]).flatMap { rows -> [[Cell]] in
      let title = SafeText.line(rows.title, limit: 120)
      let total: [Cell] = [
        .strong(unit), .strong(title), .strong("合计"), .strong("已核分值 \(rows.coverage)"),
        .figure(rows.marks), .figure(rows.interval), .empty,
        .text(rows.remarks.joined(separator: "\n")),
      ]
      return [total]
        + rows.indicators.map { row in
          [
            .text(unit), .text(title), .text(row.id), .text(path(row.path)),
            .figure(row.marks), .figure(row.score), .word(row.stateTitle),
            .text(row.explanation.joined(separator: "\n")),
          ]
        }
    }
  }

  private static func compare(_ comparison: ScoreComparison) -> [[Cell]] {
    let unit = SafeText.line(comparison.unit)
    let title = SafeText.line(comparison.title, limit: 120)
    let total: [[Cell]] =
      comparison.total.map {
        [
          [
            .strong(unit), .strong(title), .strong("合计"), .empty, .empty, .figure($0.ownText),
            .figure($0.givenText), .figure($0.differenceText),
          ]
        ]
      } ?? []
    return total
      + comparison.rows.map { row in
        [
          .text(unit), .text(title), .text(row.id), .text(path(row.path)),
          .figure(row.marks?.shown() ?? "—"), .figure(row.ownText), .figure(row.givenText),
          .figure(row.differenceText),
        ]
      }
  }

  private static func path(_ path: [String]) -> String {
    SafeText.line(path.joined(separator: " › "), limit: 400)
  }
}
