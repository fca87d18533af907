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
    if let judgements { try checkPlaces(judgements, id, file) }
    var base = input ?? ScoreInput(unit: "")
    base.unit = unit ?? judgements?.unit ?? base.unit
    let choices = judgements?.choices ?? [:]
    if try catalogue.kind(of: id) == .combination {
      let combination = try naming(file) { () throws(DiagnosticList) in
        try catalogue.combination(id, choices: catalogue.applying(choices, to: id))
      }
      let inputs = StageInputs(combination: combination, base: base).inputs(judgements)
      return try refusing(file) { () throws(ScoringError) in
        try combination.score(unit: base.unit, stages: inputs)
      }
    }
    let scheme = try naming(file) { () throws(DiagnosticList) in
      try catalogue.load(id, choices: catalogue.applying(choices, to: id))
    }
    base.judgements = judgements?.judgements
    let ready = base
    return try refusing(file) { () throws(ScoringError) in try Scorer(scheme).score(ready) }
  }

  /// Entries that would be lost in silence are refused: stages of what has none, and entries at the
  /// top of a file that has stages.
  private func checkPlaces(
    _ judgements: JudgementFile, _ id: String, _ file: String
  ) throws(DiagnosticList) {
    guard !judgements.stages.isEmpty else { return }
    guard try catalogue.kind(of: id) == .combination else {
      throw fault(file, .refused(entry: "stages", reason: Wording.noStages(id)))
    }
    let own = judgements.judgements
    let lost =
      own.facts.first?.criterion ?? own.statuses.first?.indicator ?? own.events?.first
    if let lost { throw fault(file, .refused(entry: lost, reason: Wording.besideStages)) }
  }

  /// A choice that cannot be taken is a fault of the file it stands in, not of the scheme.
  private func naming<Value>(
    _ file: String, _ body: () throws(DiagnosticList) -> Value
  ) throws(DiagnosticList) -> Value {
    do { return try body() } catch {
      throw DiagnosticList(
        error.diagnostics.map { diagnostic in
          switch diagnostic.fault {
          case .unknownSwitch, .unknownChoice: Diagnostic(file: file, fault: diagnostic.fault)
          default: diagnostic
          }
        })
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
