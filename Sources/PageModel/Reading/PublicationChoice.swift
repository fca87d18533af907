internal import AuditModel

/// Decides when an article was published: the label a reader sees, then the metas, then weaker
/// signs. Clocks, copyright years and page-generation stamps never count.
struct PublicationChoice {
  private let reading: PageReading
  private let page: Page
  private let labelled: [DateReader.Labelled]

  init(_ reading: PageReading, page: Page) {
    self.reading = reading
    self.page = page
    labelled = DateReader(reading).labelled().filter { date in
      switch reading.places[date.node] {
      case .other, .article: reading.outline.anchor[date.node] < 0
      default: false
      }
    }
  }

  func decision() -> DatedText? {
    let bodyStart = self.bodyStart
    if let date = first(.published, .labelled, before: bodyStart) { return date }
    if let date = first(.published, .generic, before: bodyStart) { return date }
    if let date = fromMeta() { return date }
    if reading.main.isArticle, let date = hinted(before: bodyStart) { return date }
    if let date = first(.updated, .labelled, before: bodyStart) { return date }
    return labelled.last { $0.text.role == .published && $0.strength == .labelled && isShort($0) }?
      .text
  }

  /// A label that opens its line is a field of the page, not a word of its prose.
  private func isShort(_ date: DateReader.Labelled) -> Bool {
    date.found.range.upperBound <= reading.outline.text.count
      && reading.outline.textRange(date.node).count < 200
  }

  private func first(
    _ role: DatedText.Role, _ strength: DateRoles.Strength, before limit: Int
  ) -> DatedText? {
    labelled.first {
      $0.text.role == role && $0.strength == strength && $0.found.range.lowerBound < limit
        && isShort($0)
    }?.text
  }

  /// Where the first paragraph of prose begins: labels of the article stand before it.
  private var bodyStart: Int {
    let outline = reading.outline
    var start = 0
    for index in outline.text.indices where outline.text[index] == Ascii.newline {
      defer { start = index + 1 }
      guard index - start > 240 else { continue }
      let node = outline.element(at: start)
      if reading.places.isContent(node), outline.anchor[node] < 0, !isField(start..<index) {
        return start + 1
      }
    }
    return outline.text.count
  }

  /// A long line with several colons or a date label is the article's head, not its prose.
  private func isField(_ line: Range<Int>) -> Bool {
    let text = String(decoding: reading.outline.text[line], as: UTF8.self)
    return text.holds("发布时间") || text.holds("发布日期") || text.holds("浏览次数")
      || text.holds("字体") || text.holds("字号") || text.holds("来源：")
  }

  static let metaNames = [
    "pubdate", "publishdate", "publish_date", "publishtime", "publish_time", "publicationdate",
    "article:published_time", "og:published_time", "weibo:article:create_at", "dc.date.issued",
    "datepublished", "firstpublishedtime",
  ]

  private func fromMeta() -> DatedText? {
    for wanted in PublicationChoice.metaNames {
      guard let meta = page.metas.first(where: { $0.name.lowercased() == wanted }),
        let found = DateScanner.first(in: meta.content)
      else { continue }
      return DatedText(
        day: found.day, quote: TextFold.line(meta.content), role: .published,
        source: "meta:\(meta.name)")
    }
    return nil
  }

  private static let hints: [StaticString] = [
    "pubtime", "pubdate", "publish", "date", "time", "fbsj", "fbrq", "shijian", "riqi", "meta",
    "info", "source", "laiyuan",
  ]

  /// A bare date in an element named for it, right at the article.
  private func hinted(before limit: Int) -> DatedText? {
    let tree = reading.tree
    for date in labelled
    where date.text.role == .other && date.found.range.lowerBound < limit
      && reading.outline.textRange(date.node).count < 160
    {
      for node in [date.node, tree.parent(date.node)] where node > 0 {
        let names = [tree.attributeBytes(node, "class"), tree.attributeBytes(node, "id")]
        let isNamed = names.contains { name in
          PublicationChoice.hints.contains {
            name?.firstIndexIgnoringCase(of: $0, from: name?.startIndex ?? 0) != nil
          }
        }
        guard isNamed else { continue }
        var text = date.text
        text.role = .published
        return text
      }
    }
    return nil
  }
}
