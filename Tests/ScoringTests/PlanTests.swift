import AuditModel
import Scoring
import Testing

@Suite("Figures without words")
struct PlanTests {
  @Test("An assessment and its scorecard say the same")
  func sameFigures() throws {
    var cases = RandomCases(seed: 21)
    for _ in 0..<500 {
      let scheme = cases.scheme()
      let assessment = try Scorer(scheme).assess(cases.knowledge(of: scheme))
      let card = assessment.scorecard
      #expect(assessment.totals.total == card.total && assessment.totals.base == card.base)
      #expect(assessment.totals.coverage == card.coverage)
      #expect(assessment.indicatorScores == card.leaves.map(\.score))
    }
  }

  @Test("One scorer gives every unit what a new one would")
  func reused() throws {
    var cases = RandomCases(seed: 22)
    for _ in 0..<100 {
      let scheme = cases.scheme()
      let scorer = Scorer(scheme)
      for _ in 0..<4 {
        let input = cases.knowledge(of: scheme)
        #expect(try scorer.score(input) == Scorer(scheme).score(input))
      }
    }
  }

  @Test("A veto that machines can see is a candidate, unknown until a person says so")
  func candidates() throws {
    let leaf = Indicator(
      id: "i", name: "", marks: 10,
      criteria: [
        Criterion(
          id: "i#1", text: "", rule: .step(StepRule(direction: .minus, points: 1, count: .each)))
      ])
    let veto = Veto(
      id: "s!V1", text: "网站打不开", effects: [.zeroScheme],
      feeds: [Feed(probe: "p.q", subjects: ["home"], reading: .presence)])
    let scheme = Scheme(
      id: "s", title: "", citation: Citation(document: "", place: "", confidence: .single),
      issuer: "", year: 2026, appliesTo: "", form: .sum, indicators: [leaf], vetoes: [veto])
    func card(_ outcome: Outcome?, _ others: Judgements.Others, events: [String]? = nil) throws
      -> Scorecard
    {
      let seen = outcome.map {
        SeenObservation(
          id: "F1",
          observation: Observation(probe: "p.q", code: "c", outcome: $0, subject: "home"))
      }
      return try Scorer(scheme).score(
        ScoreInput(
          unit: "u", seen: seen.map { [$0] } ?? [],
          judgements: Judgements(others: others, events: events)))
    }
    let seen = try card(.fail, .satisfied)
    #expect(seen.vetoes[0].state == .unknown && seen.vetoes[0].candidates == ["F1"])
    #expect(seen.total == Interval(low: 0, high: 10))
    #expect(try card(.inconclusive, .satisfied).vetoes[0].candidates.isEmpty)
    #expect(try card(.pass, .satisfied).total?.value == 10)
    #expect(try card(.fail, .satisfied, events: []).total?.value == 10)
    #expect(try card(.fail, .satisfied, events: ["s!V1"]).total?.value == 0)
    #expect(try card(nil, .unassessed).vetoes[0].state == .unknown)
  }
}
