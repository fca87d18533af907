extension URLParser {
  /// User, password, host and port, from ``position`` to the next delimiter; then the path.
  mutating func parseAuthority() -> Bool {
    var end = position
    var lastAt: Int?
    while let next = byte(end), !isSlash(next), next != UInt8(ascii: "?"),
      next != UInt8(ascii: "#")
    {
      if next == UInt8(ascii: "@") { lastAt = end }
      end += 1
    }
    openAuthority()
    if let lastAt {
      guard lastAt + 1 < end else { return false }
      appendCredentials(input[position..<lastAt])
      position = lastAt + 1
    }
    guard appendHostAndPort(input[position..<end]) else { return false }
    position = end
    return parsePathStart()
  }

  mutating func openAuthority() {
    output.removeSubrange((Int(layout.schemeEnd) + 1)...)
    output.append(UInt8(ascii: "/"))
    output.append(UInt8(ascii: "/"))
    markNoAuthority()
    layout.hasAuthority = true
  }

  private mutating func appendCredentials(_ userinfo: ArraySlice<UInt8>) {
    let colon = userinfo.firstIndex(of: UInt8(ascii: ":")) ?? userinfo.endIndex
    output.append(userinfo[..<colon], encoding: .userinfo)
    layout.usernameEnd = outputEnd
    let password = userinfo[colon...].dropFirst()
    if !password.isEmpty {
      output.append(UInt8(ascii: ":"))
      output.append(password, encoding: .userinfo)
    }
    if outputEnd > layout.usernameStart { output.append(UInt8(ascii: "@")) }
    layout.hostStart = outputEnd
  }

  private mutating func appendHostAndPort(_ text: ArraySlice<UInt8>) -> Bool {
    let colon = URLParser.portColon(text)
    let hostText = text[..<(colon ?? text.endIndex)]
    if hostText.isEmpty, layout.kind.isSpecial || colon != nil { return false }
    guard appendHost(hostText) else { return false }
    layout.hostEnd = outputEnd
    guard let colon else { return true }
    return appendPort(text[(colon + 1)...])
  }

  /// The first colon outside brackets.
  private static func portColon(_ text: ArraySlice<UInt8>) -> Int? {
    var isInBrackets = false
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case UInt8(ascii: ":") where !isInBrackets: return index
      default: break
      }
    }
    return nil
  }

  mutating func appendHost(_ text: ArraySlice<UInt8>) -> Bool {
    guard let host = HostParser.serialized(text, isSpecial: layout.kind.isSpecial) else {
      return false
    }
    output.append(contentsOf: host)
    return true
  }

  private mutating func appendPort(_ digits: ArraySlice<UInt8>) -> Bool {
    guard !digits.isEmpty else { return true }
    var port = 0
    for digit in digits {
      guard ASCII.isDigit(digit) else { return false }
      port = port * 10 + Int(digit - 48)
      guard port <= 65_535 else { return false }
    }
    if port == layout.kind.defaultPort { return true }
    layout.port = Int32(port)
    output.append(UInt8(ascii: ":"))
    output.append(contentsOf: String(port).utf8)
    return true
  }
}
