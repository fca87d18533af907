extension WebURL {
  /// The parts that the URL Standard lets be set one at a time
  /// (https://url.spec.whatwg.org/#url-class); raw values are the standard's names.
  public enum Part: String, CaseIterable, Sendable {
    case scheme = "protocol"
    case username, password, host, hostname, port, pathname, search, hash, href
  }

  /// The address with one part set as a browser's `location` or `URL` object would set it; the same
  /// address where a browser would leave it alone.
  public func setting(_ part: Part, to value: String) -> WebURL {
    var pieces = URLPieces(self)
    let isChanged =
      switch part {
      case .href: false
      case .scheme: pieces.setScheme(value)
      case .username: pieces.setUsername(value)
      case .password: pieces.setPassword(value)
      case .host: pieces.setHost(value, withPort: true)
      case .hostname: pieces.setHost(value, withPort: false)
      case .port: pieces.setPort(value)
      case .pathname: pieces.setPath(value)
      case .search: pieces.setQuery(value)
      case .hash: pieces.setFragment(value)
      }
    let text = part == .href ? value : isChanged ? pieces.text : href
    return WebURL(text) ?? self
  }
}

/// An address taken apart, to be put together again and parsed: a serialisation parses to itself, so
/// only the part that was set has to be looked at.
private struct URLPieces {
  private var scheme: String
  private var username: String
  private var password: String
  /// Nil without an authority.
  private var host: String?
  private var port: Int?
  private var path: String
  private var query: String?
  private var fragment: String?
  private let isOpaque: Bool

  init(_ url: WebURL) {
    (scheme, username, password, port) = (url.scheme, url.username, url.password, url.port)
    host = url.layout.hasAuthority ? url.host : nil
    (path, query, fragment) = (url.path, url.query, url.fragment)
    isOpaque = url.layout.isOpaque
  }

  var text: String {
    var text = "\(scheme):"
    if let host {
      let colon = password.isEmpty ? "" : ":"
      let at = hasCredentials ? "@" : ""
      text += "//\(username)\(colon)\(password)\(at)\(host)\(port.map { ":\($0)" } ?? "")"
    } else if !isOpaque {
      // So that a path of two slashes is not taken for a host.
      text += "/."
    }
    return text + path + (query.map { "?\($0)" } ?? "") + (fragment.map { "#\($0)" } ?? "")
  }

  private var kind: SchemeKind { SchemeKind(Array(scheme.utf8)) }
  private var hasCredentials: Bool { !username.isEmpty || !password.isEmpty }
  private var mayHavePort: Bool { !(host ?? "").isEmpty && kind != .file }

  // MARK: Setting; false where the standard leaves the address as it is

  mutating func setScheme(_ value: String) -> Bool {
    let name = URLPieces.cleaned(value).prefix { $0 != UInt8(ascii: ":") }.map(ASCII.lowercased)
    guard let first = name.first, ASCII.isLetter(first),
      name.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || "+-.".utf8.contains($0) })
    else { return false }
    let wanted = SchemeKind(name)
    guard wanted.isSpecial == kind.isSpecial else { return false }
    if wanted == .file, hasCredentials || port != nil { return false }
    if kind == .file, (host ?? "").isEmpty { return false }
    scheme = String(decoding: name, as: UTF8.self)
    if port == wanted.defaultPort { port = nil }
    return true
  }

  mutating func setUsername(_ value: String) -> Bool {
    guard mayHavePort else { return false }
    username = URLPieces.encoded(value)
    return true
  }

  mutating func setPassword(_ value: String) -> Bool {
    guard mayHavePort else { return false }
    password = URLPieces.encoded(value)
    return true
  }

  mutating func setHost(_ value: String, withPort: Bool) -> Bool {
    guard !isOpaque else { return false }
    let text = URLPieces.cleaned(value)
    let end = text.firstIndex(where: isDelimiter) ?? text.endIndex
    if kind == .file { return setFileHost(text[..<end]) }
    let colon = URLPieces.colon(in: text[..<end])
    let name = text[..<(colon ?? end)]
    if colon != nil, name.isEmpty || !withPort { return false }
    if name.isEmpty, kind.isSpecial || hasCredentials || port != nil { return false }
    guard let found = HostParser.serialized(name, isSpecial: kind.isSpecial) else { return false }
    host = String(decoding: found, as: UTF8.self)
    if let colon { _ = setPort(digits: text[(colon + 1)...]) }
    return true
  }

  private mutating func setFileHost(_ name: ArraySlice<UInt8>) -> Bool {
    guard let found = name.isEmpty ? [] : HostParser.serialized(name, isSpecial: true) else {
      return false
    }
    let text = String(decoding: found, as: UTF8.self)
    host = text == "localhost" ? "" : text
    return true
  }

  mutating func setPort(_ value: String) -> Bool {
    guard mayHavePort else { return false }
    if value.isEmpty {
      port = nil
      return true
    }
    return setPort(digits: URLPieces.cleaned(value)[...])
  }

  /// What follows the digits is passed over.
  private mutating func setPort(digits: ArraySlice<UInt8>) -> Bool {
    let digits = digits.prefix(while: ASCII.isDigit)
    let lasting = digits.drop { $0 == UInt8(ascii: "0") }.prefix(6)
    let number = lasting.reduce(0) { $0 * 10 + Int($1 - 48) }
    guard !digits.isEmpty, number <= 65_535 else { return false }
    port = number == kind.defaultPort ? nil : number
    return true
  }

  mutating func setPath(_ value: String) -> Bool {
    guard !isOpaque else { return false }
    let text = URLPieces.cleaned(value)
    let isRooted = text.first == UInt8(ascii: "/") || (kind.isSpecial && text.first == 0x5C)
    path = (isRooted || (text.isEmpty && host != nil) ? "" : "/") + URLPieces.masked(text, "?#")
    return true
  }

  mutating func setQuery(_ value: String) -> Bool {
    query = value.isEmpty ? nil : URLPieces.masked(URLPieces.without("?", value), "#")
    return true
  }

  mutating func setFragment(_ value: String) -> Bool {
    fragment = value.isEmpty ? nil : URLPieces.masked(URLPieces.without("#", value), "")
    return true
  }

  // MARK: Texts

  private func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
      || (byte == 0x5C && kind.isSpecial)
  }

  /// The first colon outside brackets.
  private static func colon(in text: ArraySlice<UInt8>) -> Int? {
    var isInBrackets = false
    for index in text.indices {
      if text[index] == UInt8(ascii: "[") { isInBrackets = true }
      if text[index] == UInt8(ascii: "]") { isInBrackets = false }
      if text[index] == UInt8(ascii: ":"), !isInBrackets { return index }
    }
    return nil
  }

  /// Tabs and line breaks are dropped wherever they stand.
  private static func cleaned(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 != 9 && $0 != 10 && $0 != 13 }
  }

  private static func without(_ mark: Character, _ text: String) -> [UInt8] {
    cleaned(text.first == mark ? String(text.dropFirst()) : text)
  }

  /// The bytes that would end the part are written as `%XX`, and so is a blank at the end, which
  /// belongs to the part here and would be cut off a whole address.
  private static func masked(_ text: [UInt8], _ ends: String) -> String {
    var masked: [UInt8] = []
    let last = text.lastIndex { $0 > 0x20 } ?? -1
    for (index, byte) in text.enumerated() {
      if index > last || ends.utf8.contains(byte) {
        masked.appendPercentEncoded(byte)
      } else {
        masked.append(byte)
      }
    }
    return String(decoding: masked, as: UTF8.self)
  }

  private static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(Array(text.utf8)[...], encoding: .userinfo)
    return String(decoding: bytes, as: UTF8.self)
  }
}
