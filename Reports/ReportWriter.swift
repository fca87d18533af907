import Foundation

/// Writes every format of one report into a folder.
public struct ReportWriter: Sendable {
  private let templates: TemplateLibrary

  /// A writer with templates read before.
  public init(templates: TemplateLibrary) { self.templates = templates }

  /// Which files to write.
  public enum Files: Sendable {
    /// Everything.
    case all
    /// The report, the workbook of findings and their exports.
    case report
    /// The evidence list, as workbook and as export.
    case evidenceList
  }

  /// The files written, in the order they are written.
  public static let fileNames = names(.report) + names(.evidenceList)

  private static func names(_ files: Files) -> [String] {
    switch files {
    case .all: fileNames
    case .report: ["report.html", "findings.xlsx", "scorecard.json", "findings.json"]
    case .evidenceList: ["evidence-list.xlsx", "evidence-list.json"]
    }
  }

  /// Writes `files` into `folder`, which is made if missing, and returns their names.
  ///
  /// Evidence paths are relative to `folder`. A file is complete or not there: each is written
  /// beside its place and then moved, so that a full disk leaves the earlier one untouched.
  @discardableResult
  public func write(
    _ report: AuditReport, into folder: String, files: Files = .all
  ) throws(ReportError) -> [String] {
    try makeFolder(folder)
    let names = Self.names(files)
    for name in names { try write(name, of: report, into: folder) }
    return names
  }

  private func write(
    _ name: String, of report: AuditReport, into folder: String
  ) throws(ReportError) {
    let evidence = EvidenceFolder(path: folder)
    switch name {
    case "report.html":
      let page = try HTMLReport(templates: templates).render(report, evidence: evidence)
      try save(Data(page.utf8), name, in: folder)
    case "findings.xlsx":
      try saveWorkbook(name, in: folder) { file throws(ReportError) in
        try FindingsWorkbook.write(report, to: file)
      }
    case "evidence-list.xlsx":
      try saveWorkbook(name, in: folder) { file throws(ReportError) in
        try EvidenceWorkbook.write(report, to: file, evidence: evidence)
      }
    case "scorecard.json": try save(try JSONReport.scorecard(report), name, in: folder)
    case "findings.json": try save(try JSONReport.findings(report), name, in: folder)
    default: try save(try JSONReport.evidenceList(report), name, in: folder)
    }
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
