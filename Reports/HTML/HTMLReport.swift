/// The report as one self-contained page: no script, no outside resource, prints on A4.
public struct HTMLReport: Sendable {
  private let templates: TemplateLibrary

  /// A report with templates read before.
  public init(templates: TemplateLibrary) { self.templates = templates }

  /// The page. Pictures are read from `evidence` and inlined; without it there are none.
  public func render(
    _ report: AuditReport, evidence: EvidenceFolder? = nil
  ) throws(ReportError) -> String {
    var thumbnails = Thumbnails(folder: evidence)
    let page = ReportPage(report, thumbnails: &thumbnails)
    return try templates.render(page, with: "report")
  }
}
