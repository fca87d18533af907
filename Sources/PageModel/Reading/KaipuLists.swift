public import WebAddress

/// The disclosure platform of 开普 (its addresses have `/gkmlpt/` in them) draws its lists from JSON:
/// `/gkmlpt/api/all/0?page=1&sid=755031` names a hundred articles of all categories, newest first,
/// and how many there are. It answers a plain GET, so a crawl need not run the page's script.
public enum KaipuLists {
  private static let folder = "/gkmlpt/"
  private static let interface = "/gkmlpt/api/"
  /// Articles that one answer names.
  private static let perPage = 100

  /// Whether the address is that of such a list, and not of a page.
  public static func isList(_ url: WebURL, contentType: String?) -> Bool {
    url.path.contains(interface) && (contentType ?? "").lowercased().contains("json")
  }

  /// The list behind a page of the platform, which says its own number in a script
  /// (`SID: '755031'`); nil for pages of other systems.
  static func list(of document: ParsedDocument, url: WebURL) -> WebURL? {
    guard let start = url.path.range(of: folder), !url.path.contains("/content/") else {
      return nil
    }
    let tree = document.tree
    for node in tree.nodes.indices where tree.name(node) == .script {
      if let number = number(in: tree.directText(node)) {
        return WebURL(
          "\(url.path[..<start.lowerBound])\(interface)all/0?page=1&sid=\(number)", base: url)
      }
    }
    return nil
  }

  private static func number(in script: [UInt8]) -> String? {
    guard script.count < 2 << 20 else { return nil }
    var start = 0
    while let at = script.firstIndexIgnoringCase(of: "sid", from: start) {
      start = at + 3
      var next = start
      while next < script.count, " '\":=".utf8.contains(script[next]) { next += 1 }
      let digits = script[next...].prefix(while: Ascii.isDigit).prefix(12)
      let isWhole = at == 0 || !Ascii.isWord(script[at - 1])
      if isWhole, next > start, !digits.isEmpty { return String(decoding: digits, as: UTF8.self) }
    }
    return nil
  }

  /// A list as the page it would draw: a link for each article, and its other pages.
  static func markup(of utf8: [UInt8]) -> (html: [UInt8], total: Int?) {
    var html = Array("<html><body><ul>".utf8)
    var total: Int?
    for row in JSONRows(utf8).rows {
      if let count = row.values["total"].flatMap({ Int($0) }) { total = count }
      guard let title = row.values["title"], let address = address(of: row) else { continue }
      html.append(contentsOf: "<li><a href=\"\(escaped(address))\">\(escaped(title))</a></li>".utf8)
    }
    html.append(contentsOf: "</ul></body></html>".utf8)
    return (html, total)
  }

  private static func address(of row: JSONRows.Row) -> String? {
    [row.values["post_url"], row.values["url"]].compactMap { $0 }.first {
      $0.hasPrefix("http://") || $0.hasPrefix("https://") || $0.hasPrefix("/")
    }
  }

  /// The other answers that together name all articles.
  static func pages(total: Int?, url: WebURL) -> [WebURL] {
    guard let total, total > perPage, let address = PageAddress(url) else { return [] }
    let count = min((total + perPage - 1) / perPage, PagerCalls.pageLimit)
    return (1...count).filter { $0 != address.number }.compactMap(address.url)
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }
}

extension String {
  /// Where `text` first stands.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(text) }
      .map { $0..<index($0, offsetBy: text.count) }
  }
}
