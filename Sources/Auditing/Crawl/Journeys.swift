import Crawling
import WebAddress

/// The way a request came by redirects.
struct Journey: Sendable {
  /// The entry the answer belongs to: where the way began, or a page on it that was new.
  var origin: FrontierEntry
  var chain: RedirectChain

  init(_ entry: FrontierEntry) {
    origin = entry
    chain = RedirectChain(entry.url)
  }

  init(origin: FrontierEntry, chain: RedirectChain) {
    self.origin = origin
    self.chain = chain
  }
}

/// Journeys under way, by the address they are heading for. Two ways may meet at one address;
/// whichever request comes first then takes either, for both will see the same answer.
struct Journeys {
  private var underWay: [Heading: [Journey]] = [:]

  private struct Heading: Hashable {
    let url: WebURL
    let kind: FrontierEntry.Kind
  }

  mutating func send(_ journey: Journey, with entry: FrontierEntry) {
    underWay[Heading(url: entry.url, kind: entry.kind), default: []].append(journey)
  }

  /// The journey the visit belongs to; a fresh one when it came by no redirect.
  mutating func take(for entry: FrontierEntry) -> Journey {
    if underWay.isEmpty { return Journey(entry) }
    let heading = Heading(url: entry.url, kind: entry.kind)
    guard var waiting = underWay[heading], !waiting.isEmpty else { return Journey(entry) }
    let journey = waiting.removeFirst()
    underWay[heading] = waiting.isEmpty ? nil : waiting
    return journey
  }
}
