/// What an address stands for once everything is gone that does not choose the page: fragment,
/// session ids, tracking and cache-busting parameters, parameter order, default documents, and
/// the difference between `http` and `https` or with and without `www.`.
///
/// Only for telling addresses apart; it is never fetched.
public struct URLIdentity: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// `a.gov.cn/bm/?id=3`; addresses other than http and https keep their scheme.
  public let key: String

  /// Works out what an address stands for.
  public init(_ url: WebURL) {
    guard url.isHTTP else {
      key = url.withoutFragment.href
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(url.href.utf8.count)
    bytes.append(contentsOf: url.twinAuthority.utf8)
    URLIdentity.appendPath(of: url, to: &bytes)
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

  /// By key.
  public static func < (left: URLIdentity, right: URLIdentity) -> Bool { left.key < right.key }

  /// The key.
  public var description: String { key }
}

extension WebURL {
  /// The address as de-duplication sees it.
  public var identity: URLIdentity { URLIdentity(self) }

  /// The host without a leading `www.`.
  public var twinHost: String { String(view(twinHostStart, layout.hostEnd)) }

  /// ``twinHost`` with the port, when it is not the usual one.
  var twinAuthority: Substring { view(twinHostStart, layout.pathStart) }

  private var twinHostStart: UInt32 {
    let host = view(layout.hostStart, layout.hostEnd).utf8
    let hasTwin = host.starts(with: "www.".utf8) && host.dropFirst(4).contains(0x2E)
    return layout.hostStart + (hasTwin ? 4 : 0)
  }
}

// MARK: - Path

extension URLIdentity {
  /// The path with one spelling: unreserved characters decoded, hexadecimal digits in capitals,
  /// double slashes, session parameters and the default document removed.
  static func normalizedPath(of url: WebURL) -> [UInt8] {
    var path: [UInt8] = []
    appendPath(of: url, to: &path)
    return path
  }

  private static func appendPath(of url: WebURL, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: url.view(url.layout.pathStart, url.pathEnd).utf8)
    if needsCleaning(bytes[start...]) {
      let path = cleaned(Array(bytes[start...]))
      bytes.replaceSubrange(start..., with: path)
    }
    let slash = bytes[start...].lastIndex(of: UInt8(ascii: "/"))
    let nameStart = slash.map { $0 + 1 } ?? start
    if isDefaultDocument(bytes[nameStart...]) { bytes.removeSubrange(nameStart...) }
  }

  private static func needsCleaning(_ path: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in path {
      if byte == UInt8(ascii: "%") || byte == UInt8(ascii: ";") { return true }
      if byte == UInt8(ascii: "/"), previous == byte { return true }
      previous = byte
    }
    return false
  }

  private static func cleaned(_ raw: [UInt8]) -> [UInt8] {
    let path = withUniformEncoding(raw)
    return withSingleSlashes(path.contains(UInt8(ascii: ";")) ? withoutSession(path) : path)
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
    let kept = segments.map { segment -> [UInt8] in
      let parts = segment.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      let lasting = parts.prefix(1) + parts.dropFirst().filter { !URLParameter($0).isSession }
      return Array(lasting.joined(separator: [UInt8(ascii: ";")]))
    }
    return Array(kept.joined(separator: [UInt8(ascii: "/")]))
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
    guard (8...14).contains(name.count), let first = name.first,
      first | 0x20 == UInt8(ascii: "i") || first | 0x20 == UInt8(ascii: "d"),
      let dot = name.firstIndex(of: UInt8(ascii: "."))
    else {
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
