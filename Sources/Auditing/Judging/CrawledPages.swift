import Ledger

/// The pages a sweep read: each address once, without what was asked for the crawl's own sake and
/// without answers that only say that there is no page.
struct CrawledPages {
  /// In key order.
  let addresses: [String]

  init(ledger: LedgerStore, sweep: Int64) throws(LedgerError) {
    var own: Set<String> = []
    try ledger.forEachAddress(sweep: sweep) { address, _ in
      if address.isOwn { own.insert(address.key) }
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
    addresses = found
  }
}
