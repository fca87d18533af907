import AuditModel
import Scoring

/// What every document of this folder begins with.
struct DocumentHead: Encodable {
  let schemaVersion = 1
  let kind: String
  let toolVersion: String
  let sweep: String
  let asOf: String
  let startedAt: String
  let finishedAt: String
  let unit: UnitRecord

  init(_ report: AuditReport, kind: String) {
    self.kind = kind
    toolVersion = report.toolVersion
    sweep = report.sweep
    asOf = report.asOf.description
    startedAt = report.startedAt.description
    finishedAt = report.finishedAt.description
    unit = UnitRecord(
      id: report.unit.id, name: report.unit.name, kind: report.unit.kind.rawValue,
      homePage: report.unit.homePage)
  }

  struct UnitRecord: Encodable {
    let id, name, kind, homePage: String
  }
}

/// `findings.json`
struct FindingsDocument: Encodable {
  let head: DocumentHead
  let coverage: CoverageRecord
  let outcomes: [String: Int]
  let comparison: ComparisonRecord?
  let findings: [FindingRecord]

  init(_ report: AuditReport) {
    let rows = ReportRows(report)
    let source = RowSource(report)
    let byId = Dictionary(report.findings.map { ($0.id, $0) }) { first, _ in first }
    head = DocumentHead(report, kind: "findings")
    coverage = CoverageRecord(report.coverage)
    outcomes = Dictionary(
      uniqueKeysWithValues: OutcomeCounts.byOutcome(report.findings).map { ($0.rawValue, $1) })
    comparison = report.comparison.map(ComparisonRecord.init)
    findings = (rows.numbered + rows.others).compactMap { row in
      byId[row.id].map { FindingRecord($0, row: row, source: source) }
    }
  }
}

/// `scorecard.json`
struct ScorecardDocument: Encodable {
  let head: DocumentHead
  let scorecards: [ScorecardRows]
  let points: [String: String]
  /// The same scores as exact numbers, with every criterion and judgement.
  let exact: [Scorecard]
  /// What mending findings brings back, with the order that brings most.
  let gains: [Gains]

  init(_ report: AuditReport) {
    exact = report.cards
    gains = report.gains
    head = DocumentHead(report, kind: "scorecard")
    scorecards = report.scorecards
    points = report.points
  }
}

/// `evidence-list.json`
struct EvidenceDocument: Encodable {
  let head: DocumentHead
  let rows: [EvidenceListRow]

  init(_ report: AuditReport) {
    head = DocumentHead(report, kind: "evidence-list")
    rows = EvidenceList.rows(report)
  }
}

/// What was examined.
struct CoverageRecord: Encodable {
  let pages: Int
  let linksChecked: Int
  let notExamined: [String: Int]
  let failures: [String: Int]
  let bytes: Int
  let isPartial: Bool
  let remarks: [String]
  let proof: ProofRecord?

  init(_ coverage: Coverage) {
    proof = coverage.proof.map(ProofRecord.init)
    pages = coverage.pages
    linksChecked = coverage.linksChecked
    notExamined = coverage.notExamined
    failures = coverage.failures
    bytes = coverage.bytes
    isPartial = coverage.isPartial
    remarks = coverage.remarks
  }
}

/// Which of the unit's addresses were looked at within the window.
struct ProofRecord: Encodable {
  let windowSeconds: Double
  let known, examined, unchanged, carried, carriedOutside: Int
  let oldestLook: String?
  let missing: [String: Int]
  let examples: [CoverageProof.Example]

  init(_ proof: CoverageProof) {
    windowSeconds = proof.window
    known = proof.known
    examined = proof.examined
    unchanged = proof.unchanged
    carried = proof.carried
    carriedOutside = proof.carriedOutside
    oldestLook = proof.oldest?.description
    missing = proof.missing
    examples = proof.examples
  }
}

/// This sweep beside the one before.
struct ComparisonRecord: Encodable {
  let previousSweep: String
  let previousFinishedAt: String
  let new, still, gone, notReexamined: [String]

  init(_ comparison: SweepComparison) {
    previousSweep = comparison.previousSweep
    previousFinishedAt = comparison.previousFinishedAt.description
    new = comparison.new.sorted()
    still = comparison.still.sorted()
    gone = comparison.gone.sorted()
    notReexamined = comparison.notReexamined.sorted()
  }
}
