import AuditModel
import Scoring
import Yams

/// Builds a checked scheme from a file, under the choices of readings asked for.
struct SchemeBuilder {
  private enum OverMark: String, CaseIterable { case clamp, spill }
  private enum Weights: String, CaseIterable { case literal, normalise }
  private enum Unassessed: String, CaseIterable { case open, renormalise }
  private enum Of: String, CaseIterable { case loss, score }

  let file: YAMLFile
  let references: any SchemeReferences
  var knownProbes: [String: Set<String>]?
  /// Columns and documents every scheme may refer to.
  var shared = NamedList.empty

  func scheme(choices: [String: String]) throws(DiagnosticList) -> Scheme {
    let faults = Faults(file: file.name)
    let switches = SwitchReader.switches(in: file.root, faults)
    let taken = SwitchReader.taken(choices, switches, faults, at: file.root)
    let reader = MapReader(file.root, faults, Readings(switches: switches, choices: taken))
    var scheme = head(reader)
    scheme.switches = switches
    scheme.choices = taken
    body(&scheme, reader)
    reader.finish()
    try faults.check()
    return scheme
  }

  private func head(_ reader: MapReader) -> Scheme {
    for key in ["kind", "switches"] { _ = reader.value(key) }
    _ = reader.required("form")
    return Scheme(
      id: reader.requiredText("id"), title: reader.requiredText("title"),
      citation: SwitchReader.citation(reader), issuer: reader.requiredText("issuer"),
      year: reader.whole("year") ?? 0, appliesTo: reader.requiredText("applies_to"),
      assesses: reader.words("assesses", as: AuditedUnit.Kind.self), units: reader.texts("units"),
      method: reader.text("method") ?? "",
      form: reader.word("form", as: Scheme.Form.self) ?? .sum, indicators: [])
  }

  private func body(_ scheme: inout Scheme, _ reader: MapReader) {
    if let node = reader.value("policy") { scheme.policy = policy(reader.nested(node)) }
    if let node = reader.value("conversion") {
      scheme.conversion = conversion(reader.nested(node))
    }
    let builder = IndicatorBuilder(
      form: scheme.form, references: references, knownProbes: knownProbes,
      named: shelf(of: scheme.id, reader))
    _ = reader.required("indicators")
    scheme.indicators = builder.indicators("indicators", of: reader, place: "")
    scheme.vetoes = reader.items("vetoes").enumerated().map { index, node in
      veto(reader.nested(node), "\(scheme.id)!V\(index + 1)", builder)
    }
    scheme.named = builder.named.list(used: builder.namedInFeeds)
    scheme.grades = SwitchReader.grades(reader)
    checkBars(scheme, reader)
    scheme.inconsistencies = reader.items("inconsistencies").map {
      SwitchReader.inconsistency(reader.nested($0))
    }
    checkTotal(scheme, reader)
  }

  private func shelf(of id: String, _ reader: MapReader) -> NamedListReader.Shelf {
    var shelf = NamedListReader.Shelf(shared: shared, prefix: "\(id)/")
    if let node = reader.value("named") {
      let nested = reader.nested(node)
      shelf.own = NamedListReader.list(nested)
      nested.finish()
    }
    return shelf
  }

  private func policy(_ reader: MapReader) -> Policy {
    defer { reader.finish() }
    return Policy(
      spillsOverMarks: reader.word("over_mark", as: OverMark.self) == .spill,
      normalisesWeights: reader.word("weights", as: Weights.self) == .normalise,
      renormalisesUnassessed: reader.word("unassessed", as: Unassessed.self) == .renormalise,
      bonusAbove: reader.number("bonus_above"))
  }

  private func conversion(_ reader: MapReader) -> Conversion {
    defer { reader.finish() }
    _ = reader.required("of")
    _ = reader.text("text")
    let outOf = reader.requiredNumber("out_of")
    if outOf == .zero { reader.fail(.notExact(key: "out_of", value: "0"), at: "out_of") }
    return Conversion(
      ofLoss: reader.word("of", as: Of.self) == .loss, points: reader.requiredNumber("points"),
      outOf: outOf)
  }

  private func veto(_ reader: MapReader, _ id: String, _ builder: IndicatorBuilder) -> Veto {
    defer { reader.finish() }
    var effects: [Veto.Effect] = []
    if reader.flag("zero_scheme") { effects.append(.zeroScheme) }
    if let points = reader.number("subtract") { effects.append(.subtract(points)) }
    if reader.flag("no_bonus") { effects.append(.noBonus) }
    if let points = reader.number("outer") {
      effects.append(.outer(points, adds: reader.flag("outer_adds")))
    }
    if let grade = reader.text("bar") { effects.append(.bar(grade: grade)) }
    if reader.flag("late_evidence") { effects.append(.lateEvidence) }
    if effects.isEmpty { reader.fail(.missingKey("zero_scheme"), at: "text") }
    return Veto(
      id: id, text: reader.requiredText("text"), effects: effects, line: reader.whole("line"),
      feeds: builder.feeds(reader, .fail(FailRule())))
  }

  /// Where a file lists its grades, a bar names one of them.
  private func checkBars(_ scheme: Scheme, _ reader: MapReader) {
    let known = scheme.grades.map(\.name)
    for case .bar(let grade) in scheme.vetoes.flatMap(\.effects)
    where !known.isEmpty && !known.contains(grade) {
      reader.fail(.unknownGrade(grade, known: known), at: "grades")
    }
  }

  /// Marks of the base indicators add up to what the file says the sheet is worth.
  private func checkTotal(_ scheme: Scheme, _ reader: MapReader) {
    guard scheme.form == .sum else { return }
    let expected = reader.requiredNumber("total")
    let marks = scheme.leaves.filter { $0.role == .base }.compactMap(\.marks)
    let sum = marks.reduce(Optional(Rational.zero)) { sum, mark in
      sum.flatMap { try? $0 + mark }
    }
    if sum != expected {
      reader.fail(
        .sum(
          what: Wording.marksOf, expected: expected.description,
          actual: sum?.description ?? "?"), at: "total")
    }
  }
}

/// Parts that schemes and combinations have in common.
enum SwitchReader {
  static func switches(in root: Node, _ faults: Faults) -> [Switch] {
    guard let node = root.mapping?["switches"] else { return [] }
    guard let mapping = node.mapping else {
      faults.add(.wrongType(key: "switches", expected: .mapping), at: node)
      return []
    }
    return mapping.compactMap { pair in
      guard let id = pair.key.scalar?.string else { return nil }
      let reader = MapReader(pair.value, faults, Readings())
      defer { reader.finish() }
      return Switch(id: id, title: reader.requiredText("title"), values: reader.texts("values"))
    }
  }

  /// Every switch with its value: what was chosen, else the first.
  static func taken(
    _ choices: [String: String], _ switches: [Switch], _ faults: Faults, at node: Node
  ) -> [String: String] {
    for (id, value) in choices.sorted(by: { $0.key < $1.key }) {
      guard let known = switches.first(where: { $0.id == id }) else {
        faults.add(.unknownSwitch(id, known: switches.map(\.id)), at: nil)
        continue
      }
      if !known.values.contains(value) {
        faults.add(.unknownChoice(switch: id, value: value, allowed: known.values), at: nil)
      }
    }
    return Dictionary(
      switches.map { ($0.id, choices[$0.id] ?? $0.values.first ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  static func citation(_ reader: MapReader) -> Citation {
    let document = reader.text("document")
    let number = reader.text("number")
    if document == nil || number == nil { reader.fail(.noCitation, at: "document") }
    let confidence = reader.text("confidence").flatMap(Citation.Confidence.init) ?? .single
    return Citation(
      document: "\(document ?? "")（\(number ?? "")）", place: reader.text("place") ?? "",
      confidence: confidence)
  }

  /// From the best down: the name of the source, the word people read, and the line.
  static func grades(_ reader: MapReader) -> [Grade] {
    reader.items("grades").map { node in
      let grade = reader.nested(node)
      defer { grade.finish() }
      return Grade(
        name: grade.requiredText("name"), title: grade.text("title"),
        atLeast: grade.number("at_least"))
    }
  }

  static func inconsistency(_ reader: MapReader) -> Inconsistency {
    defer { reader.finish() }
    return Inconsistency(
      number: reader.requiredText("no"), place: reader.requiredText("place"),
      what: reader.requiredText("what"), reading: reader.requiredText("reading"),
      severity: reader.requiredText("severity"))
  }
}
