extension JudgementForm {
  /// The form of one scheme.
  public init(
    _ scheme: Scheme, unit: String, all: Bool = false, machine: [String: CriterionRow] = [:]
  ) {
    let sheet = scheme.formSheet(name: FormText.singleSheet, all: all, machine: machine)
    self.init(
      scheme: scheme.id, title: scheme.title, unit: unit, isCombination: false, sheets: [sheet])
  }

  /// The form of a combination, a sheet for each stage.
  public init(
    _ combination: Combination, unit: String, all: Bool = false,
    machine: [String: CriterionRow] = [:]
  ) {
    let sheets = combination.stages.enumerated().map { index, stage in
      stage.scheme.formSheet(name: FormText.stageSheet(index + 1), all: all, machine: machine)
    }
    self.init(
      scheme: combination.id, title: combination.title, unit: unit, isCombination: true,
      sheets: sheets)
  }
}

extension Scorecard {
  /// What went into each criterion, those of a combination's stages included.
  public var criteriaByID: [String: CriterionRow] {
    let own =
      leaves.flatMap(\.criteria) + stages.flatMap { $0.card?.leaves.flatMap(\.criteria) ?? [] }
    return Dictionary(own.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
