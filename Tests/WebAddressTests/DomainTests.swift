import Testing

@testable import WebAddress

@Suite("Hosts")
struct DomainTests {
  private func host(_ text: String) -> String? { WebURL("http://\(text)/")?.host }

  @Test(
    "Chinese names, full-width forms and ideographic dots",
    arguments: [
      ("中国政府网.政务", "xn--fiqs8sirgfmhq98a.xn--zfr164b"), ("ｗｗｗ．ｘ．ｃｎ", "www.x.cn"),
      ("www。x。gov｡cn", "www.x.gov.cn"), ("WWW.X.CN", "www.x.cn"), ("%E4%B8%AD.cn", "xn--fiq.cn"),
      ("\u{F900}.cn", "xn--oh3a.cn"),
    ])
  func chinese(text: String, expected: String) {
    #expect(host(text) == expected)
  }

  @Test("Punycode goes both ways", arguments: ["中国", "bücher", "政务公开", "a中b国c", "😀"])
  func punycode(text: String) throws {
    let codes = text.unicodeScalars.map(\.value)
    let encoded = try #require(Punycode.encode(codes))
    #expect(encoded.allSatisfy { $0 < 0x80 })
    #expect(Punycode.decode(encoded[...]) == codes)
  }

  @Test(
    "hostile Punycode is refused, not computed for ever",
    arguments: [
      "99999999999999999999", "zzzzzzzzzzzzzzzzzzzz", "-", "\u{7f}", "ls8h=",
    ])
  func hostilePunycode(text: String) {
    let decoded = Punycode.decode(Array(text.utf8)[...])
    #expect(decoded == nil || decoded?.isEmpty == true)
  }

  @Test(
    "IPv6 is written in its shortest form",
    arguments: [
      ("[0:0:0:0:0:0:0:1]", "[::1]"), ("[1:0:0:2:0:0:0:3]", "[1:0:0:2::3]"),
      ("[::ffff:1.2.3.4]", "[::ffff:102:304]"), ("[1:0:2:3:4:5:6:7]", "[1:0:2:3:4:5:6:7]"),
      ("[1::]", "[1::]"), ("[A:B:C:D:E:F:1:2]", "[a:b:c:d:e:f:1:2]"),
    ])
  func shortest(text: String, expected: String) { #expect(host(text) == expected) }

  @Test(
    "numbers that are no IPv4 address are refused",
    arguments: [
      "256.1.1.1", "1.2.3.4.5", "0x100000000", "1.2.3.09", "4294967296", "a.1",
    ])
  func wrongNumbers(text: String) { #expect(host(text) == nil) }
}
