internal import WebAddress

/// Where the list of a page goes on, for a crawl: asked of the whole reading only when the page
/// shows a pager.
struct SketchPager {
  private let document: ParsedDocument
  private let url: WebURL
  private let limits: PageReader.Limits
  private let queries: QueryCharset?
  private var tree: MarkupTree { document.tree }

  init(
    _ document: ParsedDocument, url: WebURL, limits: PageReader.Limits, queries: QueryCharset?
  ) {
    self.document = document
    self.url = url
    self.limits = limits
    self.queries = queries
  }

  func pages(anchors: [SketchLink]) -> [WebURL] {
    let calls = PagerCalls(document, url: url, queries: queries)
    let holdsData = tree.nodes.contains { $0.name == .datastore }
    if !calls.needsAnchors {
      if let found = calls.called(visual: { _ in nil }) { return found.pages }
      if !holdsData, let found = calls.dataProxy() ?? calls.kaipu() { return found.pages }
      if !holdsData, let found = calls.templateVariables() { return found.pages }
    }
    guard calls.needsAnchors || holdsData || showsPager(anchors) else { return [] }
    var numbered = document
    numbered.tree.numberSiblings()
    let reading = PageReading(
      document: numbered, url: url, limits: limits, queries: queries)
    var truncations: [String] = []
    let links = LinkReader(reading).links(&truncations)
    return PaginationReader(reading, links: links).pagination()?.pages ?? []
  }

  private func showsPager(_ anchors: [SketchLink]) -> Bool {
    var numbers = 0
    for link in anchors where link.element == .anchor {
      let words = shortWords(Int(link.node))
      if words.isEmpty { continue }
      if SketchPager.isWord(words) { return true }
      if words.allSatisfy(Ascii.isDigit) { numbers += 1 }
      if numbers >= 2 { return true }
    }
    return false
  }

  /// The anchor's words without blanks and brackets; empty when they are too many for a pager's.
  private func shortWords(_ anchor: Int) -> [UInt8] {
    var words: [UInt8] = []
    var node = anchor + 1
    while node < tree.count, tree.isInside(node, anchor) {
      if tree.name(node) == .text {
        guard tree.textBytes(node).count <= 40 else { return [] }
        append(tree.textBytes(node), to: &words)
      }
      if words.count > 40 { return [] }
      node += 1
    }
    if words.isEmpty, let title = tree.attributeBytes(anchor, "title"), title.count <= 40 {
      append(title, to: &words)
    }
    return words
  }

  private func append(_ text: ArraySlice<UInt8>, to words: inout [UInt8]) {
    TextFold.forEachByte(text) { byte in
      let isBracket = byte == Ascii.openSquare || byte == Ascii.closeSquare
      if byte != Ascii.space, !isBracket { words.append(byte) }
    }
  }

  /// `下一页`, `尾页` and their like, with whatever brackets stand around them; `>` and `»`.
  private static func isWord(_ words: [UInt8]) -> Bool {
    if words[0] == Ascii.greater || words[0] == 0xC2 || words[0] == 0xE2 { return true }
    return marks.contains { words.firstIndexIgnoringCase(of: $0, from: 0) != nil }
  }

  private static let marks: [StaticString] = [
    "下一页", "下页", "后一页", "下一頁", "尾页", "末页", "最后", "最末页", "尾頁", "末頁",
  ]
}
