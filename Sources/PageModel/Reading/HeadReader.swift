internal import WebAddress

/// Title, metas, base, canonical address, headings and where the page sends the visitor.
struct HeadReader {
  private let reading: PageReading
  private var tree: MarkupTree { reading.tree }

  init(_ reading: PageReading) { self.reading = reading }

  func fill(_ page: inout Page) {
    page.base = HeadReader.base(tree, reading.url)
    var hasTitle = false
    for node in 1..<tree.count {
      switch tree.name(node) {
      case .title where !hasTitle && !isInSvg(node):
        page.title = TextFold.line(tree.directText(node)[...])
        hasTitle = true
      case .meta: readMeta(node, &page)
      case .link: readLink(node, &page)
      case .h1, .h2, .h3, .h4: readHeading(node, &page)
      default: break
      }
    }
    if page.refresh == nil { page.refresh = scriptJump(page) }
  }

  private func isInSvg(_ node: Int) -> Bool {
    tree.ancestor(of: node) { tree.name($0) == .svg } != nil
  }

  static func base(_ tree: MarkupTree, _ url: WebURL) -> WebURL? {
    let node = tree.nodes.indices.first { node in
      tree.nameText(node) == "base" && tree.hasAttribute(node, "href")
    }
    guard let node, let href = tree.attribute(node, "href") else { return nil }
    return Address.resolve(href, base: url).flatMap { $0.isHTTP ? $0 : nil }
  }

  /// Only metas of the outer document count: headers included whole bring a second head into the
  /// body, with a title and metas of their own.
  private func readMeta(_ node: Int, _ page: inout Page) {
    let content = tree.attribute(node, "content") ?? ""
    if let pragma = tree.attribute(node, "http-equiv") {
      if pragma.lowercased() == "refresh", page.refresh == nil {
        page.refresh = MetaRefresh.read(content, base: reading.base, page: reading.url)
      }
      return
    }
    guard let name = tree.attribute(node, "name") ?? tree.attribute(node, "property"),
      isInFirstHead(node), page.metas.count < reading.limits.entries
    else { return }
    page.metas.append(MetaTag(name: name, content: content))
  }

  private func isInFirstHead(_ node: Int) -> Bool {
    let parent = tree.name(tree.parent(node))
    return parent == .head || parent == .html || !hasHeadMetas
  }

  /// Documents that open their body too early keep all metas there; then those count.
  private var hasHeadMetas: Bool {
    guard let head = tree.nodes.indices.first(where: { tree.name($0) == .head }) else {
      return false
    }
    var found = false
    tree.forEachChild(of: head) { child in
      if tree.name(child) == .meta, tree.hasAttribute(child, "name") { found = true }
    }
    return found
  }

  private func readLink(_ node: Int, _ page: inout Page) {
    guard page.canonical == nil, let rel = tree.attribute(node, "rel"),
      rel.lowercased() == "canonical", let href = tree.attribute(node, "href")
    else { return }
    page.canonical = reading.resolve(href)
  }

  private func readHeading(_ node: Int, _ page: inout Page) {
    guard page.headings.count < reading.limits.entries, !reading.isHidden(node) else { return }
    let text = reading.outline.line(node)
    guard !text.isEmpty else { return }
    let level = Int(tree.name(node).raw - ElementName.h1.raw) + 1
    page.headings.append(Heading(level: level, text: text, xpath: tree.xpath(node)))
  }

  private func scriptJump(_ page: Page) -> PageRefresh? {
    for jump in reading.document.jumps {
      guard let target = reading.resolve(jump.target), target.isHTTP,
        target.withoutFragment != reading.url.withoutFragment, !isForPhones(target)
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
