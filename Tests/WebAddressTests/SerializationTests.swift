import Testing
import WebAddress

@Suite("Serialisations taken up without parsing")
struct SerializationTests {
  @Test(
    "come back as the parser made them",
    arguments: [
      "http://a.gov.cn/", "http://a.gov.cn/?", "https://a.gov.cn:8443/a/b.html?x=1&y=/#top?no",
      "http://10.0.0.1:81/a?b?c", "http://[::1]/x#", "http://xn--0zwm56d.cn/%E4%B8%AD/?q=%25",
    ])
  func roundTrip(address: String) throws {
    let parsed = try #require(WebURL(address))
    let root = try #require(WebURL("\(parsed.origin)/"))
    let taken = try #require(WebURL(serialization: parsed.href, on: root))
    #expect(taken == parsed)
    #expect(taken.path == parsed.path && taken.query == parsed.query)
    #expect(taken.fragment == parsed.fragment && taken.port == parsed.port)
    #expect(taken.hostAndPort == parsed.hostAndPort && taken.origin == parsed.origin)
    #expect(taken.withoutFragment == parsed.withoutFragment)
  }

  @Test(
    "of other hosts, ports and schemes are refused",
    arguments: [
      "http://a.gov.cn.evil.com/", "http://a.gov.cn:81/", "https://a.gov.cn/", "http://a.gov.cn",
      "http://user@a.gov.cn/", "http://a.gov.c/", "",
    ])
  func foreign(text: String) throws {
    let root = try #require(WebURL("http://a.gov.cn/"))
    #expect(WebURL(serialization: text, on: root) == nil)
    #expect(WebURL(serialization: "http://u@a.gov.cn/", on: WebURL("http://u@a.gov.cn/")!) == nil)
  }
}
