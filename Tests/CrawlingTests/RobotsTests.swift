import Fetching
import Foundation
import Testing
import WebAddress

@testable import Crawling

@Suite("robots.txt")
struct RobotsTests {
  private func rules(_ text: String, agent: String = "mingcha") -> RobotsRules {
    RobotsRules(Array(text.utf8), agent: agent)
  }

  @Test("the public suite agrees on every expectation")
  func conformance() throws {
    guard let folder = SharedSuites.folder("robots") else { return }
    var passed = 0
    var total = 0
    for part in ["correctness", "stress"] {
      for file in try SharedSuites.files(in: folder.appendingPathComponent(part))
      where file.pathExtension == "textproto" {
        for expectation in RobotsSpecification(try [UInt8](Data(contentsOf: file))).expectations {
          total += 1
          let rules = RobotsRules(expectation.robots, agent: expectation.agent)
          let isRight = rules.allows(target: target(expectation.url)) == expectation.isAllowed
          if isRight { passed += 1 }
          #expect(isRight, "\(file.lastPathComponent) \(expectation.url) \(expectation.agent)")
        }
      }
    }
    print("suite robots: \(passed)/\(total)")
    #expect(total == 400)
  }

  /// Path and query of the suite's addresses, which are deliberately not always well formed.
  private func target(_ address: String) -> [UInt8] {
    let rest = address.range(of: "//").map { address[$0.upperBound...] } ?? ""
    let start = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let target = rest[start...].prefix { $0 != "#" }
    return Array((target.hasPrefix("/") ? "" : "/").utf8) + Array(target.utf8)
  }

  @Test("odd files never fail, and say what the RFC says")
  func edges() throws {
    guard let folder = SharedSuites.folder("robots-edge") else { return }
    func load(_ name: String, _ agent: String) throws -> RobotsRules {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      return RobotsRules([UInt8](data), agent: agent)
    }
    let longest = try load("rfc9309-example-longest-match-robots.txt", "foobot")
    #expect(longest.allows(target: Array("/example/page/disallowed.gif".utf8)) == false)
    #expect(longest.allows(target: Array("/example/page/".utf8)))
    let mine = try load("crawl-delay-group-merging.txt", "mybot")
    #expect(mine.crawlDelay == 10)
    #expect(!mine.allows(target: Array("/private/x".utf8)))
    #expect(mine.allows(target: Array("/login/x".utf8)))
    let yours = try load("crawl-delay-group-merging.txt", "yourbot")
    #expect(yours.crawlDelay == nil)
    #expect(!yours.allows(target: Array("/login/x".utf8)))
    #expect(try load("crawl-delay-group-merging.txt", "mingcha").crawlDelay == 30)
    // A product token has no digits (RFC 9309 §2.2.1), so bot1, bot2 and bot3 are all `bot`.
    let lenient = try load("format-errors-robots.txt", "bot")
    #expect(!lenient.allows(target: Array("/no-colon/".utf8)))
    #expect(lenient.allows(target: Array("/whitespace-before-colon".utf8)))
    for mark in ["utf8", "utf16be", "utf16le"] {
      let name = mark == "utf8" ? "robots-with-utf8-bom.txt" : "robots-with-\(mark)-bom.txt"
      let rules = try load(name, "foobot")
      #expect(rules == (try load("robots-with-utf8-bom.txt", "foobot")), "\(name)")
    }
  }

  /// File, crawler, path, and whether RFC 9309 lets it be asked for.
  private static let edgeCases: [(String, String, String, Bool)] = [
    ("rfc9309-example-simple-robots.txt", "foobot", "/example/page.html", true),
    ("rfc9309-example-simple-robots.txt", "foobot", "/example/disallowed.gif", false),
    ("rfc9309-example-simple-robots.txt", "barbot", "/example/page.html", false),
    ("rfc9309-example-simple-robots.txt", "quxbot", "/example/page.html", true),
    ("rfc9309-example-longest-match-robots.txt", "foobot", "/example/page/", true),
    ("rfc9309-example-longest-match-robots.txt", "foobot", "/example/page/disallowed.gif", false),
  ]

  @Test("the odd files: each is read, and what the RFC's own examples say comes out")
  func edgeCount() throws {
    guard let folder = SharedSuites.folder("robots-edge") else { return }
    var (read, files) = (0, 0)
    for file in try SharedSuites.files(in: folder) {
      let bytes = try [UInt8](Data(contentsOf: file))
      files += 1
      // A second reading gives the same, and one cut anywhere is survived.
      let rules = RobotsRules(bytes, agent: "mingcha")
      for cut in stride(from: 0, to: bytes.count, by: 7) {
        _ = RobotsRules(Array(bytes[..<cut]), agent: "mingcha")
      }
      if rules == RobotsRules(bytes, agent: "mingcha") { read += 1 }
    }
    var passed = 0
    for (name, agent, path, expected) in Self.edgeCases {
      let bytes = try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
      let isRight = RobotsRules(bytes, agent: agent).allows(target: Array(path.utf8)) == expected
      if isRight { passed += 1 }
      #expect(isRight, "\(name) \(agent) \(path)")
    }
    print(
      "suite robots-edge: \(read)/\(files) files, \(passed)/\(Self.edgeCases.count) expectations")
    #expect(read == files && files == 24)
  }

  @Test("groups that name the crawler are merged and shut out the general ones")
  func merging() throws {
    let rules = rules(
      """
      User-agent: *
      Disallow: /
      User-agent: Mingcha/1.0
      Disallow: /a
      User-agent: other
      Disallow: /o
      User-agent: MINGCHA
      Disallow: /b
      Crawl-delay: 2.5
      """)
    #expect(rules.allows(try #require(WebURL("http://x.cn/c"))))
    #expect(rules.allows(try #require(WebURL("http://x.cn/o"))))
    #expect(!rules.allows(try #require(WebURL("http://x.cn/a1"))))
    #expect(!rules.allows(try #require(WebURL("http://x.cn/b"))))
    #expect(rules.crawlDelay == 2.5)
  }

  @Test(
    "the longest pattern decides, stars and dollar included",
    arguments: [
      ("/x/y.pdf", false), ("/x/y.pdf?a", true), ("/x/keep/y.pdf", true), ("/search?q=1", false),
      ("/", true), ("/年报", false),
    ])
  func patterns(path: String, isAllowed: Bool) throws {
    let rules = rules(
      "User-agent: *\nDisallow: /*.pdf$\nAllow: /x/keep/*.pdf$\nDisallow: /search?\nDisallow: /年报")
    #expect(rules.allows(try #require(WebURL("http://x.cn" + path))) == isAllowed)
  }

  @Test("many stars against a long path stay cheap")
  func hostilePattern() {
    let pattern = String(repeating: "*a", count: 2000) + "b$"
    let rules = rules("User-agent: *\nDisallow: /\(pattern)")
    #expect(rules.allows(target: Array(("/" + String(repeating: "a", count: 8000)).utf8)))
  }

  @Test("only the first 500 KiB count, and a cut line is not half read")
  func sizeLimit() {
    let filler = String(repeating: "#", count: RobotsRules.sizeLimit - 40)
    let long = rules("User-agent: *\nDisallow: /a\n\(filler)\nDisallow: /bbbbbbbbbbbbbbbbbbbbb\n")
    #expect(long.isTruncated)
    #expect(!long.allows(target: Array("/a".utf8)))
    #expect(long.allows(target: Array("/bbbb".utf8)))
    #expect(long.allows(target: Array("/bbbbbbbbbbbbbbbbbbbbb".utf8)))
  }

  @Test("the status decides what a missing file means")
  func statuses() {
    let deny = Array("User-agent: *\nDisallow: /".utf8)
    func decide(_ status: Int, attempt: Int = 1) -> RobotsDecision {
      RobotsDecision(status: status, body: deny, agent: "mingcha", attempt: attempt)
    }
    #expect(decide(200) == .rules(RobotsRules(deny, agent: "mingcha")))
    #expect(decide(404) == .rules(.allowAll))
    #expect(decide(403) == .rules(.allowAll))
    #expect(decide(301) == .rules(.allowAll))
    #expect(decide(429) == .retry(afterSeconds: RobotsDecision.retryDelay))
    #expect(decide(503) == .retry(afterSeconds: RobotsDecision.retryDelay))
    #expect(decide(503, attempt: RobotsDecision.attempts) == .unreachable)
    #expect(RobotsDecision(failure: .timeout, attempt: 3) == .unreachable)
  }

  @Test("sitemaps are listed once each, for every crawler")
  func sitemaps() {
    let rules = rules(
      "Sitemap: http://x.cn/s.xml\nUser-agent: z\nsitemap:http://x.cn/s.xml\nSite-map: /t.xml")
    #expect(rules.sitemaps == ["http://x.cn/s.xml", "/t.xml"])
  }
}
