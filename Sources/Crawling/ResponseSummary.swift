public import Fetching
public import WebAddress

/// What one look at a link's target saw, after redirects, in the few values verdicts need.
public struct ResponseSummary: Sendable, Hashable {
  /// How a link is looked at. Raw values as in ``LinkSighting/method``.
  public enum Method: String, Sendable, Codable, CaseIterable {
    case head = "HEAD"
    case get = "GET"
    case browser = "BROWSER"
  }

  /// How it was looked at.
  public var method: Method
  /// HTTP status of the last hop, 0 without a response.
  public var status: Int
  /// Why there was no response.
  public var failure: FetchFailure.Code?
  /// The address reached.
  public var finalURL: WebURL
  /// Addresses between the requested one and the final one, the final one included.
  public var redirects: [WebURL] = []
  /// Set when the chain ended without an answer.
  public var redirectProblem: RedirectChain.Problem?
  /// The `Content-Type` field as received.
  public var contentType: String
  /// Bytes of the decoded body; for HEAD what `Content-Length` says, nil when unknown.
  public var bodyLength: Int?
  /// The page's title.
  public var title: String = ""
  /// Visible text of the main part, or of the page when there is none; at most a few thousand
  /// characters are needed. ``textLength`` tells the true length.
  public var text: String = ""
  /// Characters of visible text on the whole page; defaults to what ``text`` has.
  public var textLength: Int?
  /// The first kilobytes of markup, where challenge scripts stand.
  public var markup: String = ""
  /// The body is the site's home page, byte for byte or by hash.
  public var equalsHomePage = false
  /// The body is what the host answers for a path that cannot exist.
  public var equalsControlPage = false
  /// What was wrong with the certificate of an answer read all the same.
  public var certificateProblem: String?
  /// Seconds `Retry-After` asks for.
  public var retryAfter: Double?

  /// Makes a summary; everything else is set by name.
  public init(
    method: Method, status: Int, finalURL: WebURL, contentType: String = "",
    failure: FetchFailure.Code? = nil, bodyLength: Int? = nil
  ) {
    self.method = method
    self.status = status
    self.failure = failure
    self.finalURL = finalURL
    self.contentType = contentType
    self.bodyLength = bodyLength
  }

  /// The content is a page for people, or may be one.
  var isHTML: Bool {
    let type = FoldedText.bytes(contentType)
    return type.isEmpty || Self.html.first(in: type) != nil || type.starts(with: Self.plain)
  }

  private static let html = PhraseSet(["html"])
  private static let plain = Array("text/plain".utf8)

  /// In scalars: where characters end takes longer to tell than everything else about a look.
  var visibleLength: Int { textLength ?? text.unicodeScalars.count }
}
