public import AuditModel
public import PageModel
public import WebAddress

/// Where the site's pages come from: a stored sweep, or a dictionary in a test. A million pages
/// never sit in memory; the source reads one at a time.
public protocol PageSource: Sendable {
  /// Every address examined, in a stable order.
  var addresses: [WebURL] { get }
  /// The page stored for the address (or the one it redirected to); nil when there is none.
  func page(at address: WebURL) -> Page?
  /// How fetching the address ended; nil when it was never tried.
  func fetchStatus(of address: WebURL) -> FetchStatus?
  /// What link checking concluded; nil when the link was not checked.
  func linkVerdict(of address: WebURL) -> LinkVerdict?
  /// What link checking concluded in a word, for asking it of every link; nil when the link was not
  /// checked.
  func linkState(of address: WebURL) -> LinkVerdict.State?
  /// What the document attached at the address says; nil when it was not fetched whole or is of
  /// a format that cannot be read.
  func attachedText(at address: WebURL) -> AttachedText?
  /// The latest week of tries to open a home page; nil when nobody tried.
  func availability(of home: WebURL, asOf day: Day) -> AvailabilityWeek?
  /// What came of the file at the address; nil when it was not opened.
  func fileSample(at address: WebURL) -> FileSample?
}

extension PageSource {
  /// The state of the whole verdict.
  public func linkState(of address: WebURL) -> LinkVerdict.State? {
    linkVerdict(of: address)?.state
  }

  /// A source that keeps no attachments has none.
  public func attachedText(at address: WebURL) -> AttachedText? { nil }

  /// A source that keeps no samples has none.
  public func availability(of home: WebURL, asOf day: Day) -> AvailabilityWeek? { nil }

  /// A source that opens no files knows nothing of them.
  public func fileSample(at address: WebURL) -> FileSample? { nil }
}

/// How fetching an address ended, in words a probe may use.
public struct FetchStatus: Sendable, Hashable, Codable {
  /// HTTP status, 0 without a response.
  public var status: Int
  /// Nil when a readable page came back.
  public var cause: LinkVerdict.Cause?
  /// Where redirects led.
  public var finalURL: WebURL
  /// When it was fetched.
  public var fetchedAt: Instant
  /// The `Content-Type` as it came; empty without a response.
  public var contentType: String
  /// Milliseconds each request for the address took, in order of time.
  public var durations: [Int]
  /// The address that answered; empty when it was not recorded.
  public var remoteAddress: String
  /// What is wrong with the certificate; nil when nothing is, or nothing was encrypted.
  public var certificateProblem: String?

  /// Makes the value from its parts.
  public init(
    status: Int, cause: LinkVerdict.Cause?, finalURL: WebURL, fetchedAt: Instant,
    contentType: String, durations: [Int] = [], remoteAddress: String = "",
    certificateProblem: String? = nil
  ) {
    self.status = status
    self.cause = cause
    self.finalURL = finalURL
    self.fetchedAt = fetchedAt
    self.contentType = contentType
    self.durations = durations
    self.remoteAddress = remoteAddress
    self.certificateProblem = certificateProblem
  }
}
