internal import AuditModel

/// Decides when an article was published: the label a reader sees, then a date in the line under
/// the headline, then the metas, then weaker signs. Clocks, copyright years and page-generation
/// stamps never count.
struct PublicationChoice {
  private let reading: PageReading
  private let page: Page
  private let labelled: [DateReader.Labelled]
  private let reader: DateReader

  init(_ reading: PageReading, page: Page, labelled: [DateReader.Labelled]) {
    self.reading = reading
    self.page = page
    reader = DateReader(reading)
    self.labelled = labelled.filter { date in
      switch reading.places[date.node] {
      case .other, .article: reading.outline.anchor[date.node] < 0
      default: false
      }
    }
  }

  func decision() -> DatedText? {
    let bodyStart = self.bodyStart
    let isArticle = reading.main.isArticle
    if let date = first(.published, .labelled, before: bodyStart) { return date }
    if let date = first(.published, .generic, before: bodyStart) { return date }
    let bare = isArticle ? bareDate(before: bodyStart) : nil
    if let bare, bare.isSure { return bare.date }
    if isArticle, let date = timeElement(before: bodyStart) { return date }
    if let date = fromMeta() ?? fromScript() ?? bare?.date { return date }
    if isArticle, let date = hinted(before: bodyStart) ?? parts(before: bodyStart) { return date }
    if let date = first(.updated, .labelled, before: bodyStart) { return date }
    return labelled.last { $0.role == .published && $0.strength == .labelled && isShort($0) }
      .map(reader.text)
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
      $0.role == role && $0.strength == strength && $0.found.range.lowerBound < limit
        && isShort($0)
    }.map(reader.text)
  }

  // MARK: Where the prose begins

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
    let text = reading.outline.text[line]
    return PublicationChoice.fields.contains { text.holds($0) }
  }

  private static let fields: [StaticString] = ["发布时间", "发布日期", "浏览次数", "字体", "字号", "来源："]

  // MARK: What the head and scripts state

  static let metaNames = [
    "pubdate", "publishdate", "publish_date", "publishtime", "publish_time", "publicationdate",
    "article:published_time", "og:published_time", "weibo:article:create_at", "dc.date.issued",
    "datepublished", "firstpublishedtime", "dc.date", "og:release_date",
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

  /// `"datePublished": "2023-05-12"` of a schema.org note.
  private func fromScript() -> DatedText? {
    let tree = reading.tree
    for node in 1..<tree.count where tree.name(node) == .script {
      guard let type = tree.attributeBytes(node, "type"), type.holds("ld+json") else { continue }
      let text = tree.directText(node)
      guard let at = text.firstIndexIgnoringCase(of: "\"datepublished\"", from: 0),
        let found = DateScanner(text[at..<min(text.count, at + 60)]).all(limit: 1).first
      else { continue }
      return DatedText(
        day: found.day, quote: String(decoding: text[found.range], as: UTF8.self),
        role: .published, source: tree.xpath(node))
    }
    return nil
  }

  // MARK: Dates without a label

  private func bareDate(before limit: Int) -> (date: DatedText, isSure: Bool)? {
    let lines = InfoLine(reading, bodyStart: limit)
    var likely: DateReader.Labelled?
    for date in labelled where date.found.range.lowerBound < limit {
      switch lines.answer(date) {
      case .sure: return (published(date), true)
      case .likely: likely = likely ?? date
      case .no: continue
      }
    }
    return likely.map { (published($0), false) }
  }

  /// `<time datetime="2023-05-12T09:31+08:00">5月12日</time>`.
  private func timeElement(before limit: Int) -> DatedText? {
    let tree = reading.tree
    for node in 1..<tree.count where tree.name(node) == PublicationChoice.time {
      guard !reading.isHidden(node), reading.outline.anchor[node] < 0,
        reading.places[node] == .other, Int(reading.outline.textStart[node]) < limit,
        let value = tree.attribute(node, "datetime"), let found = DateScanner.first(in: value)
      else { continue }
      let shown = reading.outline.line(node, limit: 60)
      return DatedText(
        day: found.day, quote: shown.isEmpty ? value : shown, role: .published,
        source: tree.xpath(node))
    }
    return nil
  }

  private static let time = ElementName("time")

  private static let hints: [StaticString] = [
    "pubtime", "pubdate", "publish", "date", "time", "fbsj", "fbrq", "shijian", "riqi", "meta",
    "info", "source", "laiyuan",
  ]

  /// A bare date in an element named for it, right at the article.
  private func hinted(before limit: Int) -> DatedText? {
    labelled.first { date in
      date.role == .other && date.found.range.lowerBound < limit
        && reading.outline.textRange(date.node).count < 160 && isNamedForDate(date.node)
    }.map(published)
  }

  private func isNamedForDate(_ node: Int) -> Bool {
    let tree = reading.tree
    return [node, tree.parent(node)].contains { node in
      [tree.attributeBytes(node, "class"), tree.attributeBytes(node, "id")].contains { name in
        name.map { name in PublicationChoice.hints.contains { name.holds($0) } } ?? false
      }
    }
  }

  /// Day and month in boxes of their own beside the headline.
  private func parts(before limit: Int) -> DatedText? {
    let nodes = reading.outline.pieces.prefix(1000).map { Int($0.node) }.filter { node in
      Int(reading.outline.textStart[node]) < limit && reading.outline.anchor[node] < 0
        && reading.places[node] == .other && !isInCell(node)
    }
    let texts = nodes.map { node in
      reading.outline.textRange(node).count <= 24
        ? TextFold.line(reading.tree.textBytes(node)) : "-x-"
    }
    for index in texts.indices {
      guard let (day, count) = DateParts.date(in: texts[index...]) else { continue }
      return DatedText(
        day: day, quote: texts[index..<index + count].joined(separator: " "), role: .published,
        source: reading.tree.xpath(reading.tree.parent(nodes[index])))
    }
    return nil
  }

  private func isInCell(_ node: Int) -> Bool {
    reading.tree.ancestor(of: node) { ElementSet.cells.contains(reading.tree.name($0)) } != nil
  }

  private func published(_ date: DateReader.Labelled) -> DatedText {
    var text = reader.text(date)
    text.role = .published
    return text
  }
}
