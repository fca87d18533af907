internal import AuditModel
internal import WebAddress

/// One document being read: the tree, its outline, and what the readers found so far.
struct PageReading {
  let document: ParsedDocument
  let outline: Outline
  let limits: PageReader.Limits
  let url: WebURL
  /// What relative addresses are resolved against.
  let base: WebURL
  /// How queries are written; nil for UTF-8.
  let queries: QueryCharset?
  let dates: [FoundDate]
  var places: PlaceMap
  let main: MainRegion
  private(set) var labels = LabelMap()
  private let paths: PathMemo

  var tree: MarkupTree { outline.tree }

  init(
    document: ParsedDocument, url: WebURL, limits: PageReader.Limits, queries: QueryCharset? = nil
  ) {
    self.queries = queries
    self.document = document
    self.url = url
    self.limits = limits
    outline = Outline(document.tree)
    paths = PathMemo(document.tree)
    dates = DateScanner.dates(in: outline.text, limit: limits.entries)
    places = PlaceMap(outline, dates: dates)
    main = MainRegion(outline, places)
    base = HeadReader.base(document.tree, url) ?? url
    labels = LabelMap(self)
  }

  mutating func fill(_ page: inout Page) {
    page.truncations = tree.truncations
    HeadReader(self).fill(&page)
    page.breadcrumb = BreadcrumbReader(self).crumbs()
    page.documentHead = DocumentHeadReader(self).entries()
    let labelled = DateReader(self).labelled()
    page.publication = PublicationChoice(self, page: page, labelled: labelled).decision()
    page.headline = HeadlineReader(self, page: page).headline()
    page.source = SourceReader(self, page: page).source()
    var lists = ListReader(self, isArticle: isArticle(page))
    page.listItems = lists.items(&page.truncations)
    for node in lists.itemAnchors { places.mark(node, .list) }
    if isArticle(page) { places.mark(main.node, .article) }
    page.dates = DateReader(self).dates(labelled)
    let links = LinkReader(self).links(&page.truncations)
    page.links = links
    page.pagination = PaginationReader(self, links: links).pagination()
    fillText(&page)
    page.tables = TableReader(self).tables(&page.truncations)
    page.forms = FormReader(self).forms()
    page.footer = FooterReader(self, links: links).marks()
    page.documentNumbers = DocumentNumbers.find(in: page)
    page.dynamicContent = DynamicReader(self, page: page).found()
  }

  /// A dated text outside links is an article, whatever its address looks like.
  private func isArticle(_ page: Page) -> Bool {
    main.isArticle && (page.publication != nil || !(page.meta("ArticleTitle") ?? "").isEmpty)
  }

  private func fillText(_ page: inout Page) {
    page.text = TextReader.text(outline, limit: limits.text) { _ in true }
    page.mainText = TextReader.text(outline, limit: limits.text) { node in
      outline.isInside(node, main.node) && places.isContent(node)
    }
    if outline.text.count > limits.text * 4 { page.truncations.append("text:\(limits.text)") }
  }

  func resolve(_ address: String) -> WebURL? {
    Address.resolve(address, base: base, queries: queries)
  }

  /// An absolute XPath that finds the element in a browser's document.
  func xpath(_ node: Int) -> String { paths.xpath(node) }

  func isHidden(_ node: Int) -> Bool { outline.isHidden[node] }
}

/// Text of the pieces a test admits, one line for each block.
enum TextReader {
  static func text(
    _ outline: Outline, limit: Int, where admits: (Int) -> Bool
  ) -> String {
    var bytes: [UInt8] = []
    for index in outline.pieces.indices where admits(Int(outline.pieces[index].node)) {
      let start = Int(outline.pieces[index].start)
      let next = index + 1 < outline.pieces.count ? Int(outline.pieces[index + 1].start) : nil
      let end = next ?? outline.text.count
      bytes.append(contentsOf: outline.text[start..<end])
      if bytes.count > limit * 4 { break }
    }
    while let last = bytes.last, last <= Ascii.space { bytes.removeLast() }
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.count > limit ? String(text.prefix(limit)) : text
  }
}

/// Addresses as pages write them.
enum Address {
  /// The address, or nil when it leads nowhere: empty, a fragment, a script, a mail address.
  static func resolve(_ text: String, base: WebURL, queries: QueryCharset? = nil) -> WebURL? {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count < 8192 else { return nil }
    if first == Ascii.hash { return nil }
    let trimmed = first <= Ascii.space ? String(text.drop { $0.isWhitespace }) : text
    guard !trimmed.isEmpty, !trimmed.hasPrefix("#"), !isScheme(trimmed) else { return nil }
    guard let queries else { return WebURL(trimmed, base: base) }
    return WebURL(trimmed, base: base) { queries.encode($0) }
  }

  private static let schemes: [StaticString] = [
    "javascript:", "mailto:", "tel:", "data:", "about:", "sms:", "vbscript:", "blob:",
    "javascrpit:",
  ]

  private static func isScheme(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let head = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, 16)])
      return schemes.contains { head.matchesIgnoringCase($0, at: 0) }
    }
  }
}
