import Foundation
import Testing
import WebAddress

@Suite("Registrable domains")
struct RegistrableDomainTests {
  @Test(
    "what Chinese portals need is built in",
    arguments: [
      ("http://www.suizhou.gov.cn/", "suizhou.gov.cn"), ("http://a.b.x.com.cn/", "x.com.cn"),
      ("http://rsj.x.hb.cn/", "x.hb.cn"), ("http://x.cn/", "x.cn"), ("http://www.x.com/", "x.com"),
      ("http://x.gov.cn./", "x.gov.cn"), ("http://测试.公司.cn/", "xn--0zwm56d.xn--55qx5d.cn"),
      ("http://某局.政务/", "xn--dgtx2y.xn--zfr164b"), ("http://gov.cn/", nil), ("http://cn/", nil),
      ("http://10.0.0.1/", nil), ("http://[::1]/", nil), ("mailto:a@x.cn", nil),
    ] as [(String, String?)])
  func builtIn(address: String, expected: String?) throws {
    #expect(try #require(WebURL(address)).registrableDomain == expected)
  }

  @Test("the public suffix list's own checks agree")
  func publicSuffixList() throws {
    guard let folder = SharedSuites.folder("publicsuffix") else { return }
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    let suffixes = PublicSuffixes(publicSuffixList: try text("public_suffix_list.dat"))
    var passed = 0
    var total = 0
    for line in try text("tests.txt").split(whereSeparator: \.isNewline)
    where !line.hasPrefix("//") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2 else { continue }
      total += 1
      // A name with a leading dot is no host at all.
      let host = words[0].hasPrefix(".") ? nil : WebURL("http://\(words[0])/")?.host
      let found = host.flatMap { suffixes.registrableDomain(of: $0) }
      let expected = words[1] == "null" ? nil : WebURL("http://\(words[1])/")?.host
      if found == expected { passed += 1 }
      #expect(found == expected, "\(line)")
    }
    print("suite publicsuffix: \(passed)/\(total)")
    #expect(total > 70)
  }

  @Test("the list's older checks, test_psl.txt, agree")
  func olderChecks() throws {
    guard let folder = SharedSuites.folder("publicsuffix") else { return }
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    let suffixes = PublicSuffixes(publicSuffixList: try text("public_suffix_list.dat"))
    var (passed, total) = (0, 0)
    for line in try text("test_psl.txt").split(whereSeparator: \.isNewline)
    where line.hasPrefix("checkPublicSuffix(") {
      // checkPublicSuffix('a.b.com', 'b.com'); null stands for none.
      let words = line.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(separator: ",")
        .map { $0.filter { $0 != "'" && $0 != " " } }
      guard words.count == 2 else { continue }
      total += 1
      let host = words[0].hasPrefix(".") ? nil : WebURL("http://\(words[0])/")?.host
      let found = host.flatMap { suffixes.registrableDomain(of: $0) }
      let expected = words[1] == "null" ? nil : WebURL("http://\(words[1])/")?.host
      if found == expected { passed += 1 }
      #expect(found == expected || words[0] == "null", "\(line)")
    }
    print("suite publicsuffix/test_psl.txt: \(passed)/\(total)")
    #expect(total > 70)
  }
}
