import AuditModel
import Scoring
import Yams

/// Builds a combination of schemes. A choice goes to whoever knows the switch: the combination
/// itself, or the stages that have it.
struct CombinationBuilder {
  let file: YAMLFile
  let catalogue: Catalogue

  func combination(choices: [String: String]) throws(DiagnosticList) -> Combination {
    let faults = Faults(file: file.name)
    let switches = SwitchReader.switches(in: file.root, faults)
    let own = choices.filter { id, _ in switches.contains { $0.id == id } }
    let taken = SwitchReader.taken(own, switches, faults, at: file.root)
    let reader = MapReader(file.root, faults, Readings(switches: switches, choices: taken))
    for key in ["kind", "switches", "issuer", "year", "applies_to"] { _ = reader.value(key) }
    var passed = Set(own.keys)
    let stages = try stages(reader, choices, &passed)
    for id in choices.keys.sorted() where !passed.contains(id) {
      faults.add(.unknownSwitch(id, known: known(switches, stages)), at: nil)
    }
    let combination = Combination(
      id: reader.requiredText("id"), title: reader.requiredText("title"),
      citation: SwitchReader.citation(reader), stages: stages,
      bonusOnTotal: reader.flag("bonus_on_total"), units: reader.texts("units"),
      grades: SwitchReader.grades(reader),
      switches: switches, choices: taken,
      inconsistencies: reader.items("inconsistencies").map {
        SwitchReader.inconsistency(reader.nested($0))
      })
    checkWeights(stages, reader)
    reader.finish()
    try faults.check()
    return combination
  }

  private func stages(
    _ reader: MapReader, _ choices: [String: String], _ passed: inout Set<String>
  ) throws(DiagnosticList) -> [Combination.Stage] {
    _ = reader.required("stages")
    var stages: [Combination.Stage] = []
    for node in reader.items("stages") {
      let stage = reader.nested(node)
      let id = stage.requiredText("scheme")
      let weight = stage.requiredNumber("weight")
      let name = stage.text("name") ?? ""
      stage.finish()
      guard !id.isEmpty else { continue }
      let plain = try catalogue.load(id)
      let known = plain.switches.map(\.id)
      let own = choices.filter { known.contains($0.key) }
      passed.formUnion(own.keys)
      let scheme = own.isEmpty ? plain : try catalogue.load(id, choices: own)
      stages.append(Combination.Stage(scheme: scheme, weight: weight, name: name))
    }
    return stages
  }

  private func known(_ switches: [Switch], _ stages: [Combination.Stage]) -> [String] {
    var ids = switches.map(\.id)
    for id in stages.flatMap({ $0.scheme.switches.map(\.id) }) where !ids.contains(id) {
      ids.append(id)
    }
    return ids
  }

  private func checkWeights(_ stages: [Combination.Stage], _ reader: MapReader) {
    let sum = stages.reduce(Optional(Rational.zero)) { sum, stage in
      sum.flatMap { try? $0 + stage.weight }
    }
    guard sum != 1 else { return }
    reader.fail(
      .sum(
        what: Wording.stagesOf, expected: "100%",
        actual: sum.map { $0.shownAsPercent(places: 4) } ?? "?"), at: "stages")
  }
}

/// Reads a table of quotas: groups of units that share a task.
struct QuotaTableReader {
  let file: YAMLFile

  func tasks() throws(DiagnosticList) -> [QuotaTask] {
    let faults = Faults(file: file.name)
    let reader = MapReader(file.root, faults, Readings())
    for key in ["kind", "id", "title", "issuer", "year", "applies_to"] { _ = reader.value(key) }
    _ = SwitchReader.citation(reader)
    var (tasks, names) = ([QuotaTask](), Set<String>())
    _ = reader.required("tasks")
    for node in reader.items("tasks") {
      for task in group(reader.nested(node)) {
        if !names.insert(task.unit).inserted { faults.add(.duplicateID(task.unit), at: node) }
        tasks.append(task)
      }
    }
    reader.finish()
    try faults.check()
    return tasks
  }

  private func group(_ reader: MapReader) -> [QuotaTask] {
    defer { reader.finish() }
    let (group, remark) = (reader.requiredText("group"), reader.text("remark"))
    let municipal = reader.requiredNumber("municipal")
    let provincial = reader.requiredNumber("provincial")
    return reader.texts("units").map {
      QuotaTask(
        unit: $0, group: group, municipal: municipal, provincial: provincial, remark: remark)
    }
  }
}
