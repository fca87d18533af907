public import Ledger

/// What a crawl alone brought.
public struct CrawlOutcome: Sendable {
  /// The pages read, in key order: each address once, without what was asked for the crawl's own
  /// sake and without answers that only say that there is no page.
  public let pages: [String]
  /// Addresses known and not asked for, by reason id, traps among them.
  public let notExamined: [String: Int]

  /// Reads it from the ledger.
  public init(ledger: LedgerStore, sweep: Int64) throws(LedgerError) {
    var own: Set<String> = []
    var left: [String: Int] = [:]
    try ledger.forEachAddress(sweep: sweep) { address, _ in
      if address.isOwn || address.kind != "page" { own.insert(address.key) }
      if address.state == .skipped { left[address.reason ?? "other", default: 0] += 1 }
    }
    var found: [String] = []
    var last = ""
    try ledger.forEachFetch(sweep: sweep) { fetch in
      guard fetch.isPage, fetch.cause == nil, fetch.key != last, !own.contains(fetch.key) else {
        return
      }
      last = fetch.key
      found.append(fetch.url)
    }
    (pages, notExamined) = (found, left)
  }
}
