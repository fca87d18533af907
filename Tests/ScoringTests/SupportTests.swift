import AuditModel
import Scoring
import Testing
@Suite("What is only shown to whoever judges")
struct SupportTests {
  @Test("moves no point and is told in the explanation")
  func support() throws {
    let criterion = Criterion(
      id: "A#1", text: "按次", rule: .step(StepRule(direction: .minus, points: 1, count: .each)),
      feeds: [Feed(probe: "p", reading: .support)])
    let scheme = Scheme(
      id: "s", title: "s", citation: Citation(document: "d", place: "", confidence: .single),
      issuer: "i", year: 2026, appliesTo: "x", form: .sum,
      indicators: [Indicator(id: "A", name: "甲", marks: 5, criteria: [criterion])])
    let faults = (0..<3).map { number in
      SeenObservation(
        id: "f\(number)",
        observation: Observation(probe: "p", code: "p.bad", outcome: .fail, subject: "\(number)"))
    }
    let with = try Scorer(scheme).score(ScoreInput(unit: "u", seen: faults))
    let without = try Scorer(scheme).score(ScoreInput(unit: "u"))
    #expect(with.total == without.total)
    #expect(with.leaves.first?.state == without.leaves.first?.state)
    #expect(String(describing: with.leaves).contains("检查线索"))
  }
}
