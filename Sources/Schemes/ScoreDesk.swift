public import Scoring

/// Scores a scheme or a combination of the catalogue: what `mingcha score` does between reading
/// its arguments and printing.
public struct ScoreDesk: Sendable {
  public let catalogue: Catalogue

  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// - Parameters:
  ///   - id: a scheme or a combination.
  ///   - judgements: what people decided; nil when there is only the machine.
  ///   - seen: observations of the unit, by which feeds determine criteria.
  /// - Throws: ``DiagnosticList``, for a refused judgement with the file and the entry.
  public func card(
    _ id: String, unit: String? = nil, judgements: JudgementFile? = nil, file: String = "",
    seen input: ScoreInput? = nil
  ) throws(DiagnosticList) -> Scorecard {
    if let named = judgements?.scheme, named != id {
      throw fault(file, .schemeMismatch(expected: id, given: named))
    }
    var base = input ?? ScoreInput(unit: "")
    base.unit = unit ?? judgements?.unit ?? base.unit
    let choices = judgements?.choices ?? [:]
    if try catalogue.kind(of: id) == .combination {
      let combination = try catalogue.combination(id, choices: choices)
      try check(judgements, combination, file)
      return try refusing(file) { () throws(ScoringError) in
        try combination.score(
          unit: base.unit, stages: stages(of: combination, judgements, base))
      }
    }
    let scheme = try catalogue.load(id, choices: choices)
    base.judgements = judgements?.judgements
    if let judgements { try check(scheme.faults(in: judgements.judgements), file) }
    let ready = base
    return try refusing(file) { () throws(ScoringError) in try Scorer(scheme).score(ready) }
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
  private func check(_ faults: [JudgementFault], _ file: String) throws(DiagnosticList) {
    guard !faults.isEmpty else { return }
    throw DiagnosticList(
      faults.prefix(100).map {
        Diagnostic(
          file: file, fault: .refused(entry: $0.entry, reason: $0.reason.description))
      })
  }

  private func check(
    _ file: JudgementFile?, _ combination: Combination, _ name: String
  ) throws(DiagnosticList) {
    var faults: [JudgementFault] = []
    for stage in combination.stages {
      guard case .judgements(let judgements)? = file?.stages[stage.scheme.id] else { continue }
      faults += stage.scheme.faults(in: judgements)
    }
    try check(faults, name)
  }

  private func stages(
    of combination: Combination, _ file: JudgementFile?, _ base: ScoreInput
  ) -> [String: StageInput] {
    guard let file, !file.stages.isEmpty else {
      return Dictionary(
        combination.stages.map { ($0.scheme.id, .facts(base)) }, uniquingKeysWith: { $1 })
    }
    return file.stages.mapValues { stage in
      switch stage {
      case .judgements(let judgements):
        var input = base
        input.judgements = judgements
        return .facts(input)
      case .score(let score): return .score(score)
      case .unassessed: return .unassessed
      }
    }
  }

  private func refusing<Value>(
    _ file: String, _ body: () throws(ScoringError) -> Value
  ) throws(DiagnosticList) -> Value {
    do { return try body() } catch {
      switch error {
      case .overflow: throw fault(file, .refused(entry: "", reason: error.description))
      case .refused(let entry, let reason):
        throw fault(file, .refused(entry: entry, reason: reason.description))
      }
    }
  }

  private func fault(_ file: String, _ fault: Fault) -> DiagnosticList {
    DiagnosticList([Diagnostic(file: file, fault: fault)])
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
