import AuditModel
import Scoring
import Testing

@Suite("From observations to points")
struct FindingFactsTests {
  private func scheme(_ feed: Feed, rate: Bool = true) -> Scheme {
    let rule: Rule =
      rate
      ? .judge(JudgeRule(unit: .rate))
      : .step(StepRule(direction: .minus, points: 1, count: .each))
    let fed = Indicator(
      id: "i", name: "指标", weight: rate ? Rational("50%") : nil, marks: rate ? nil : 5,
      start: rate ? .zero : .full,
      criteria: [Criterion(id: "i#1", text: "", rule: rule, feeds: [feed])])
    let other = Indicator(
      id: "j", name: "另一指标", weight: Rational("50%"), start: .zero,
      criteria: [Criterion(id: "j#1", text: "", rule: .judge(JudgeRule(unit: .rate)))])
    return Scheme(
      id: "s", title: "", citation: Citation(document: "", place: "", confidence: .single),
      issuer: "", year: 2026, appliesTo: "", form: rate ? .weights : .sum,
      indicators: rate ? [fed, other] : [fed])
  }

  private func seen(
    _ subject: String, _ outcome: Outcome, _ status: FindingStatus = .open,
    values: [String: String] = [:]
  ) -> SeenObservation {
    SeenObservation(
      id: "F-\(subject)",
      observation: Observation(
        probe: "p.q", code: "p.q.x", outcome: outcome, subject: subject, values: values),
      status: status)
  }

  private func row(_ scheme: Scheme, _ seen: [SeenObservation], cards: [ProbeCard] = []) throws
    -> IndicatorRow
  {
    let card = try Scorer(scheme).score(ScoreInput(unit: "u", seen: seen, cards: cards))
    return try #require(card.leaves.first)
  }

  private let presence = Feed(probe: "p.q", subjects: ["guide"], reading: .presence)

  @Test("Presence gives the full rate, absence nothing, and anything undecided stays open")
  func presenceReading() throws {
    let scheme = scheme(presence)
    #expect(try row(scheme, [seen("guide", .pass)]).score.exactText == "50")
    let failed = try row(scheme, [seen("guide", .fail)])
    #expect(failed.score.exactText == "0")
    #expect(failed.findings == ["F-guide"])
    for outcome in [Outcome.review, .inconclusive, .error, .notChecked] {
      let open = try row(scheme, [seen("guide", outcome)])
      #expect(open.state == .open)
      #expect(open.score == Interval(low: 0, high: 50))
      #expect(open.undecided == ["F-guide"])
    }
    #expect(try row(scheme, []).state == .open)
    #expect(try row(scheme, [seen("guide", .info)]).state == .open)
  }

  @Test("A false alarm costs nothing and a disputed finding stays open")
  func statuses() throws {
    let scheme = scheme(presence)
    #expect(try row(scheme, [seen("guide", .fail, .falsePositive)]).score.exactText == "50")
    #expect(try row(scheme, [seen("guide", .fail, .disputed)]).state == .open)
  }

  @Test("What does not apply drops out and its sibling takes the weight")
  func notApplicable() throws {
    let card = try Scorer(scheme(presence)).score(
      ScoreInput(unit: "u", seen: [seen("guide", .exempt)]))
    #expect(card.leaves[0].state == .notApplicable)
    #expect(card.leaves[1].marks == 100)
  }

  @Test("A share widens by what is undecided or missing")
  func share() throws {
    let feed = Feed(probe: "p.q", subjects: ["a", "b", "c", "d"], reading: .share)
    let mixed = [seen("a", .pass), seen("b", .fail), seen("c", .inconclusive)]
    #expect(
      try row(scheme(feed), mixed).score
        == Interval(low: Rational("12.5"), high: Rational("37.5")))
    let full = [seen("a", .pass), seen("b", .fail), seen("c", .pass), seen("d", .exempt)]
    #expect(try row(scheme(feed), full).score.exactText == "100/3")
  }

  @Test("Faults in one group are charged once, and undecided ones widen upward")
  func count() throws {
    let feed = Feed(probe: "p.q", reading: .count, groupBy: "column")
    let faults = [
      seen("a", .fail, values: ["column": "1"]), seen("b", .fail, values: ["column": "1"]),
      seen("c", .fail, values: ["column": "2"]), seen("d", .review, values: ["column": "3"]),
    ]
    let row = try row(scheme(feed, rate: false), faults)
    #expect(row.score == Interval(low: 2, high: 3))
    #expect(row.findings == ["F-a", "F-b", "F-c"])
    #expect(row.deduction == 2)
  }

  @Test("A rule that is quoted from memory costs nothing")
  func memory() throws {
    let card = ProbeCard(
      id: "p.q", title: "", family: .columns,
      citations: [Citation(document: "", place: "", confidence: .memory)], checks: "", passes: "",
      fails: "", cannotDecide: "", codes: [])
    #expect(try row(scheme(presence), [seen("guide", .fail)], cards: [card]).state == .open)
  }

  @Test("A person's judgement overrides the machine, and both are shown")
  func override() throws {
    let judgements = Judgements(
      facts: [Judgement(criterion: "i#1", value: .number(1), by: "张三", at: "2026-11-20")])
    let card = try Scorer(scheme(presence)).score(
      ScoreInput(unit: "u", seen: [seen("guide", .fail)], judgements: judgements))
    let row = card.leaves[0]
    #expect(row.score.exactText == "50")
    #expect(row.judgements.first?.by == "张三")
    #expect(row.criteria[0].overridden?.contains("不符合1") == true)
    #expect(card.charges.isEmpty)
  }

  @Test("A partial view proves a fault but never its absence")
  func partial() throws {
    let feed = Feed(probe: "p.q", subjects: ["guide"], reading: .presence, isPartial: true)
    #expect(try row(scheme(feed), [seen("guide", .fail)]).score.exactText == "0")
    #expect(try row(scheme(feed), [seen("guide", .pass)]).state == .open)
  }

  @Test("The evidence list learns what each finding costs")
  func charges() throws {
    let card = try Scorer(scheme(presence)).score(
      ScoreInput(unit: "u", seen: [seen("guide", .fail)]))
    #expect(card.charges.map(\.text) == ["扣50分"])
    #expect(card.charges.first?.indicator == "i")
  }
}
