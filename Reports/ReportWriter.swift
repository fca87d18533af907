import Foundation

/// Writes every format of one report into a folder.
public struct ReportWriter: Sendable {
  private let templates: TemplateLibrary

  public init(templates: TemplateLibrary) { self.templates = templates }

  /// The files written, in the order they are written.
  public static let fileNames = [
    "report.html", "findings.xlsx", "evidence-list.xlsx", "scorecard.json", "findings.json",
    "evidence-list.json",
  ]

  /// Writes all files into `folder`, which is made if missing, and returns their names.
  ///
  /// Evidence paths are relative to `folder`. A file is complete or not there: each is written
  /// beside its place and then moved, so that a full disk leaves the earlier one untouched.
  @discardableResult
  public func write(_ report: AuditReport, into folder: String) throws(ReportError) -> [String] {
    let evidence = EvidenceFolder(path: folder)
    try makeFolder(folder)
    let page = try HTMLReport(templates: templates).render(report, evidence: evidence)
    try save(Data(page.utf8), "report.html", in: folder)
    try saveWorkbook("findings.xlsx", in: folder) { file throws(ReportError) in
      try FindingsWorkbook.write(report, to: file)
    }
    try saveWorkbook("evidence-list.xlsx", in: folder) { file throws(ReportError) in
      try EvidenceWorkbook.write(report, to: file, evidence: evidence)
    }
    try save(try JSONReport.scorecard(report), "scorecard.json", in: folder)
    try save(try JSONReport.findings(report), "findings.json", in: folder)
    try save(try JSONReport.evidenceList(report), "evidence-list.json", in: folder)
    return Self.fileNames
  }

  /// Writes the index over many units to `file`.
  public func write(_ summary: SweepSummary, to file: String) throws(ReportError) {
    let page = try SweepSummaryPage(templates: templates).render(summary)
    let url = URL(fileURLWithPath: file)
    try makeFolder(url.deletingLastPathComponent().path)
    try save(
      Data(page.utf8), url.lastPathComponent, in: url.deletingLastPathComponent().path)
  }

  private func makeFolder(_ folder: String) throws(ReportError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(file: folder, detail: error.localizedDescription)
    }
  }

  private func save(_ bytes: Data, _ name: String, in folder: String) throws(ReportError) {
    do {
      try bytes.write(
        to: URL(fileURLWithPath: folder).appendingPathComponent(name), options: .atomic)
    } catch {
      throw .cannotWrite(file: "\(folder)/\(name)", detail: error.localizedDescription)
    }
  }

  private func saveWorkbook(
    _ name: String, in folder: String, _ write: (String) throws(ReportError) -> Void
  ) throws(ReportError) {
    let target = "\(folder)/\(name)"
    let draft = "\(folder)/.\(name).partial"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    try write(draft)
    guard rename(draft, target) == 0 else {
      throw .cannotWrite(file: target, detail: String(cString: strerror(errno)))
    }
  }
}
