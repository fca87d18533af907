public import AuditModel
public import Scoring

/// One sweep over many units, as an index to their reports.
public struct SweepSummary: Sendable, Codable {
  /// The sweep's id.
  public var sweep: String
  /// The day the sweep judged as of.
  public var asOf: Day
  /// When the last unit was finished.
  public var finishedAt: Instant
  /// Units that were audited, in any order.
  public var units: [UnitSummary]
  /// Units that could not be audited, with the reason as people read it.
  public var failed: [String: String]
  /// The order of the units by scheme id; units of a scheme without one stand by name.
  public var rankings: [String: Ranking]

  /// A line of finished values.
  public init(
    sweep: String, asOf: Day, finishedAt: Instant, units: [UnitSummary],
    failed: [String: String] = [:], rankings: [String: Ranking] = [:]
  ) {
    self.sweep = sweep
    self.asOf = asOf
    self.finishedAt = finishedAt
    self.units = units
    self.failed = failed
    self.rankings = rankings
  }
}

/// One unit's line in the index.
public struct UnitSummary: Sendable, Codable {
  /// The unit.
  public var unit: AuditedUnit
  /// Its scores, one per scheme.
  public var scorecards: [ScorecardRows]
  /// How many findings ended in each outcome; the four kinds of not knowing stay four.
  public var outcomes: [Outcome: Int]
  /// Whether looking stopped before everything was examined.
  public var isPartial: Bool
  /// Against the sweep before; nil when there was none.
  public var comparison: SweepComparison?
  /// The report's place relative to the index, such as `weisheng/report.html`.
  public var reportPath: String?

  /// A line of finished values.
  public init(
    unit: AuditedUnit, scorecards: [ScorecardRows], outcomes: [Outcome: Int], isPartial: Bool,
    comparison: SweepComparison? = nil, reportPath: String? = nil
  ) {
    self.unit = unit
    self.scorecards = scorecards
    self.outcomes = outcomes
    self.isPartial = isPartial
    self.comparison = comparison
    self.reportPath = reportPath
  }

  /// The line for a finished report.
  public init(_ report: AuditReport, reportPath: String?) {
    self.init(
      unit: report.unit, scorecards: report.scorecards,
      outcomes: OutcomeCounts.byOutcome(report.findings),
      isPartial: report.coverage.isPartial, comparison: report.comparison,
      reportPath: reportPath)
  }
}
