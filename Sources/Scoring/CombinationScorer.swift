import AuditModel

/// What is handed in for one stage of a combination.
public enum StageInput: Hashable, Sendable {
  case facts(ScoreInput)
  /// A finished score from outside.
  case score(Rational)
  /// Nothing yet: the stage's marks are open. Bonuses and major deductions are not part of what
  /// is open, since nobody has claimed any.
  case unassessed
}

extension Combination {
  /// The weighted result. Throws as ``Scorer/score(_:)`` does; a stage without input is refused.
  public func score(
    unit: String, stages inputs: [String: StageInput]
  ) throws(ScoringError) -> Scorecard {
    let known = stages.map(\.scheme.id)
    for id in inputs.keys.sorted() where !known.contains(id) {
      throw .refused(entry: id, reason: .unknownIndicator(nearest: nearest(to: id, in: known)))
    }
    var (rows, total, covered, weights, counted) = (
      [Scorecard.StageRow](), Interval.zero, Rational.zero, Rational.zero, Rational.zero
    )
    for stage in stages {
      guard let input = inputs[stage.scheme.id] else {
        throw .refused(entry: id, reason: .stageMissing(stage.scheme.id))
      }
      let row = try self.row(stage, input)
      rows.append(row)
      weights = try weights + stage.weight
      covered = try covered + stage.weight * coverage(row, input)
      guard !dropsOut(stage, input) else { continue }
      total = try total + row.contribution
      counted = try counted + stage.weight
    }
    if counted != weights { total = try rescaled(total, counted, to: weights) }
    return Scorecard(
      scheme: id, title: title, document: citation.description, unit: unit, choices: choices,
      total: total, tallies: [], coverage: weights > 0 ? try covered / weights : 0, marks: 100,
      rows: [], vetoes: rows.flatMap { $0.card?.vetoes ?? [] }, bars: bars(rows), stages: rows)
  }

  /// Under the reading that rescales to what was assessed, a stage nobody assessed is left out.
  private func dropsOut(_ stage: Stage, _ input: StageInput) -> Bool {
    input == .unassessed && stage.scheme.policy.renormalisesUnassessed
  }

  private func rescaled(
    _ total: Interval, _ counted: Rational, to weights: Rational
  ) throws(ScoringError) -> Interval {
    guard counted > 0 else { return Interval(low: 0, high: try weights * 100) }
    return try total * (weights / counted)
  }

  private func row(
    _ stage: Stage, _ input: StageInput
  ) throws(ScoringError) -> Scorecard.StageRow {
    switch input {
    case .facts(let facts):
      let card = try Scorer(stage.scheme).score(facts)
      return try row(stage, card)
    case .score(let score):
      try check(score, stage.scheme)
      return try row(stage, Interval(score))
    case .unassessed:
      var open = try row(stage, Interval(low: 0, high: 100))
      if dropsOut(stage, input) { open.explanation = Wording.stageLeftOut }
      return open
    }
  }

  private func row(_ stage: Stage, _ score: Interval) throws(ScoringError) -> Scorecard.StageRow {
    let contribution = try score * stage.weight
    return Scorecard.StageRow(
      weight: stage.weight, contribution: contribution, card: nil, scheme: stage.scheme.id,
      explanation: Wording.stage(score, stage.weight, contribution))
  }

  private func row(_ stage: Stage, _ card: Scorecard) throws(ScoringError) -> Scorecard.StageRow {
    let total = card.total ?? .zero
    let base = card.base ?? .zero
    // What the bonus and the major deductions move, taken out of the stage and put on the total.
    let moved = try (card.bonus ?? .zero) - (card.extraDeduction ?? .zero)
    let contribution = bonusOnTotal ? try base * stage.weight + moved : try total * stage.weight
    let line = Wording.stage(bonusOnTotal ? base : total, stage.weight, contribution)
    return Scorecard.StageRow(
      weight: stage.weight, contribution: contribution, card: card, scheme: stage.scheme.id,
      explanation: line)
  }

  /// A score from outside must be one the stage can give, or one out of a hundred: whoever gives it
  /// need not share our reading of weights that add up to less.
  private func check(_ score: Rational, _ scheme: Scheme) throws(ScoringError) {
    let own = try Scorer(scheme).score(ScoreInput(unit: "")).total ?? .zero
    let open = own.joined(with: Interval(low: 0, high: 100))
    guard open.contains(Interval(score)) else {
      throw .refused(
        entry: scheme.id, reason: .outOfRange(low: open.lowText, high: open.highText))
    }
  }

  private func coverage(
    _ row: Scorecard.StageRow, _ input: StageInput
  ) throws(ScoringError) -> Rational {
    if case .score = input { return 1 }
    return row.card?.coverage ?? 0
  }

  private func bars(_ rows: [Scorecard.StageRow]) -> [String] {
    rows.flatMap { $0.card?.bars ?? [] }.reduce(into: []) { bars, grade in
      if !bars.contains(grade) { bars.append(grade) }
    }
  }
}
