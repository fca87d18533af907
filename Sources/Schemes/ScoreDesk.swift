public import Scoring

/// Scores schemes and combinations of the catalogue: what `mingcha score` does between reading its
/// arguments and printing. What it was made ready for is read and laid out once.
public struct ScoreDesk: Sendable {
  public let catalogue: Catalogue
  private var ready: [String: Ready] = [:]

  private enum Ready: Sendable {
    case scheme(Scorer)
    case combination(PlannedCombination)
  }

  /// A desk that reads whatever it is asked for when it is asked.
  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// A desk with these ids read, under the default readings.
  /// - Throws: ``DiagnosticList`` for an id that does not exist or cannot be scored.
  public init(_ catalogue: Catalogue, ready ids: some Sequence<String>) throws(DiagnosticList) {
    self.catalogue = catalogue
    for id in ids where ready[id] == nil { ready[id] = try read(id, [:]) }
  }

  /// - Parameters:
  ///   - id: a scheme or a combination.
  ///   - judgements: what people decided; nil when there is only the machine.
  ///   - seen: observations of the unit, by which feeds determine criteria.
  /// - Throws: ``DiagnosticList``, for a refused judgement with the file and the entry.
  public func card(
    _ id: String, unit: String? = nil, judgements: JudgementFile? = nil, file: String = "",
    seen input: ScoreInput? = nil, choices: [String: String] = [:]
  ) throws(DiagnosticList) -> Scorecard {
    let rescoring = try rescoring(
      id, unit: unit, judgements: judgements, file: file, seen: input, choices: choices)
    return try refusing(file, judgements?.places) { () throws(ScoringError) in
      try rescoring.scorecard
    }
  }

  /// What mending the findings charged would bring; nil where there is no total.
  /// - Throws: as ``card(_:unit:judgements:file:seen:choices:)`` does.
  public func gains(
    _ card: Scorecard, judgements: JudgementFile? = nil, file: String = "",
    seen input: ScoreInput, choices: [String: String] = [:]
  ) throws(DiagnosticList) -> Gains? {
    let rescoring = try rescoring(
      card.scheme, unit: card.unit, judgements: judgements, file: file, seen: input,
      choices: choices)
    return try refusing(file) { () throws(ScoringError) in
      try GainSearch.gains(of: card, by: rescoring)
    }
  }

  /// - Parameter choices: readings that go before those of the file.
  private func rescoring(
    _ id: String, unit: String?, judgements: JudgementFile?, file: String, seen: ScoreInput?,
    choices: [String: String]
  ) throws(DiagnosticList) -> Rescoring {
    if let named = judgements?.scheme, named != id {
      throw fault(file, .schemeMismatch(expected: id, given: named))
    }
    if let judgements { try checkPlaces(judgements, id, file) }
    var base = seen ?? ScoreInput(unit: "")
    base.unit = unit ?? judgements?.unit ?? base.unit
    let all = (judgements?.choices ?? [:]).merging(choices) { $1 }
    let found = try naming(file) { () throws(DiagnosticList) in
      try prepared(id, all.isEmpty ? all : catalogue.applying(all, to: id))
    }
    switch found {
    case .scheme(let scorer):
      base.judgements = judgements?.judgements
      if let judgements {
        let faults = scorer.scheme.faults(in: judgements.judgements)
        try check(diagnostics(faults, judgements.judgements, judgements.places, file))
      }
      return Rescoring(scorer, base)
    case .combination(let planned):
      try check(judgements, planned.combination, file)
      let inputs = StageInputs(combination: planned.combination, base: base).inputs(judgements)
      return Rescoring(planned, inputs, unit: base.unit)
    }
  }

  /// 考评, and beside it 自评 when there is any. What probes saw counts for the assessors only: the
  /// unit's own score rests on what the unit says.
  public func cards(
    _ id: String, unit: String? = nil, judgements: JudgementFile? = nil, file: String = "",
    seen input: ScoreInput? = nil
  ) throws(DiagnosticList) -> AssessedCards {
    let given = try card(id, unit: unit, judgements: judgements, file: file, seen: input)
    guard let own = judgements?.selfAssessment else { return AssessedCards(given: given) }
    let mine = try card(id, unit: unit, judgements: own, file: file)
    let comparison = try refusing(file) { () throws(ScoringError) in
      try ScoreComparison(own: mine, given: given)
    }
    return AssessedCards(given: given, own: mine, comparison: comparison)
  }

  /// Everything that is wrong with what people wrote, not only the first of it.
  private func check(_ diagnostics: [Diagnostic]) throws(DiagnosticList) {
    if !diagnostics.isEmpty { throw DiagnosticList(Array(diagnostics.prefix(100))) }
  }

  private func check(
    _ file: JudgementFile?, _ combination: Combination, _ name: String
  ) throws(DiagnosticList) {
    guard let file else { return }
    try check(
      combination.stages.flatMap { stage -> [Diagnostic] in
        guard case .judgements(let judgements)? = file.stages[stage.scheme.id] else { return [] }
        return diagnostics(stage.scheme.faults(in: judgements), judgements, file.places, name)
      })
  }

  private func diagnostics(
    _ faults: [JudgementFault], _ judgements: Judgements, _ places: JudgementPlaces, _ file: String
  ) -> [Diagnostic] {
    faults.map { fault in
      let place = places.place(of: fault.entry, number: judgements.number(of: fault.place))
      return Diagnostic(
        file: file, line: place?.line ?? 0, column: place?.column ?? 0,
        fault: .refused(entry: fault.entry, reason: fault.reason.description))
    }
  }

  private func prepared(
    _ id: String, _ choices: [String: String]
  ) throws(DiagnosticList) -> Ready {
    if choices.isEmpty, let known = ready[id] { return known }
    return try read(id, choices)
  }

  private func read(_ id: String, _ choices: [String: String]) throws(DiagnosticList) -> Ready {
    switch try catalogue.item(id, choices: choices) {
    case .scheme(let scheme): return .scheme(Scorer(scheme))
    case .combination(let combination): return .combination(PlannedCombination(combination))
    case nil: throw fault(id, .notScorable(id))
    }
  }

  /// Entries that would be lost in silence are refused: stages of what has none, and entries at the
  /// top of a file that has stages.
  private func checkPlaces(
    _ judgements: JudgementFile, _ id: String, _ file: String
  ) throws(DiagnosticList) {
    guard !judgements.stages.isEmpty else { return }
    guard try isCombination(id) else {
      throw fault(file, .refused(entry: "stages", reason: Wording.noStages(id)))
    }
    let own = judgements.judgements
    let lost =
      own.facts.first?.criterion ?? own.statuses.first?.indicator ?? own.events?.first
    if let lost { throw fault(file, .refused(entry: lost, reason: Wording.besideStages)) }
  }

  private func isCombination(_ id: String) throws(DiagnosticList) -> Bool {
    switch ready[id] {
    case .combination: true
    case .scheme: false
    case nil: try catalogue.kind(of: id) == .combination
    }
  }

  /// A choice that cannot be taken is a fault of the file it stands in, not of the scheme.
  private func naming<Value>(
    _ file: String, _ body: () throws(DiagnosticList) -> Value
  ) throws(DiagnosticList) -> Value {
    do { return try body() } catch {
      throw DiagnosticList(
        error.diagnostics.map { diagnostic in
          switch diagnostic.fault {
          case .unknownSwitch where !file.isEmpty, .unknownChoice where !file.isEmpty:
            Diagnostic(file: file, fault: diagnostic.fault)
          default: diagnostic
          }
        })
    }
  }

  private func refusing<Value>(
    _ file: String, _ places: JudgementPlaces? = nil, _ body: () throws(ScoringError) -> Value
  ) throws(DiagnosticList) -> Value {
    do { return try body() } catch {
      switch error {
      case .overflow: throw fault(file, .refused(entry: "", reason: error.description))
      case .refused(let entry, let reason):
        throw fault(
          file, .refused(entry: entry, reason: reason.description), at: places?.place(of: entry))
      }
    }
  }

  private func fault(
    _ file: String, _ fault: Fault, at place: JudgementPlaces.Place? = nil
  ) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(file: file, line: place?.line ?? 0, column: place?.column ?? 0, fault: fault)
    ])
  }
}

/// The assessors' scorecard and, when the unit assessed itself, its own beside it.
public struct AssessedCards: Sendable {
  public var given: Scorecard
  public var own: Scorecard?
  public var comparison: ScoreComparison?

  public init(given: Scorecard, own: Scorecard? = nil, comparison: ScoreComparison? = nil) {
    self.given = given
    self.own = own
    self.comparison = comparison
  }
}
