public import AuditModel
import PageModel
public import WebAddress

/// A link whose words are one article's title while its target is another article.
public struct BrokenPromise: Sendable {
  /// Where it leads.
  public let url: WebURL
  /// Its words.
  public let text: String
  /// The title of the article that stands there.
  public let found: PageReference
  /// The page it stands on.
  public let page: PageReference
  /// Where on that page.
  public let locator: Locator
}

/// Remembers what the links of lists promise, and compares it with what was found.
struct PromiseCollector {
  /// Kept small: most promises hold, and what else is to be told of one that does not is read again.
  private struct Promise {
    /// Fingerprint of the target's ``AddressKey``.
    let target: UInt64
    let text: String
    /// Places of the page among the pages collected, and of the link on it.
    let page: Int32
    let link: Int32
  }

  private static let limit = 300_000
  private let scope: UnitScope
  private var promises: [Promise] = []
  private var pages: [PageReference] = []
  private var seen = Set<Int>()

  init(scope: UnitScope) { self.scope = scope }

  /// Only words as long as a title, on entries that lead to an article of the unit's own.
  mutating func collect(_ page: Page, reference: PageReference) {
    let first = promises.count
    for (place, link) in page.links.enumerated()
    where link.element == .anchor && !link.isHidden {
      guard promises.count < Self.limit, link.text.utf8.count >= 30,
        let url = link.url?.withoutFragment
      else { continue }
      var hasher = Hasher()
      hasher.combine(bytesOf: url.href)
      hasher.combine(bytesOf: link.text)
      guard seen.insert(hasher.finalize()).inserted, scope.contains(url),
        PageSummary.isArticleAddress(url)
      else { continue }
      promises.append(
        Promise(
          target: AddressKey(url).fingerprint, text: link.text, page: Int32(pages.count),
          link: Int32(place)))
    }
    if promises.count > first { pages.append(reference) }
  }

  /// What does not hold: the two titles have next to nothing in common, and the article does not
  /// hold the promised words either.
  func broken(pages: [PageSummary], source: any PageSource) -> [BrokenPromise] {
    let articles = pages.indices.filter { pages[$0].kind == .article }
    let titles = Dictionary(
      articles.map { (AddressKey(pages[$0].url).fingerprint, $0) },
      uniquingKeysWith: { first, _ in first })
    return promises.compactMap { promise in
      guard let target = titles[promise.target].map({ pages[$0] }),
        promise.text != target.title, Self.differ(promise.text, target.title),
        let page = source.page(at: target.url), !Self.holds(page, promise.text)
      else { return nil }
      return broken(promise, target.reference, source)
    }
  }

  private func broken(
    _ promise: Promise, _ found: PageReference, _ source: any PageSource
  ) -> BrokenPromise? {
    let reference = pages[Int(promise.page)]
    guard let page = WebURL(reference.url).flatMap({ source.page(at: $0) }),
      page.links.indices.contains(Int(promise.link)),
      page.links[Int(promise.link)].text == promise.text,
      let url = page.links[Int(promise.link)].url?.withoutFragment
    else { return nil }
    return BrokenPromise(
      url: url, text: promise.text, found: found, page: reference,
      locator: page.links[Int(promise.link)].locator)
  }

  /// Fewer than one pair of neighbouring characters in ten in common, of titles long enough.
  static func differ(_ one: String, _ other: String) -> Bool {
    let first = pairs(one)
    let second = pairs(other)
    guard first.count >= 7, second.count >= 7 else { return false }
    return first.intersection(second).count * 10 < min(first.count, second.count)
  }

  private static func pairs(_ text: String) -> Set<[Character]> {
    let characters = Array(Naming.fold(text))
    return Set(zip(characters, characters.dropFirst()).map { [$0, $1] })
  }

  /// A list may carry a subtitle or the first words of the text.
  private static func holds(_ page: Page, _ text: String) -> Bool {
    let start = String(Naming.fold(text).prefix(8))
    return Naming.fold(page.title).contains(start)
      || Naming.fold(page.text.prefix(5000)).contains(start)
      || page.headings.contains { !differ($0.text, text) && $0.text.count >= 8 }
  }
}
