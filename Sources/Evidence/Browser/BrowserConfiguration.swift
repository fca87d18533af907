public import AuditModel

/// What the browser may do and how long it may take.
public struct BrowserConfiguration: Sendable, Hashable {
  /// As curl's `--resolve`: this host and port is at that address.
  public struct Resolve: Sendable, Hashable {
    /// The name as it stands in addresses.
    public var host: String
    /// The port, on both sides.
    public var port: Int
    /// Numeric address, IPv4 or IPv6.
    public var address: String

    /// One override.
    public init(host: String, port: Int, address: String) {
      self.host = host
      self.port = port
      self.address = address
    }
  }

  /// When not empty, the browser reaches these hosts and nothing else.
  public var resolve: [Resolve]
  /// Addresses inside our network may be opened.
  public var allowsPrivate: Bool
  /// Seconds for one page to load.
  public var pageSeconds: Double
  /// Width of the window in CSS pixels.
  public var width: Int
  /// Height at which a long page is cut.
  public var maximumHeight: Int
  /// Bytes of one picture; a larger one is taken again at a smaller scale.
  public var pictureBytes: Int
  /// Nil for chromium's own.
  public var userAgent: String?
  /// Reads the wall clock; pictures are dated by it.
  public var clock: @Sendable () -> Instant

  /// Sizes and times are brought into sensible ranges.
  public init(
    resolve: [Resolve] = [], allowsPrivate: Bool = false, pageSeconds: Double = 30,
    width: Int = 1280, maximumHeight: Int = 12_000, pictureBytes: Int = 3 << 20,
    userAgent: String? = nil, clock: @escaping @Sendable () -> Instant = { .now() }
  ) {
    self.resolve = resolve
    self.allowsPrivate = allowsPrivate
    self.pageSeconds = min(max(pageSeconds, 1), 300)
    self.width = min(max(width, 320), 4096)
    self.maximumHeight = min(max(maximumHeight, 600), 15_000)
    self.pictureBytes = max(pictureBytes, 1 << 16)
    self.userAgent = userAgent
    self.clock = clock
  }

  /// Equal in everything but the clock.
  public static func == (left: Self, right: Self) -> Bool {
    left.resolve == right.resolve && left.allowsPrivate == right.allowsPrivate
      && left.pageSeconds == right.pageSeconds && left.width == right.width
      && left.maximumHeight == right.maximumHeight && left.pictureBytes == right.pictureBytes
      && left.userAgent == right.userAgent
  }

  /// Hashes a few telling members.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(resolve)
    hasher.combine(allowsPrivate)
    hasher.combine(width)
  }
}
