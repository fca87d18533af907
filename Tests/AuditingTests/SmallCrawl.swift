import AuditModel
import Auditing
import Foundation
import Ledger
import Schemes

/// A crawl or audit of one small unit served by a ``ScriptedServer``.
struct SmallCrawl {
  let folder = SweepFolder(
    root: FileManager.default.temporaryDirectory
      .appendingPathComponent("mingcha-small-\(UUID().uuidString)").path, kind: .sweep)
  var options = AuditOptions()
  var homePage: String

  /// - Parameter hosts: names that lead to the server; the first has the home page.
  init(_ server: ScriptedServer, hosts: [String], confirmAfter: Double = 0.2) {
    homePage = "http://\(hosts[0]):\(server.port)/"
    options.resolve = hosts.map {
      AuditOptions.Resolve(host: $0, port: server.port, address: "127.0.0.1")
    }
    options.delay = 0.001
    options.connectionsPerHost = 4
    options.confirmAfter = confirmAfter
    options.takesScreenshots = false
    options.timeout = 5
  }

  var unit: AuditedUnit {
    AuditedUnit(id: "u", name: "市政府", kind: .government, homePage: homePage)
  }

  /// - Returns: addresses of the pages read, without host and port.
  func crawl() async throws -> [String] {
    try await runner().crawlOnly(units: [unit], target: "crawl:u").pages.map { address in
      "/"
        + address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst(2)
        .joined(separator: "/")
    }
  }

  func audit() async throws -> SweepOutcome {
    try await runner().run(
      units: [unit], target: "audit:u", asOf: Day(year: 2026, month: 11, day: 21))
  }

  func runner() throws -> SweepRunner {
    SweepRunner(
      ledger: try LedgerStore(path: folder.ledger), folder: folder, options: options,
      desk: ScoreDesk(try Catalogue()),
      now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder.root) }
}

/// A page with enough words to be one.
func page(_ title: String, _ body: String) -> String {
  """
  <html><head><meta charset="utf-8"><title>\(title)</title></head><body><h1>\(title)</h1>\(body)
  <p>\(String(repeating: "\(title)的正文内容。", count: 60))</p></body></html>
  """
}
