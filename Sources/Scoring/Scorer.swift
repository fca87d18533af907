/// Scores one unit after another under one scheme. Making one costs more than scoring with it.
public struct Scorer: Sendable {
  let plan: SchemePlan

  public var scheme: Scheme { plan.scheme }

  public init(_ scheme: Scheme) { plan = SchemePlan(scheme) }

  /// The figures alone. Throws ``ScoringError/refused(entry:reason:)`` for a judgement that does
  /// not fit, and ``ScoringError/overflow`` when a total leaves the exact range.
  public func assess(_ input: ScoreInput) throws(ScoringError) -> Assessment {
    try Assessment(FactBook(plan, input))
  }

  /// The figures with every word of explanation. Throws as ``assess(_:)`` does.
  public func score(_ input: ScoreInput) throws(ScoringError) -> Scorecard {
    try assess(input).scorecard
  }
}
