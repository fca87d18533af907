import AuditModel
import Scoring
import Testing

@Suite("The order of units")
struct RankingTests {
  private func entry(_ name: String, _ low: Rational?, _ high: Rational?, partial: Bool = false)
    -> Ranking.Entry
  {
    Ranking.Entry(
      unit: name, name: name, result: Interval(low: low, high: high), isPartial: partial)
  }

  @Test("Equal results share a rank and the next one is skipped")
  func ties() {
    let ranking = Ranking([
      entry("丙", 80, 80), entry("甲", 90, 90), entry("乙", 90, 90), entry("丁", 70, 70),
    ])
    #expect(ranking.determined.map(\.rank) == [1, 1, 3, 4])
    #expect(ranking.determined.map(\.isTied) == [true, true, false, false])
    #expect(ranking.determined.map(\.rankText) == ["并列 1", "并列 1", "3", "4"])
  }

  @Test("Where the result is a loss, the lowest comes first")
  func losses() {
    let ranking = Ranking(
      [("甲", 2, 2), ("乙", 0, 0), ("丙", 1, 1), ("丁", 0, 2)].map {
        Ranking.Entry(
          unit: $0.0, name: $0.0, result: Interval(low: $0.1, high: $0.2), isLoss: true)
      })
    #expect(ranking.determined.map(\.name) == ["乙", "丙", "甲"])
    #expect(ranking.determined.map(\.rank) == [1, 2, 3])
    #expect(ranking.determined.map(\.result.text) == ["0", "1", "2"])
    #expect(ranking.open.map(\.rangeText) == ["1～3"])
  }

  @Test("An open unit takes no rank, however high it may end, and says where it may come")
  func open() {
    let ranking = Ranking([
      entry("甲", 60, 100), entry("乙", 90, 90), entry("丙", 80, 80),
      entry("丁", 100, 100, partial: true),
    ])
    #expect(ranking.determined.map(\.name) == ["乙", "丙"])
    #expect(ranking.open.map(\.name).sorted() == ["丁", "甲"].sorted())
    #expect(ranking.open.allSatisfy { $0.rank == nil && $0.rankText == "—" })
    let first = ranking.open.first { $0.name == "甲" }
    #expect(first?.best == 1 && first?.worst == 4)
    #expect(ranking.determined[0].rangeText == "2～3")
  }

  @Test("An interval without a bound may come first or last")
  func unbounded() {
    let ranking = Ranking([entry("甲", nil, nil), entry("乙", 5, nil), entry("丙", 1, 2)])
    #expect(ranking.open.map { [$0.best, $0.worst] }.sorted { $0[0] < $1[0] }.count == 3)
    let rows = Dictionary(uniqueKeysWithValues: ranking.open.map { ($0.name, $0) })
    #expect(rows["甲"]?.best == 1 && rows["甲"]?.worst == 3)
    #expect(rows["乙"]?.best == 1 && rows["乙"]?.worst == 2)
    #expect(rows["丙"]?.best == 2 && rows["丙"]?.worst == 3)
  }

  @Test("The possible ranks are those that some outcome of the open units gives")
  func exhaustive() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let units = (0..<4).map { index -> Ranking.Entry in
        let low = random.number(0...4)
        return entry("\(index)", Rational(low), Rational(low + random.number(0...2)))
      }
      let ranking = Ranking(units)
      let rows = ranking.determined + ranking.open
      for row in rows {
        let own = Int(row.unit) ?? 0
        let ranks = outcomes(units).map { scores in 1 + scores.count { $0 > scores[own] } }
        #expect(row.best == ranks.min() && row.worst == ranks.max(), "\(units) \(row)")
      }
    }
  }

  private func outcomes(_ units: [Ranking.Entry]) -> [[Int]] {
    units.reduce([[]]) { all, unit in
      let low = Int(unit.result.low?.numerator ?? 0)
      let high = Int(unit.result.high?.numerator ?? 0)
      return all.flatMap { prefix in (low...high).map { prefix + [$0] } }
    }
  }

  @Test("A grade is given, refused, or open while the interval straddles its line")
  func grades() throws {
    let leaf = Indicator(
      id: "i", name: "指标", marks: 100,
      criteria: [
        Criterion(
          id: "i#1", text: "",
          rule: .step(StepRule(direction: .minus, points: 10, count: .each)), cap: 30)
      ])
    let scheme = Scheme(
      id: "s", title: "", citation: Citation(document: "", place: "", confidence: .single),
      issuer: "", year: 2026, appliesTo: "", form: .sum, indicators: [leaf],
      vetoes: [Veto(id: "s!V1", text: "弄虚作假", effects: [.bar(grade: "優秀")])],
      grades: [
        Grade(name: "優秀", title: "优秀", atLeast: 90), Grade(name: "良好", atLeast: 75),
        Grade(name: "合格", atLeast: 60),
      ])
    func text(_ faults: Int?, _ events: [String]?) throws -> String? {
      let facts = faults.map { [Judgement(criterion: "i#1", value: .number(Rational($0)))] } ?? []
      return try Scorer(scheme).score(
        ScoreInput(unit: "u", judgements: Judgements(facts: facts, events: events))
      ).gradeText
    }
    #expect(try text(0, []) == "优秀")
    #expect(try text(0, nil) == "优秀或良好")
    #expect(try text(0, ["s!V1"]) == "良好")
    #expect(try text(nil, []) == "优秀或良好或合格")
    #expect(try text(3, []) == "合格")
    let card = try Scorer(scheme).score(
      ScoreInput(unit: "u", judgements: Judgements(events: ["s!V1"])))
    #expect(card.bars == ["優秀"] && card.barTitles == ["优秀"])
    #expect(card.vetoes[0].effect == "不能评为优秀")
  }
}
