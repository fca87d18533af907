import AuditModel
import Crawling
import Ledger

/// What the crawl writes into and reads back from the ledger.
struct CrawlJournal: Sendable {
  let ledger: LedgerStore
  let sweep: Int64

  /// Commits finished requests, addresses given up, and host pauses, in that one transaction.
  func commit(
    _ steps: [CrawlStep], skipped: [AddressRecord], hosts: [String: Instant]
  ) throws {
    guard !steps.isEmpty || !skipped.isEmpty || !hosts.isEmpty else { return }
    try ledger.record(steps, skipped: skipped, hosts: hosts, sweep: sweep)
  }

  func add(_ addresses: [AddressRecord]) throws { try ledger.add(addresses, sweep: sweep) }

  /// Keeps a time during which our own network was gone.
  func add(_ outage: OutageRecord) throws { try ledger.record(outage, sweep: sweep) }

  func forEachAddress(_ body: (AddressRecord, String?) throws -> Void) throws {
    try ledger.forEachAddress(sweep: sweep, body)
  }

  /// The address's last answer with content.
  func content(of key: String) throws -> FetchRecord? {
    try ledger.fetches(of: key, sweep: sweep).last {
      $0.status == 200 && $0.location == nil && $0.bodyLength > 0
    }
  }

  func hostDelays(at now: Instant) throws -> [String: Instant] {
    try ledger.hostDelays(at: now)
  }
}
