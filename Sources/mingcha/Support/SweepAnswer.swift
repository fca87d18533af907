import AuditModel
import Auditing
import Ledger
import Scoring

/// What `sweep --json` says.
struct SweepAnswer: Encodable {
  struct Unit: Encodable {
    let id: String
    /// Findings by outcome id.
    let outcomes: [String: Int]
    /// Score intervals by scheme id.
    let scores: [String: String]
    let new: Int?
    let still: Int?
    let gone: Int?
    let notReexamined: Int?
    /// What of its addresses was looked at within the window.
    let proof: CoverageProof?
    /// Why the unit could not be audited.
    let failure: String?
  }

  let schemaVersion = 1
  let sweep: String
  let asOf: Day
  let index: String
  let units: [Unit]

  init(_ outcome: SweepOutcome, index: String) {
    sweep = outcome.sweep.label
    asOf = outcome.sweep.asOf
    self.index = index
    units = outcome.units.map(Unit.init)
  }
}

extension SweepAnswer.Unit {
  init(_ outcome: UnitOutcome) {
    id = outcome.unit.id
    outcomes = outcome.findings.reduce(into: [:]) {
      $0[$1.observation.outcome.rawValue, default: 0] += 1
    }
    scores = Dictionary(
      outcome.scorecards.map { ($0.scheme, $0.totalText) }, uniquingKeysWith: { $1 })
    new = outcome.comparison?.new.count
    still = outcome.comparison?.still.count
    gone = outcome.comparison?.gone.count
    notReexamined = outcome.comparison?.notReexamined.count
    proof = outcome.coverage.proof
    failure = outcome.failure.map { "\($0)" }
  }
}
