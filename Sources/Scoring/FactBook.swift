public import AuditModel

/// What is handed in for one unit: what was observed and what people decided.
public struct ScoreInput: Hashable, Sendable {
  public var unit: String
  public var seen: [SeenObservation]
  public var judgements: Judgements?
  /// Cards of the probes, so that rules quoted from memory cost nothing.
  public var cards: [ProbeCard]
  /// The sweep was cut short: counts stay open upward.
  public var isIncomplete: Bool

  public init(
    unit: String, seen: [SeenObservation] = [], judgements: Judgements? = nil,
    cards: [ProbeCard] = [], isIncomplete: Bool = false
  ) {
    self.unit = unit
    self.seen = seen
    self.judgements = judgements
    self.cards = cards
    self.isIncomplete = isIncomplete
  }
}

/// One criterion's input after people and machine have been weighed against each other.
struct ResolvedFact {
  var reading: FactReading
  var source: CriterionRow.Source
  var judgement: Judgement?
  var machine: MachineFact?
}

/// All facts of one unit, checked against the scheme: a wrong entry is refused before anything
/// is computed.
struct FactBook {
  private let judgements: Judgements
  private var readings: [String: (judgement: Judgement, reading: FactReading)] = [:]
  private var statuses: [String: StatusJudgement] = [:]
  private var judgedIndicators: Set<String> = []
  /// Indicators with a rate over nothing (0/0): nothing about them can be computed.
  private var incomputable: Set<String> = []
  private let findings: FindingFacts

  init(_ scheme: Scheme, _ input: ScoreInput) throws(ScoringError) {
    judgements = input.judgements ?? Judgements()
    findings = FindingFacts(input.seen, cards: input.cards, isIncomplete: input.isIncomplete)
    guard input.judgements != nil else { return }
    try readStatuses(scheme)
    try readFacts(scheme)
    try checkEvents(scheme)
  }

  private mutating func readStatuses(_ scheme: Scheme) throws(ScoringError) {
    let known = Set(scheme.leaves.map(\.id))
    for status in judgements.statuses {
      guard known.contains(status.indicator) else {
        throw .refused(
          entry: status.indicator,
          reason: .unknownIndicator(nearest: nearest(to: status.indicator, in: known.sorted())))
      }
      if let other = statuses[status.indicator], other.status != status.status {
        throw .refused(entry: status.indicator, reason: .conflict)
      }
      statuses[status.indicator] = status
    }
  }

  private mutating func readFacts(_ scheme: Scheme) throws(ScoringError) {
    var rules: [String: (indicator: String, rule: Rule)] = [:]
    for leaf in scheme.leaves {
      for criterion in leaf.criteria { rules[criterion.id] = (leaf.id, criterion.rule) }
    }
    for fact in judgements.facts {
      guard let known = rules[fact.criterion] else {
        let nearest = nearest(to: fact.criterion, in: rules.keys.sorted())
        throw .refused(entry: fact.criterion, reason: .unknownCriterion(nearest: nearest))
      }
      guard statuses[known.indicator] == nil else {
        throw .refused(entry: fact.criterion, reason: .statusAndFact)
      }
      try record(fact, known.rule)
      judgedIndicators.insert(known.indicator)
      if readings[fact.criterion]?.reading.isUnknown == true {
        incomputable.insert(known.indicator)
      }
    }
  }

  private mutating func record(_ fact: Judgement, _ rule: Rule) throws(ScoringError) {
    let reading: FactReading
    do {
      reading = try FactCheck().reading(of: fact.value, for: rule)
    } catch { throw .refused(entry: fact.criterion, reason: error) }
    if let earlier = readings[fact.criterion], earlier.reading != reading {
      throw .refused(entry: fact.criterion, reason: .conflict)
    }
    readings[fact.criterion] = (fact, reading)
  }

  private func checkEvents(_ scheme: Scheme) throws(ScoringError) {
    let known = scheme.vetoes.map(\.id)
    for event in judgements.events ?? [] where !known.contains(event) {
      throw .refused(entry: event, reason: .unknownEvent(known: known))
    }
  }

  func status(of leaf: Indicator) -> StatusJudgement? { statuses[leaf.id] }

  /// Whether a veto happened: what a person lists is complete; silence under
  /// ``Judgements/Others/unassessed`` is not knowing.
  func happened(_ veto: Veto) -> Truth {
    if let events = judgements.events { return Truth(events.contains(veto.id)) }
    return judgements.others == .unassessed ? .unknown : .no
  }

  /// A person's judgement first, then the machine's observation, then what is assumed of
  /// indicators nobody mentions.
  func fact(for criterion: Criterion, of leaf: Indicator) throws(ScoringError) -> ResolvedFact {
    let machine = try findings.fact(for: criterion)
    if incomputable.contains(leaf.id) {
      let judgement = readings[criterion.id]?.judgement
      return ResolvedFact(
        reading: pending(criterion, leaf), source: judgement == nil ? .none : .judgement,
        judgement: judgement, machine: machine)
    }
    if let judged = readings[criterion.id] {
      return ResolvedFact(
        reading: judged.reading, source: .judgement, judgement: judged.judgement, machine: machine)
    }
    if let machine {
      let reading = machine.isNotApplicable ? .untriggered : machine.reading
      if !reading.isUnknown || assumption(for: criterion, of: leaf).isUnknown {
        return ResolvedFact(reading: reading, source: .machine, machine: machine)
      }
    }
    let assumed = assumption(for: criterion, of: leaf)
    return ResolvedFact(
      reading: assumed, source: assumed.isUnknown ? .none : .assumed, machine: machine)
  }

  /// An indicator that a person leaves unassessed has its marks open; a bonus or a major deduction
  /// beside them is a claim that nobody has made.
  private func pending(_ criterion: Criterion, _ leaf: Indicator) -> FactReading {
    criterion.role == leaf.role ? .unknown : .untriggered
  }

  private func assumption(for criterion: Criterion, of leaf: Indicator) -> FactReading {
    if statuses[leaf.id] != nil { return pending(criterion, leaf) }
    if judgedIndicators.contains(leaf.id) { return .untriggered }
    switch judgements.others {
    case .unassessed: return .unknown
    case .satisfied: return .best
    case .zero: return .untriggered
    }
  }
}
