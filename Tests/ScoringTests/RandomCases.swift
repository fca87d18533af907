import AuditModel
import Scoring

/// Random schemes and random knowledge about them.
struct RandomCases {
  var random: SeededGenerator

  mutating func scheme() -> Scheme {
    let form: Scheme.Form = random.chance(30) ? .weights : .sum
    let groups = (1...random.number(1...3)).map { group(form, $0) }
    var scheme = Scheme(
      id: "s", title: "随机", citation: Citation(document: "d", place: "", confidence: .single),
      issuer: "", year: 2026, appliesTo: "", form: form, indicators: groups)
    if form == .weights { scheme.indicators = weighted(groups) }
    if random.chance(30) { scheme.policy.bonusAbove = Rational(random.number(0...20)) }
    if random.chance(30) { scheme.policy.normalisesWeights = true }
    scheme.vetoes = [Veto(id: "s!V1", text: "", effects: [random.pick(effects)])]
    return scheme
  }

  private let effects: [Veto.Effect] = [
    .zeroScheme, .subtract(5), .noBonus, .bar(grade: "优秀"), .lateEvidence,
  ]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func weighted(_ nodes: [Indicator]) -> [Indicator] {
    nodes.map { node in
      var node = node
      node.weight = try? Rational(Int128(random.number(1...10)), over: 10)
      node.children = node.children.map { child in
        var child = child
        child.weight = try? Rational(Int128(random.number(1...10)), over: 10)
        return child
      }
      return node
    }
  }

  private mutating func group(_ form: Scheme.Form, _ number: Int) -> Indicator {
    let leaves = (1...random.number(1...4)).map { index -> Indicator in
      form == .weights ? rateLeaf("g\(number).\(index)") : leaf("g\(number).\(index)")
    }
    return Indicator(id: "g\(number)", name: "组\(number)", children: leaves)
  }

  private mutating func rateLeaf(_ id: String) -> Indicator {
    let reading: Feed.Reading = random.chance(50) ? .share : .presence
    let feed = Feed(
      probe: "p.\(id)", subjects: ["a", "b", "c"], reading: reading, isPartial: random.chance(20))
    let criterion = Criterion(
      id: "\(id)#1", text: "", rule: .judge(JudgeRule(unit: .rate)), feeds: [feed])
    return Indicator(id: id, name: id, start: .zero, criteria: [criterion])
  }

  private mutating func leaf(_ id: String) -> Indicator {
    let startsFull = random.chance(60)
    var leaf = Indicator(
      id: id, name: id, marks: Rational(random.number(1...10)), start: startsFull ? .full : .zero,
      needsEvidence: random.chance(20))
    leaf.caps = ["共": Rational(random.number(1...6))]
    leaf.criteria = (1...random.number(1...3)).map { criterion("\(id)#\($0)", startsFull) }
    return leaf
  }

  private mutating func criterion(_ id: String, _ startsFull: Bool) -> Criterion {
    var criterion = Criterion(id: id, text: "", rule: rule(startsFull))
    if random.chance(30) { criterion.cap = Rational(random.number(1...5)) }
    if case .fail = criterion.rule {} else if random.chance(30) { criterion.capGroup = "共" }
    if case .step(let step) = criterion.rule, step.direction == .plus, random.chance(40) {
      criterion.role = .bonus
    }
    if isFed(criterion.rule) {
      criterion.feeds = [
        Feed(
          probe: "p.\(id)", subjects: ["a", "b", "c"],
          reading: random.chance(50) ? .count : .presence, isPartial: random.chance(20))
      ]
    }
    return criterion
  }

  private func isFed(_ rule: Rule) -> Bool {
    switch rule {
    case .fail: true
    case .step(let step): step.count == .once || step.count == .each
    default: false
    }
  }

  private mutating func rule(_ startsFull: Bool) -> Rule {
    let points = (try? Rational(Int128(random.number(1...40)), over: 10)) ?? 1
    let direction: StepRule.Direction = startsFull ? .minus : .plus
    switch random.number(1...7) {
    case 1: return .fail(FailRule())
    case 2: return .step(StepRule(direction: direction, points: points, count: .each))
    case 3: return .step(StepRule(direction: direction, points: points, count: .once))
    case 4: return .step(StepRule(direction: direction, points: points, count: .shortfall(need: 3)))
    case 5:
      return .step(StepRule(direction: direction, points: points, count: .wholeSteps(size: 3)))
    case 6:
      let band = Band(low: 2, includesLow: true, high: 5, includesHigh: false, points: points)
      return .band(BandRule(bands: [band], earns: !startsFull, isShare: false))
    default:
      let step = Band(
        low: (try? Rational(1, over: 5)) ?? 0, includesLow: true, high: 1, includesHigh: true,
        points: 1)
      return .ratio(RatioRule(points: 2, countsGood: random.chance(50), steps: [step]))
    }
  }

  // MARK: knowledge

  /// Everything there is to know: observations of every fed criterion, judgements of some leaves.
  mutating func knowledge(of scheme: Scheme) -> ScoreInput {
    var input = ScoreInput(unit: "u", judgements: Judgements())
    input.judgements?.events = random.chance(70) ? (random.chance(50) ? ["s!V1"] : []) : nil
    for leaf in scheme.leaves {
      if random.chance(50) {
        let facts = leaf.criteria.map { Judgement(criterion: $0.id, value: value(for: $0.rule)) }
        // A judgement corrects the machine; only where it stands alone does it narrow.
        input.judgements?.facts += facts
      } else {
        for criterion in leaf.criteria { input.seen += observations(criterion) }
      }
    }
    return input
  }

  private mutating func value(for rule: Rule) -> FactValue {
    switch rule {
    case .fail, .step, .band: .number(Rational(random.number(0...6)))
    case .judge: .number((try? Rational(Int128(random.number(0...10)), over: 10)) ?? 0)
    case .ratio: .record(["part": .number(Rational(random.number(0...10))), "whole": .number(10)])
    case .quota: .flag(true)
    }
  }

  private mutating func observations(_ criterion: Criterion) -> [SeenObservation] {
    criterion.feeds.flatMap { feed in
      feed.subjects.map { subject in
        let outcome = random.pick([
          Outcome.pass, .pass, .fail, .fail, .notApplicable, .nilReturn, .review, .error,
        ])
        return SeenObservation(
          id: "\(feed.probe)/\(subject)",
          observation: Observation(
            probe: feed.probe, code: "c", outcome: outcome, subject: subject),
          status: random.pick([.open, .open, .confirmed, .disputed, .falsePositive]))
      }
    }
  }

  /// The same unit with less known about it: observations lost or undecided, judgements of whole
  /// leaves lost, vetoes no longer known.
  mutating func lessKnown(_ input: ScoreInput) -> ScoreInput {
    var less = input
    less.seen = input.seen.compactMap { seen in
      guard random.chance(40) else { return seen }
      guard random.chance(50) else { return nil }
      var seen = seen
      seen.observation.outcome = random.pick([.review, .inconclusive, .error, .notChecked])
      seen.status = .open
      return seen
    }
    let leaves = Set((input.judgements?.facts ?? []).map { $0.criterion.split(separator: "#")[0] })
    let lost = Set(leaves.sorted().filter { _ in random.chance(40) })
    less.judgements?.facts.removeAll { lost.contains($0.criterion.split(separator: "#")[0]) }
    if random.chance(40) { less.judgements?.events = nil }
    return less
  }
}
