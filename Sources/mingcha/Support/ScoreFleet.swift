import AuditModel
import Scoring

/// A made-up city of any size, for measuring: a scheme with every kind of rule that machines feed,
/// and the findings and judgements of as many units as wanted. Always the same for the same sizes.
struct ScoreFleet {
  let indicators: Int
  let findings: Int

  /// Ten groups of indicators, worth a thousand marks.
  var scheme: Scheme {
    let leaves = (0..<indicators).map(leaf)
    let groups = stride(from: 0, to: indicators, by: 20).map { first in
      Indicator(
        id: "G\(first)", name: "第\(first / 20 + 1)组",
        children: Array(leaves[first..<min(first + 20, indicators)]))
    }
    return Scheme(
      id: "fleet", title: "测速方案",
      citation: Citation(document: "测速", place: "", confidence: .single), issuer: "", year: 2026,
      appliesTo: "", form: .sum, policy: Policy(bonusAbove: 600), indicators: groups,
      vetoes: [Veto(id: "fleet!V1", text: "弄虚作假", effects: [.zeroScheme])])
  }

  private func leaf(_ number: Int) -> Indicator {
    var leaf = Indicator(id: "I\(number)", name: "指标\(number)", marks: 5)
    leaf.caps = ["合计": 3]
    leaf.criteria = rules(number).enumerated().map { index, rule in
      var criterion = Criterion(id: "I\(number)#\(index + 1)", text: "", rule: rule.rule)
      criterion.capGroup = rule.isShared ? "合计" : nil
      criterion.feeds = rule.reading.map { [feed(number, $0)] } ?? []
      return criterion
    }
    return leaf
  }

  private typealias Fed = (rule: Rule, reading: Feed.Reading?, isShared: Bool)

  private func rules(_ number: Int) -> [Fed] {
    let half = (try? Rational(1, over: 2)) ?? 1
    func minus(_ points: Rational, _ count: StepRule.Count) -> Rule {
      .step(StepRule(direction: .minus, points: points, count: count))
    }
    switch number % 6 {
    case 0: return [(.fail(FailRule()), .presence, false)]
    case 1: return [(minus(half, .each), .count, true), (minus(1, .once), .presence, true)]
    case 2: return [(.ratio(RatioRule(points: 5, countsGood: true)), .share, false)]
    case 3:
      return [(minus(2, .once), .presence, false), (minus(1, .shortfall(need: 3)), nil, false)]
    case 4: return [(minus(half, .each), .count, false)]
    default: return [(.judge(JudgeRule(unit: .points(maximum: 5), takesOff: true)), nil, false)]
    }
  }

  private func feed(_ number: Int, _ reading: Feed.Reading) -> Feed {
    let probe = "columns.probe-\(number % 12)"
    guard number % 6 != 4 else {
      return Feed(probe: probe, codes: ["fault"], reading: .count, groupBy: "column")
    }
    return Feed(
      probe: probe, subjects: (0..<3).map { "subject-\(number)-\($0)" }, reading: reading)
  }

  /// Everything known about one unit.
  func input(unit number: Int) -> ScoreInput {
    var random = UInt64(number &+ 1)
    let seen = (0..<findings).map { observation($0, unit: number, &random) }
    let facts = (0..<10).map { index in
      Judgement(criterion: "I\(index * 6 + 5)#1", value: .number(Rational(Int(next(&random) % 6))))
    }
    let known = facts.filter { Int($0.criterion.dropFirst().dropLast(2)) ?? 0 < indicators }
    return ScoreInput(
      unit: "unit-\(number)", seen: seen, judgements: Judgements(facts: known, events: []))
  }

  private func observation(
    _ number: Int, unit: Int, _ random: inout UInt64
  ) -> SeenObservation {
    let leaf = Int(next(&random) % UInt64(max(1, indicators)))
    let outcomes: [Outcome] = [.pass, .pass, .pass, .fail, .fail, .inconclusive]
    let outcome = outcomes[Int(next(&random) % 6)]
    let isLoose = leaf % 6 == 4
    return SeenObservation(
      id: "F\(unit)-\(number)",
      observation: Observation(
        probe: "columns.probe-\(leaf % 12)", code: isLoose ? "fault" : "columns.state",
        outcome: outcome,
        subject: isLoose
          ? "http://www.example.gov.cn/\(unit)/\(number).html"
          : "subject-\(leaf)-\(number % 3)",
        values: ["column": "column-\(number % 5)"]))
  }

  /// SplitMix64.
  private func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
