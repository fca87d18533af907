/// What a sitemap file lists.
public struct Sitemap: Sendable, Hashable {
  /// One address with the day it says it last changed, both as written.
  public struct Entry: Sendable, Hashable {
    /// The address, entities resolved, surrounding space removed.
    public var location: String
    /// The `lastmod` text, empty when there is none.
    public var lastModified: String

    /// Makes an entry.
    public init(location: String, lastModified: String = "") {
      self.location = location
      self.lastModified = lastModified
    }
  }

  /// Pages of the site.
  public var pages: [Entry] = []
  /// Further sitemaps, from an index.
  public var sitemaps: [Entry] = []
  /// More entries were listed than ``SitemapReader/entryLimit``, or the file was too long.
  public var isTruncated = false
}

/// Reads XML sitemaps and indexes, RSS and Atom feeds, and plain lists of addresses.
///
/// A scanner over bytes, not an XML parser: entity definitions, nesting and namespaces mean
/// nothing to it, so that hostile files cost one pass. Compressed files are unpacked by the caller.
public enum SitemapReader {
  /// The protocol's own limit, https://www.sitemaps.org/protocol.html
  public static let entryLimit = 50_000
  /// Bytes read; the protocol allows 50 MB.
  public static let sizeLimit = 52_428_800
  static let addressLimit = 8192

  /// Reads UTF-8 bytes; unreadable parts are passed over.
  public static func read(_ bytes: [UInt8]) -> Sitemap {
    var text = bytes.prefix(sizeLimit)
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 <= 32 }
    if isWebPage(text) { return Sitemap() }
    var sitemap = text.first == UInt8(ascii: "<") ? readXML(text) : readList(text)
    if bytes.count > sizeLimit { sitemap.isTruncated = true }
    return sitemap
  }

  /// A page that says the file is missing, with status 200: its links are no site's contents.
  private static func isWebPage(_ text: ArraySlice<UInt8>) -> Bool {
    let head = String(decoding: text.prefix(512), as: UTF8.self).lowercased()
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.contains("<head>")
  }

  /// One address a line.
  private static func readList(_ text: ArraySlice<UInt8>) -> Sitemap {
    var sitemap = Sitemap()
    for line in text.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      let address = RobotsLine.trimmed(line)
      guard address.starts(with: "http".utf8), address.count <= addressLimit else { continue }
      guard sitemap.pages.count < entryLimit else {
        sitemap.isTruncated = true
        break
      }
      sitemap.pages.append(Sitemap.Entry(location: String(decoding: address, as: UTF8.self)))
    }
    return sitemap
  }

  private static func readXML(_ text: ArraySlice<UInt8>) -> Sitemap {
    var assembly = SitemapAssembly()
    var scanner = MarkupScanner(text)
    while !assembly.isFull, let token = scanner.next() { assembly.take(token) }
    return assembly.finished()
  }
}

/// Puts entries together from tags and text.
private struct SitemapAssembly {
  private var sitemap = Sitemap()
  private var entry = Sitemap.Entry(location: "")
  private var isIndex = false
  /// The innermost element whose text matters.
  private var element: Element?

  private enum Element { case location, lastModified, bareSitemap }

  var isFull: Bool { sitemap.isTruncated }

  mutating func take(_ token: MarkupScanner.Token) {
    switch token {
    case .open(let name, let attributes): open(name, attributes)
    case .close(let name): close(name)
    case .text(let text): append(text)
    }
  }

  private mutating func open(_ name: String, _ attributes: ArraySlice<UInt8>) {
    switch name {
    case "sitemapindex": isIndex = true
    case "url", "item", "entry":
      flush()
    case "sitemap":
      flush()
      isIndex = true
      element = .bareSitemap
    case "loc": element = .location
    case "lastmod", "pubdate", "updated": element = .lastModified
    case "link": openLink(attributes)
    default: element = nil
    }
    if name == "loc" { entry.location = "" }
  }

  /// RSS writes the address as text, Atom as an attribute of its alternate link.
  private mutating func openLink(_ attributes: ArraySlice<UInt8>) {
    guard let address = MarkupScanner.attribute("href", in: attributes) else {
      element = .location
      entry.location = ""
      return
    }
    let relation = MarkupScanner.attribute("rel", in: attributes) ?? "alternate"
    // Beside a `loc`, which is the address itself, it names a translation.
    if relation == "alternate", entry.location.isEmpty { entry.location = address }
  }

  private mutating func close(_ name: String) {
    element = nil
    if ["url", "sitemap", "item", "entry"].contains(name) { flush() }
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    guard let element, text.count <= SitemapReader.addressLimit else { return }
    let piece = String(decoding: RobotsLine.trimmed(text), as: UTF8.self)
    switch element {
    case .location, .bareSitemap: entry.location += piece
    case .lastModified: entry.lastModified += String(piece.prefix(64))
    }
    if entry.location.utf8.count > SitemapReader.addressLimit { entry.location = "" }
  }

  private mutating func flush() {
    defer { entry = Sitemap.Entry(location: "") }
    guard !entry.location.isEmpty else { return }
    guard sitemap.pages.count + sitemap.sitemaps.count < SitemapReader.entryLimit else {
      sitemap.isTruncated = true
      return
    }
    if isIndex { sitemap.sitemaps.append(entry) } else { sitemap.pages.append(entry) }
  }

  mutating func finished() -> Sitemap {
    flush()
    return sitemap
  }
}
