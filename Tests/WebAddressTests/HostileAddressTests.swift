import Foundation
import Testing
import WebAddress

@Suite("Hostile addresses")
struct HostileAddressTests {
  @Test("random bytes never crash, and what parses parses to itself again")
  func idempotence() {
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let pieces = [
      "http", "https:", "file:", "//", "/", "\\", "?", "#", "@", ":", "[", "]", "::", "%", "%2e",
      "..",
      ".", "中", "。", "xn--", "a", "B", "1", "0x", "|", " ", "\t", "\0", "\u{200D}", "\u{5D0}", "é",
      "😀",
      "C|", "localhost", ";", "&", "=", "mailto:", "data:", "99999999999",
    ]
    let base = WebURL("http://x.gov.cn/a/b?c#d")
    var parsed = 0
    for round in 0..<60_000 {
      let text = (0..<(1 + next(12))).map { _ in pieces[next(pieces.count)] }.joined()
      guard let url = WebURL(text, base: round % 2 == 0 ? base : nil) else { continue }
      parsed += 1
      let again = WebURL(url.href)
      #expect(again?.href == url.href, "\(text.debugDescription)")
      #expect(again?.host == url.host && again?.path == url.path && again?.query == url.query)
      #expect(url.href.utf8.allSatisfy { $0 < 0x80 })
      _ = (url.identity, url.registrableDomain, url.addressClass, url.withoutFragment)
    }
    #expect(parsed > 10_000)
  }

  @Test("an address of a million bytes takes one pass")
  func long() throws {
    let segments = String(repeating: "../a/", count: 200_000)
    let url = try #require(WebURL("http://x.cn/" + segments))
    #expect(url.path == "/a/")
    #expect(WebURL("http://" + String(repeating: "中", count: 100_000) + "/") == nil)
    let at = try #require(WebURL("http://" + String(repeating: "@", count: 100_000) + "x.cn/"))
    #expect(at.host == "x.cn")
  }

  @Test("an address travels as one string, and a wrong one is refused")
  func coding() throws {
    let url = try #require(WebURL("http://x.cn/年"))
    let data = try JSONEncoder().encode([url])
    #expect(try JSONDecoder().decode([WebURL].self, from: data) == [url])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([WebURL].self, from: Data("[\"nowhere\"]".utf8))
    }
  }

  @Test("order and equality follow the serialisation")
  func order() throws {
    let first = try #require(WebURL("http://a.cn/"))
    let second = try #require(WebURL("http://b.cn/"))
    #expect(first < second)
    #expect(first == WebURL("HTTP://A.CN:80"))
    #expect(Set([first, second, try #require(WebURL("http://a.cn"))]).count == 2)
  }
}
