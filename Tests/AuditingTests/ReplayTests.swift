import AuditModel
import Auditing
import Foundation
import Ledger
import Testing

/// Judging a stored sweep again: from the notes of the first time, or without them.
@Suite("Replay", .serialized)
struct ReplayTests {
  private static func answer(_ request: ScriptedServer.Request) -> [UInt8] {
    switch request.path {
    case "/":
      let links = (1...6).map {
        #"<li><a href="/xw/\#($0).html">第\#($0)号通知的标题</a> 2026-11-0\#($0)</li>"#
      }
      return ScriptedServer.answer(200, page("甲市", "<ul>\(links.joined())</ul>"))
    case let path where (1...5).map({ "/xw/\($0).html" }).contains(path):
      return ScriptedServer.answer(
        200, page("第\(path.filter(\.isNumber))号通知的标题", "联系人身份证 11010519491231002X"))
    default: return ScriptedServer.answer(404, "没有")
    }
  }

  private static func seen(_ outcome: UnitOutcome) -> [String: Observation] {
    Dictionary(
      outcome.findings.map { ($0.id, $0.observation) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("finds with notes and without what the sweep found", .timeLimit(.minutes(2)))
  func findsTheSame() async throws {
    let server = try ScriptedServer { request, _ in Self.answer(request) }
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    defer { crawl.remove() }
    let swept = try await crawl.audit()
    let first = try #require(swept.units.first)
    #expect(
      first.findings.contains {
        $0.observation.probe == "privacy.identity-number" && $0.observation.outcome != .pass
      })
    let runner = try crawl.runner()
    let notes = "\(crawl.folder.root)/cache/\(swept.sweep.label).pages"
    #expect(FileManager.default.fileExists(atPath: notes))
    for isNoted in [true, false] {
      if !isNoted { try FileManager.default.removeItem(atPath: notes) }
      let again = try await runner.replay(sweep: swept.sweep, units: [crawl.unit], asOf: nil)
      #expect(again.map(Self.seen) == [Self.seen(first)])
    }
  }

  @Test("a damaged archive is noticed, notes or not", .timeLimit(.minutes(2)))
  func damageIsNoticed() async throws {
    let server = try ScriptedServer { request, _ in Self.answer(request) }
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    defer { crawl.remove() }
    let swept = try await crawl.audit()
    let archive = "\(crawl.folder.evidence(of: swept.sweep.label))/archive"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: archive).sorted().first)
    let file = URL(fileURLWithPath: "\(archive)/\(name)")
    var bytes = try Data(contentsOf: file)
    for index in stride(from: bytes.count / 4, to: bytes.count, by: 97) { bytes[index] ^= 0x55 }
    try bytes.write(to: file)
    let again = try await crawl.runner().replay(
      sweep: swept.sweep, units: [crawl.unit], asOf: nil)
    let coverage = try #require(again.first?.coverage)
    let before = try #require(swept.units.first?.coverage)
    #expect(coverage.remarks.count > before.remarks.count)
  }
}
