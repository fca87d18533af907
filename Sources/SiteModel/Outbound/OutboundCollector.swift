import AuditModel
import PageModel
import WebAddress

/// Looks at every link that leaves, while the pages go by.
struct OutboundCollector {
  private static let keptLimit = 2000
  private static let targetLimit = 200_000
  private static let destinationLimit = 10_000
  private let scope: UnitScope
  private(set) var census = OutboundCensus()
  private var ordinary = Set<WebURL>()
  private var destinations = Set<WebURL>()
  private var known: [String: Int] = [:]
  private var insecure: [String: Int] = [:]
  private var external: [String: Bool] = [:]

  init(scope: UnitScope) { self.scope = scope }

  mutating func collect(_ page: Page, reference: PageReference) {
    census.pages += 1
    let isSecure = page.url.scheme == "https"
    if isSecure { census.securePages += 1 }
    if let hijacked = hijacked(page, reference), census.hijacked.count < Self.keptLimit {
      census.hijacked.append(hijacked)
    }
    for link in page.links {
      guard let url = link.url, url.isHTTP else { continue }
      if isSecure, url.scheme == "http" { collectInsecure(link, url, reference) }
      guard link.element == .anchor || link.element == .area,
        scope.isExternal(url, known: &external)
      else { continue }
      collect(link, url, reference)
    }
  }

  private mutating func collect(_ link: Link, _ url: WebURL, _ reference: PageReference) {
    if OfficialAddress.isGovernment(url) || OfficialAddress.isPublicBodyMark(url) { return }
    if ordinary.count < Self.targetLimit, ordinary.insert(url.withoutFragment).inserted {
      census.ordinary += 1
      if census.example == nil, !link.isHidden { census.example = example(link, url, reference) }
    }
    if OfficialAddress.isOfficial(url) { return }
    collectDestination(link, url, reference)
    let words = SpamWords.advertised(in: link.text + " " + (link.title ?? ""))
    if !words.isEmpty {
      keep(.advertising, link, url, words, reference)
    } else if link.isConcealed {
      keep(.concealed, link, url, [], reference)
    } else if !link.isHidden, OfficialAddress.isOfficialName(link.text) {
      keep(.misdirected, link, url, [], reference)
    }
  }

  private mutating func collectDestination(
    _ link: Link, _ url: WebURL, _ reference: PageReference
  ) {
    guard !link.isHidden, census.destinations.count < Self.destinationLimit,
      destinations.insert(url.withoutFragment).inserted
    else { return }
    census.destinations.append(example(link, url, reference))
  }

  private mutating func keep(
    _ sign: OutboundLink.Sign, _ link: Link, _ url: WebURL, _ words: [String],
    _ reference: PageReference
  ) {
    let key = "\(sign.rawValue) \(url.href)"
    if let index = known[key] {
      census.links[index].places += 1
      return
    }
    guard census.links.count < Self.keptLimit else { return }
    known[key] = census.links.count
    census.links.append(
      OutboundLink(
        sign: sign, url: url, text: link.text, words: words,
        isHidden: link.isHidden || link.isConcealed, page: reference, locator: link.locator,
        places: 1))
  }

  private mutating func collectInsecure(
    _ link: Link, _ url: WebURL, _ reference: PageReference
  ) {
    let isActive: Bool
    switch link.element {
    case .script, .stylesheet, .frame, .object: isActive = true
    case .image, .media: isActive = false
    case .anchor, .area, .form, .other: return
    }
    let key = "\(url.host) \(isActive)"
    if let index = insecure[key] {
      census.insecure[index].places += 1
      return
    }
    guard census.insecure.count < Self.keptLimit else { return }
    insecure[key] = census.insecure.count
    census.insecure.append(
      InsecurePart(
        host: url.host, isActive: isActive, example: example(link, url, reference), places: 1))
  }

  private func example(
    _ link: Link, _ url: WebURL, _ reference: PageReference
  ) -> OutboundExample {
    OutboundExample(url: url, text: link.text, page: reference, locator: link.locator)
  }

  /// Hijackers write for search engines: title, keywords, description.
  private func hijacked(_ page: Page, _ reference: PageReference) -> HijackedPage? {
    let texts = [page.title, page.meta("keywords") ?? "", page.meta("description") ?? ""]
    for text in texts where !text.isEmpty {
      let words = SpamWords.advertised(in: text)
      if !words.isEmpty { return HijackedPage(page: reference, words: words, quote: text) }
    }
    return nil
  }
}
