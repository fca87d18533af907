/// What an address stands for once everything is gone that does not choose the page: fragment,
/// session ids, tracking and cache-busting parameters, parameter order, default documents, and
/// the difference between `http` and `https` or with and without `www.`.
///
/// Only for telling addresses apart; it is never fetched.
public struct URLIdentity: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// `a.gov.cn/bm/?id=3`; addresses other than http and https keep their scheme.
  public let key: String

  public init(_ url: WebURL) {
    guard url.isHTTP else {
      key = url.withoutFragment.href
      return
    }
    var bytes = Array(url.twinHost.utf8)
    if let port = url.port { bytes.append(contentsOf: ":\(port)".utf8) }
    bytes.append(contentsOf: URLIdentity.normalizedPath(of: url))
    if url.layout.queryStart != URLLayout.absent {
      let query = url.view(url.layout.queryStart + 1, url.queryEnd)
      URLIdentity.appendQuery(query, to: &bytes)
    }
    key = String(decoding: bytes, as: UTF8.self)
  }

  /// 64 bits of the key, the same in every run. Ten million addresses collide with a probability
  /// of about three in a million.
  public var fingerprint: UInt64 { URLIdentity.fingerprint(of: key) }

  /// FNV-1a with a closing mix, so that a table may use any of the bits.
  public static func fingerprint(of text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    return hash ^ (hash >> 33)
  }

  public static func < (left: URLIdentity, right: URLIdentity) -> Bool { left.key < right.key }

  public var description: String { key }
}

extension WebURL {
  /// The address as de-duplication sees it.
  public var identity: URLIdentity { URLIdentity(self) }

  /// The host without a leading `www.`.
  public var twinHost: String {
    let host = view(layout.hostStart, layout.hostEnd)
    guard host.utf8.starts(with: "www.".utf8), host.utf8.dropFirst(4).contains(0x2E) else {
      return String(host)
    }
    return String(host.dropFirst(4))
  }
}

// MARK: - Path

extension URLIdentity {
  /// The path with one spelling: unreserved characters decoded, hexadecimal digits in capitals,
  /// double slashes, session parameters and the default document removed.
  static func normalizedPath(of url: WebURL) -> [UInt8] {
    var path = withUniformEncoding(Array(url.view(url.layout.pathStart, url.pathEnd).utf8))
    if path.contains(UInt8(ascii: ";")) { path = withoutSession(path) }
    if hasDoubleSlash(path) { path = withSingleSlashes(path) }
    let nameStart = (path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    if isDefaultDocument(path[nameStart...]) { path.removeSubrange(nameStart...) }
    return path
  }

  private static func withUniformEncoding(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(UInt8(ascii: "%")) else { return path }
    var result: [UInt8] = []
    var index = 0
    while index < path.count {
      guard path[index] == UInt8(ascii: "%"), index + 2 < path.count,
        let upper = ASCII.hexValue(path[index + 1]), let lower = ASCII.hexValue(path[index + 2])
      else {
        result.append(path[index])
        index += 1
        continue
      }
      let byte = upper << 4 | lower
      if isUnreserved(byte) { result.append(byte) } else { result.appendPercentEncoded(byte) }
      index += 3
    }
    return result
  }

  /// RFC 3986 §2.3: these mean the same encoded or not.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
  }

  /// Cuts `;jsessionid=…` up to the next slash.
  private static func withoutSession(_ path: [UInt8]) -> [UInt8] {
    let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let cleaned = segments.map { segment -> ArraySlice<UInt8> in
      let parts = segment.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      let kept = parts.enumerated().filter { index, part in
        index == 0 || !URLParameter(part).isSession
      }
      return kept.map(\.element).joined(separator: [UInt8(ascii: ";")]).map { $0 }[...]
    }
    return Array(cleaned.joined(separator: [UInt8(ascii: "/")]))
  }

  private static func hasDoubleSlash(_ path: [UInt8]) -> Bool {
    zip(path, path.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
  }

  private static func withSingleSlashes(_ path: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in path where !(byte == UInt8(ascii: "/") && result.last == byte) {
      result.append(byte)
    }
    return result
  }

  /// `index` or `default` with one of the endings web servers look for.
  private static func isDefaultDocument(_ name: ArraySlice<UInt8>) -> Bool {
    guard (8...13).contains(name.count), let dot = name.firstIndex(of: UInt8(ascii: ".")) else {
      return false
    }
    let text = String(decoding: name.map(ASCII.lowercased), as: UTF8.self)
    let stem = text.prefix(dot - name.startIndex)
    return (stem == "index" || stem == "default")
      && defaultEndings.contains(String(text.dropFirst(stem.count + 1)))
  }

  private static let defaultEndings: Set<String> = [
    "html", "htm", "shtml", "shtm", "xhtml", "jsp", "jspx", "asp", "aspx", "php", "do", "action",
  ]
}

// MARK: - Query

extension URLIdentity {
  private static func appendQuery(_ query: Substring, to bytes: inout [UInt8]) {
    var kept: [[UInt8]] = []
    for part in Array(query.utf8).split(separator: UInt8(ascii: "&"))
    where !URLParameter(part).isNoise {
      kept.append(withUniformEncoding(Array(part)))
    }
    guard !kept.isEmpty else { return }
    if kept.count > 1 { kept.sort { $0.lexicographicallyPrecedes($1) } }
    bytes.append(UInt8(ascii: "?"))
    bytes.append(contentsOf: kept.joined(separator: [UInt8(ascii: "&")]))
  }
}
