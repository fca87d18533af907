/// One line of a robots.txt file, read as leniently as crawlers do.
struct RobotsLine {
  enum Field { case userAgent, allow, disallow, crawlDelay, sitemap }

  let field: Field
  let value: ArraySlice<UInt8>

  /// Nil for comments, blank lines and fields that say nothing to us.
  init?(_ line: ArraySlice<UInt8>) {
    let content = RobotsLine.trimmed(line.prefix { $0 != UInt8(ascii: "#") })
    guard let (name, value) = RobotsLine.split(content), let field = RobotsLine.field(name) else {
      return nil
    }
    self.field = field
    self.value = value
  }

  /// At the colon; a line of exactly two words may lack it.
  private static func split(_ line: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
    if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      return (trimmed(line[..<colon]), trimmed(line[(colon + 1)...]))
    }
    let words = line.split(whereSeparator: isBlank)
    return words.count == 2 ? (words[0], words[1]) : nil
  }

  /// Names are compared without case, by prefix, and with the misspellings found in the wild.
  private static func field(_ name: ArraySlice<UInt8>) -> Field? {
    guard name.count <= 64 else { return nil }
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return spellings.first { text.hasPrefix($0.spelling) }?.field
  }

  private static let spellings: [(spelling: String, field: Field)] = [
    ("user-agent", .userAgent), ("useragent", .userAgent), ("user agent", .userAgent),
    ("disallow", .disallow), ("dissallow", .disallow), ("dissalow", .disallow),
    ("disalow", .disallow), ("diasllow", .disallow), ("disallaw", .disallow),
    ("allow", .allow), ("crawl-delay", .crawlDelay), ("crawldelay", .crawlDelay),
    ("sitemap", .sitemap), ("site-map", .sitemap),
  ]

  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) || byte == 0 }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let front = bytes.drop(while: isBlank)
    let end = front.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? front.startIndex
    return front[..<end]
  }
}
