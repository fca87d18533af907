import AuditModel
import Scoring
import Testing

@Suite("Two scores beside each other")
struct DifferenceTests {
  private func scheme(points: Rational = 1, id: String = "s") -> Scheme {
    let leaf = Indicator(
      id: "\(id).1", name: "链接", marks: 5,
      criteria: [
        Criterion(
          id: "\(id).1#1", text: "死链",
          rule: .step(StepRule(direction: .minus, points: points, count: .each)),
          feeds: [Feed(probe: "p.q", reading: .count)])
      ])
    let judged = Indicator(
      id: "\(id).2", name: "培训", marks: 5, start: .zero,
      criteria: [
        Criterion(id: "\(id).2#1", text: "", rule: .judge(JudgeRule(unit: .points(maximum: 5))))
      ])
    return Scheme(
      id: id, title: id, citation: Citation(document: "", place: "", confidence: .single),
      issuer: "", year: 2026, appliesTo: "", form: .sum, indicators: [leaf, judged],
      vetoes: [Veto(id: "\(id)!V1", text: "弄虚作假", effects: [.zeroScheme])])
  }

  private func card(
    _ scheme: Scheme, _ seen: [(String, Outcome)], judged: Rational? = nil, events: [String] = []
  ) throws -> Scorecard {
    let facts = judged.map {
      [Judgement(criterion: "\(scheme.id).2#1", value: .number($0), by: "张三")]
    }
    return try Scorer(scheme).score(
      ScoreInput(
        unit: "u",
        seen: seen.map {
          SeenObservation(
            id: "F\($0.0)",
            observation: Observation(probe: "p.q", code: "c", outcome: $0.1, subject: $0.0))
        }, judgements: Judgements(facts: facts ?? [], events: events)))
  }

  @Test(
    "Intervals move in seven ways",
    arguments: [
      (0, 2, 3, 5, Movement.higher), (0, 2, 2, 4, .higher), (3, 5, 0, 2, .lower),
      (0, 5, 1, 4, .narrower), (1, 4, 0, 5, .wider), (0, 3, 1, 4, .upward), (1, 4, 0, 3, .downward),
      (1, 2, 1, 2, .same),
    ])
  func movements(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ expected: Movement) {
    let before = Interval(low: Rational(a), high: Rational(b))
    let after = Interval(low: Rational(c), high: Rational(d))
    #expect(Movement(before, after) == expected)
  }

  @Test("The same sheet twice has no differences")
  func same() throws {
    let one = try card(scheme(), [("a", .fail)], judged: 3)
    #expect(ScoreDifference(from: one, to: one).isEmpty)
  }

  @Test("Findings that came, went or were settled are named with the indicator they moved")
  func findings() throws {
    let difference = ScoreDifference(
      from: try card(scheme(), [("a", .fail), ("b", .review)], judged: 3),
      to: try card(scheme(), [("b", .fail), ("c", .fail), ("d", .review)], judged: 3))
    #expect(difference.rows.map(\.id) == ["s.1"])
    let reasons = difference.rows[0].reasons
    #expect(reasons.contains(.findingGone("Fa")))
    #expect(reasons.contains(.findingSettled("Fb")))
    #expect(reasons.contains(.findingAppeared("Fc")))
    #expect(reasons.contains(.findingAppeared("Fd")))
  }

  @Test("A judgement that came or changed is a reason")
  func judgements() throws {
    let first = ScoreDifference(
      from: try card(scheme(), [("a", .fail)]), to: try card(scheme(), [("a", .fail)], judged: 4))
    #expect(first.rows.map(\.id) == ["s.2"])
    #expect(first.rows[0].movement == .narrower)
    #expect(first.rows[0].reasons.map(\.kind) == ["judgement"])
    let second = ScoreDifference(
      from: try card(scheme(), [], judged: 4), to: try card(scheme(), [], judged: 2))
    #expect(second.rows[0].movement == .lower)
    #expect(
      second.rows[0].reasons[0].text.contains("4") && second.rows[0].reasons[0].text.contains("2"))
  }

  @Test("A rule that differs is shown in both wordings; other schemes meet by name")
  func rules() throws {
    let difference = ScoreDifference(
      from: try card(scheme(), [("a", .fail), ("z", .pass)], judged: 3),
      to: try card(scheme(points: 2, id: "t"), [("a", .fail), ("z", .pass)], judged: 3))
    #expect(difference.movement == .lower)
    #expect(difference.rows.map(\.id) == ["t.1"])
    #expect(difference.rows[0].reasons.map(\.kind) == ["rule"])
  }

  @Test("Of a loss, more is worse; an indicator only one side has did not stay the same")
  func losses() throws {
    var losing = scheme()
    losing.conversion = Conversion(ofLoss: true, points: 2, outOf: 10)
    let (few, many) = (try card(losing, [("a", .fail)], judged: 5), try card(losing, [], judged: 3))
    #expect(few.ending?.lines == ["(10 − 9～10) × 2 ÷ 10 = 0～0.2"] || few.isLoss)
    #expect(few.resultTitle == "折算扣分" && many.isLoss)
    let after = try card(losing, [("a", .fail), ("b", .fail), ("c", .pass)], judged: 0)
    let difference = ScoreDifference(from: many, to: after)
    #expect(difference.movement.title(ofLoss: difference.after.isLoss).hasSuffix("多扣"))
    let other = ScoreDifference(
      from: try card(scheme(), [], judged: 3), to: try card(scheme(id: "t"), [], judged: 3))
    #expect(other.remarks.contains("两方方案不同，分值和口径不一，得分不能直接比较"))
    var bare = many
    bare.rows = Array(bare.rows.prefix(1))
    #expect(
      ScoreDifference(from: bare, to: many).rows.map(\.movementTitle) == ["仅乙方有"])
  }

  @Test("A veto that happened is said beside the indicators")
  func vetoes() throws {
    let difference = ScoreDifference(
      from: try card(scheme(), [], judged: 3),
      to: try card(scheme(), [], judged: 3, events: ["s!V1"]))
    #expect(difference.rows.isEmpty)
    #expect(difference.remarks == ["否决事项“弄虚作假”由未发生变为已发生"])
    #expect(!difference.isEmpty)
  }
}
