import Crawling
import Fetching
import WebAddress

/// What a visit to robots.txt and to a sitemap leads to.
enum RobotsReading {
  /// Politeness needs no permission from a host that cannot be reached at all: the requests behind
  /// will fail in the same way and say so honestly. A host that answers with 5xx is waited for.
  static func decision(_ visit: Visit, attempt: Int, retryDelay: Double) -> RobotsDecision {
    guard let response = visit.response else { return .rules(.allowAll) }
    return RobotsDecision(
      status: response.status, body: response.body, agent: "Mingcha", attempt: attempt,
      retryDelay: retryDelay)
  }

  /// Sitemaps named in robots.txt, as far as they lie in scope.
  static func sitemaps(_ visit: Visit, scope: Scope) -> [FrontierEntry] {
    guard let response = visit.response, response.status == 200 else { return [] }
    return RobotsRules(response.body, agent: "Mingcha").sitemaps.prefix(sitemapLimit)
      .compactMap { WebURL($0, base: visit.entry.url) }
      .filter { $0.isHTTP && scope.contains($0) }
      .map { FrontierEntry(url: $0, kind: .sitemap) }
  }

  static let sitemapLimit = 50
}

extension Sitemap {
  /// Hands over what a sitemap adds to the crawl, one by one: fifty thousand addresses in all their
  /// forms at once would be most of a crawl's memory. Addresses out of scope are left out.
  func forEachEntry(
    of visited: FrontierEntry, scope: Scope, _ take: (FrontierEntry) -> Void
  ) {
    for item in sitemaps.prefix(RobotsReading.sitemapLimit) {
      if let entry = entry(item, .sitemap, visited, scope) { take(entry) }
    }
    for item in pages {
      if let entry = entry(item, .page, visited, scope) { take(entry) }
    }
  }

  private func entry(
    _ item: Entry, _ kind: FrontierEntry.Kind, _ visited: FrontierEntry, _ scope: Scope
  ) -> FrontierEntry? {
    guard let url = WebURL(item.location, base: visited.url), url.isHTTP, scope.contains(url) else {
      return nil
    }
    return FrontierEntry(url: url, kind: kind, depth: visited.depth + 1, referrer: visited.url)
  }
}
