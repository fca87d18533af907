import AuditModel
import Ledger
import WebAddress

/// From many requests to one answer per address: the last one counts, and redirects are followed
/// to where they led.
struct FetchIndex {
  private var byKey: [String: FetchRecord] = [:]
  /// Milliseconds each request took, for addresses asked for more than once too.
  private(set) var durations: [String: [Int]] = [:]
  /// Address of a hop → key of the entry that was fetched there.
  private var aliases: [String: String] = [:]
  private(set) var pageAddresses: [WebURL] = []
  /// Keys of requests that were made for the crawl's own sake.
  private let own: Set<String>

  /// - Parameter own: keys of robots.txt files, sitemaps and control addresses. A host that
  ///   answers those with a page has not thereby published one.
  init(own: Set<String> = []) { self.own = own }

  /// Takes requests in key and time order.
  mutating func add(_ fetch: FetchRecord) {
    guard fetch.method == "GET", let url = WebURL(fetch.url) else { return }
    // An answer without content, or one nobody asked for in this sweep, took no time to compare.
    if fetch.status == 200, fetch.revisit.capturedAt == nil {
      durations[fetch.key, default: []].append(fetch.duration)
    }
    // A later, worse answer (a recheck that was blocked) must not hide a page that was read.
    if let earlier = byKey[fetch.key], earlier.isContent, !fetch.isContent { return }
    byKey[fetch.key] = fetch
    aliases[url.identity.key] = fetch.key
  }

  /// One answer per address, aliases included.
  mutating func resolved() -> [String: (fetch: FetchRecord, url: WebURL, cause: LinkVerdict.Cause?)]
  {
    var result: [String: (fetch: FetchRecord, url: WebURL, cause: LinkVerdict.Cause?)] = [:]
    for key in byKey.keys { result[key] = final(key) }
    for (alias, key) in aliases where result[alias] == nil { result[alias] = result[key] }
    pageAddresses = byKey.values.filter { $0.isReadablePage && !own.contains($0.key) }
      .compactMap { WebURL($0.url) }.sorted()
    return result
  }

  /// Follows redirects between entries, at most as many as the crawl would.
  private func final(
    _ key: String
  ) -> (fetch: FetchRecord, url: WebURL, cause: LinkVerdict.Cause?)? {
    guard var fetch = byKey[key], var url = WebURL(fetch.url) else { return nil }
    for _ in 0..<10 {
      // A hop with a fault of its own, such as a circle, is where the way ends.
      guard fetch.cause == nil, let location = fetch.location, let target = WebURL(location)
      else { break }
      let next = byKey[target.identity.key] ?? aliases[target.identity.key].flatMap { byKey[$0] }
      guard let next, next.key != fetch.key, let address = WebURL(next.url) else {
        // The redirect left what was crawled; what is known of the target says the rest.
        return (fetch, target, fetch.cause.flatMap(LinkVerdict.Cause.init(rawValue:)))
      }
      (fetch, url) = (next, address)
    }
    return (fetch, url, fetch.cause.flatMap(LinkVerdict.Cause.init(rawValue:)))
  }
}

extension FetchRecord {
  /// A page that was read and found to be what it claims.
  fileprivate var isContent: Bool { isReadablePage && cause == nil }
}
