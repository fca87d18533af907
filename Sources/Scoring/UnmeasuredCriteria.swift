extension Scheme {
  /// Criteria without an entry, beside entries on their indicator, for which "none done" and "not
  /// written down" are worth different points: a required number, a rate, a weight.
  ///
  /// Scoring takes silence for not triggered. Where people write beside an empty cell, it is better
  /// to ask. What a fired 不得分 of the same indicator makes worthless is not asked for.
  public func unmeasured(in judgements: Judgements) -> [String] {
    var values: [String: [FactValue]] = [:]
    for fact in judgements.facts { values[fact.criterion, default: []].append(fact.value) }
    return leaves.flatMap { leaf -> [String] in
      guard leaf.criteria.contains(where: { values[$0.id] != nil }) else { return [] }
      let isWorthless = leaf.criteria.contains { criterion in
        (values[criterion.id] ?? []).contains { criterion.rule.isFired(by: $0) }
      }
      return leaf.criteria.filter {
        values[$0.id] == nil && $0.mustBeMeasured(in: leaf)
          && !(isWorthless && $0.role == leaf.role)
      }.map(\.id)
    }
  }
}

extension Criterion {
  /// Whether a measured nothing is worth something else than silence.
  func mustBeMeasured(in leaf: Indicator) -> Bool {
    guard let nothing = rule.nothing else { return false }
    guard rule.fires(nothing) == rule.fires(.untriggered) else { return true }
    let place = LeafPlace(
      marks: leaf.marks, startsFull: leaf.role == .base && leaf.start != .zero, role: role)
    return (try? rule.magnitude(nothing, at: place))
      != (try? rule.magnitude(.untriggered, at: place))
  }
}

extension Rule {
  /// A measured nothing; nil where nothing is measured.
  fileprivate var nothing: FactReading? {
    switch self {
    case .fail(let fail): fail.need == nil ? nil : .exactly(0)
    case .step(let step): step.nothing
    case .band, .ratio: .exactly(0)
    case .judge, .quota: nil
    }
  }

  fileprivate func isFired(by value: FactValue) -> Bool {
    guard let reading = try? FactCheck().reading(of: value, for: self) else { return false }
    return fires(reading) == .yes
  }
}

extension StepRule {
  /// Paired conditions at their lowest: yes to what is asked with yes or no, nothing of what is
  /// measured. A rank has no nothing.
  fileprivate var nothing: FactReading? {
    switch count {
    case .once: nil
    case .each, .shortfall, .wholeSteps: .exactly(0)
    case .conditions(let conditions):
      .holds(
        Truth(
          conditions.allSatisfy { $0.kind != .rank && $0.holds($0.kind == .flag ? 1 : 0) }))
    }
  }
}
