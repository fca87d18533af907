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
      return try refusing(file) { () throws(ScoringError) in
        try combination.score(
          unit: base.unit, stages: stages(of: combination, judgements, base))
      }
    }
    let scheme = try catalogue.load(id, choices: choices)
    base.judgements = judgements?.judgements
    let ready = base
    return try refusing(file) { () throws(ScoringError) in try Scorer(scheme).score(ready) }
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
