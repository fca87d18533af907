/// How a ``Fetcher`` behaves; fixed for its life.
public struct FetcherConfiguration: Sendable {
  /// Sent as `User-Agent`. Printable ASCII.
  public var userAgent: String
  /// Sent with every request unless it names the same field itself.
  public var defaultHeaders: [HeaderField]
  /// Names pointed at addresses, as `curl --resolve` does. An address named here was named by the
  /// operator and is allowed for that host and port even when it is private.
  public var resolve: [ResolveOverride]
  /// Allows loopback, private and other special addresses everywhere.
  public var allowPrivate: Bool
  /// Transfers that run at the same time; further requests wait their turn.
  public var maximumConnections: Int
  /// A PEM file of certificate authorities in place of the system's.
  public var caFile: String?
  /// Whether ``FetchResult/requestHead`` is filled. Seeing what was really sent makes libcurl tell
  /// of everything it does, which costs a tenth of a small transfer.
  public var keepsRequestHeads = true

  /// Room for some hundred transfers, which fits the usual limit of 1024 open files.
  public init(
    userAgent: String = FetcherConfiguration.defaultUserAgent,
    defaultHeaders: [HeaderField] = FetcherConfiguration.browserHeaders,
    resolve: [ResolveOverride] = [], allowPrivate: Bool = false, maximumConnections: Int = 256,
    caFile: String? = nil
  ) {
    self.userAgent = userAgent
    self.defaultHeaders = defaultHeaders
    self.resolve = resolve
    self.allowPrivate = allowPrivate
    self.maximumConnections = maximumConnections
    self.caFile = caFile
  }

  /// Says who we are and what for, so that a webmaster can tell us from an attack.
  public static let defaultUserAgent = "Mingcha/0.1 (+government openness check)"

  /// What a browser would ask for: some portals answer 406 to a request without these fields.
  public static let browserHeaders = [
    HeaderField("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    HeaderField("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5"),
  ]
}

/// A configuration that cannot be used.
public struct FetcherConfigurationError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Code: String, Sendable {
    case userAgent, header, resolve, maximumConnections, caFile, libcurl
  }

  /// Which setting.
  public var code: Code
  /// The value that was refused, or what libcurl said.
  public var value: String

  /// An error about `value`.
  public init(code: Code, value: String) {
    self.code = code
    self.value = value
  }
}

extension FetcherConfiguration {
  /// Everything that would otherwise fail later and one request at a time.
  func validate() throws(FetcherConfigurationError) {
    if userAgent.isEmpty || !userAgent.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) {
      throw FetcherConfigurationError(code: .userAgent, value: userAgent)
    }
    if let field = defaultHeaders.first(where: { !$0.isSendable }) {
      throw FetcherConfigurationError(code: .header, value: field.name)
    }
    if !(1...100_000).contains(maximumConnections) {
      throw FetcherConfigurationError(code: .maximumConnections, value: "\(maximumConnections)")
    }
    if let caFile, !isReadable(caFile) {
      throw FetcherConfigurationError(code: .caFile, value: caFile)
    }
  }
}
