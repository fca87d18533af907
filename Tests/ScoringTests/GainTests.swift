import AuditModel
import Scoring
import Testing

@Suite("What mending brings back")
struct GainTests {
  private func leaf(
    _ id: String, _ marks: Rational, _ rules: [(Rule, String)], caps: [String: Rational] = [:],
    group: String? = nil
  ) -> Indicator {
    Indicator(
      id: id, name: id, marks: marks, caps: caps,
      criteria: rules.enumerated().map { index, rule in
        Criterion(
          id: "\(id)#\(index + 1)", text: "", rule: rule.0, capGroup: group,
          feeds: [Feed(probe: rule.1, reading: .count)])
      })
  }

  private func minus(_ points: Rational) -> Rule {
    .step(StepRule(direction: .minus, points: points, count: .each))
  }

  private func scheme(_ leaves: [Indicator], bonusAbove: Rational? = nil) -> Scheme {
    Scheme(
      id: "s", title: "方案", citation: Citation(document: "", place: "", confidence: .single),
      issuer: "", year: 2026, appliesTo: "", form: .sum, policy: Policy(bonusAbove: bonusAbove),
      indicators: leaves)
  }

  private func seen(_ probe: String, _ count: Int, _ outcome: Outcome = .fail) -> [SeenObservation]
  {
    (0..<count).map {
      SeenObservation(
        id: "\(probe)-\(outcome.rawValue)-\($0)",
        observation: Observation(
          probe: probe, code: "c", outcome: outcome, subject: "\(outcome.rawValue)\($0)"))
    }
  }

  private func gains(
    _ scheme: Scheme, _ seen: [SeenObservation], _ facts: [Judgement] = []
  ) throws -> Gains {
    let input = ScoreInput(
      unit: "u", seen: seen, judgements: Judgements(facts: facts, events: []))
    let scorer = Scorer(scheme)
    return try #require(
      try GainSearch.gains(of: scorer.score(input), by: Rescoring(scorer, input)))
  }

  @Test("Groups are sorted by points, and the steps add up")
  func sorted() throws {
    let found = try gains(
      scheme([leaf("A", 5, [(minus(1), "p.a")]), leaf("B", 5, [(minus(1), "p.b")])]),
      seen("p.a", 2) + seen("p.b", 3) + seen("p.b", 1, .pass) + seen("p.a", 1, .pass))
    #expect(found.rows.map(\.points) == [3, 2])
    #expect(found.rows.map { $0.places.map(\.indicator) } == [["B"], ["A"]])
    #expect(found.steps.map(\.cumulative) == [3, 5])
    #expect(found.steps.last?.result.value == 10)
  }

  @Test("Under a shared cap one group alone may bring nothing, both together the cap")
  func sharedCap() throws {
    let capped = leaf(
      "A", 5, [(minus(1), "p.a"), (minus(1), "p.b")], caps: ["合计": 2], group: "合计")
    let found = try gains(scheme([capped]), seen("p.a", 4) + seen("p.b", 4))
    #expect(found.rows.map(\.points) == [0, 0])
    #expect(found.steps.map(\.rows) == [[0, 1]])
    #expect(found.steps.map(\.points) == [2])
  }

  @Test("An all-or-nothing rule gives everything back, less what other faults still take")
  func allOrNothing() throws {
    let found = try gains(
      scheme([leaf("A", 5, [(.fail(FailRule()), "p.a"), (minus(1), "p.b")])]),
      seen("p.a", 1) + seen("p.b", 2))
    #expect(found.rows.map(\.points) == [3, 0])
    #expect(found.steps.map(\.points) == [3, 2])
  }

  @Test("What is undecided promises nothing")
  func undecided() throws {
    let found = try gains(
      scheme([leaf("A", 4, [(minus(1), "p.a")])]),
      seen("p.a", 2) + seen("p.a", 3, .inconclusive))
    // The result is 0～2; mending both gives 1～4: two points if the rest turns out well, one if not.
    #expect(found.rows.map(\.points) == [2])
    #expect(found.rows.map(\.least) == [1])
    #expect(found.undecided == 3)
    let open = try gains(
      scheme([leaf("A", 4, [(minus(1), "p.a")])]), seen("p.a", 3, .inconclusive))
    #expect(open.rows.isEmpty && open.steps.isEmpty)
  }

  @Test("Passing the gate of the bonus counts as gained")
  func gate() throws {
    var bonus = leaf("B", 5, [(.step(StepRule(direction: .plus, points: 5, count: .once)), "p.x")])
    bonus.role = .bonus
    bonus.criteria[0].role = .bonus
    let found = try gains(
      scheme([leaf("A", 5, [(minus(2), "p.a")]), bonus], bonusAbove: 4), seen("p.a", 1),
      [Judgement(criterion: "B#1", value: .flag(true))])
    #expect(found.rows.map(\.points) == [7])
  }

  @Test("On random sheets every step is what scoring again gives")
  func random() throws {
    var cases = RandomCases(seed: 11)
    for _ in 0..<150 {
      let scheme = cases.scheme()
      let input = cases.knowledge(of: scheme)
      let scorer = Scorer(scheme)
      let card = try scorer.score(input)
      let rescoring = Rescoring(scorer, input)
      guard let gains = try GainSearch.gains(of: card, by: rescoring) else { continue }
      var mended: Set<String> = []
      var before = try #require(gains.current.high)
      for step in gains.steps {
        for row in step.rows { mended.formUnion(gains.rows[row].findings) }
        let after = try #require(try rescoring.total(mended: mended)?.high)
        #expect(try after - before == step.points)
        #expect(step.points > 0 && step.result.high == after)
        before = after
      }
      for row in gains.rows { #expect(row.least >= 0 && row.least <= row.points) }
    }
  }
}
