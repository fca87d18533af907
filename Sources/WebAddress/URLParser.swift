/// The basic URL parser of the WHATWG URL Standard over UTF-8 bytes, written as descent through
/// the components instead of a switch per character: https://url.spec.whatwg.org/#url-parsing
///
/// The serialisation grows in ``output`` from left to right and is never rearranged.
struct URLParser {
  /// Longest address read, in bytes: offsets are 32 bits and encoding may triple the length.
  static let lengthLimit = 64 << 20

  let input: [UInt8]
  let base: WebURL?
  var position = 0
  var output: [UInt8] = []
  var layout = URLLayout()
  /// Turns a query into the page's encoding; nil leaves it in UTF-8.
  var queryEncoder: ((ArraySlice<UInt8>) -> [UInt8])?

  init(_ text: String, base: WebURL?) {
    input = URLParser.cleaned(Array(text.utf8))
    self.base = base
    output.reserveCapacity(input.count + 64)
  }

  /// Runs the parser; false when the standard says failure.
  mutating func run() -> Bool {
    guard input.count <= URLParser.lengthLimit else { return false }
    guard let colon = schemeColon() else { return parseWithoutScheme() }
    for index in 0..<colon { output.append(ASCII.lowercased(input[index])) }
    layout.kind = SchemeKind(output)
    appendSchemeEnd()
    position = colon + 1
    return layout.kind.isSpecial ? parseSpecial() : parseNonSpecial()
  }

  private mutating func parseSpecial() -> Bool {
    if layout.kind == .file { return parseFile(base?.layout.kind == .file ? base : nil) }
    if let base, base.layout.kind == layout.kind,
      !(byte(position) == UInt8(ascii: "/") && byte(position + 1) == UInt8(ascii: "/"))
    {
      return parseRelative(base)
    }
    skipSlashes()
    return parseAuthority()
  }

  private mutating func parseNonSpecial() -> Bool {
    guard byte(position) == UInt8(ascii: "/") else { return parseOpaquePath() }
    position += 1
    guard byte(position) == UInt8(ascii: "/") else {
      markNoAuthority()
      return parsePath()
    }
    position += 1
    return parseAuthority()
  }

  private mutating func parseWithoutScheme() -> Bool {
    guard let base else { return false }
    if base.layout.isOpaque {
      guard byte(position) == UInt8(ascii: "#") else { return false }
      copy(base, upTo: base.queryEnd)
      return parseQueryAndFragment()
    }
    copyScheme(base)
    return layout.kind == .file ? parseFile(base) : parseRelative(base)
  }

  /// The standard's relative and relative-slash states.
  private mutating func parseRelative(_ base: WebURL) -> Bool {
    if isSlash(byte(position)) {
      position += 1
      if layout.kind.isSpecial, isSlash(byte(position)) {
        skipSlashes()
        return parseAuthority()
      }
      if byte(position) == UInt8(ascii: "/") {
        position += 1
        return parseAuthority()
      }
      copy(base, upTo: base.layout.pathStart)
      removeDotPrefix()
      return parsePath()
    }
    return parseRelativePath(base)
  }

  /// What is left once scheme and host are the base's: a path, a query, a fragment or nothing.
  mutating func parseRelativePath(_ base: WebURL) -> Bool {
    switch byte(position) {
    case nil, UInt8(ascii: "#"):
      copy(base, upTo: base.queryEnd)
    case UInt8(ascii: "?"):
      copy(base, upTo: base.pathEnd)
    default:
      copy(base, upTo: base.pathEnd)
      removeDotPrefix()
      if layout.kind == .file, startsWithDriveLetter(position) {
        output.removeSubrange(Int(layout.pathStart)...)
      } else {
        shortenPath()
      }
      return parsePath()
    }
    return parseQueryAndFragment()
  }
}

// MARK: - Input

extension URLParser {
  /// Drops control characters and spaces at both ends, tabs and line breaks everywhere.
  static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    let middle = bytes[start..<end]
    if middle.contains(where: isTabOrNewline) { return middle.filter { !isTabOrNewline($0) } }
    return middle.count == bytes.count ? bytes : Array(middle)
  }

  private static func isTabOrNewline(_ byte: UInt8) -> Bool {
    byte == 9 || byte == 10 || byte == 13
  }

  func byte(_ index: Int) -> UInt8? { index < input.count ? input[index] : nil }

  /// A slash, or for special schemes a backslash.
  func isSlash(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: "/") || (byte == UInt8(ascii: "\\") && layout.kind.isSpecial)
  }

  mutating func skipSlashes() {
    while let next = byte(position), next == UInt8(ascii: "/") || next == UInt8(ascii: "\\") {
      position += 1
    }
  }

  /// Index of the colon that ends a scheme, nil when the text does not begin with one.
  private func schemeColon() -> Int? {
    guard let first = input.first, ASCII.isLetter(first) else { return nil }
    for index in input.indices {
      let byte = input[index]
      if byte == UInt8(ascii: ":") { return index }
      let isSchemeByte =
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard isSchemeByte else { return nil }
    }
    return nil
  }
}

// MARK: - Output

extension URLParser {
  var outputEnd: UInt32 { UInt32(output.count) }

  private mutating func appendSchemeEnd() {
    layout.schemeEnd = outputEnd
    output.append(UInt8(ascii: ":"))
    markNoAuthority()
  }

  mutating func markNoAuthority() {
    layout.hasAuthority = false
    layout.usernameStart = outputEnd
    layout.usernameEnd = outputEnd
    layout.hostStart = outputEnd
    layout.hostEnd = outputEnd
    layout.pathStart = outputEnd
  }

  private mutating func copyScheme(_ base: WebURL) {
    output.append(contentsOf: base.view(0, base.layout.schemeEnd + 1).utf8)
    layout.kind = base.layout.kind
    layout.schemeEnd = base.layout.schemeEnd
    markNoAuthority()
  }

  /// Starts over with the base's serialisation up to an offset at or behind its path start.
  mutating func copy(_ base: WebURL, upTo end: UInt32) {
    output.removeAll(keepingCapacity: true)
    output.append(contentsOf: base.view(0, end).utf8)
    layout = base.layout
    layout.fragmentStart = URLLayout.absent
    if layout.queryStart != URLLayout.absent, layout.queryStart >= end {
      layout.queryStart = URLLayout.absent
    }
  }

  /// `/.` before a path that begins with `//` belongs to the serialisation, not to the path, and
  /// has to go before the path is written anew.
  mutating func removeDotPrefix() {
    let start = Int(layout.schemeEnd) + 1
    guard !layout.hasAuthority, layout.pathStart > start else { return }
    output.removeSubrange(start..<Int(layout.pathStart))
    let removed = layout.pathStart - UInt32(start)
    layout.pathStart -= removed
    if layout.queryStart != URLLayout.absent { layout.queryStart -= removed }
  }
}
