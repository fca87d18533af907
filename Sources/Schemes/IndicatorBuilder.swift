import AuditModel
import Scoring
import Yams

/// Builds the indicator tree, checking sums, ids and caps on the way.
final class IndicatorBuilder {
  let form: Scheme.Form
  let references: any SchemeReferences
  /// Probes that exist, with the codes each can report; nil: not checked.
  let knownProbes: [String: Set<String>]?
  /// Columns and documents that feeds may refer to.
  let named: NamedListReader.Shelf
  /// Those that feeds did refer to.
  private(set) var namedInFeeds: Set<String> = []
  private var ids: Set<String> = []

  init(
    form: Scheme.Form, references: any SchemeReferences, knownProbes: [String: Set<String>]?,
    named: NamedListReader.Shelf
  ) {
    self.named = named
    self.form = form
    self.references = references
    self.knownProbes = knownProbes
  }

  func indicators(_ key: String, of reader: MapReader, place: String) -> [Indicator] {
    let nodes = reader.items(key)
    let indicators = nodes.enumerated().map { index, node in
      indicator(
        reader.nested(node), place: place.isEmpty ? "\(index + 1)" : "\(place).\(index + 1)")
    }
    checkWeights(indicators, reader, key)
    return indicators
  }

  private func indicator(_ reader: MapReader, place: String) -> Indicator {
    defer { reader.finish() }
    let isLeaf = !reader.has("children")
    let id = isLeaf ? reader.requiredText("id") : reader.text("id") ?? place
    if !ids.insert(id).inserted { reader.fail(.duplicateID(id), at: "id") }
    var indicator = Indicator(
      id: id, name: reader.requiredText("name"), weight: reader.number("weight"),
      isPool: reader.flag("pool"), needsEvidence: reader.flag("evidence"),
      method: reader.text("method") ?? "", responsible: reader.text("responsible") ?? "",
      line: reader.whole("line"), note: reader.text("note"))
    indicator.role = reader.word("role", as: Role.self) ?? .base
    guard isLeaf else {
      indicator.children = indicators("children", of: reader, place: place)
      return indicator
    }
    fill(&indicator, reader)
    return indicator
  }

  private func fill(_ leaf: inout Indicator, _ reader: MapReader) {
    if form == .weights {
      leaf.start = .zero
      leaf.criteria = [rateCriterion(leaf, reader)]
      return
    }
    leaf.marks = leaf.role == .base ? reader.requiredNumber("marks") : reader.number("marks")
    leaf.start = start(reader)
    for (name, node) in reader.pairs("caps") { leaf.caps[name] = reader.number(node, name) }
    let nodes = reader.items("criteria")
    if nodes.isEmpty { reader.fail(.noCriteria(leaf.id), at: "id") }
    leaf.criteria = nodes.enumerated().compactMap { index, node in
      criterion(reader.nested(node), "\(leaf.id)#\(index + 1)", leaf)
    }
    checkCaps(leaf, reader)
  }

  private func start(_ reader: MapReader) -> Indicator.Start {
    guard let text = reader.text("start") else { return .full }
    switch text {
    case "full": return .full
    case "zero": return .zero
    default: return reader.number("start").map(Indicator.Start.points) ?? .full
    }
  }

  /// A leaf of a weight tree has no rules of its own: an outside body gives it a rate.
  private func rateCriterion(_ leaf: Indicator, _ reader: MapReader) -> Criterion {
    let rule = Rule.judge(JudgeRule(unit: .rate))
    return Criterion(
      id: "\(leaf.id)#1", text: reader.text("text") ?? leaf.name, rule: rule,
      feeds: feeds(reader, rule), note: reader.text("reading"))
  }

  private func criterion(_ reader: MapReader, _ id: String, _ leaf: Indicator) -> Criterion? {
    defer { reader.finish() }
    let text = reader.requiredText("text")
    guard let rule = RuleBuilder(reader: reader, references: references).rule() else {
      reader.abandon()
      return nil
    }
    return Criterion(
      id: id, text: text, rule: rule, role: reader.word("role", as: Role.self) ?? leaf.role,
      cap: reader.number("cap"), capGroup: reader.text("shared"), feeds: feeds(reader, rule),
      note: reader.text("reading"))
  }

  // MARK: feeds

  func feeds(_ reader: MapReader, _ rule: Rule) -> [Feed] {
    let feeds = reader.items("feeds").compactMap { feed(reader.nested($0), rule) }
    // One rule is either determined by what was seen, or only supported by it.
    if Set(feeds.map { $0.reading == .support }).count > 1 {
      reader.fail(.feedDoesNotFit(reading: Feed.Reading.support.rawValue), at: "feeds")
    }
    return feeds
  }

  private func feed(_ reader: MapReader, _ rule: Rule) -> Feed? {
    defer { reader.finish() }
    let probe = reader.requiredText("probe")
    let codes = reader.texts("codes")
    checkProbe(probe, codes, reader)
    guard reader.required("reading") != nil,
      let reading = reader.word("reading", as: Feed.Reading.self)
    else { return nil }
    if !fits(reading, rule) {
      reader.fail(.feedDoesNotFit(reading: reading.rawValue), at: "reading")
    }
    var matching: [String: [String]] = [:]
    for (key, node) in reader.pairs("matching") {
      matching[key] =
        node.sequence?.compactMap { $0.scalar?.string }
        ?? node.scalar.map { [$0.string] } ?? []
    }
    if let documents = matching["document"] {
      matching["document"] = resolved(documents, probe, reader, at: "matching")
    }
    return Feed(
      probe: probe, subjects: resolved(reader.texts("subjects"), probe, reader, at: "subjects"),
      codes: codes,
      matching: matching, reading: reading, groupBy: reader.text("group_by"),
      isPartial: reader.flag("partial"), nilReturnFails: reader.flag("nil_return_fails"))
  }

  /// Names of columns and documents as they are known outside the file.
  private func resolved(
    _ names: [String], _ probe: String, _ reader: MapReader, at key: String
  ) -> [String] {
    names.compactMap { name in
      guard let id = named.resolved(name, probe: probe) else {
        reader.fail(.unknownReference(name), at: key)
        return nil
      }
      if probe == NamedList.columnProbe || probe == NamedList.documentProbe {
        namedInFeeds.insert(id)
      }
      return id
    }
  }

  private func checkProbe(_ probe: String, _ codes: [String], _ reader: MapReader) {
    guard let knownProbes, !probe.isEmpty else { return }
    guard let known = knownProbes[probe] else {
      let names = knownProbes.keys.sorted()
      return reader.fail(
        .unknownProbe(probe, nearest: nearest(to: probe, in: names)), at: "probe")
    }
    for code in codes where !known.contains(code) {
      let nearest = nearest(to: code, in: known.sorted())
      reader.fail(.unknownCode(code, probe: probe, nearest: nearest), at: "codes")
    }
  }

  private func fits(_ reading: Feed.Reading, _ rule: Rule) -> Bool {
    switch (reading, rule) {
    case (.support, _): return true
    case (.share, .ratio): return true
    case (.share, .judge(let judge)), (.presence, .judge(let judge)): return judge.unit == .rate
    case (.presence, .fail(let fail)), (.count, .fail(let fail)): return fail.need == nil
    case (.presence, .step(let step)), (.count, .step(let step)):
      return step.count == .once || step.count == .each
    default: return false
    }
  }

  // MARK: checks

  private func checkCaps(_ leaf: Indicator, _ reader: MapReader) {
    var signs: [String: Int] = [:]
    for criterion in leaf.criteria {
      guard let group = criterion.capGroup else { continue }
      guard leaf.caps[group] != nil else {
        reader.fail(.unknownCap(group, known: leaf.caps.keys.sorted()), at: "criteria")
        continue
      }
      let sign = criterion.rule.sign(startsFull: true)
      if let other = signs[group], other != sign { reader.fail(.mixedCap(group), at: "criteria") }
      signs[group] = sign
    }
  }

  /// Sibling weights add up to 100 %, or to what the file declares the source to print.
  private func checkWeights(_ siblings: [Indicator], _ reader: MapReader, _ key: String) {
    let declared = reader.number("weights_sum")
    let weights = siblings.compactMap(\.weight)
    guard form == .weights, !weights.isEmpty else { return }
    let sum = weights.reduce(Optional(Rational.zero)) { sum, weight in
      sum.flatMap { try? $0 + weight }
    }
    let expected = declared ?? 1
    if weights.count != siblings.count || sum != expected {
      reader.fail(
        .sum(
          what: Wording.weightsOf, expected: expected.shownAsPercent(places: 4),
          actual: sum.map { $0.shownAsPercent(places: 4) } ?? "?"), at: key)
    }
  }
}
