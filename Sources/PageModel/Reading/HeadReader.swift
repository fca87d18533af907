internal import WebAddress

/// Title, metas, base, canonical address, headings and where the page sends the visitor.
struct HeadReader {
  private let reading: PageReading
  private var tree: MarkupTree { reading.tree }

  init(_ reading: PageReading) { self.reading = reading }

  func fill(_ page: inout Page) {
    page.base = HeadReader.base(tree, reading.url)
    page.refresh = RefreshReader(
      reading.document, url: reading.url, base: reading.base, queries: reading.queries
    ).refresh()
    page.title = HeadReader.title(tree)
    for node in 1..<tree.count {
      switch tree.name(node) {
      case .meta: readMeta(node, &page)
      case .link: readLink(node, &page)
      case .h1, .h2, .h3, .h4: readHeading(node, &page)
      default: break
      }
    }
  }

  /// The first title that is not a picture's.
  static func title(_ tree: MarkupTree) -> String {
    let node = tree.nodes.indices.first { node in
      tree.nodes[node].name == .title
        && tree.ancestor(of: node) { tree.nodes[$0].name == .svg } == nil
    }
    return node.map { TextFold.line(tree.directText($0)[...]) } ?? ""
  }

  static func base(_ tree: MarkupTree, _ url: WebURL) -> WebURL? {
    let node = tree.nodes.indices.first { node in
      tree.name(node) == .base && tree.hasAttribute(node, "href")
    }
    guard let node, let href = tree.attribute(node, "href") else { return nil }
    return Address.resolve(href, base: url).flatMap { $0.isHTTP ? $0 : nil }
  }

  /// Only metas of the outer document count: headers included whole bring a second head into the
  /// body, with a title and metas of their own.
  private func readMeta(_ node: Int, _ page: inout Page) {
    let content = tree.attribute(node, "content") ?? ""
    guard !tree.hasAttribute(node, "http-equiv"),
      let name = tree.attribute(node, "name") ?? tree.attribute(node, "property"),
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
    page.headings.append(Heading(level: level, text: text, xpath: reading.xpath(node)))
  }
}
