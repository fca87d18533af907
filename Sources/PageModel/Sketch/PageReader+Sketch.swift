public import WebAddress

extension PageReader {
  /// Reads of one document what a crawl needs to go on; see ``PageSketch``.
  ///
  /// - Parameters: as for ``read(body:url:status:contentType:)``.
  public func sketch(body: [UInt8], url: WebURL, contentType: String?) -> PageSketch {
    let kept = body.count > limits.body ? Array(body[..<limits.body]) : body
    let (utf8, charset) = CharsetDecoder.decode(body: kept, contentType: contentType)
    if KaipuLists.isList(url, contentType: contentType) {
      let (html, total) = KaipuLists.markup(of: utf8)
      return sketch(of: html, charset, url, pages: KaipuLists.pages(total: total, url: url))
    }
    let thinner = TextThinner(utf8)
    let sketch = sketch(of: thinner.html, charset, url)
    // What a notice says is wanted whole.
    guard thinner.isThinned, sketch.notice != nil else { return sketch }
    return self.sketch(of: utf8, charset, url)
  }

  /// - Parameter pages: the other pages of the list, where the markup cannot tell them.
  private func sketch(
    of html: [UInt8], _ charset: CharsetDecision, _ url: WebURL, pages: [WebURL]? = nil
  ) -> PageSketch {
    var document = DocumentParser.parse(html, nodes: limits.nodes)
    var links = SketchLinks(limit: limits.links)
    links.read(&document.tree)
    let text = SketchText(document.tree, dateLimit: limits.entries)
    let queries = QueryCharset(charset)
    let base = HeadReader.base(document.tree, url) ?? url
    return PageSketch(
      url: url, base: base, charset: charset, title: HeadReader.title(document.tree),
      refresh: RefreshReader(document, url: url, base: base, queries: queries).refresh(),
      listPages: pages
        ?? SketchPager(document, url: url, limits: limits, queries: queries).pages(
          anchors: links.links),
      links: links.links, dates: text.dates,
      notice: text.isNotice ? SketchText.text(document.tree, limit: limits.text) : nil,
      document: document, limits: limits)
  }
}
