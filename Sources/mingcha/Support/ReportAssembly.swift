import AuditModel
import Auditing
import Evidence
import Foundation
import Ledger
import Probes
import Reports
import Scoring

/// Makes of a unit's outcome the value every report lays out, and writes the files.
struct ReportAssembly {
  let folder: SweepFolder
  let sweep: SweepRecord
  let finishedAt: Instant
  let resolve: [AuditOptions.Resolve]

  init(
    folder: SweepFolder, sweep: SweepRecord, finishedAt: Instant, resolve: [AuditOptions.Resolve]
  ) {
    self.folder = folder
    self.sweep = sweep
    self.finishedAt = finishedAt
    self.resolve = resolve
  }

  init(_ outcome: SweepOutcome, in folder: SweepFolder, resolve: [AuditOptions.Resolve]) {
    self.init(
      folder: folder, sweep: outcome.sweep, finishedAt: outcome.finishedAt, resolve: resolve)
  }

  /// Writes the unit's reports.
  /// - Returns: the report as written.
  @discardableResult
  func write(_ outcome: UnitOutcome) throws -> AuditReport {
    let report = report(outcome, evidencePrefix: folder.evidenceFromReport + "/")
    let place = folder.report(of: sweep.label, unit: outcome.unit)
    try ReportWriter(templates: try TemplateLibrary.bundled()).write(
      report, into: place, files: .report)
    if folder.kind == .audit { try writePack(outcome, at: folder.evidence(of: sweep.label)) }
    return report
  }

  /// Completes an evidence folder (archive and screenshots are there) to a pack that proves itself.
  func writePack(_ outcome: UnitOutcome, at place: String) throws {
    let report = report(outcome, evidencePrefix: "")
    try ReportWriter(templates: try TemplateLibrary.bundled()).write(
      report, into: place, files: .evidenceList)
    let findings = Dictionary(report.findings.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let entries = EvidenceList.rows(report).compactMap { row in
      findings[row.finding].map { EvidenceEntry(row, of: $0) }
    }
    let metadata = PackMetadata(
      version: Mingcha.version, generatedAt: finishedAt,
      environment: PackMetadata.environment(
        browser: Browser.available(),
        resolve: resolve.map { "\($0.host):\($0.port):\($0.address)" },
        clockNote: "本机时钟,未与授时服务核对"))
    try EvidencePack.write(entries, metadata: metadata, to: place)
  }

  func report(_ outcome: UnitOutcome, evidencePrefix: String) -> AuditReport {
    AuditReport(
      unit: outcome.unit, asOf: sweep.asOf, sweep: sweep.label, startedAt: sweep.startedAt,
      finishedAt: finishedAt, toolVersion: Mingcha.version, coverage: outcome.coverage,
      probes: ProbeCatalogue.cards,
      findings: outcome.findings.map { $0.withEvidence(below: evidencePrefix) },
      linkVerdicts: outcome.linkVerdicts, comparison: outcome.comparison,
      earlierFindings: outcome.earlierFindings
    ).scored(outcome.scorecards, gains: outcome.gains)
  }
}

extension Finding {
  fileprivate func withEvidence(below prefix: String) -> Finding {
    var finding = self
    for index in finding.evidence.indices where !finding.evidence[index].file.isEmpty {
      finding.evidence[index].file = prefix + finding.evidence[index].file
    }
    return finding
  }
}
