import AuditModel
import Fetching
import Testing
import WebAddress

@testable import Crawling

@Suite("Cookies")
struct CookieTests {
  private func sent(
    _ lines: [String], from origin: String, to target: String, after seconds: Double = 1
  ) throws -> String? {
    var jar = CookieJar()
    jar.take(lines.map { HeaderField("Set-Cookie", $0) }, from: try url(origin), at: second(0))
    return jar.header(for: try url(target), at: second(seconds))?.value
  }

  @Test(
    "go where RFC 6265 lets them go",
    arguments: [
      ("s=1", "http://a.gov.cn/", "http://a.gov.cn/x", "s=1"),
      ("s=1", "http://a.gov.cn/", "http://b.a.gov.cn/", nil),
      ("s=1; Domain=a.gov.cn", "http://www.a.gov.cn/", "http://b.a.gov.cn/", "s=1"),
      ("s=1; Domain=.A.GOV.CN", "http://www.a.gov.cn/", "http://a.gov.cn/", "s=1"),
      ("s=1; Domain=gov.cn", "http://a.gov.cn/", "http://a.gov.cn/", nil),
      ("s=1; Domain=b.gov.cn", "http://a.gov.cn/", "http://b.gov.cn/", nil),
      ("s=1; Domain=0.0.1", "http://127.0.0.1/", "http://127.0.0.1/", nil),
      ("s=1; Path=/zw", "http://a.gov.cn/", "http://a.gov.cn/zw/x", "s=1"),
      ("s=1; Path=/zw", "http://a.gov.cn/", "http://a.gov.cn/zwgk", nil),
      ("s=1", "http://a.gov.cn/zw/x.html", "http://a.gov.cn/zw/y.html", "s=1"),
      ("s=1", "http://a.gov.cn/zw/x.html", "http://a.gov.cn/other", nil),
      ("s=1; Secure", "https://a.gov.cn/", "http://a.gov.cn/", nil),
      ("s=1; Secure", "https://a.gov.cn/", "https://a.gov.cn/", "s=1"),
      ("s=a=b; HttpOnly", "http://a.gov.cn/", "http://a.gov.cn/", "s=a=b"),
      (" s = 1 ;x", "http://a.gov.cn/", "http://a.gov.cn/", "s=1"),
      ("no pair", "http://a.gov.cn/", "http://a.gov.cn/", nil),
      ("=1", "http://a.gov.cn/", "http://a.gov.cn/", nil),
      ("s=\u{1}", "http://a.gov.cn/", "http://a.gov.cn/", nil),
    ] as [(String, String, String, String?)])
  func places(line: String, origin: String, target: String, wanted: String?) throws {
    #expect(try sent([line], from: origin, to: target) == wanted)
  }

  @Test("end when they say, and a later one replaces an earlier")
  func times() throws {
    let home = "http://a.gov.cn/"
    #expect(try sent(["s=1; Max-Age=10"], from: home, to: home, after: 9) == "s=1")
    #expect(try sent(["s=1; Max-Age=10"], from: home, to: home, after: 11) == nil)
    #expect(try sent(["s=1", "s=2"], from: home, to: home) == "s=2")
    #expect(try sent(["s=1", "s=; Max-Age=0"], from: home, to: home) == nil)
    let past = "s=1; Expires=Sat, 21 Nov 2020 04:10:00 GMT"
    #expect(try sent(["s=1", past], from: home, to: home) == nil)
    #expect(try sent(["a=1; Path=/", "b=2; Path=/x"], from: home, to: home + "x") == "b=2; a=1")
  }

  @Test("of a hostile server are bounded")
  func bounded() throws {
    var jar = CookieJar()
    let home = try url("http://a.gov.cn/")
    let many = (0..<5000).map {
      HeaderField("Set-Cookie", "c\($0)=\(String(repeating: "x", count: 90))")
    }
    jar.take(many, from: home, at: second(0))
    let header = try #require(jar.header(for: home, at: second(1))?.value)
    #expect(header.split(separator: ";").count == CookieJar.domainLimit)
    jar.take(
      [HeaderField("Set-Cookie", "big=" + String(repeating: "x", count: 5000))], from: home,
      at: second(0))
    #expect(jar.header(for: home, at: second(1))?.value.contains("big") == false)
  }
}
