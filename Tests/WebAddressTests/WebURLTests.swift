import Testing
import WebAddress

@Suite("Addresses")
struct WebURLTests {
  @Test("components are cut from the serialisation")
  func components() throws {
    let url = try #require(WebURL("HTTP://u:p@WWW.Example.gov.CN:8080/a/../b.html?x=1#top"))
    #expect(url.href == "http://u:p@www.example.gov.cn:8080/b.html?x=1#top")
    #expect(url.scheme == "http")
    #expect(url.username == "u")
    #expect(url.password == "p")
    #expect(url.host == "www.example.gov.cn")
    #expect(url.port == 8080)
    #expect(url.path == "/b.html")
    #expect(url.query == "x=1")
    #expect(url.fragment == "top")
    #expect(url.origin == "http://www.example.gov.cn:8080")
    #expect(url.withoutFragment.href == "http://u:p@www.example.gov.cn:8080/b.html?x=1")
    #expect(url.requestTarget == "/b.html?x=1")
  }

  @Test("the default port disappears, absent parts are nil")
  func absentParts() throws {
    let url = try #require(WebURL("https://a.cn:443"))
    #expect(url.href == "https://a.cn/")
    #expect(url.port == nil)
    #expect(url.effectivePort == 443)
    #expect(url.query == nil)
    #expect(url.fragment == nil)
    #expect(WebURL("http://a.cn/?#")?.query == "")
    #expect(WebURL("http://a.cn/?#")?.fragment == "")
  }

  @Test(
    "relative references resolve as on a page",
    arguments: [
      ("./t20200102_1.html", "http://a.cn/zwgk/gg/t20200102_1.html"),
      ("../../x", "http://a.cn/x"), ("//b.cn/y", "http://b.cn/y"), ("/z", "http://a.cn/z"),
      ("?page=2", "http://a.cn/zwgk/gg/index.html?page=2"),
      ("#a", "http://a.cn/zwgk/gg/index.html?q#a"),
      ("", "http://a.cn/zwgk/gg/index.html?q"), ("\\\\c.cn\\d", "http://c.cn/d"),
      (" \n年报.doc ", "http://a.cn/zwgk/gg/%E5%B9%B4%E6%8A%A5.doc"),
    ])
  func resolution(reference: String, expected: String) throws {
    let base = try #require(WebURL("http://a.cn/zwgk/gg/index.html?q#f"))
    #expect(WebURL(reference, base: base)?.href == expected)
  }

  @Test(
    "what a browser refuses is nil",
    arguments: [
      "", "a.cn", "http://", "http://a b/", "http://[::1", "http://1.2.3.999/",
      "http://a.cn:99999/",
    ])
  func refused(text: String) { #expect(WebURL(text) == nil) }
}
