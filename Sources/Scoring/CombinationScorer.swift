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

/// A combination made ready to score many units.
public struct PlannedCombination: Sendable {
  public let combination: Combination
  /// One per stage.
  let scorers: [Scorer]

  public init(_ combination: Combination) {
    self.combination = combination
    scorers = combination.stages.map { Scorer($0.scheme) }
  }

  /// The weighted result. Throws as ``Scorer/score(_:)`` does; a stage without input is refused.
  public func score(
    unit: String, stages inputs: [String: StageInput]
  ) throws(ScoringError) -> Scorecard {
    try check(inputs)
    var (rows, sum, covered, weights) = (
      [Scorecard.StageRow](), StageSum(), Rational.zero, Rational.zero
    )
    for (stage, scorer) in zip(combination.stages, scorers) {
      let input = try input(of: stage, in: inputs)
      let row = try row(stage, scorer, input)
      rows.append(row)
      weights = try weights + stage.weight
      covered = try covered + stage.weight * coverage(row, input)
      try sum.add(row.contribution, stage.weight, dropsOut: dropsOut(stage, input))
    }
    let total = try sum.total
    return Scorecard(
      scheme: combination.id, title: combination.title,
      document: combination.citation.description, unit: unit, choices: combination.choices,
      total: total, tallies: [], coverage: weights > 0 ? try covered / weights : 0, marks: 100,
      rows: [], vetoes: rows.flatMap { $0.card?.vetoes ?? [] }, bars: bars(rows),
      grades: grades(rows, total), stages: rows,
      ending: Ending(lines: Wording.stages(rows.map(\.contribution), total: total)))
  }

  /// The weighted result in numbers only.
  public func total(_ inputs: [String: StageInput]) throws(ScoringError) -> Interval {
    try check(inputs)
    var sum = StageSum()
    for (stage, scorer) in zip(combination.stages, scorers) {
      let input = try input(of: stage, in: inputs)
      let share: Interval
      switch input {
      case .facts(let facts): share = try contribution(stage, scorer.assess(facts).totals).points
      case .score(let score): share = Interval(try score * stage.weight)
      case .unassessed: share = try Interval(low: 0, high: 100) * stage.weight
      }
      try sum.add(share, stage.weight, dropsOut: dropsOut(stage, input))
    }
    return try sum.total
  }

  /// Under the reading that rescales to what was assessed, a stage nobody assessed is left out.
  private func dropsOut(_ stage: Combination.Stage, _ input: StageInput) -> Bool {
    input == .unassessed && stage.scheme.policy.renormalisesUnassessed
  }

  private func check(_ inputs: [String: StageInput]) throws(ScoringError) {
    let known = combination.stages.map(\.scheme.id)
    for id in inputs.keys.sorted() where !known.contains(id) {
      throw .refused(entry: id, reason: .unknownIndicator(nearest: nearest(to: id, in: known)))
    }
  }

  private func input(
    of stage: Combination.Stage, in inputs: [String: StageInput]
  ) throws(ScoringError) -> StageInput {
    guard let input = inputs[stage.scheme.id] else {
      throw .refused(entry: combination.id, reason: .stageMissing(stage.scheme.id))
    }
    return input
  }

  private func row(
    _ stage: Combination.Stage, _ scorer: Scorer, _ input: StageInput
  ) throws(ScoringError) -> Scorecard.StageRow {
    switch input {
    case .facts(let facts):
      let assessment = try scorer.assess(facts)
      let (score, points) = try contribution(stage, assessment.totals)
      return row(stage, score, points, assessment.scorecard)
    case .score(let score):
      try check(score, stage, scorer)
      return row(stage, Interval(score), Interval(try score * stage.weight), nil)
    case .unassessed:
      let whole = Interval(low: 0, high: 100)
      var open = row(stage, whole, try whole * stage.weight, nil)
      if dropsOut(stage, input) {
        open.explanation = "\(stage.scheme.title)：\(Wording.stageLeftOut)"
      }
      return open
    }
  }

  private func row(
    _ stage: Combination.Stage, _ score: Interval, _ points: Interval, _ card: Scorecard?
  ) -> Scorecard.StageRow {
    Scorecard.StageRow(
      weight: stage.weight, contribution: points, card: card, scheme: stage.scheme.id,
      explanation: "\(stage.scheme.title)：\(Wording.stage(score, stage.weight, points))")
  }

  /// The stage's score that is weighted, and what it adds to the result.
  private func contribution(
    _ stage: Combination.Stage, _ totals: Totals
  ) throws(ScoringError) -> (score: Interval, points: Interval) {
    let (total, base) = (totals.total ?? .zero, totals.base ?? .zero)
    guard combination.bonusOnTotal else { return (total, try total * stage.weight) }
    // What the bonus and the major deductions move, taken out of the stage and put on the total.
    let moved = try (totals.bonus ?? .zero) - (totals.extraDeduction ?? .zero)
    return (base, try base * stage.weight + moved)
  }

  /// A score from outside must be one the stage can give, or one out of a hundred: whoever gives it
  /// need not share our reading of weights that add up to less.
  private func check(
    _ score: Rational, _ stage: Combination.Stage, _ scorer: Scorer
  ) throws(ScoringError) {
    let own = try scorer.assess(ScoreInput(unit: "")).totals.total ?? .zero
    let open = own.joined(with: Interval(low: 0, high: 100))
    guard open.contains(Interval(score)) else {
      throw .refused(
        entry: stage.scheme.id, reason: .outOfRange(low: open.lowText, high: open.highText))
    }
  }

  private func coverage(
    _ row: Scorecard.StageRow, _ input: StageInput
  ) throws(ScoringError) -> Rational {
    if case .score = input { return 1 }
    return row.card?.coverage ?? 0
  }

  /// Its own grades by the combined result; a bar of any stage holds for the whole.
  private func grades(_ rows: [Scorecard.StageRow], _ total: Interval) -> [GradeRow] {
    let staged = rows.flatMap { $0.card?.grades ?? [] }
    guard !combination.grades.isEmpty else { return staged.filter { $0.line == nil } }
    return combination.grades.map { grade in
      let barred = staged.filter { $0.name == grade.name }.reduce(Truth.no) { $0.or($1.isBarred) }
      return GradeRow(grade, result: total, isBarred: barred)
    }
  }

  private func bars(_ rows: [Scorecard.StageRow]) -> [String] {
    rows.flatMap { $0.card?.bars ?? [] }.reduce(into: []) { bars, grade in
      if !bars.contains(grade) { bars.append(grade) }
    }
  }
}

/// Adds up stages; what drops out is made up for by the others.
private struct StageSum {
  private var points = Interval.zero
  private var weights = Rational.zero
  private var counted = Rational.zero

  mutating func add(
    _ share: Interval, _ weight: Rational, dropsOut: Bool
  ) throws(ScoringError) {
    weights = try weights + weight
    guard !dropsOut else { return }
    points = try points + share
    counted = try counted + weight
  }

  var total: Interval {
    get throws(ScoringError) {
      guard counted != weights else { return points }
      guard counted > 0 else { return Interval(low: 0, high: try weights * 100) }
      return try points * (weights / counted)
    }
  }
}

extension Combination {
  /// The weighted result of one unit; see ``PlannedCombination/score(unit:stages:)``.
  public func score(
    unit: String, stages: [String: StageInput]
  ) throws(ScoringError) -> Scorecard {
    try PlannedCombination(self).score(unit: unit, stages: stages)
  }
}
