import Foundation
import AuditModel
import Ledger
import SamplePortal
import Testing

@testable import Auditing

/// A crawl of a server that misbehaves in every way: bounded, reported, survived.
@Suite("A crawl of a hostile server", .serialized)
struct HostileCrawlTests {
  /// What takes its time by design is tried by the fetcher's own tests.
  private static let slow: Set<String> = ["/drip", "/drip-header", "/silent", "/declared"]

  @Test(
    "ends, says what became of every address, and never leaves the server", .timeLimit(.minutes(3)))
  func hostile() async throws {
    let hostile = HostileServer()
    let port = try await hostile.start()
    let paths = HostileServer.catalogue.map(\.path).filter { !Self.slow.contains($0) }
    let server = try ScriptedServer { request, _ in
      guard request.path == "/" else { return ScriptedServer.answer(404) }
      let links = paths.map { #"<li><a href="http://evil.gov.cn:\#(port)\#($0)">\#($0)</a></li>"# }
      return ScriptedServer.answer(200, page("甲市", links.joined()))
    }
    var crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    crawl.options.resolve.append(.init(host: "evil.gov.cn", port: port, address: "127.0.0.1"))
    crawl.options.bodyLimit = 1 << 20
    crawl.options.obeysRobots = false
    crawl.options.pageLimit = 80
    let unit = AuditedUnit(
      id: "u", name: "市政府", kind: .government, homePage: crawl.homePage,
      scopes: [crawl.homePage, "http://evil.gov.cn:\(port)/"])
    let runner = try crawl.runner()
    let pages = try await runner.crawlOnly(units: [unit], target: "crawl:u").pages
    await hostile.stop()
    #expect(pages.contains { $0.hasSuffix("/nul") })
    #expect(pages.contains { $0.hasSuffix("/broken-utf8") })
    #expect(!pages.contains { $0.contains("passwd") || $0.contains("169.254") })
    var states: [String: AddressRecord.State] = [:]
    try runner.ledger.forEachAddress(sweep: 1) { address, _ in states[address.url] = address.state }
    for path in paths {
      let state = states["http://evil.gov.cn:\(port)\(path)"]
      #expect(state == .done || state == .skipped, "\(path) is \(String(describing: state))")
    }
    var largest = 0
    var cut: Set<String> = []
    try runner.ledger.forEachFetch(sweep: 1) { fetch in
      largest = max(largest, fetch.bodyLength)
      if fetch.isTruncated { cut.insert(fetch.url) }
      #expect(!fetch.remoteAddress.hasPrefix("169.254"))
    }
    #expect(largest <= 1 << 20)
    for path in ["/huge", "/links", "/bomb"] {
      #expect(cut.contains("http://evil.gov.cn:\(port)\(path)"), "\(path) is not marked as cut")
    }
    crawl.remove()
  }

  @Test(
    "a page that was cut is read, and nothing is missing because of it", .timeLimit(.minutes(1)))
  func cutPage() async throws {
    let filler = String(repeating: "<p>要闻</p>", count: 20_000)
    let server = try ScriptedServer { request, _ in
      request.path == "/"
        ? ScriptedServer.answer(
          200, page("甲市", #"<a href="/x.html">通知公告</a>"# + filler + #"<a href="/zn">公开指南</a>"#))
        : ScriptedServer.answer(request.path == "/x.html" ? 200 : 404, page("通知", "某事"))
    }
    var crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    crawl.options.bodyLimit = 100_000
    let outcome = try await crawl.audit().units[0]
    #expect(outcome.coverage.pages == 2)
    #expect(
      outcome.coverage.remarks.contains { $0.contains("没有收全") }, "\(outcome.coverage.remarks)")
    for finding in outcome.findings where finding.observation.outcome == .fail {
      Issue.record(
        "\(finding.observation.probe) \(finding.observation.code) is concluded from a cut page")
    }
    crawl.remove()
  }

  @Test("a page that broke off is asked once more and then whole", .timeLimit(.minutes(1)))
  func brokenOff() async throws {
    let server = try ScriptedServer { request, _ in
      guard request.path == "/" else { return ScriptedServer.answer(404) }
      let whole = ScriptedServer.answer(200, page("甲市", #"<a href="/zn">公开指南</a>"#))
      return Array(whole.prefix(whole.count / 2))
    }
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    #expect(try await crawl.crawl() == ["/"])
    #expect(server.requests.count { $0.path == "/" } == 2)
    crawl.remove()
  }

  @Test("a compressed sitemap is unpacked, within limits", .timeLimit(.minutes(1)))
  func compressedSitemap() async throws {
    let list = (0..<3).map { "http://a.gov.cn:PORT/m\($0).html" }.joined(separator: "\n")
    let server = try ScriptedServer { request, port in
      switch request.path {
      case "/robots.txt":
        return ScriptedServer.answer(200, "Sitemap: /map.txt.gz", type: "text/plain")
      case "/map.txt.gz":
        let text = list.replacingOccurrences(of: "PORT", with: "\(port)")
        return ScriptedServer.answer(200, bytes: Stored.gzip(text), type: "application/x-gzip")
      case "/", "/m0.html", "/m1.html", "/m2.html":
        return ScriptedServer.answer(200, page("甲市\(request.path)", ""))
      default: return ScriptedServer.answer(404)
      }
    }
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    #expect(try await crawl.crawl() == ["/", "/m0.html", "/m1.html", "/m2.html"])
    crawl.remove()
  }
}

/// A gzip member whose content is stored, not compressed (RFC 1951 §3.2.4).
enum Stored {
  static func gzip(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let length = UInt16(bytes.count)
    var member: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1]
    member += [UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8)]
    member += bytes
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    for value in [~sum, UInt32(bytes.count)] {
      for shift in [0, 8, 16, 24] { member.append(UInt8(value >> UInt32(shift) & 255)) }
    }
    return member
  }
}
