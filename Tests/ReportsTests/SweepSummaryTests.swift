import AuditModel
import Testing

@testable import Reports

@Suite struct SweepSummaryTests {
  private func unit(_ name: String, _ interval: String, single: Bool, share: Double)
    -> UnitSummary
  {
    var summary = UnitSummary(Fixture.report(), reportPath: "\(name)/report.html")
    summary.unit = AuditedUnit(id: name, name: name, kind: .department, homePage: "")
    summary.scorecards[0].interval = interval
    summary.scorecards[0].isSingle = single
    summary.scorecards[0].lowShare = share
    return summary
  }

  private func page(_ units: [UnitSummary], failed: [String: String] = [:]) throws -> String {
    let summary = SweepSummary(
      sweep: "s1", asOf: Day(number: 20_778), finishedAt: Fixture.start, units: units,
      failed: failed)
    return try SweepSummaryPage(templates: .bundled()).render(summary)
  }

  @Test func `an undetermined unit is never ranked, however high it may end`() throws {
    let text = try page([
      unit("甲局", "70～100", single: false, share: 0.7), unit("乙局", "60", single: true, share: 0.6),
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
      unit("甲局", "90", single: true, share: 0.9), unit("乙局", "90", single: true, share: 0.9),
      unit("丙局", "80", single: true, share: 0.8),
    ])
    #expect(text.ranges(of: "并列 1").count == 2)
    #expect(text.contains("<td class=\"number\">3</td><td><a href=\"丙局/report.html\">"))
  }

  @Test func `a unit that could not be audited is named with its reason`() throws {
    let text = try page([], failed: ["<b>局": "网站拒绝访问"])
    #expect(text.contains("&lt;b&gt;局"))
    #expect(text.contains("网站拒绝访问"))
  }

  @Test func `a path that leaves the folder is not linked`() throws {
    var summary = unit("甲局", "90", single: true, share: 0.9)
    for path in ["javascript:alert(1)", "/etc/passwd", "../x.html"] {
      summary.reportPath = path
      #expect(try !page([summary]).contains("<a href"))
    }
  }
}
