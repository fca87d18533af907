import AuditModel
import Testing
import WebAddress

@Suite("Traps")
struct CrawlTrapTests {
  private func watch() throws -> TrapWatch { TrapWatch(asOf: try #require(Day("2026-11-21"))) }

  private func judge(_ text: String) throws -> CrawlTrap? {
    var watch = try watch()
    return watch.judge(try #require(WebURL(text)))
  }

  @Test("paths that repeat themselves", arguments: ["/a/a/a/", "/x/a/b/a/b/a/b", "/1/1/1/1/"])
  func repeating(path: String) throws {
    #expect(try judge("http://x.gov.cn" + path) == .repeatingPath)
  }

  @Test(
    "honest addresses pass",
    arguments: [
      "/art/2020/1/2/art_123_4567.html", "/a/b/a/b/c", "/2011/11/11/11.html", "/zwgk/zwgk/",
      "/list?page=3&size=20", "/search?year=2020", "/cal?year=2026&month=12",
      "/xxgk/n1/n2/n3/n4/n5/n6/n7/index.html",
    ])
  func honest(path: String) throws { #expect(try judge("http://x.gov.cn" + path) == nil) }

  @Test("too long, too deep, too many parameters")
  func limits() throws {
    #expect(try judge("http://x.cn/" + String(repeating: "a", count: 2048)) == .tooLong)
    let segments = (0..<25).map { "s\($0)" }.joined(separator: "/")
    #expect(try judge("http://x.cn/" + segments) == .tooDeep)
    let parameters = (0..<17).map { "p\($0)=1" }.joined(separator: "&")
    #expect(try judge("http://x.cn/?" + parameters) == .tooManyParameters)
  }

  @Test("a calendar beyond the next years, or with more months than any site keeps")
  func calendar() throws {
    #expect(try judge("http://x.cn/cal?year=2031&month=1") == .calendar)
    #expect(try judge("http://x.cn/cal?y=1800&m=1") == .calendar)
    var watch = try watch()
    var traps: [CrawlTrap] = []
    for index in 0..<130 {
      let url = WebURL("http://x.cn/cal?year=\(2015 + index / 12)&month=\(index % 12 + 1)")
      if let trap = watch.judge(try #require(url)) { traps.append(trap) }
    }
    #expect(traps == Array(repeating: .calendar, count: 10))
  }

  @Test("combinations of three parameters end, single ids do not")
  func facets() throws {
    var watch = try watch()
    var facets = 0
    var articles = 0
    for index in 0..<2500 {
      let facet = WebURL("http://x.cn/s?a=\(index % 7)&b=\(index)&c=1")
      let article = WebURL("http://x.cn/view?id=\(index)")
      if watch.judge(try #require(facet)) == .endlessParameters { facets += 1 }
      if watch.judge(try #require(article)) != nil { articles += 1 }
    }
    #expect(facets == 500)
    #expect(articles == 0)
  }
}
