import AuditModel
import Ledger
import WebAddress

/// From many requests to one answer per address: the last one counts, and redirects are followed
/// to where they led.
struct FetchIndex {
  /// Where an address leads: the answer, and the address when it is none that was answered.
  struct End {
    let fetch: Int
    let target: WebURL?
  }

  /// One answer per key, in key order.
  private(set) var fetches: [KeptFetch] = []
  private(set) var words = WordTable()
  /// Milliseconds each request of a key took.
  private var durations: [Durations] = []
  /// Place of each key in ``fetches``, by fingerprint.
  private var byKey: [UInt64: Int32] = [:]
  /// Addresses of hops, by fingerprint, when no key is the same.
  private var aliases: [UInt64: Int32] = [:]
  /// Addresses that led elsewhere.
  private var ends: [Int32: End] = [:]
  /// Keys of requests that were made for the crawl's own sake.
  private let own: Set<String>

  private struct Durations {
    var first: Int32?
    var more: [Int] = []

    mutating func add(_ duration: Int) {
      if first == nil { first = Int32(clamping: duration) } else { more.append(duration) }
    }
  }

  /// - Parameter own: keys of robots.txt files, sitemaps and control addresses. A host that
  ///   answers those with a page has not thereby published one.
  init(own: Set<String> = []) { self.own = own }

  /// Takes requests in key and time order.
  mutating func add(_ fetch: FetchRecord) {
    guard fetch.method == "GET", let url = WebURL(fetch.url) else { return }
    let kept = KeptFetch(fetch, url: url, words: &words)
    let place = fetches.last?.key == fetch.key ? fetches.count - 1 : append(kept)
    // An answer without content, or one nobody asked for in this sweep, took no time to compare.
    if fetch.status == 200, fetch.revisit.capturedAt == nil {
      durations[place].add(fetch.duration)
    }
    // A later, worse answer (a recheck that was blocked) must not hide a page that was read.
    if fetches[place].isContent, !kept.isContent { return }
    fetches[place] = kept
    aliases[url.identity.fingerprint] = Int32(place)
  }

  private mutating func append(_ kept: KeptFetch) -> Int {
    fetches.append(kept)
    durations.append(Durations())
    byKey[URLIdentity.fingerprint(of: kept.key)] = Int32(fetches.count - 1)
    return fetches.count - 1
  }

  /// Follows redirects once all requests are in.
  mutating func resolve() {
    for (place, fetch) in fetches.enumerated() where fetch.location != nil && !fetch.isFaulty {
      let end = final(place)
      if end.fetch != place || end.target != nil { ends[Int32(place)] = end }
    }
  }

  /// Addresses of whole pages, sorted.
  var pageAddresses: [WebURL] {
    fetches.filter { $0.isReadablePage && !own.contains($0.key) }.map(\.url).sorted()
  }

  /// Where an address leads; nil when it was not asked for.
  func end(of key: String) -> End? {
    let fingerprint = URLIdentity.fingerprint(of: key)
    guard let place = byKey[fingerprint] ?? aliases[fingerprint] else { return nil }
    return ends[place] ?? End(fetch: Int(place), target: nil)
  }

  /// Milliseconds each request that was answered with 200 took, in order of time.
  func durations(of fetch: Int) -> [Int] {
    durations[fetch].first.map { [Int($0)] + durations[fetch].more } ?? []
  }

  /// Follows redirects between entries, at most as many as the crawl would.
  private func final(_ start: Int) -> End {
    var place = start
    for _ in 0..<10 {
      // A hop with a fault of its own, such as a circle, is where the way ends.
      guard !fetches[place].isFaulty, let location = fetches[place].location,
        let target = WebURL(location)
      else { break }
      let fingerprint = target.identity.fingerprint
      guard let next = byKey[fingerprint] ?? aliases[fingerprint], next != place else {
        // The redirect left what was crawled; what is known of the target says the rest.
        return End(fetch: place, target: target)
      }
      place = Int(next)
    }
    return End(fetch: place, target: nil)
  }
}
