import Scoring
import Yams

/// Reads the file of judgements that `mingcha score` takes (YAML or JSON). Shapes and keys are
/// checked here; whether a value fits its rule is checked when it is scored.
public struct JudgementReader {
  public init() {}

  public func read(path: String) throws(DiagnosticList) -> JudgementFile {
    try read(YAMLFile(path: path))
  }

  public func read(text: String, name: String) throws(DiagnosticList) -> JudgementFile {
    try read(YAMLFile(text: text, name: name))
  }

  private func read(_ file: YAMLFile) throws(DiagnosticList) -> JudgementFile {
    let faults = Faults(file: file.name)
    let reader = MapReader(file.root, faults, Readings(), ignoresEmpty: true)
    // Labels for people only; a score vector is itself a file of judgements.
    for label in ["id", "reading", "why", "expected"] { _ = reader.value(label) }
    var choices: [String: String] = [:]
    for (id, node) in reader.pairs("choices") { choices[id] = reader.text(node, id) }
    let own = judgements(reader, others: .unassessed)
    let stages = stages(reader, others: own.others)
    let read = JudgementFile(
      scheme: reader.text("scheme"), unit: reader.text("unit"), choices: choices,
      judgements: own, stages: stages,
      own: reader.value("self").map { self.own(reader.nested($0)) },
      places: JudgementPlaces(file.root))
    reader.finish()
    try faults.check()
    return read
  }

  /// The unit's own word on itself, in the same form, below `self`.
  private func own(_ reader: MapReader) -> Assessment {
    defer { reader.finish() }
    let judged = judgements(reader, others: .unassessed)
    return Assessment(
      judgements: judged, stages: stages(reader, others: judged.others),
      places: JudgementPlaces(reader.node))
  }

  private func stages(
    _ reader: MapReader, others: Judgements.Others
  ) -> [String: JudgementFile.Stage] {
    var stages: [String: JudgementFile.Stage] = [:]
    for (id, node) in reader.pairs("stages") {
      stages[id] = stage(reader.nested(node), others: others)
    }
    return stages
  }

  private func stage(_ reader: MapReader, others: Judgements.Others) -> JudgementFile.Stage {
    defer { reader.finish() }
    if reader.has("score") { return .score(reader.requiredNumber("score")) }
    if reader.flag("unassessed") { return .unassessed }
    return .judgements(judgements(reader, others: others))
  }

  /// Who hands in a file names every veto that happened: silence means none did. A stage takes the
  /// file's `others` unless it has its own.
  private func judgements(_ reader: MapReader, others: Judgements.Others) -> Judgements {
    var judgements = Judgements(
      unit: reader.text("unit"),
      others: reader.word("others", as: Judgements.Others.self) ?? others,
      events: reader.texts("events"))
    for node in reader.items("facts") { fact(reader.nested(node), into: &judgements) }
    return judgements
  }

  private func fact(_ reader: MapReader, into judgements: inout Judgements) {
    defer { reader.finish() }
    let (by, at, note) = (reader.text("by"), reader.text("at"), reader.text("note"))
    // A label for people only; vectors carry it.
    _ = reader.value("measure")
    if let indicator = reader.text("indicator") {
      _ = reader.required("status")
      guard let status = reader.word("status", as: StatusJudgement.Status.self) else { return }
      judgements.statuses.append(
        StatusJudgement(indicator: indicator, status: status, by: by, at: at, note: note))
      return
    }
    let criterion = reader.requiredText("criterion")
    guard let node = reader.required("value"), let value = value(node, reader) else { return }
    judgements.facts.append(
      Judgement(criterion: criterion, value: value, by: by, at: at, note: note))
  }

  /// Numbers are read from their text, never through a binary fraction. Unquoted `true` and
  /// `false` are flags; a percentage stays text, since only a share may be one; everything that is
  /// no exact number stays text too and is refused where a number is wanted.
  private func value(_ node: Node, _ reader: MapReader) -> FactValue? {
    switch node {
    case .scalar(let scalar):
      if scalar.style == .plain, scalar.string == "true" { return .flag(true) }
      if scalar.style == .plain, scalar.string == "false" { return .flag(false) }
      if scalar.string.hasSuffix("%") { return .text(scalar.string) }
      return Rational(scalar.string).map(FactValue.number) ?? .text(scalar.string)
    case .sequence(let items): return .list(items.compactMap { value($0, reader) })
    case .mapping(let pairs):
      var record: [String: FactValue] = [:]
      for pair in pairs {
        guard let key = reader.text(pair.key, "value") else { return nil }
        record[key] = value(pair.value, reader)
      }
      return .record(record)
    case .alias: return nil
    }
  }
}
