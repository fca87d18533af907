/// An address on the web, parsed and serialised as the WHATWG URL Standard says.
///
/// Two addresses are equal when their serialisations are. `Codable` as a single string. The
/// serialisation is pure ASCII, and the components are found in it by stored offsets.
public struct WebURL: Sendable {
  /// The serialisation, such as `http://www.example.gov.cn/a/b.html?x=1#top`.
  public let href: String
  let layout: URLLayout

  /// Parses an address as a browser would; nil when a browser would refuse it.
  ///
  /// - Parameter base: what relative references are resolved against.
  /// - Parameter queryEncoder: writes the UTF-8 bytes of a query of http, https, ftp and file
  ///   addresses in the encoding of the page they stand on; nil for UTF-8.
  public init?(
    _ text: String, base: WebURL? = nil,
    queryEncoder: (@Sendable (ArraySlice<UInt8>) -> [UInt8])? = nil
  ) {
    var parser = URLParser(text, base: base)
    parser.queryEncoder = queryEncoder
    guard parser.run() else { return nil }
    self.init(serialized: parser.output, layout: parser.layout)
  }

  /// Takes up what ``href`` gave, without parsing it again.
  ///
  /// - Parameter root: `http://host:port/`, any address without user name.
  /// - Returns: nil when the serialisation does not begin with the root's scheme, host and port.
  public init?(serialization: String, on root: WebURL) {
    var text = serialization
    let start = root.layout.pathStart
    guard root.isHTTP, root.layout.usernameStart == root.layout.hostStart else { return nil }
    let places = text.withUTF8 { bytes -> (query: Int?, fragment: Int?)? in
      guard bytes.count > Int(start), bytes[Int(start)] == UInt8(ascii: "/"),
        root.href.utf8.prefix(Int(start)).elementsEqual(bytes[..<Int(start)])
      else { return nil }
      let fragment = bytes.firstIndex(of: UInt8(ascii: "#"))
      return (bytes[..<(fragment ?? bytes.count)].firstIndex(of: UInt8(ascii: "?")), fragment)
    }
    guard let places else { return nil }
    href = text
    var layout = root.layout
    layout.queryStart = places.query.map { UInt32($0) } ?? URLLayout.absent
    layout.fragmentStart = places.fragment.map { UInt32($0) } ?? URLLayout.absent
    self.layout = layout
  }

  init(serialized bytes: [UInt8], layout: URLLayout) {
    href = String(decoding: bytes, as: UTF8.self)
    self.layout = layout
  }

  init(href: String, layout: URLLayout) {
    self.href = href
    self.layout = layout
  }
}

extension WebURL {
  /// Lower case, without the colon: `http`.
  public var scheme: String { slice(0, layout.schemeEnd) }

  /// The user name before `@`, percent-encoded; empty when there is none.
  public var username: String { slice(layout.usernameStart, layout.usernameEnd) }

  /// The password before `@`, percent-encoded; empty when there is none.
  public var password: String {
    guard layout.usernameEnd + 1 < layout.hostStart else { return "" }
    return slice(layout.usernameEnd + 1, layout.hostStart - 1)
  }

  /// Serialised host: a domain in ASCII, `192.0.2.1`, `[::1]`; empty when there is none.
  public var host: String { slice(layout.hostStart, layout.hostEnd) }

  /// The host, with `:port` behind it unless the port is the scheme's default.
  public var hostAndPort: String { slice(layout.hostStart, layout.pathStart) }

  /// Nil when the scheme's default port is meant.
  public var port: Int? { layout.port < 0 ? nil : Int(layout.port) }

  /// The port to connect to; nil for schemes without one.
  public var effectivePort: Int? { port ?? layout.kind.defaultPort }

  /// The path, percent-encoded; for http and https never empty.
  public var path: String { slice(layout.pathStart, pathEnd) }

  /// Without the `?`; nil when there is none, empty for a bare `?`.
  public var query: String? {
    guard layout.queryStart != URLLayout.absent else { return nil }
    return slice(layout.queryStart + 1, queryEnd)
  }

  /// Without the `#`; nil when there is none.
  public var fragment: String? {
    guard layout.fragmentStart != URLLayout.absent else { return nil }
    return slice(layout.fragmentStart + 1, end)
  }

  /// `http://host:8080`, or `null` for addresses that have no origin to compare.
  public var origin: String {
    switch layout.kind {
    case .http, .https, .ws, .wss, .ftp:
      layout.usernameStart == layout.hostStart
        ? slice(0, layout.pathStart) : "\(scheme)://\(hostAndPort)"
    case .file: "null"
    case .other: blobOrigin
    }
  }

  /// The same address without `#…`.
  public var withoutFragment: WebURL {
    guard layout.fragmentStart != URLLayout.absent else { return self }
    var shorter = layout
    shorter.fragmentStart = URLLayout.absent
    return WebURL(href: slice(0, layout.fragmentStart), layout: shorter)
  }

  /// Whether the scheme is `http` or `https`.
  public var isHTTP: Bool { layout.kind == .http || layout.kind == .https }

  /// Path and query as an HTTP request line carries them.
  public var requestTarget: String { slice(layout.pathStart, queryEnd) }

  private var blobOrigin: String {
    guard scheme == "blob", let inner = WebURL(path), inner.isHTTP else { return "null" }
    return inner.origin
  }

  var end: UInt32 { UInt32(href.utf8.count) }
  var queryEnd: UInt32 { min(layout.fragmentStart, end) }
  var pathEnd: UInt32 { min(layout.queryStart, queryEnd) }

  func slice(_ start: UInt32, _ end: UInt32) -> String { String(view(start, end)) }

  func view(_ start: UInt32, _ end: UInt32) -> Substring {
    let bytes = href.utf8
    let lower = bytes.index(bytes.startIndex, offsetBy: Int(start))
    return href[lower..<bytes.index(lower, offsetBy: Int(end - start))]
  }
}

extension WebURL: Hashable, Comparable, CustomStringConvertible {
  /// By serialisation.
  public static func == (left: WebURL, right: WebURL) -> Bool { left.href == right.href }

  /// By serialisation.
  public static func < (left: WebURL, right: WebURL) -> Bool { left.href < right.href }

  /// By serialisation.
  public func hash(into hasher: inout Hasher) { hasher.combine(href) }

  /// The serialisation.
  public var description: String { href }
}

extension WebURL: Codable {
  /// Reads one string; throws when it is no address.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let url = WebURL(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an address: \(text)"))
    }
    self = url
  }

  /// Writes one string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(href)
  }
}
