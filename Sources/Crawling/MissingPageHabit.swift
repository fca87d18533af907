public import WebAddress

/// How a host answers for a page that cannot exist, learnt from one control fetch.
public enum MissingPageHabit: String, Sendable, Codable, Hashable {
  /// 404 or 410, as it should be: a page with status 200 is then there.
  case notFound
  /// A page of its own with status 200: what equals it is missing.
  case page
  /// Back to the home page.
  case redirectsHome
  /// The home page's content for every address: nothing can be told from content.
  case homeEverywhere
  /// Not asked, or the answer said nothing.
  case unknown

  /// Reads the answer to a control fetch (GET of ``controlURL(on:salt:)``).
  public init(control: ResponseSummary, requested: WebURL) {
    let isSuccess = (200..<300).contains(control.status)
    if control.status == 404 || control.status == 410 {
      self = .notFound
    } else if isSuccess, RedirectChain.isHomeInstead(of: requested, control.finalURL) {
      self = .redirectsHome
    } else if isSuccess, control.equalsHomePage {
      self = .homeEverywhere
    } else if isSuccess, !LookJudgement.isChallenge(control) {
      self = .page
    } else {
      self = .unknown
    }
  }

  /// An address beside the given one that cannot exist.
  ///
  /// - Parameter salt: differs from sweep to sweep, so that no cache remembers it.
  public static func controlURL(on url: WebURL, salt: String) -> WebURL? {
    let mark = String(URLIdentity.fingerprint(of: url.origin + salt), radix: 36)
    return WebURL("/mingcha-\(mark)/\(mark).html", base: url)
  }
}
