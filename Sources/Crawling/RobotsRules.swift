public import WebAddress

/// What a robots.txt file allows one crawler, by RFC 9309.
///
/// Groups naming the crawler are merged; without any, the groups for `*` count; the longest
/// matching pattern decides and Allow wins a tie.
public struct RobotsRules: Sendable, Hashable {
  /// The part of a file that is read (RFC 9309 §2.5).
  public static let sizeLimit = 500 << 10
  static let lineLimit = 16 << 10
  static let sitemapLimit = 500

  private struct Rule: Sendable, Hashable {
    let allows: Bool
    let pattern: RobotsPattern
  }

  private struct Group: Sendable, Hashable {
    var rules: [Rule] = []
    var crawlDelay: Double?
    var wasSeen = false
  }

  private var own = Group()
  private var general = Group()
  /// Addresses of sitemaps as written, in order, each once.
  public private(set) var sitemaps: [String] = []
  /// The file was longer than ``sizeLimit``.
  public private(set) var isTruncated = false

  /// Rules that allow everything.
  public static let allowAll = RobotsRules()

  private init() {}

  /// Reads the bytes of a file; nothing in it can make reading fail.
  ///
  /// - Parameter agent: the crawler's product token, such as `mingcha`.
  public init(_ bytes: [UInt8], agent: String) {
    var reader = RobotsReader(agent: Array(agent.utf8))
    isTruncated = bytes.count > RobotsRules.sizeLimit
    var text = bytes.prefix(RobotsRules.sizeLimit)
    if isTruncated { text = text[..<(text.lastIndex { $0 == 10 || $0 == 13 } ?? text.endIndex)] }
    for line in RobotsText.lines(text) where line.count <= RobotsRules.lineLimit {
      guard let line = RobotsLine(line) else { continue }
      apply(line, reader: &reader)
    }
  }

  private mutating func apply(_ line: RobotsLine, reader: inout RobotsReader) {
    switch line.field {
    case .userAgent:
      reader.startGroup(line.value)
      if reader.isOwn { own.wasSeen = true }
    case .allow, .disallow:
      guard reader.sawAgent else { return }
      reader.sawRule = true
      add(Rule(allows: line.field == .allow, pattern: RobotsPattern(line.value)), reader)
      if line.field == .allow, let folder = RobotsText.folderOfIndexPage(line.value) {
        add(Rule(allows: true, pattern: RobotsPattern(folder)), reader)
      }
    case .crawlDelay:
      guard let seconds = RobotsText.seconds(line.value) else { return }
      if reader.isOwn { own.crawlDelay = max(seconds, own.crawlDelay ?? 0) }
      if reader.isGeneral { general.crawlDelay = max(seconds, general.crawlDelay ?? 0) }
    case .sitemap:
      let address = String(decoding: line.value, as: UTF8.self)
      guard sitemaps.count < RobotsRules.sitemapLimit, !sitemaps.contains(address) else { return }
      sitemaps.append(address)
    }
  }

  private mutating func add(_ rule: Rule, _ reader: RobotsReader) {
    guard rule.pattern.length > 0 else { return }
    if reader.isOwn { own.rules.append(rule) }
    if reader.isGeneral { general.rules.append(rule) }
  }

  /// Whether the address may be fetched. `/robots.txt` always may.
  public func allows(_ url: WebURL) -> Bool {
    let target = url.requestTarget
    return target == "/robots.txt" || allows(target: Array(target.utf8))
  }

  /// The delay asked for in seconds, as written.
  public var crawlDelay: Double? { applicable.crawlDelay }

  private var applicable: Group { own.wasSeen ? own : general }

  func allows(target: [UInt8]) -> Bool {
    var longest = (allow: 0, disallow: 0)
    for rule in applicable.rules where rule.pattern.length >= max(longest.allow, longest.disallow) {
      guard rule.pattern.matches(target) else { continue }
      if rule.allows {
        longest.allow = rule.pattern.length
      } else {
        longest.disallow = rule.pattern.length
      }
    }
    return longest.allow >= longest.disallow
  }
}

/// Which group the lines being read belong to.
private struct RobotsReader {
  let agent: [UInt8]
  private(set) var isOwn = false
  private(set) var isGeneral = false
  private(set) var sawAgent = false
  /// A rule ends the run of user-agent lines that begins a group.
  var sawRule = false

  init(agent: [UInt8]) { self.agent = agent.map(RobotsReader.lowercased) }

  mutating func startGroup(_ value: ArraySlice<UInt8>) {
    if sawRule {
      isOwn = false
      isGeneral = false
      sawRule = false
    }
    sawAgent = true
    if value.first == UInt8(ascii: "*"),
      value.count == 1 || RobotsLine.isBlank(value[value.startIndex + 1])
    {
      isGeneral = true
      return
    }
    let token = value.prefix(while: RobotsReader.isTokenByte).map(RobotsReader.lowercased)
    if !token.isEmpty, token == agent { isOwn = true }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}
