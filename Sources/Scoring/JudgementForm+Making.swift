extension JudgementForm {
  /// The form of one scheme.
  ///
  /// - Parameters:
  ///   - editions: by scheme ``Scheme/formVersion`` under the default readings.
  ///   - choices: what was chosen when `scheme` was loaded.
  ///   - seen: what probes saw of the unit.
  /// - Throws: ``ScoringError/overflow`` when what was seen cannot be counted.
  public init(
    _ scheme: Scheme, unit: String, editions: [String: String], choices: [String: String] = [:],
    seen: ScoreInput? = nil
  ) throws(ScoringError) {
    self.init(
      scheme: scheme.id, title: scheme.title, unit: unit, isCombination: false,
      switches: scheme.switches, choices: choices, sheets: [])
    sheets = [
      try Sheet(scheme, name: FormText.singleSheet, version: editions[scheme.id], seen: seen)
    ]
  }

  /// The form of a combination, a sheet for each stage; parameters and error as above.
  public init(
    _ combination: Combination, unit: String, editions: [String: String],
    choices: [String: String] = [:], seen: ScoreInput? = nil
  ) throws(ScoringError) {
    self.init(
      scheme: combination.id, title: combination.title, unit: unit, isCombination: true,
      switches: combination.switches, choices: choices, sheets: [])
    for stage in combination.stages {
      let known = switches.map(\.id)
      switches += stage.scheme.switches.filter { !known.contains($0.id) }
      let name = FormText.tab(
        stage.name.isEmpty ? stage.scheme.title : stage.name, taken: sheets.map(\.name))
      sheets.append(
        try Sheet(stage.scheme, name: name, version: editions[stage.scheme.id], seen: seen))
    }
  }

  /// The readings that can be chosen, one line each: `开关=取值|取值 说明`, the default first.
  public var switchLines: [String] {
    switches.map { "\($0.id)=\($0.values.joined(separator: "|"))（\($0.title)）" }
  }
}

extension JudgementForm.Sheet {
  fileprivate init(
    _ scheme: Scheme, name: String, version: String?, seen: ScoreInput?
  ) throws(ScoringError) {
    let sightings = try seen.map { input throws(ScoringError) in
      try FormSighting.all(of: scheme, input)
    }
    self.init(
      name: name, scheme: scheme.id, title: scheme.title,
      version: version ?? scheme.formVersion, rows: scheme.formRows(sightings ?? [:]))
  }
}

/// What probes say to one row of a form.
struct FormSighting {
  let text: String
  /// Something that would count while nobody judges the criterion.
  let isAnswer: Bool

  /// By id of the criterion, for those that probes can speak to.
  static func all(
    of scheme: Scheme, _ input: ScoreInput
  ) throws(ScoringError) -> [String: FormSighting] {
    var input = input
    input.judgements = nil
    let book = try FactBook(SchemePlan(scheme), input)
    var sightings: [String: FormSighting] = [:]
    for (index, criterion) in scheme.criteria.enumerated() where !criterion.feeds.isEmpty {
      let fact = book.fact(for: index)
      sightings[criterion.id] = FormSighting(
        text: Wording.input(fact, criterion.rule),
        isAnswer: fact.source == .machine && !fact.reading.isUnknown)
    }
    return sightings
  }
}
