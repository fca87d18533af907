extension IndicatorRow {
  /// A leaf with its score, or one that drops out.
  init(_ facts: LeafFacts, of assessment: Assessment, path: [String]) {
    let leaf = facts.leaf
    let node = assessment.nodes[assessment.plan.leaves[facts.index].node]
    self.init(
      id: leaf.id, name: leaf.name, path: path, role: leaf.role, marks: facts.marks,
      score: node.score, bonus: nil, major: nil, state: node.state, explanation: "",
      deduction: nil, findings: [], undecided: [], judgements: [], criteria: [],
      method: leaf.method, responsible: leaf.responsible, line: leaf.line, note: leaf.note,
      children: [])
    judgements = facts.notes(assessment.book.status(of: facts.index))
    guard state != .notApplicable else {
      explanation = Wording.notApplicable
      criteria = facts.criterionRows([])
      return
    }
    fill(facts, assessment)
  }

  private mutating func fill(_ facts: LeafFacts, _ assessment: Assessment) {
    let plan = assessment.plan.leaves[facts.index]
    let side = assessment.sides[facts.index]
    explanation =
      plan.needsEvidence && assessment.isEvidenceLate
      ? Wording.lateEvidence : facts.explanation(facts.stateByRules(state))
    bonus = plan.hasBonus ? side?.bonus : nil
    major = plan.hasMajor ? side?.major : nil
    deduction = role == .base ? provenLoss : nil
    let machine = facts.facts.filter { $0.source == .machine }.compactMap(\.machine)
    findings =
      deduction == nil && role == .base ? [] : Set(machine.flatMap(\.faults)).sorted()
    undecided = Set(machine.flatMap(\.undecided)).sorted()
    criteria = facts.criterionRows(facts.arithmetic)
  }

  /// A group with its children.
  init(
    _ group: Indicator, _ node: NodeFigures, path: [String], children: [IndicatorRow]
  ) {
    self.init(
      id: group.id, name: group.name, path: path, role: .base, marks: node.marks,
      score: node.score, bonus: nil, major: nil, state: node.state,
      explanation: Wording.group(node.score, node.marks ?? 0), deduction: nil, findings: [],
      undecided: [], judgements: [], criteria: [], method: group.method,
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

extension LeafFacts {
  /// The state before late evidence is held against the leaf, which changes no words but its own.
  func stateByRules(_ state: IndicatorState) -> IndicatorState {
    figures.isSingle ? .determined : state
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
