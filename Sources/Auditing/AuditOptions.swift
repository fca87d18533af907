public import SiteModel

/// What a sweep may do and how gently. Everything that changes its result is here, so that an
/// interrupted sweep is only taken up with the same options.
public struct AuditOptions: Sendable, Hashable, Codable {
  /// `host:port:address`: connections to host and port go to the address, as with curl.
  public struct Resolve: Sendable, Hashable, Codable {
    public var host: String
    public var port: Int
    public var address: String

    public init(host: String, port: Int, address: String) {
      self.host = host
      self.port = port
      self.address = address
    }

    /// Reads `host:port:address`; nil when it is not of that form.
    public init?(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, !parts[0].isEmpty, let port = Int(parts[1]),
        (1...65_535).contains(port)
      else { return nil }
      let address = parts[2].hasPrefix("[") ? parts[2].dropFirst().dropLast() : parts[2]
      guard !address.isEmpty, address.utf8.allSatisfy(Self.isAddressByte) else { return nil }
      self.init(host: parts[0].lowercased(), port: port, address: String(address))
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (97...102).contains(byte) || (65...70).contains(byte)
        || byte == 46 || byte == 58
    }
  }

  public var resolve: [Resolve] = []
  public var allowsPrivate = false
  /// Pages to read at most, over all units; nil for no limit but the built-in one.
  public var pageLimit: Int?
  public var depthLimit = 30
  /// Seconds between two requests to one host.
  public var delay = 0.5
  public var connectionsPerHost = 2
  public var connections = 64
  /// Seconds that must lie between first sight and confirmation of a dead link.
  public var confirmAfter = 600.0
  public var checksExternalLinks = true
  public var obeysRobots = true
  /// Seconds one request may take. The national rule counts 15 s without an answer as a failure;
  /// a slow answer is still an answer, so reading goes on longer.
  public var timeout = 30.0
  /// Bytes of one answer that are read.
  public var bodyLimit = 10 << 20
  public var screenshotLimit = 200
  public var takesScreenshots = true
  /// Off only for measuring the crawl alone: without the archive nothing can be judged.
  public var archives = true
  /// Words that must not stand on a page; nil when the operator gave no list.
  public var lexicon: [Lexicon.Entry]?

  /// Seconds a page may go without being looked at; a page looked at since, whose habit is not to
  /// change, is taken over from the sweep before. Nil: every sweep looks at every page.
  public var window: Double?
  /// The same for links that answered; nil: every sweep asks them all.
  public var linkWindow: Double?

  public init() {}

  /// Addresses a sweep holds at most, whatever the caller asks.
  static let addressLimit = 1_000_000
}
