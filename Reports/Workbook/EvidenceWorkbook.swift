import AuditModel

/// `evidence-list.xlsx`: the numbered list of proofs, one row per problem or open question.
public enum EvidenceWorkbook {
  static let columns = [
    SheetColumn("序号", 6), SheetColumn("单位", 12), SheetColumn("指标路径", 20),
    SheetColumn("问题", 32), SheetColumn("页面标题", 18), SheetColumn("页面地址", 24),
    SheetColumn("链接地址", 24), SheetColumn("发现时间", 12), SheetColumn("确认时间", 12),
    SheetColumn("状态", 10), SheetColumn("分值", 10), SheetColumn("缩略图", 24),
    SheetColumn("截图文件", 20), SheetColumn("SHA-256", 20), SheetColumn("WARC 记录", 26),
  ]
  private static let pictureColumn = 11
  private static let box = (width: 160.0, height: 104.0)

  /// Writes the list to `file`; pictures are read from `evidence`.
  public static func write(
    _ report: AuditReport, to file: String, evidence: EvidenceFolder? = nil
  ) throws(ReportError) {
    let rows = ReportRows(report).numbered
    let workbook = try Workbook(
      file: file, title: "\(SafeText.line(report.unit.name, limit: 80)) 证据清单",
      created: report.finishedAt)
    let styles = try Styles(workbook)
    let sheet = try workbook.addSheet("证据清单")
    try sheet.writeTable(columns, rows: rows.map(cells), styles: styles, rowHeight: 84)
    for (index, row) in rows.enumerated() {
      guard let picture = picture(of: row, in: evidence) else { continue }
      try sheet.insert(picture, row: index + 1, column: pictureColumn, box: box)
    }
    try workbook.close()
  }

  private static func cells(_ row: ProblemRow) -> [Cell] {
    let screenshot = row.screenshot
    return [
      .index(row.number ?? 0), .text(row.unit), .text(row.indicatorText), .text(row.sentence),
      .text(row.pageTitle), .text(row.pageURL), .text(row.linkURL), .word(row.foundAt),
      .word(row.confirmedAt ?? ""), .word(row.state), .word(row.pointsText), .empty,
      .text(screenshot.map { $0.file.isEmpty ? $0.completeness : $0.file } ?? ""),
      .text(screenshot?.sha256 ?? ""), .text(row.archive?.archiveText ?? ""),
    ]
  }

  private static func picture(of row: ProblemRow, in evidence: EvidenceFolder?) -> Picture? {
    guard let file = row.thumbnail?.file,
      let bytes = evidence?.bytes(of: file, limit: 1_000_000)
    else { return nil }
    return Picture(bytes)
  }
}
