extension IndicatorRow {
  /// A leaf with its score.
  init(_ facts: LeafFacts, _ score: LeafScore, path: [String], status: StatusJudgement?) {
    self.init(frame: facts, path: path, state: score.state, own: score.own)
    explanation = score.explanation
    bonus = facts.hasCriteria(.bonus) ? score.bonus : nil
    major = facts.hasCriteria(.major) ? score.major : nil
    deduction = facts.leaf.role == .base ? provenLoss : nil
    let machine = facts.facts.filter { $0.source == .machine }.compactMap(\.machine)
    findings =
      deduction == nil && facts.leaf.role == .base
      ? [] : Set(machine.flatMap(\.faults)).sorted()
    undecided = Set(machine.flatMap(\.undecided)).sorted()
    judgements = facts.notes(status)
    criteria = facts.criterionRows(score.arithmetic)
  }

  /// A leaf that drops out.
  init(dropped facts: LeafFacts, path: [String], status: StatusJudgement?) {
    self.init(frame: facts, path: path, state: .notApplicable, own: .zero)
    explanation = Wording.notApplicable
    judgements = facts.notes(status)
    criteria = facts.criterionRows([])
  }

  private init(frame facts: LeafFacts, path: [String], state: IndicatorState, own: Interval) {
    let leaf = facts.leaf
    self.init(
      id: leaf.id, name: leaf.name, path: path, role: leaf.role, marks: facts.marks, score: own,
      bonus: nil, major: nil, state: state, explanation: "", deduction: nil, findings: [],
      undecided: [], judgements: [], criteria: [], method: leaf.method,
      responsible: leaf.responsible, line: leaf.line, note: leaf.note, children: [])
  }

  /// A group: its children added up, or clamped as one pool.
  init(group: Indicator, path: [String], children: [IndicatorRow]) throws(ScoringError) {
    var (sum, full) = (Interval.zero, Rational.zero)
    let counted = children.filter { $0.role == .base && $0.state != .notApplicable }
    for child in counted {
      sum = try sum + child.score
      full = try full + (child.marks ?? 0)
    }
    if group.isPool { sum = sum.clamped(floor: 0, ceiling: full) }
    let state = IndicatorState(merging: (counted.isEmpty ? children : counted).map(\.state))
    self.init(
      id: group.id, name: group.name, path: path, role: .base, marks: full, score: sum,
      bonus: nil, major: nil, state: state, explanation: Wording.group(sum, full), deduction: nil,
      findings: [], undecided: [], judgements: [], criteria: [], method: group.method,
      responsible: group.responsible, line: group.line, note: group.note, children: children)
    deduction = provenLoss
  }

  /// Full points less the best still possible.
  private var provenLoss: Rational? {
    guard let marks, let high = score.high, let loss = try? marks - high, loss > 0 else {
      return nil
    }
    return loss
  }
}

extension IndicatorState {
  init(merging states: [IndicatorState]) {
    let applying = states.filter { $0 != .notApplicable }
    guard let first = applying.first else {
      self = states.isEmpty ? .determined : .notApplicable
      return
    }
    if applying.contains(.error) {
      self = .error
    } else {
      self = applying.allSatisfy { $0 == first } ? first : .partly
    }
  }
}

extension LeafFacts {
  func hasCriteria(_ role: Role) -> Bool {
    leaf.role != role && leaf.criteria.contains { $0.role == role }
  }

  func notes(_ status: StatusJudgement?) -> [JudgementNote] {
    let own = status.map {
      JudgementNote(
        criterion: leaf.id, value: Wording.title(of: $0.status), by: $0.by, at: $0.at,
        note: $0.note)
    }
    return [own].compactMap { $0 }
      + facts.compactMap(\.judgement).map {
        JudgementNote(
          criterion: $0.criterion, value: Wording.value($0.value), by: $0.by, at: $0.at,
          note: $0.note)
      }
  }

  func criterionRows(_ arithmetic: [String]) -> [CriterionRow] {
    zip(leaf.criteria, facts).enumerated().map { index, pair in
      let (criterion, fact) = pair
      let isOverridden = fact.source == .judgement && fact.machine != nil
      return CriterionRow(
        id: criterion.id, text: criterion.text, rule: Wording.rule(criterion, of: leaf),
        input: Wording.input(fact, criterion.rule),
        arithmetic: index < arithmetic.count ? arithmetic[index] : "", source: fact.source,
        findings: fact.machine?.faults ?? [],
        overridden: isOverridden ? fact.machine.map(Wording.machine) : nil)
    }
  }
}
