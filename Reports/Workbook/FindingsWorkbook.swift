import AuditModel

/// `findings.xlsx`: the list of problems an office circulates, and what stands behind it.
public enum FindingsWorkbook {
  /// Writes the workbook to `file`.
  public static func write(_ report: AuditReport, to file: String) throws(ReportError) {
    let rows = ReportRows(report)
    let workbook = try Workbook(
      file: file, title: "\(SafeText.line(report.unit.name, limit: 80)) 问题清单",
      created: report.finishedAt)
    let styles = try Styles(workbook)
    try workbook.addSheet("问题清单").writeTable(
      problemColumns, rows: rows.problems.map(problem), styles: styles)
    try workbook.addSheet("待判定").writeTable(
      undecidedColumns, rows: rows.undecided.map(undecided), styles: styles)
    try workbook.addSheet("评分表").writeTable(
      scoreColumns, rows: report.scorecards.flatMap { score($0, rows: rows) }, styles: styles)
    try workbook.addSheet("覆盖情况").writeTable(
      coverageColumns, rows: coverage(report), styles: styles)
    try workbook.addSheet("说明").writeLines(
      WorkbookWording.notes(report).map { [.strong($0.title), .text($0.text)] },
      widths: [18, 96], styles: styles)
    try workbook.close()
  }

  static let problemColumns = [
    SheetColumn("序号", 6), SheetColumn("单位", 12), SheetColumn("栏目", 16),
    SheetColumn("一级指标", 14), SheetColumn("二级指标", 14), SheetColumn("三级指标", 16),
    SheetColumn("依据条款", 26), SheetColumn("问题描述", 36), SheetColumn("问题链接", 26),
    SheetColumn("父页面", 26), SheetColumn("截图编号", 18), SheetColumn("发现时间", 12),
    SheetColumn("扣分", 9), SheetColumn("整改要求", 24), SheetColumn("整改时限", 12),
    SheetColumn("状态", 14), SheetColumn("比上次", 8), SheetColumn("问题编码", 17),
  ]
  static let undecidedColumns = [
    SheetColumn("序号", 6), SheetColumn("单位", 12), SheetColumn("结论", 13),
    SheetColumn("原因", 20), SheetColumn("事项", 44), SheetColumn("依据条款", 32),
    SheetColumn("页面标题", 24), SheetColumn("页面地址", 36), SheetColumn("链接地址", 36),
    SheetColumn("发现时间", 12), SheetColumn("人工结论", 14), SheetColumn("问题编码", 17),
  ]
  static let scoreColumns = [
    SheetColumn("方案", 26), SheetColumn("指标编号", 16), SheetColumn("指标路径", 46),
    SheetColumn("分值", 9), SheetColumn("得分", 12), SheetColumn("状态", 11),
    SheetColumn("计算说明", 60), SheetColumn("问题序号", 18),
  ]
  static let coverageColumns = [
    SheetColumn("类别", 22), SheetColumn("项目", 40), SheetColumn("数值", 26),
  ]

  private static func problem(_ row: ProblemRow) -> [Cell] {
    [
      .index(row.number ?? 0), .text(row.unit), .text(row.column), .text(level(0, of: row)),
      .text(level(1, of: row)), .text(level(2, of: row)),
      .text(row.citations.joined(separator: "\n")), .text(row.sentence), .text(row.linkURL),
      .text(row.pageURL), .text(row.screenshot?.file ?? ""), .word(row.foundAt),
      .word(row.pointsText), .text(row.remedy), .empty, .word(row.status),
      .word(row.change ?? ""), .word(row.id),
    ]
  }

  /// The titles at one level of every indicator the finding feeds; the third takes all below it.
  private static func level(_ index: Int, of row: ProblemRow) -> String {
    var seen: [String] = []
    for mention in row.indicators {
      let titles = mention.levels.dropFirst(index)
      let text = index == 2 ? titles.joined(separator: " › ") : titles.first ?? ""
      if !text.isEmpty, !seen.contains(text) { seen.append(text) }
    }
    return seen.joined(separator: "\n")
  }

  private static func undecided(_ row: ProblemRow) -> [Cell] {
    [
      .index(row.number ?? 0), .text(row.unit), .word(row.outcomeTitle), .text(row.reason ?? ""),
      .text(row.sentence), .text(row.citations.joined(separator: "\n")), .text(row.pageTitle),
      .text(row.pageURL), .text(row.linkURL), .word(row.foundAt), .empty, .word(row.id),
    ]
  }

  private static func score(_ card: ScorecardRows, rows: ReportRows) -> [[Cell]] {
    let title = SafeText.line(card.title, limit: 120)
    let total: [Cell] = [
      .strong(title), .strong("合计"), .strong("已核分值 \(card.coverage)"), .word(card.marks),
      .word(card.interval), .empty, .text(card.remarks.joined(separator: "\n")), .empty,
    ]
    return [total]
      + card.indicators.map { row in
        [
          .text(title), .text(row.id),
          .text(SafeText.line(row.path.joined(separator: " › "), limit: 400)), .word(row.marks),
          .word(row.score), .word(row.stateTitle),
          .text(row.explanation.joined(separator: "\n")),
          .text(rows.numbers(of: row.findings)),
        ]
      }
  }

  private static func coverage(_ report: AuditReport) -> [[Cell]] {
    let rows = CoverageRows(report.coverage)
    return rows.examined.map { [.word("已检查"), .text($0.title), .text($0.text)] }
      + OutcomeCounts.rows(report.findings).map {
        [.word("检查结果"), .text($0.title), .count($0.count)]
      }
      + rows.notExamined.map { [.word("已知但未检查"), .text($0.title), .count($0.count)] }
      + rows.failures.map { [.word("访问失败"), .text($0.title), .count($0.count)] }
      + rows.remarks.map { [.word("说明"), .text($0), .empty] }
  }
}
