public import AuditModel
public import WebAddress

/// A link that leaves the unit's domains and looks as if nobody of the unit had set it, or leads
/// where an official page is due.
public struct OutboundLink: Sendable {
  /// What is strange about it.
  public enum Sign: String, Sendable, CaseIterable {
    /// Its words advertise gambling and the like.
    case advertising
    /// Kept out of sight by a trick of size or position.
    case concealed
    /// Its words name an official body; its target is no government address.
    case misdirected
  }

  /// What is strange about it.
  public let sign: Sign
  /// Where it leads.
  public let url: WebURL
  /// Its words.
  public let text: String
  /// The words that advertise; empty for the other signs.
  public let words: [String]
  /// Whether a visitor does not see it.
  public let isHidden: Bool
  /// The first page it stands on.
  public let page: PageReference
  /// Where on that page.
  public let locator: Locator
  /// Times on all pages.
  public var places: Int
}

/// A page whose title or description advertises what no office offers.
public struct HijackedPage: Sendable {
  /// The page.
  public let page: PageReference
  /// The words that advertise.
  public let words: [String]
  /// The title or meta tag that holds them.
  public let quote: String
}

/// Where links leave the unit's domains, and what of it is strange.
public struct OutboundCensus: Sendable {
  /// Strange links, each sign and target once.
  public var links: [OutboundLink] = []
  /// Pages that advertise.
  public var hijacked: [HijackedPage] = []
  /// Distinct targets on other domains that are no government addresses.
  public var ordinary = 0
  /// The first of them, as an example.
  public var example: OutboundExample?
  /// Visible links to sites that are neither government's nor well known, each target once.
  public var destinations: [OutboundExample] = []
  /// Plain-http parts of https pages, by host and kind.
  public var insecure: [InsecurePart] = []
  /// Pages looked at.
  public var pages = 0
  /// Pages served over https.
  public var securePages = 0
}

/// One link as an example.
public struct OutboundExample: Sendable {
  /// Where it leads.
  public let url: WebURL
  /// Its words.
  public let text: String
  /// The page it stands on.
  public let page: PageReference
  /// Where on that page.
  public let locator: Locator
}

/// Parts that an https page loads over plain http from one host.
public struct InsecurePart: Sendable {
  /// The host they come from.
  public let host: String
  /// Whether browsers refuse them (scripts, styles, frames) instead of only warning.
  public let isActive: Bool
  /// The first one.
  public let example: OutboundExample
  /// Times on all pages.
  public var places: Int
}
