import AuditModel
import Foundation
import Scoring
import Testing

@Suite("What always holds, on random schemes and random facts")
struct ScoringPropertyTests {
  /// Schemes per property, each with several indicators; `MINGCHA_CASES` asks for more.
  private static let cases =
    ProcessInfo.processInfo.environment["MINGCHA_CASES"].flatMap { Int($0) } ?? 2_000

  private func eachCase(
    _ seed: UInt64, _ body: (inout RandomCases, Scheme, ScoreInput) throws -> Void
  ) throws {
    var cases = RandomCases(seed: seed)
    for _ in 0..<Self.cases {
      let scheme = cases.scheme()
      let input = cases.knowledge(of: scheme)
      try body(&cases, scheme, input)
    }
  }

  @Test("No indicator leaves its marks, and no rule is in error")
  func capsHold() throws {
    try eachCase(1) { _, scheme, input in
      let card = try Scorer(scheme).score(input)
      for row in card.leaves where row.role == .base && row.state != .notApplicable {
        let low = try #require(row.score.low)
        let high = try #require(row.score.high)
        #expect(low >= 0 && high <= (row.marks ?? 0) && low <= high, "\(row)")
        #expect(row.state != .error)
      }
      #expect(card.coverage >= 0 && card.coverage <= 1)
    }
  }

  @Test("The order of findings and judgements does not matter")
  func orderIsIrrelevant() throws {
    try eachCase(2) { cases, scheme, input in
      var shuffled = input
      shuffled.seen.shuffle(using: &cases.random)
      let card = try Scorer(scheme).score(input)
      #expect(try Scorer(scheme).score(shuffled) == card)
    }
  }

  @Test("Knowing more never widens, and dropping evidence never raises the lower bound")
  func knowledgeNarrows() throws {
    try eachCase(3) { cases, scheme, input in
      let less = cases.lessKnown(input)
      let known = try Scorer(scheme).score(input)
      let unknown = try Scorer(scheme).score(less)
      let (wide, narrow) = (try #require(unknown.total), try #require(known.total))
      #expect(wide.contains(narrow), "\(wide) must hold \(narrow): \(scheme) \(less)")
      let rows = Dictionary(uniqueKeysWithValues: unknown.leaves.map { ($0.id, $0) })
      for row in known.leaves where scheme.form == .sum {
        let before = try #require(rows[row.id])
        #expect(before.score.contains(row.score), "\(before.score) \(row.score) \(row)")
      }
    }
  }

  @Test("A rule that overflows leaves its indicator open and moves no point")
  func ruleError() throws {
    let huge = try Rational(Int128.max, over: 1)
    try eachCase(4) { cases, scheme, input in
      guard scheme.form == .sum else { return }
      var broken = scheme
      broken.indicators[0].children[0].criteria[0].rule = .step(
        StepRule(direction: .minus, points: huge, count: .each))
      broken.indicators[0].children[0].criteria[0].cap = nil
      broken.indicators[0].children[0].start = .full
      var facts = input
      let id = broken.indicators[0].children[0].id
      facts.judgements?.facts.removeAll { $0.criterion.hasPrefix("\(id)#") }
      facts.judgements?.facts.append(Judgement(criterion: "\(id)#1", value: .number(7)))
      let row = try #require(try Scorer(broken).score(facts).leaves.first { $0.id == id })
      guard row.state == .error else { return }
      #expect(row.score.high == row.marks)
      #expect(row.deduction == nil)
    }
  }
}
