import AuditModel
import PageModel
import Probes
import SiteModel
import Testing
import WebAddress

/// 超过(含)N means N counts: the last good day and the first bad one, for each window.
@Suite("Freshness boundaries") struct FreshnessBoundaryTests {
  static let asOf = "2026-11-21"

  func outcome(column: String, date: String) throws -> Outcome {
    let url = "http://www.example.gov.cn/lm/index.html"
    let page = try PageBuilder(url, title: column).crumbs("首页", column)
      .item("一条信息的标题文字", "/lm/t20260101_1.html", date)
      .item("另一条信息的标题文字", "/lm/t20200101_2.html", "2020-01-01").page
    let day = try #require(Day(Self.asOf))
    var source = MemorySource()
    source.add(page, at: page.url, on: day)
    let unit = AuditedUnit(
      id: "u", name: "示例市水利局", kind: .department, homePage: "http://www.example.gov.cn/")
    let observations = ColumnFreshness().observe(Site(unit: unit, source: source, asOf: day))
    return try #require(observations.first).outcome
  }

  @Test(
    "stale from the day the window is full",
    arguments: [
      ("工作动态", "2026-11-08", Outcome.pass), ("工作动态", "2026-11-07", .fail),
      ("工作动态", "2026-11-06", .fail), ("通知公告", "2026-05-22", .pass),
      ("通知公告", "2026-05-21", .fail), ("政策文件", "2026-05-22", .pass),
      ("政策文件", "2026-05-21", .fail), ("人事任免", "2025-11-22", .pass),
      ("人事任免", "2025-11-21", .review),
    ])
  func boundary(column: String, date: String, expected: Outcome) throws {
    #expect(try outcome(column: column, date: date) == expected)
  }
}
