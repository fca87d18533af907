import AuditModel
import Testing
import WebAddress

@Suite("Scope")
struct ScopeTests {
  @Test(
    "a prefix covers its twins and what lies below, at segment borders",
    arguments: [
      ("http://x.gov.cn/bm", true), ("https://www.x.gov.cn/bm/", true),
      ("http://X.GOV.CN/bm/a/b.html?c#d", true), ("http://x.gov.cn/bm?id=1", true),
      ("http://x.gov.cn/bmx", false), ("http://x.gov.cn/BM/a", false), ("http://x.gov.cn/", false),
      ("http://y.x.gov.cn/bm/", false), ("http://x.gov.cn:8080/bm/", false),
      ("http://x.gov.cn/bm/../other", false), ("http://x.gov.cn/%62m/a", true),
      ("ftp://x.gov.cn/bm/", false), ("http://evil.cn/x.gov.cn/bm/", false),
      ("http://x.gov.cn@evil.cn/bm/", false),
    ])
  func prefix(address: String, isInside: Bool) throws {
    let scope = Scope(["http://www.x.gov.cn/bm/index.html"])
    #expect(scope.contains(try #require(WebURL(address))) == isInside)
  }

  @Test("a number is the stem of its pages")
  func stem() throws {
    let scope = Scope(["http://x.gov.cn/channels/214"])
    for (path, isInside) in [
      ("214", true), ("214.html", true), ("214_2.html", true), ("214/a.html", true),
      ("2145.html", false), ("21.html", false), ("214a.html", false),
    ] {
      let url = try #require(WebURL("http://x.gov.cn/channels/\(path)"))
      #expect(scope.contains(url) == isInside, "\(path)")
    }
    #expect(
      !Scope(["http://x.gov.cn/bm"]).contains(try #require(WebURL("http://x.gov.cn/bm.html"))))
  }

  @Test("without a scheme, with a port, with Chinese, with a parameter")
  func spellings() throws {
    let scope = Scope([
      "a.gov.cn", "127.0.0.2:8080/bm", "http://b.gov.cn/部门/", "http://c.gov.cn/site.jsp?dept=12",
      "not an address",
    ])
    func inside(_ text: String) throws -> Bool { scope.contains(try #require(WebURL(text))) }
    #expect(try inside("https://www.a.gov.cn/x"))
    #expect(try inside("http://127.0.0.2:8080/bm/1"))
    #expect(try !inside("http://127.0.0.2/bm/1"))
    #expect(try inside("http://b.gov.cn/%e9%83%a8%e9%97%a8/x"))
    #expect(try inside("http://c.gov.cn/site.jsp?page=2&dept=12"))
    #expect(try !inside("http://c.gov.cn/site.jsp?dept=13"))
    #expect(scope.rejected == ["not an address"])
  }

  @Test("a unit without prefixes owns its home page's whole host")
  func unit() throws {
    func unit(_ home: String, _ scopes: [String]) -> AuditedUnit {
      AuditedUnit(id: "u", name: "某局", kind: .department, homePage: home, scopes: scopes)
    }
    let whole = Scope(unit: unit("http://www.x.gov.cn/bm/", []))
    #expect(whole.contains(try #require(WebURL("https://x.gov.cn/other"))))
    let section = Scope(unit: unit("http://www.x.gov.cn/bm/", ["http://www.x.gov.cn/bm/"]))
    #expect(!section.contains(try #require(WebURL("https://x.gov.cn/other"))))
    #expect(Scope(unit: unit("nowhere at all", [])).isEmpty)
  }
}
