import Testing
import WebAddress

@Suite("Identity of addresses")
struct IdentityTests {
  private func key(_ text: String) throws -> String { try #require(WebURL(text)).identity.key }

  @Test(
    "spellings of one page are one",
    arguments: [
      ("http://www.x.gov.cn/a/index.html#top", "https://x.gov.cn/a/"),
      ("http://x.gov.cn/a/INDEX.SHTML", "http://x.gov.cn/a/"),
      ("http://x.gov.cn/a/default.aspx?id=3", "http://x.gov.cn/a/?id=3"),
      ("http://x.gov.cn/p?b=2&a=1", "http://x.gov.cn/p?a=1&b=2"),
      ("http://x.gov.cn/p;jsessionid=12AB?a=1", "http://x.gov.cn/p?a=1"),
      ("http://x.gov.cn/p?JSESSIONID=12&a=1", "http://x.gov.cn/p?a=1"),
      ("http://x.gov.cn/p?utm_source=x&spm=1.2&from=timeline", "http://x.gov.cn/p"),
      ("http://x.gov.cn/p?sid=0123456789abcdef0123", "http://x.gov.cn/p"),
      ("http://x.gov.cn/p?_=1700000000123", "http://x.gov.cn/p"),
      ("http://x.gov.cn/p?t=0.8837261519283", "http://x.gov.cn/p"),
      ("http://x.gov.cn//a///b", "http://x.gov.cn/a/b"),
      ("http://x.gov.cn/%7Ea/%e5%b9%b4", "http://x.gov.cn/~a/%E5%B9%B4"),
      ("http://x.gov.cn:80/?", "https://x.gov.cn:443"),
    ])
  func same(first: String, second: String) throws { #expect(try key(first) == key(second)) }

  @Test(
    "different pages stay different",
    arguments: [
      ("http://x.gov.cn/a", "http://x.gov.cn/a/"), ("http://x.gov.cn/a", "http://x.gov.cn/A"),
      ("http://x.gov.cn/index_1.html", "http://x.gov.cn/"),
      ("http://x.gov.cn/p?sid=12", "http://x.gov.cn/p?sid=13"),
      ("http://x.gov.cn/p?from=2020-01-01", "http://x.gov.cn/p"),
      ("http://x.gov.cn/p?t=3", "http://x.gov.cn/p?t=4"), ("http://x.gov.cn/", "http://y.gov.cn/"),
      ("http://x.gov.cn/?a=1&a=2", "http://x.gov.cn/?a=1"),
      ("http://x.gov.cn:8080/", "http://x.gov.cn/"), ("http://www.cn/", "http://cn/"),
      ("http://x.gov.cn/a%2Fb", "http://x.gov.cn/a/b"), ("mailto:a@b.cn", "mailto:c@b.cn"),
    ])
  func different(first: String, second: String) throws { #expect(try key(first) != key(second)) }

  @Test("the fingerprint is the same in every run")
  func fingerprint() throws {
    let url = try #require(WebURL("http://www.x.gov.cn/a/index.html"))
    #expect(url.identity.key == "x.gov.cn/a/")
    #expect(url.identity.fingerprint == URLIdentityFixture.fingerprint)
  }
}

private enum URLIdentityFixture {
  /// FNV-1a of `x.gov.cn/a/` with the closing mix, worked out apart from the program.
  static let fingerprint: UInt64 = 0x6f94_4102_67b0_217e
}
