import AuditModel
import Foundation
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
  let page: String

  init() throws {
    page = try HTMLReport(templates: .bundled()).render(Fixture.report())
  }

  private func matches(_ pattern: String) throws -> [String] {
    try page.matches(of: Regex(pattern)).map { String(page[$0.range]) }
  }

  @Test func `nothing a page said becomes markup`() throws {
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)"))
    #expect(!page.contains("\u{202E}"))
    #expect(!page.contains("\u{0007}"))
    #expect(!page.contains("{{"))
  }

  @Test func `the page loads nothing and runs nothing`() throws {
    #expect(page.contains("default-src 'none'"))
    #expect(
      try matches("(src|href)=\"[^\"]*\"").allSatisfy {
        $0.hasPrefix("href=\"#") || $0.hasPrefix("href=\"http") || $0.hasPrefix("src=\"data:")
      })
    #expect(!page.contains("href=\"javascript"))
    #expect(try matches(" on[a-z]+=").isEmpty)
  }

  @Test func `links to other sites give no referrer`() throws {
    let links = try matches("<a [^>]*href=\"http[^>]*>")
    #expect(links.count > 10)
    #expect(links.allSatisfy { $0.contains("noreferrer") })
  }

  @Test func `every inner link has its place and every place is named once`() throws {
    let targets = Set(try matches("href=\"#[^\"]*\"").map { $0.dropFirst(7).dropLast() })
    let names = try matches(" id=\"[^\"]*\"").map { $0.dropFirst(5).dropLast() }
    #expect(Set(names).count == names.count)
    #expect(targets.count > 20)
    let missing = targets.subtracting(names).filter { !$0.hasPrefix("probe-strange") }
    #expect(missing.isEmpty)
  }

  @Test func `the four kinds of not knowing are counted apart`() throws {
    for (count, word) in [(2, "待人工判断"), (3, "无法判定"), (1, "检测出错"), (1, "未检测")] {
      #expect(page.contains("<b>\(count)</b><span>\(word)</span>"))
    }
  }

  @Test func `every problem is there with its sentence, citation and proof`() throws {
    let rows = ReportRows(Fixture.report())
    #expect(rows.problems.count == 13)
    for row in rows.numbered { #expect(page.contains("id=\"\(Anchor.finding(row.id))\"")) }
    #expect(page.contains("换一种方法、间隔至少10分钟再次访问"))
    #expect(page.contains("站点没有此入口"))
    #expect(page.contains("SHA-256 9f86d081884c7d65…"))
  }

  @Test func `the order of findings does not change the page`() throws {
    var report = Fixture.report()
    report.findings.reverse()
    report.probes.reverse()
    #expect(try HTMLReport(templates: .bundled()).render(report) == page)
  }

  @Test func `an indicator tree that bites its own tail ends`() throws {
    var report = Fixture.report()
    for index in report.scorecards[0].indicators.indices {
      report.scorecards[0].indicators[index].parent = report.scorecards[0].indicators[index].id
    }
    report.scorecards[0].indicators[0].parent = "T.2"
    #expect(try HTMLReport(templates: .bundled()).render(report).contains("</html>"))
  }

  @Test func `a report without anything says so`() throws {
    var report = Fixture.report()
    (report.findings, report.scorecards, report.probes, report.comparison) = ([], [], [], nil)
    let empty = try HTMLReport(templates: .bundled()).render(report)
    #expect(empty.contains("在已检查的范围内，未发现不符合的事项"))
    #expect(empty.contains("未选用考核方案"))
  }

  @Test func `a bar stays inside its line whatever the numbers`() {
    for (low, high) in [(0.2, 0.9), (-1, 7), (.nan, .infinity), (0.9, 0.2)] {
      let bar = IntervalBar.svg(low: low, high: high, label: "<x>")
      #expect(!bar.contains("nan") && !bar.contains("inf") && bar.contains("&lt;x&gt;"))
    }
  }

  @Test func `missing templates are an error with a remedy`() {
    let error = #expect(throws: ReportError.self) {
      try TemplateLibrary(folder: "/nowhere/at/all")
    }
    #expect(error?.description.contains("MINGCHA_TEMPLATES") == true)
  }
}
