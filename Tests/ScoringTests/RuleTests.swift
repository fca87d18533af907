import AuditModel
import Scoring
import Testing

@Suite("Rule kinds at their borders")
struct RuleTests {
  private func score(
    _ rule: Rule, _ value: FactValue?, marks: Rational = 4, start: Indicator.Start = .full,
    others: Judgements.Others = .unassessed, spills: Bool = false
  ) throws -> IndicatorRow {
    let leaf = Indicator(
      id: "i", name: "指标", marks: marks, start: start,
      criteria: [Criterion(id: "i#1", text: "规则", rule: rule)])
    var scheme = Scheme(
      id: "s", title: "", citation: Citation(document: "", place: "", confidence: .single),
      issuer: "", year: 2026, appliesTo: "", form: .sum, indicators: [leaf])
    scheme.policy.spillsOverMarks = spills
    let facts = value.map { [Judgement(criterion: "i#1", value: $0)] } ?? []
    let card = try Scorer(scheme).score(
      ScoreInput(unit: "u", judgements: Judgements(others: others, facts: facts)))
    return try #require(card.leaves.first)
  }

  private func conceal(stack: Bool) throws -> Rule {
    let fifth = try #require(Rational("20%"))
    let half = try #require(Rational("50%"))
    return .ratio(
      RatioRule(
        points: 4, countsGood: false,
        steps: [
          Band(low: fifth, includesLow: true, high: half, includesHigh: false, points: 2),
          Band(low: half, includesLow: true, high: 1, includesHigh: true, points: 4),
        ], stepsStack: stack))
  }

  @Test(
    "A ratio with steps takes 20 % into the first step and 50 % into the second",
    arguments: [
      ("19.99%", "3.2004"), ("20%", "2"), ("49.8%", "2"), ("50%", "0"), ("100%", "0"), ("0", "4"),
    ])
  func ratioReplaces(_ share: String, _ expected: String) throws {
    let row = try score(conceal(stack: false), .number(try #require(Rational(share))))
    #expect(row.score.exactText == expected)
  }

  @Test("Steps on top of the formula", arguments: [("20%", "1.2"), ("49.8%", "0.008")])
  func ratioStacks(_ share: String, _ expected: String) throws {
    let row = try score(conceal(stack: true), .number(try #require(Rational(share))))
    #expect(row.score.exactText == expected)
  }

  @Test("Deductions stop at zero, or spill when that reading is chosen")
  func spill() throws {
    let rule = Rule.step(StepRule(direction: .minus, points: 3, count: .each))
    #expect(try score(rule, .number(2)).score.exactText == "0")
    #expect(try score(rule, .number(2), spills: true).score.exactText == "-2")
  }

  @Test("A required number counts what is missing, never what is too many")
  func shortfall() throws {
    let rule = Rule.step(StepRule(direction: .minus, points: 1, count: .shortfall(need: 3)))
    #expect(try score(rule, .number(1)).score.exactText == "2")
    #expect(try score(rule, .number(5)).score.exactText == "4")
  }

  @Test("Only whole steps count")
  func wholeSteps() throws {
    let rule = Rule.step(StepRule(direction: .plus, points: 1, count: .wholeSteps(size: 10)))
    #expect(try score(rule, .number(19), start: .zero).score.exactText == "1")
  }

  @Test("What nobody knows stays open over the whole range")
  func unknown() throws {
    let rule = Rule.step(StepRule(direction: .minus, points: 1, count: .once))
    let row = try score(rule, nil)
    #expect(row.state == .open)
    #expect(row.score == Interval(low: 3, high: 4))
    #expect(try score(.fail(FailRule()), nil).score == Interval(low: 0, high: 4))
  }

  @Test(
    "Values that do not fit are refused",
    arguments: [
      FactValue.number(-1), .text("NaN"), .record([:]), .number(2_000_000_000), .list([]),
    ])
  func refused(_ value: FactValue) {
    let rule = Rule.step(StepRule(direction: .minus, points: 1, count: .each))
    #expect(throws: ScoringError.self) { try score(rule, value) }
  }

  @Test("A fraction of an occurrence is refused")
  func fraction() throws {
    let rule = Rule.step(StepRule(direction: .minus, points: 1, count: .each))
    let half = try Rational(1, over: 2)
    #expect(throws: ScoringError.refused(entry: "i#1", reason: .notWhole)) {
      try score(rule, .number(half))
    }
  }

  @Test("Two different judgements of one criterion are refused, two equal ones are one")
  func conflict() throws {
    let leaf = Indicator(
      id: "i", name: "", marks: 4,
      criteria: [
        Criterion(
          id: "i#1", text: "",
          rule: .step(StepRule(direction: .minus, points: 1, count: .each)))
      ])
    let scheme = Scheme(
      id: "s", title: "", citation: Citation(document: "", place: "", confidence: .single),
      issuer: "", year: 2026, appliesTo: "", form: .sum, indicators: [leaf])
    func score(_ first: Rational, _ second: Rational) throws -> Scorecard {
      let facts = [first, second].map { Judgement(criterion: "i#1", value: .number($0)) }
      return try Scorer(scheme).score(
        ScoreInput(unit: "u", judgements: Judgements(facts: facts)))
    }
    #expect(throws: ScoringError.refused(entry: "i#1", reason: .conflict)) { try score(1, 2) }
    #expect(try score(2, 2).total?.exactText == "2")
  }
}
