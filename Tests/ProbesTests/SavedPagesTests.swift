import AuditModel
import Probes
import SiteModel
import Testing

/// What was read off real pages by eye. Skipped, and said so, where the pages are not at hand.
@Suite("Real pages") struct SavedPagesTests {
  func site(_ host: String, _ date: String) throws -> Site? {
    let day = try #require(Day(date))
    guard let source = SavedPages(host: host, on: day) else {
      print("skipped: no ../shared/pages (set MINGCHA_SHARED)")
      return nil
    }
    let unit = AuditedUnit(
      id: "u", name: host, kind: .department, homePage: "http://\(host)/index.html")
    return Site(unit: unit, source: source, asOf: day)
  }

  func codes(_ probe: any Probe, _ site: Site) -> [String: String] {
    Dictionary(
      probe.observe(site).map {
        ($0.subject, $0.code.split(separator: ".").last.map(String.init) ?? "")
      },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("a menu written by script is read, and jump pages are no blank columns")
  func rsj() throws {
    guard let site = try site("rsj.gzdaozhen.gov.cn", "2021-01-08") else { return }
    let blank = codes(BlankColumns(), site).filter { $0.value == "blank" }.keys.sorted()
    #expect(
      blank == [
        "扶贫工作@rsj.gzdaozhen.gov.cn/zwgk/fpgz", "联系方式@rsj.gzdaozhen.gov.cn/syqt/lxfs",
      ])
    let topics = codes(TopicColumns(), site)
    #expect(topics["interpretation"] == "blank")
    #expect(topics["functions"] == "present")
    // 部门文件 stands there, and such documents may be in it.
    #expect(topics["normative-documents"] == "undecided")
    #expect(codes(RequiredColumns(), site)["application"] == "undecided")
    #expect(codes(HomeFreshness(), site)["home"] == "fresh")
  }

  @Test("a platform that could not be read is never called incomplete")
  func jtj() throws {
    guard let site = try site("jtj.pds.gov.cn", "2021-01-08") else { return }
    let required = RequiredColumns().observe(site)
    #expect(required.allSatisfy { $0.outcome != .fail })
    #expect(required.contains { $0.reason == .wafBlock })
    // An article titled …第三期新闻 is no news column, and 发展规划科 is an office.
    #expect(ColumnFreshness().observe(site).allSatisfy { !$0.subject.contains("/contents/") })
    #expect(codes(TopicColumns(), site)["statutory.3"] != "present")
    #expect(codes(BlankColumns(), site)["意见征集@jtj.pds.gov.cn/channels/18300.html"] == "blank")
  }

  @Test("a guide that stands among the reports is still a guide")
  func linye() throws {
    guard let site = try site("linye.jlcity.gov.cn", "2021-06-20") else { return }
    let required = codes(RequiredColumns(), site)
    #expect(required["guide"] == "present")
    #expect(required["annual-report"] == "present")
    #expect(required["application"] == "present")
    // 政府信息公开 is a script link in this copy: what stands behind it was not seen.
    #expect(required["institutions"] == "undecided")
    #expect(required["website-report"] == "undecided")
  }
}
