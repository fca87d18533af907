public import Scoring

extension Catalogue {
  /// The form people fill in for a scheme or combination.
  ///
  /// - Parameters:
  ///   - choices: readings other than the default, by switch.
  ///   - seen: what probes saw of the unit.
  /// - Throws: ``DiagnosticList`` for an id or a choice that does not exist.
  public func form(
    _ id: String, unit: String, choices: [String: String] = [:], seen: ScoreInput? = nil
  ) throws(DiagnosticList) -> JudgementForm {
    let editions = try editions(id)
    let item = try item(id, choices: choices)
    do throws(ScoringError) {
      switch item {
      case .scheme(let scheme):
        return try JudgementForm(
          scheme, unit: unit, editions: editions, choices: choices, seen: seen)
      case .combination(let combination):
        return try JudgementForm(
          combination, unit: unit, editions: editions, choices: choices, seen: seen)
      case nil: break
      }
    } catch {
      throw DiagnosticList([
        Diagnostic(file: id, fault: .refused(entry: "", reason: error.description))
      ])
    }
    throw DiagnosticList([Diagnostic(file: id, fault: .notScorable(id))])
  }

  /// ``Scoring/Scheme/formVersion`` of everything a form of this id asks for, by scheme, under the
  /// default readings: a form stays good when another reading is chosen on it.
  public func editions(_ id: String) throws(DiagnosticList) -> [String: String] {
    let schemes = try item(id)?.schemes ?? []
    return Dictionary(schemes.map { ($0.id, $0.formVersion) }, uniquingKeysWith: { $1 })
  }
}

extension Catalogue.Item {
  /// The scheme, or those of a combination's stages.
  public var schemes: [Scheme] {
    switch self {
    case .scheme(let scheme): [scheme]
    case .combination(let combination): combination.stages.map(\.scheme)
    }
  }

  /// The units assessed, where the document lists them.
  public var unitNames: UnitNames {
    switch self {
    case .scheme(let scheme): UnitNames(scheme.units, issuer: scheme.issuer)
    case .combination(let combination):
      UnitNames(combination.units, issuer: combination.stages.first?.scheme.issuer ?? "")
    }
  }

  public var isCombination: Bool { if case .combination = self { true } else { false } }
}
