import AuditModel

/// A scheme or a combination together with one unit's input, ready to be scored again and again
/// with something in it changed.
public struct Rescoring: Sendable {
  private enum Kind {
    case scheme(Scorer, ScoreInput)
    case combination(PlannedCombination, [String: StageInput], unit: String)
  }

  private let kind: Kind

  public init(_ scorer: Scorer, _ input: ScoreInput) { kind = .scheme(scorer, input) }

  public init(
    _ combination: PlannedCombination, _ stages: [String: StageInput], unit: String
  ) {
    kind = .combination(combination, stages, unit: unit)
  }

  /// The result in numbers, as if the findings with these ids had been mended: each then passes.
  public func total(mended: Set<String>) throws(ScoringError) -> Interval? {
    switch kind {
    case .scheme(let scorer, let input):
      return try scorer.assess(input.mending(mended)).totals.total
    case .combination(let combination, let stages, _):
      var changed = stages
      for (id, stage) in stages {
        if case .facts(let input) = stage { changed[id] = .facts(input.mending(mended)) }
      }
      return try combination.total(changed)
    }
  }

  /// The whole sheet as it stands.
  public var scorecard: Scorecard {
    get throws(ScoringError) {
      switch kind {
      case .scheme(let scorer, let input): try scorer.score(input)
      case .combination(let combination, let stages, let unit):
        try combination.score(unit: unit, stages: stages)
      }
    }
  }

  /// Whether what one indicator gains can depend on another: a gate for bonuses, a pool of marks.
  var isCoupled: Bool {
    switch kind {
    case .scheme(let scorer, _): scorer.plan.isCoupled
    case .combination(let combination, _, _): combination.scorers.contains { $0.plan.isCoupled }
    }
  }
}

extension SchemePlan {
  fileprivate var isCoupled: Bool {
    scheme.policy.bonusAbove != nil || scheme.policy.renormalisesUnassessed
      || nodes.contains(where: \.isPool)
  }
}

extension ScoreInput {
  /// The same unit with these findings mended.
  fileprivate func mending(_ ids: Set<String>) -> ScoreInput {
    guard !ids.isEmpty else { return self }
    var mended = self
    for index in mended.seen.indices where ids.contains(mended.seen[index].id) {
      mended.seen[index].observation.outcome = .pass
    }
    return mended
  }
}
