import Crawling
import SiteModel
import WebAddress

/// Which link targets are opened, and not only asked whether they answer: documents, to see whether
/// they are what their names say, and one page of every foreign domain, to see whether it is still
/// kept by whom it was. Both within a budget; the rest is checked without content.
struct LinkSamples {
  private var documents = 0
  private var domains: Set<String> = []
  private static let documentLimit = 300
  private static let domainLimit = 300
  /// Marks what is to be opened, so that a sweep that is taken up again opens it too.
  static let priority = FrontierEntry.Priority.image
  /// Bytes of a document that are fetched: most forms are told by the first ones, and small files
  /// arrive whole.
  static let documentBytes = 64 << 10

  /// Whether the target is to be opened; each answer of true takes from the budget.
  mutating func take(_ url: WebURL, _ kind: FrontierEntry.Kind) -> Bool {
    switch kind {
    case .attachment:
      guard documents < Self.documentLimit, FileEnding.of(url) != nil else { return false }
      documents += 1
      return true
    case .external:
      guard domains.count < Self.domainLimit, FileEnding.of(url) == nil,
        let domain = url.registrableDomain, !url.host.hasSuffix(".gov.cn")
      else { return false }
      return domains.insert(domain).inserted
    default: return false
    }
  }
}
