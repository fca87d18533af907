public import AuditModel
public import Scoring

/// Everything one report says about one unit: finished values in, no arithmetic after.
///
/// Whoever conducts the audit fills it; every format of this room lays out the same value.
public struct AuditReport: Sendable, Codable {
  /// The unit the report is about.
  public var unit: AuditedUnit
  /// The day the audit judged as of.
  public var asOf: Day
  /// The sweep's id.
  public var sweep: String
  /// When looking began.
  public var startedAt: Instant
  /// When looking ended; also the creation time of workbooks.
  public var finishedAt: Instant
  /// Version of the program that looked.
  public var toolVersion: String
  /// What was examined and what was not.
  public var coverage: Coverage
  /// Cards of every probe that was run.
  public var probes: [ProbeCard]
  /// Findings of every outcome, passes included.
  public var findings: [Finding]
  /// What link checking saw, by the link target a finding names.
  public var linkVerdicts: [String: LinkVerdict]
  /// One per scheme, finished as texts; empty when no scheme was chosen.
  public var scorecards: [ScorecardRows]
  /// The exact scorecards behind ``scorecards``, for the machine-readable export.
  public var cards: [Scorecard]
  /// What mending brings back, exactly, by scheme.
  public var gains: [Gains]
  /// Finished points texts by finding id, such as `扣0.3分`; empty when no scheme charges the finding.
  public var points: [String: String]
  /// This sweep beside the one before; nil when there was none.
  public var comparison: SweepComparison?
  /// Findings of the sweep before that the comparison calls gone or not re-examined.
  public var earlierFindings: [Finding]

  /// A report; ``scored(_:)`` adds scores.
  public init(
    unit: AuditedUnit, asOf: Day, sweep: String, startedAt: Instant, finishedAt: Instant,
    toolVersion: String, coverage: Coverage, probes: [ProbeCard], findings: [Finding],
    linkVerdicts: [String: LinkVerdict] = [:], scorecards: [ScorecardRows] = [],
    points: [String: String] = [:], comparison: SweepComparison? = nil,
    earlierFindings: [Finding] = []
  ) {
    self.unit = unit
    self.asOf = asOf
    self.sweep = sweep
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.toolVersion = toolVersion
    self.coverage = coverage
    self.probes = probes
    self.findings = findings
    self.linkVerdicts = linkVerdicts
    self.scorecards = scorecards
    self.points = points
    cards = []
    gains = []
    self.comparison = comparison
    self.earlierFindings = earlierFindings
  }
}

extension AuditReport {
  /// How many findings ended in each outcome; the four kinds of not knowing stay four.
  public var outcomes: [Outcome: Int] { OutcomeCounts.byOutcome(findings) }
}
