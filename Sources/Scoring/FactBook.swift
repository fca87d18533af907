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
struct ResolvedFact: Sendable {
  var reading: FactReading
  var source: CriterionRow.Source
  var judgement: Judgement?
  var machine: MachineFact?
}

/// All facts of one unit, checked against the scheme: a wrong entry is refused before anything
/// is computed.
struct FactBook: Sendable {
  let plan: SchemePlan
  let input: ScoreInput
  /// One per criterion: what counts in the end, and where it comes from.
  private(set) var readings: [FactReading]
  private(set) var sources: [CriterionRow.Source]
  private let judgements: Judgements
  /// For each criterion its place among the judgements; empty while there are none.
  private var judged: [Int?] = []
  private var statuses: [Int: StatusJudgement] = [:]
  private var judgedLeaves: [Bool] = []
  private var leftToProbes: Set<Int> = []
  /// Leaves with a rate over nothing (0/0): nothing about them can be computed.
  private var incomputable: Set<Int> = []
  private let sightings: Sightings

  init(_ plan: SchemePlan, _ input: ScoreInput) throws(ScoringError) {
    self.plan = plan
    self.input = input
    judgements = input.judgements ?? Judgements()
    sightings = Sightings(plan.feeds, input)
    readings = plan.unknown
    sources = Array(repeating: .none, count: plan.criteria.count)
    if input.judgements != nil {
      try readStatuses()
      try readFacts()
      try checkEvents()
      leftToProbes = Set(judgements.leftToProbes.compactMap { plan.criterionOfID[$0] })
    }
    for leaf in plan.leaves.indices { try resolve(leaf) }
  }

  // MARK: people

  private mutating func readStatuses() throws(ScoringError) {
    for status in judgements.statuses {
      guard let leaf = plan.leafOfID[status.indicator] else {
        let known = plan.leafOfID.keys.sorted()
        throw .refused(
          entry: status.indicator,
          reason: .unknownIndicator(nearest: nearest(to: status.indicator, in: known)))
      }
      if let other = statuses[leaf], other.status != status.status {
        throw .refused(entry: status.indicator, reason: .conflict)
      }
      statuses[leaf] = status
    }
  }

  private mutating func readFacts() throws(ScoringError) {
    judged = Array(repeating: nil, count: plan.criteria.count)
    judgedLeaves = Array(repeating: false, count: plan.leaves.count)
    for (place, fact) in judgements.facts.enumerated() {
      guard let criterion = plan.criterionOfID[fact.criterion] else {
        let nearest = nearest(to: fact.criterion, in: plan.criterionOfID.keys.sorted())
        throw .refused(entry: fact.criterion, reason: .unknownCriterion(nearest: nearest))
      }
      let leaf = plan.leafOf(criterion)
      guard statuses.isEmpty || statuses[leaf] == nil else {
        throw .refused(entry: fact.criterion, reason: .statusAndFact)
      }
      try record(fact, place, criterion)
      judgedLeaves[leaf] = true
      if readings[criterion].isUnknown { incomputable.insert(leaf) }
    }
  }

  private mutating func record(
    _ fact: Judgement, _ place: Int, _ criterion: Int
  ) throws(ScoringError) {
    let reading: FactReading
    do {
      reading = try FactCheck().reading(of: fact.value, for: plan.criteria[criterion].rule)
    } catch { throw .refused(entry: fact.criterion, reason: error) }
    if judged[criterion] != nil, readings[criterion] != reading {
      throw .refused(entry: fact.criterion, reason: .conflict)
    }
    judged[criterion] = place
    (readings[criterion], sources[criterion]) = (reading, .judgement)
  }

  private func checkEvents() throws(ScoringError) {
    let known = plan.scheme.vetoes.map(\.id)
    for event in judgements.events ?? [] where !known.contains(event) {
      throw .refused(entry: event, reason: .unknownEvent(known: known))
    }
  }

  func status(of leaf: Int) -> StatusJudgement? { statuses[leaf] }

  // MARK: vetoes

  /// Whether a veto happened: what a person lists is complete; silence under
  /// ``Judgements/Others/unassessed`` is not knowing. What the machine saw of it makes it a
  /// candidate, never more: until a person says so it is unknown.
  func happened(_ veto: Int) -> Truth {
    if let events = judgements.events { return Truth(events.contains(plan.scheme.vetoes[veto].id)) }
    if judgements.others == .unassessed { return .unknown }
    return candidates(for: veto).isEmpty ? .no : .unknown
  }

  /// Whether any veto with such an effect happened.
  func happened(_ matches: (Veto.Effect) -> Bool) -> Truth {
    var truth = Truth.no
    for (index, veto) in plan.scheme.vetoes.enumerated()
    where veto.effects.contains(where: matches) {
      truth = truth.or(happened(index))
    }
    return truth
  }

  /// Ids of the observations that speak for a veto.
  func candidates(for veto: Int) -> [String] {
    guard !plan.scheme.vetoes[veto].feeds.isEmpty else { return [] }
    return Set(ids(.failed, for: plan.criteria.count + veto)).sorted()
  }

  // MARK: machine and people together

  /// A person's judgement first, then the machine's observation, then what is assumed of
  /// indicators nobody mentions.
  private mutating func resolve(_ leaf: Int) throws(ScoringError) {
    let isIncomputable = !incomputable.isEmpty && incomputable.contains(leaf)
    for criterion in plan.leaves[leaf].criteria {
      if isIncomputable {
        readings[criterion] = pending(criterion, leaf)
        continue
      }
      if sources[criterion] == .judgement { continue }
      let assumed = assumption(for: criterion, of: leaf)
      if let machine = try sightings.reading(for: criterion),
        !machine.isUnknown || assumed.isUnknown
      {
        (readings[criterion], sources[criterion]) = (machine, .machine)
        continue
      }
      (readings[criterion], sources[criterion]) = (assumed, assumed.isUnknown ? .none : .assumed)
    }
  }

  /// An indicator that a person leaves unassessed has its marks open; a bonus or a major deduction
  /// beside them is a claim that nobody has made.
  private func pending(_ criterion: Int, _ leaf: Int) -> FactReading {
    plan.criteria[criterion].role == plan.leaves[leaf].role ? .unknown : .untriggered
  }

  private func assumption(for criterion: Int, of leaf: Int) -> FactReading {
    if !statuses.isEmpty, statuses[leaf] != nil { return pending(criterion, leaf) }
    if !leftToProbes.isEmpty, leftToProbes.contains(criterion) { return .unknown }
    if !judgedLeaves.isEmpty, judgedLeaves[leaf] { return .untriggered }
    switch judgements.others {
    case .unassessed: return .unknown
    case .satisfied: return .best
    case .zero: return .untriggered
    }
  }

  /// Whether a leaf drops out: a person says so, or, in a tree of weights, the machine finds
  /// nothing that applies. A row of deductions stays: what does not apply triggers nothing.
  func isNotApplicable(_ leaf: Int) -> Bool {
    if !statuses.isEmpty, let status = statuses[leaf] { return status.status == .notApplicable }
    let criteria = plan.leaves[leaf].criteria
    guard plan.scheme.form == .weights, !criteria.isEmpty else { return false }
    return criteria.allSatisfy {
      sources[$0] == .machine && readings[$0] == .untriggered && sightings.isNotApplicable($0)
    }
  }

  // MARK: for words

  /// The criterion's input with everything that stands behind it.
  func fact(for criterion: Int) -> ResolvedFact {
    var machine = try? sightings.fact(for: criterion)
    machine?.faults = ids(.failed, for: criterion).sorted()
    machine?.undecided = ids(.undecided, for: criterion).sorted()
    return ResolvedFact(
      reading: readings[criterion], source: sources[criterion],
      judgement: judged.isEmpty ? nil : judged[criterion].map { judgements.facts[$0] },
      machine: machine)
  }

  private func ids(_ verdict: Sightings.Verdict, for owner: Int) -> [String] {
    sightings.deciding(verdict, for: owner).map { input.seen[$0].id }
  }
}
