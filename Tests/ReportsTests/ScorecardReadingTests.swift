import AuditModel
import Scoring
import Testing

@testable import Reports

/// From a real scorecard to the rows a report shows.
@Suite struct ScorecardReadingTests {
  private func leaf(_ id: String, _ name: String, _ marks: Rational, _ feed: Feed?) -> Indicator {
    Indicator(
      id: id, name: name, marks: marks, start: .full,
      criteria: [
        Criterion(
          id: "\(id)#1", text: "每缺一项扣2分",
          rule: .step(StepRule(direction: .minus, points: 2, count: .each)),
          feeds: feed.map { [$0] } ?? [])
      ])
  }

  private func card() throws -> Scorecard { try Scorer(scheme).score(input) }

  private var input: ScoreInput {
    ScoreInput(
      unit: "weisheng", seen: Fixture.findings.map(SeenObservation.init), cards: Fixture.cards)
  }

  private func rows() throws -> ScorecardRows {
    let rescoring = Rescoring(Scorer(scheme), input)
    let gains = try #require(try GainSearch.gains(of: card(), by: rescoring))
    return ScorecardRows(try card(), gains: gains)
  }

  private var scheme: Scheme {
    let required = Feed(
      probe: "columns.required", subjects: ["guide", "annual-report"], reading: .count)
    let stale = Feed(probe: "freshness.column", subjects: ["notice"], reading: .count)
    let group = Indicator(
      id: "A", name: "平台建设",
      children: [
        leaf("A.1", "必设栏目", 10, required), leaf("A.2", "栏目更新", 6, stale),
        leaf("A.3", "由人工评定", 4, nil),
      ])
    return Scheme(
      id: "s-1", title: "示例方案",
      citation: Citation(document: "某政办〔2026〕1号", place: "", confidence: .single),
      issuer: "某市", year: 2026, appliesTo: "部门", form: .sum, indicators: [group],
      vetoes: [Veto(id: "s-1!V1", text: "提供虚假材料", effects: [.zeroScheme])])
  }

  @Test func `the tree is flattened with parents before children`() throws {
    let rows = ScorecardRows(try card())
    #expect(rows.indicators.map(\.id) == ["A", "A.1", "A.2", "A.3"])
    #expect(rows.indicators.map(\.parent) == [nil, "A", "A", "A"])
    #expect(rows.indicators[1].path == ["平台建设", "必设栏目"])
    #expect(rows.marks == "20")
    #expect(rows.source == "某政办〔2026〕1号")
    #expect(!rows.isSingle)
  }

  @Test func `what brings back most comes first and names its findings`() throws {
    let rows = try rows()
    #expect(rows.fixFirst.map(\.indicator) == ["A.1", "A.2"])
    #expect(rows.fixFirst.map(\.points) == ["4", "2"])
    #expect(rows.fixFirst.map(\.share) == [1, 0.5])
    #expect(rows.fixFirst.map(\.step) == [1, 2])
    #expect(rows.fixFirst.map(\.cumulative) == ["4", "6"])
    #expect(Set(rows.fixFirst[0].findings) == Set(Fixture.findings.prefix(2).map(\.id)))
  }

  @Test func `the ends of the drawing are shares of the marks`() throws {
    let rows = ScorecardRows(try card())
    let high = try #require(rows.highShare)
    #expect(abs(high - 0.7) < 1e-9)
    #expect(try #require(rows.lowShare) < high)
  }

  @Test func `an undecided veto is said beside the score`() throws {
    #expect(ScorecardRows(try card()).remarks.contains { $0.contains("否决事项尚未判定：提供虚假材料") })
  }

  @Test func `a scored report tells each finding what it costs`() throws {
    let report = Fixture.report().scored([try card()])
    #expect(report.points[Fixture.findings[0].id]?.contains("4分") == true)
    #expect(report.points[Fixture.findings[4].id]?.contains("2分") == true)
    #expect(report.points[Fixture.findings[2].id] == nil)
    let page = try HTMLReport(templates: .bundled()).render(report)
    #expect(page.contains("id=\"i-s_2d_1-A_2e_1\""))
    #expect(page.contains("每缺一项扣2分"))
  }

  @Test func `the export keeps the exact numbers`() throws {
    let report = Fixture.report().scored([try card()])
    let text = String(decoding: try JSONReport.scorecard(report), as: UTF8.self)
    #expect(text.contains("\"exact\" : ["))
    #expect(text.contains("\"scheme\" : \"s-1\""))
  }
}
