import AuditModel
import Evidence
import Foundation
import Ledger
import Synchronization
import Testing

@testable import Auditing

/// A second sweep of a small portal: what it asks, what it takes over, and what it says of that.
@Suite("A second sweep of the same unit", .serialized)
struct RevisitTests {
  private static let articles = 12

  /// What the server's pages are at the moment.
  private final class Pages: Sendable {
    let titles = Mutex(
      Dictionary(
        [("/", "甲市")] + (1...articles).map { ("/a/\($0).html", "第\($0)号通知") },
        uniquingKeysWith: { first, _ in first }))
    let hasFile = Atomic(true)
  }

  private static func server(_ pages: Pages) throws -> ScriptedServer {
    try ScriptedServer { request, _ in
      if request.path == "/f.pdf" {
        return pages.hasFile.load(ordering: .relaxed)
          ? ScriptedServer.answer(200, "%PDF-1.7 ok\n%%EOF", type: "application/pdf")
          : ScriptedServer.answer(404, "没有")
      }
      guard let title = pages.titles.withLock({ $0[request.path] }) else {
        return ScriptedServer.answer(404, "没有")
      }
      let links =
        request.path == "/"
        ? (1...articles).map { #"<a href="/a/\#($0).html">第\#($0)号通知</a>"# }.joined()
          + #"<a href="/f.pdf">附</a><a href="/dead.html">死</a>"#
        : ""
      let tag = "\"\(title.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xffff })\""
      if request.field("If-None-Match") == tag {
        return ScriptedServer.answer(304, bytes: [], type: "text/html", fields: ["ETag: \(tag)"])
      }
      return ScriptedServer.answer(200, page(title, links), fields: ["ETag: \(tag)"])
    }
  }

  private static func audit(_ crawl: SmallCrawl, daysLater days: Double = 0) async throws
    -> SweepOutcome
  {
    var runner = try crawl.runner()
    runner.now = {
      Instant(milliseconds: Int64((Date().timeIntervalSince1970 + days * 86_400) * 1000))
    }
    return try await runner.run(
      units: [crawl.unit], target: "audit:u", asOf: Day(year: 2026, month: 11, day: 21))
  }

  private static func fetches(_ crawl: SmallCrawl, _ path: String, sweep: Int64) throws
    -> [FetchRecord]
  {
    let ledger = try LedgerStore(path: crawl.folder.ledger)
    var found: [FetchRecord] = []
    try ledger.forEachFetch(sweep: sweep) { if $0.url.hasSuffix(path) { found.append($0) } }
    return found
  }

  @Test(
    "an unchanged page is confirmed by 304 and judged from the earlier capture",
    .timeLimit(.minutes(2)))
  func notModified() async throws {
    let pages = Pages()
    let server = try Self.server(pages)
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    _ = try await Self.audit(crawl)
    let first = try #require(try Self.fetches(crawl, "/a/1.html", sweep: 1).last)
    pages.titles.withLock { $0["/a/2.html"] = "第2号通知(更正)" }
    let outcome = try await Self.audit(crawl)
    let second = try #require(try Self.fetches(crawl, "/a/1.html", sweep: 2).last)
    #expect(server.requests.last { $0.path == "/a/1.html" }?.field("If-None-Match") != nil)
    #expect(second.status == 200)
    #expect(second.revisit.capturedAt == first.startedAt)
    #expect(second.archive?.digest == first.archive?.digest)
    #expect(second.archive?.record == first.archive?.record)
    #expect(second.startedAt > first.startedAt)
    // Unchanged once: later again; changed once: sooner.
    #expect(second.revisit.interval == 129_600)
    let changed = try #require(try Self.fetches(crawl, "/a/2.html", sweep: 2).last)
    #expect(changed.revisit.capturedAt == nil)
    #expect(changed.revisit.interval == 43_200)
    #expect(outcome.units[0].coverage.pages == Self.articles + 1)
    let proof = try #require(outcome.units[0].coverage.proof)
    #expect(proof.isComplete && proof.unchanged == Self.articles && proof.carried == 0, "\(proof)")
    crawl.remove()
  }

  @Test("the second archive proves itself without the first", .timeLimit(.minutes(2)))
  func archive() async throws {
    let server = try Self.server(Pages())
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    _ = try await Self.audit(crawl)
    _ = try await Self.audit(crawl)
    let fetch = try #require(try Self.fetches(crawl, "/a/1.html", sweep: 2).last)
    let place = try #require(fetch.archive)
    try FileManager.default.removeItem(atPath: crawl.folder.evidence(of: "S000001"))
    let reader = try ArchiveReader(
      file: "\(crawl.folder.evidence(of: "S000002"))/archive/\(place.file)")
    #expect(try reader.record(at: place.offset).id == place.record)
    #expect(try reader.problems().isEmpty)
    var revisits: [ArchiveRecord] = []
    try reader.forEachRecord { if $0.type == "revisit" { revisits.append($0) } }
    let revisit = try #require(revisits.first { $0.url.hasSuffix("/a/1.html") })
    #expect(revisit.field("WARC-Refers-To") == place.record)
    #expect(String(decoding: revisit.head, as: UTF8.self).hasPrefix("HTTP/1.1 304"))
    // Without its captures a third sweep asks without condition, and reads the pages anew.
    try FileManager.default.removeItem(atPath: crawl.folder.evidence(of: "S000002"))
    let third = try await Self.audit(crawl)
    #expect(third.units[0].coverage.pages == Self.articles + 1)
    #expect(try Self.fetches(crawl, "/a/1.html", sweep: 3).last?.revisit.capturedAt == nil)
    crawl.remove()
  }

  @Test(
    "within the window quiet pages and live links are taken over, with their age",
    .timeLimit(.minutes(2)))
  func carried() async throws {
    let server = try Self.server(Pages())
    var crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    crawl.options.window = 7 * 86_400
    crawl.options.linkWindow = 3 * 86_400
    _ = try await Self.audit(crawl)
    let before = server.requests.count
    let outcome = try await Self.audit(crawl)
    let asked = server.requests.dropFirst(before).map(\.path)
    #expect(asked.contains("/"))  // the home page is always looked at
    #expect(asked.contains("/dead.html"))  // and what costs points
    #expect(!asked.contains("/f.pdf"))
    // Some articles were places where something was missing; those are looked at again too.
    let again = asked.count { $0.hasPrefix("/a/") }
    #expect(again < Self.articles / 2, "\(asked)")
    let coverage = outcome.units[0].coverage
    let proof = try #require(coverage.proof)
    #expect(proof.isComplete && proof.carried == Self.articles - again + 1, "\(proof)")
    #expect(coverage.pages == Self.articles + 1)
    #expect(coverage.remarks.contains { $0.contains("沿用") }, "\(coverage.remarks)")
    #expect(try #require(proof.oldest) < outcome.sweep.startedAt)
    let dead = outcome.units[0].linkVerdicts.values.first { $0.state == .dead }
    let last = try #require(dead?.sightings.last?.at)
    #expect(last >= outcome.sweep.startedAt, "a dead link was not looked at again")
    crawl.remove()
  }

  @Test(
    "a link known to be dead is confirmed by one look; one that came back is alive",
    .timeLimit(.minutes(2)))
  func deadAgain() async throws {
    let pages = Pages()
    pages.hasFile.store(false, ordering: .relaxed)
    let server = try Self.server(pages)
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    _ = try await Self.audit(crawl)
    let before = server.requests.count
    let again = try await Self.audit(crawl, daysLater: 1)
    #expect(
      server.requests.dropFirst(before).filter { $0.path == "/f.pdf" }.map(\.method) == ["GET"])
    #expect(
      again.units[0].linkVerdicts.contains { $0.key.hasSuffix("f.pdf") && $0.value.state == .dead })
    pages.hasFile.store(true, ordering: .relaxed)
    let healed = try await Self.audit(crawl, daysLater: 2)
    #expect(
      !healed.units[0].findings.contains {
        $0.observation.link?.url.hasSuffix("f.pdf") == true && $0.observation.outcome == .fail
      })
    crawl.remove()
  }
}
