import AuditModel
import Scoring
import Testing

@testable import Reports

@Suite struct SweepSummaryTests {
  private typealias Line = (summary: UnitSummary, entry: Ranking.Entry)

  private func unit(_ name: String, _ low: Rational, _ high: Rational) -> Line {
    let result = Interval(low: low, high: high)
    var summary = UnitSummary(Fixture.report(), reportPath: "\(name)/report.html")
    summary.unit = AuditedUnit(id: name, name: name, kind: .department, homePage: "")
    summary.scorecards[0].interval = result.text
    return (summary, Ranking.Entry(unit: name, name: name, result: result))
  }

  private func page(_ units: [Line], failed: [String: String] = [:]) throws -> String {
    let scheme = Fixture.scorecard.scheme
    let summary = SweepSummary(
      sweep: "s1", asOf: Day(number: 20_778), finishedAt: Fixture.start,
      units: units.map(\.summary), failed: failed,
      rankings: [scheme: Ranking(units.map(\.entry))])
    return try SweepSummaryPage(templates: .bundled()).render(summary)
  }

  @Test func `an undetermined unit is never ranked, however high it may end`() throws {
    let text = try page([
      unit("甲局", 70, 100), unit("乙局", 60, 60),
    ])
    let determined = try #require(text.firstRange(of: "得分已确定的单位"))
    let open = try #require(text.firstRange(of: "尚有事项未判定的单位"))
    let second = try #require(text.firstRange(of: "乙局"))
    let first = try #require(text.firstRange(of: "甲局"))
    #expect(determined.lowerBound < second.lowerBound)
    #expect(second.lowerBound < open.lowerBound)
    #expect(open.lowerBound < first.lowerBound)
  }

  @Test func `equal scores share a rank`() throws {
    let text = try page([
      unit("甲局", 90, 90), unit("乙局", 90, 90), unit("丙局", 80, 80), unit("丁局", 70, 100),
    ])
    #expect(text.ranges(of: "并列 1").count == 2)
    let cells = "<td class=\"number\">3</td><td class=\"number\">3～4</td>"
    #expect(text.contains("\(cells)<td><a href=\"丙局/report.html\">"))
    #expect(text.contains("<td class=\"number\">—</td><td class=\"number\">1～4</td>"))
  }

  @Test func `a unit that could not be audited is named with its reason`() throws {
    let text = try page([], failed: ["<b>局": "网站拒绝访问"])
    #expect(text.contains("&lt;b&gt;局"))
    #expect(text.contains("网站拒绝访问"))
  }

  @Test func `a path that leaves the folder is not linked`() throws {
    var line = unit("甲局", 90, 90)
    for path in ["javascript:alert(1)", "/etc/passwd", "../x.html"] {
      line.summary.reportPath = path
      #expect(try !page([line]).contains("<a href"))
    }
  }
}
