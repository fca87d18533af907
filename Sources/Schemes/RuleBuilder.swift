import Scoring
import Yams

/// Builds one scoring standard from its mapping.
struct RuleBuilder {
  enum Name: String, CaseIterable { case fail, minus, plus, band, ratio, judge, quota }
  private enum Counting: String, CaseIterable { case once, each }
  private enum Gives: String, CaseIterable { case score, deduction }
  private enum Value: String, CaseIterable { case count, percent }
  private enum Share: String, CaseIterable { case good, bad }
  private enum StepMode: String, CaseIterable { case replace, stack }

  let reader: MapReader
  let references: any SchemeReferences

  func rule() -> Rule? {
    guard let node = reader.required("rule"), reader.text(node, "rule") != nil,
      let name = reader.word("rule", as: Name.self)
    else { return nil }
    switch name {
    case .fail: return .fail(FailRule(need: reader.whole("need"), isVeto: reader.flag("veto")))
    case .minus: return .step(step(.minus))
    case .plus: return .step(step(.plus))
    case .band: return .band(band())
    case .ratio: return .ratio(ratio())
    case .judge: return .judge(judge())
    case .quota: return quota().map(Rule.quota)
    }
  }

  private func step(_ direction: StepRule.Direction) -> StepRule {
    StepRule(direction: direction, points: positive("points"), count: count())
  }

  private func positive(_ key: String) -> Rational {
    let number = reader.requiredNumber(key)
    if number.isNegative { reader.fail(.notExact(key: key, value: "\(number)"), at: key) }
    return number
  }

  private func count() -> StepRule.Count {
    if reader.has("when") { return .conditions(reader.items("when").compactMap(condition)) }
    if let need = reader.whole("need") { return .shortfall(need: max(0, need)) }
    if let size = reader.whole("per") { return .wholeSteps(size: max(1, size)) }
    _ = reader.required("count")
    return reader.word("count", as: Counting.self) == .each ? .each : .once
  }

  private func condition(_ node: Node) -> Condition? {
    let map = reader.nested(node)
    defer { map.finish() }
    let measure = map.requiredText("measure")
    guard map.required("kind") != nil, let kind = map.word("kind", as: Condition.Kind.self) else {
      return nil
    }
    let keys: [(String, Condition.Comparison)] = [
      ("at_least", .atLeast), ("at_most", .atMost), ("above", .above), ("below", .below),
    ]
    for (key, comparison) in keys where map.has(key) {
      return Condition(
        measure: measure, kind: kind, comparison: comparison, limit: map.requiredNumber(key))
    }
    if kind != .flag { map.fail(.missingKey("at_least"), at: "measure") }
    return Condition(measure: measure, kind: kind, comparison: .isTrue, limit: 1)
  }

  private func band() -> BandRule {
    _ = reader.required("bands")
    return BandRule(
      bands: bands("bands"), earns: reader.word("gives", as: Gives.self) != .deduction,
      isShare: reader.word("value", as: Value.self) == .percent)
  }

  private func ratio() -> RatioRule {
    _ = reader.required("share")
    return RatioRule(
      points: positive("points"), countsGood: reader.word("share", as: Share.self) == .good,
      steps: bands("steps"), stepsStack: reader.word("steps_mode", as: StepMode.self) == .stack)
  }

  private func judge() -> JudgeRule {
    let takesOff = reader.flag("takes_off")
    if reader.flag("unlimited") {
      return JudgeRule(unit: .points(maximum: nil), takesOff: takesOff)
    }
    if reader.flag("rate") { return JudgeRule(unit: .rate) }
    let maximum = positive("max")
    return JudgeRule(
      unit: reader.flag("scaled") ? .scaled(maximum: maximum) : .points(maximum: maximum),
      takesOff: takesOff)
  }

  private func quota() -> QuotaRule? {
    let (table, items) = (reader.requiredText("table"), reader.requiredText("counted_by"))
    guard let tasks = references.quotas(table) else {
      reader.fail(.unknownReference(table), at: "table")
      return nil
    }
    guard let itemPoints = references.itemPoints(items) else {
      reader.fail(.unknownReference(items), at: "counted_by")
      return nil
    }
    return QuotaRule(
      municipal: positive("municipal"), provincial: positive("provincial"),
      shares: bands("shares"), tasks: tasks, itemPoints: itemPoints)
  }

  /// `"[1,10)": 3` pairs: the bracket says whether the border belongs to the band.
  private func bands(_ key: String) -> [Band] {
    reader.pairs(key).compactMap { text, node in
      guard let points = reader.number(node, key) else { return nil }
      guard let band = RuleBuilder.band(text, points) else {
        reader.faults.add(.badBand(text), at: node)
        return nil
      }
      return band
    }
  }

  static func band(_ text: String, _ points: Rational) -> Band? {
    guard let first = text.first, let last = text.last, "[(".contains(first), "])".contains(last)
    else { return nil }
    let parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " } }
    guard parts.count == 2, let low = Rational(parts[0]) else { return nil }
    let high = parts[1].isEmpty ? nil : Rational(parts[1])
    if high == nil, !parts[1].isEmpty { return nil }
    if let high, high < low { return nil }
    return Band(
      low: low, includesLow: first == "[", high: high, includesHigh: last == "]", points: points)
  }
}

/// What a scheme file may refer to in other files of the catalogue.
protocol SchemeReferences {
  func quotas(_ id: String) -> [QuotaTask]?
  func itemPoints(_ id: String) -> [String: QuotaRule.ItemPoints]?
}
