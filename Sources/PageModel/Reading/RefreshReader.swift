internal import WebAddress

/// Where a page sends the visitor: a meta element, or a script that does nothing but move on.
struct RefreshReader {
  private let document: ParsedDocument
  private let url: WebURL
  private let base: WebURL
  private let queries: QueryCharset?

  init(_ document: ParsedDocument, url: WebURL, base: WebURL, queries: QueryCharset?) {
    self.queries = queries
    self.document = document
    self.url = url
    self.base = base
  }

  func refresh() -> PageRefresh? {
    let tree = document.tree
    for node in 1..<tree.count where tree.nodes[node].name == .meta {
      guard tree.attribute(node, "http-equiv")?.lowercased() == "refresh" else { continue }
      let content = tree.attribute(node, "content") ?? ""
      if let found = MetaRefresh.read(content, base: base, page: url) { return found }
    }
    return scriptJump()
  }

  private func scriptJump() -> PageRefresh? {
    for jump in document.jumps {
      guard let target = Address.resolve(jump.target, base: base, queries: queries),
        target.isHTTP,
        target.withoutFragment != url.withoutFragment, !isForPhones(target)
      else { continue }
      return PageRefresh(target: target, delay: jump.delay / 1000, isScript: true)
    }
    return nil
  }

  /// `location.href="mindex.html"` is for phones and does not move a desktop browser away.
  private func isForPhones(_ target: WebURL) -> Bool {
    let name = target.path.split(separator: "/").last.map(String.init) ?? ""
    return name.hasPrefix("mindex") || name.hasPrefix("wap_") || name.hasPrefix("mpost_")
      || target.host.hasPrefix("m.") || target.host.hasPrefix("wap.")
  }
}

/// `0;URL=./dwzn/` as browsers read it.
enum MetaRefresh {
  static func read(_ content: String, base: WebURL, page: WebURL) -> PageRefresh? {
    let digits = content.drop { $0.isWhitespace }.prefix { $0.isNumber }
    let delay = Int(digits) ?? 0
    guard let cut = content.firstIndex(where: { $0 == ";" || $0 == "," }) else { return nil }
    var rest = content[content.index(after: cut)...].drop { $0.isWhitespace }
    if rest.prefix(3).lowercased() == "url" {
      let after = rest.dropFirst(3).drop { $0.isWhitespace }
      if after.first == "=" { rest = after.dropFirst().drop { $0.isWhitespace } }
    }
    let quotes: Set<Character> = ["'", "\""]
    let address = rest.filter { !quotes.contains($0) && !$0.isNewline }
    guard let target = Address.resolve(String(address), base: base), target.isHTTP,
      target.withoutFragment != page.withoutFragment
    else { return nil }
    return PageRefresh(target: target, delay: min(delay, 86_400), isScript: false)
  }
}
