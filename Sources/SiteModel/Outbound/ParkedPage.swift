import PageModel
public import WebAddress

/// A site that nobody keeps any more: its name is for sale, or somebody else has taken it.
public enum ParkedPage: Sendable, Hashable {
  /// The name is parked or offered for sale; with the words or the host that show it.
  case parked(String)
  /// The page advertises what no office links to; with the words.
  case takenOver([String])

  /// - Parameters:
  ///   - page: what stands at the address.
  ///   - final: where redirects led.
  ///   - requested: the address linked to.
  init?(_ page: Page, final: WebURL, requested: WebURL) {
    if let market = Self.market(final), market != requested.registrableDomain {
      self = .parked(final.host)
      return
    }
    if let host = Self.parkingPart(of: page) {
      self = .parked(host)
      return
    }
    let words = SpamWords.advertised(
      in: [page.title, page.meta("keywords") ?? "", page.meta("description") ?? ""]
        .joined(separator: " "))
    if words.count >= 2 {
      self = .takenOver(words)
    } else if let phrase = Self.phrase(in: page) {
      self = .parked(phrase)
    } else {
      return nil
    }
  }

  /// Dealers in names, and the pages they park names on. A link to one of them as such is none of
  /// our business; being sent there from elsewhere is.
  private static let markets: Set<String> = [
    "sedo.com", "sedoparking.com", "parkingcrew.net", "bodis.com", "dan.com", "afternic.com",
    "hugedomains.com", "above.com", "parklogic.com", "domainmarket.com", "undeveloped.com",
    "4.cn", "ename.com", "ename.cn", "ename.net", "22.cn", "juming.com", "jm.cn", "mi.com.cn",
    "west.cn", "cndns.com", "yuming.com", "aftermarket.pl", "brandbucket.com", "parked.com",
    "smartname.com", "uniregistry.com", "voodoo.com", "domainnamesales.com", "ztomy.com",
  ]

  private static func market(_ url: WebURL) -> String? {
    url.registrableDomain.flatMap { markets.contains($0) ? $0 : nil }
  }

  /// Parking pages consist of a script or a frame of the dealer and hardly any words.
  private static func parkingPart(of page: Page) -> String? {
    guard page.text.count < 600 else { return nil }
    return page.links.lazy.filter { $0.element == .script || $0.element == .frame }
      .compactMap(\.url).first { market($0) != nil }?.host
  }

  private static let phrases = [
    "域名出售", "域名正在出售", "域名待售", "域名转让", "域名可转让", "域名可以转让", "域名有偿转让", "域名停放", "域名停靠",
    "域名已停放", "域名已过期", "域名已到期", "域名过期", "购买此域名", "购买该域名", "購買此域名", "域名一口价", "此域名可出售",
    "thisdomainisforsale", "domainisforsale", "buythisdomain", "domainmaybeforsale",
    "thisdomainisparked", "domainparking", "domainhasexpired", "domainnameisforsale",
    "domainnamehasexpired", "thedomainisforsale",
  ]

  /// The words of a page that says little else; an article about the trade in names is longer.
  private static func phrase(in page: Page) -> String? {
    let text = Naming.fold(page.text)
    let title = Naming.fold(page.title)
    guard text.count < 400 else { return nil }
    return phrases.first { title.contains($0) || text.contains($0) }
  }
}

extension Site {
  /// What is wrong with the site an outbound link leads to; nil when nothing is, or when it was not
  /// looked at.
  public func parked(at url: WebURL) -> ParkedPage? {
    guard let page = source.page(at: url) else { return nil }
    let final = source.fetchStatus(of: url)?.finalURL ?? page.url
    return ParkedPage(page, final: final, requested: url)
  }
}
