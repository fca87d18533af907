internal import AuditModel
internal import WebAddress

/// A page as bytes, for keeping what was read of a document: many times faster to have again than
/// the document is to read.
///
/// No format to exchange: the same build of the program that wrote it reads it.
public enum PackedPage {
  /// The page as bytes.
  public static func pack(_ page: Page) -> [UInt8] {
    var writer = PackedWriter()
    writer.head(page)
    writer.list(page.metas) { writer, meta in
      writer.text(meta.name)
      writer.text(meta.content)
    }
    writer.list(page.links) { $0.link($1) }
    writer.list(page.headings) { writer, heading in
      writer.integer(heading.level)
      writer.text(heading.text)
      writer.text(heading.xpath)
    }
    writer.list(page.breadcrumb) { writer, crumb in
      writer.text(crumb.text)
      writer.optional(crumb.url) { $0.address($1) }
    }
    writer.list(page.listItems) { $0.item($1) }
    writer.optional(page.pagination) { $0.pagination($1) }
    writer.list(page.dates) { $0.date($1) }
    writer.optional(page.publication) { $0.date($1) }
    writer.body(page)
    return writer.bytes
  }

  /// The page that was packed; nil for bytes that are none.
  public static func unpack(_ bytes: UnsafeBufferPointer<UInt8>) -> Page? {
    var reader = PackedReader(bytes)
    guard var page = reader.head() else { return nil }
    page.metas = reader.list { MetaTag(name: $0.text(), content: $0.text()) }
    page.links = reader.list { $0.link() }
    page.headings = reader.list {
      Heading(level: $0.integer(), text: $0.text(), xpath: $0.text())
    }
    page.breadcrumb = reader.list { reader in
      Crumb(text: reader.text(), url: reader.optional { $0.address() }.flatMap { $0 })
    }
    page.listItems = reader.list { $0.item() }
    page.pagination = reader.optional { $0.pagination() }
    page.dates = reader.list { $0.date() }
    page.publication = reader.optional { $0.date() }
    reader.body(&page)
    return reader.isWhole ? page : nil
  }
}

private let linkElements = Link.Element.allCases
private let linkPlaces = Link.Place.allCases

// MARK: - Parts in both directions

extension PackedWriter {
  fileprivate mutating func head(_ page: Page) {
    address(page.url)
    integer(page.status)
    text(page.charset.name)
    word(page.charset.source)
    optional(page.charset.declared) { $0.text($1) }
    integer(page.charset.replacements)
    flag(page.charset.isContradictory)
    text(page.title)
    text(page.headline)
    optional(page.source) { $0.text($1) }
    optional(page.base) { $0.address($1) }
    optional(page.canonical) { $0.address($1) }
    optional(page.refresh) { writer, refresh in
      writer.address(refresh.target)
      writer.integer(refresh.delay)
      writer.flag(refresh.isScript)
    }
  }

  fileprivate mutating func body(_ page: Page) {
    pairs(page.documentHead)
    list(page.documentNumbers) { $0.text($1) }
    text(page.text)
    text(page.mainText)
    list(page.tables) { writer, table in
      writer.list(table.rows) { writer, row in writer.list(row) { $0.text($1) } }
      writer.text(table.xpath)
    }
    list(page.forms) { writer, form in
      writer.optional(form.action) { $0.address($1) }
      writer.text(form.method)
      writer.list(form.fields) { $0.text($1) }
      writer.flag(form.isSearch)
      writer.text(form.xpath)
    }
    list(page.dynamicContent) { writer, content in
      writer.word(content.kind)
      writer.text(content.detail)
    }
    pairs(page.footer)
    list(page.truncations) { $0.text($1) }
  }

  /// An address by its text and where its parts stand.
  fileprivate mutating func address(_ url: WebURL) {
    text(url.href)
    url.forEachLayoutNumber { number(UInt64($0)) }
  }

  /// A case by its stable word.
  fileprivate mutating func word(_ value: some RawRepresentable<String>) { text(value.rawValue) }

  private mutating func pairs(_ table: [String: String]) {
    list(table.sorted { $0.key < $1.key }) { writer, pair in
      writer.text(pair.key)
      writer.text(pair.value)
    }
  }

  fileprivate mutating func link(_ link: Link) {
    number(UInt64(linkElements.firstIndex(of: link.element) ?? linkElements.count))
    number(UInt64(linkPlaces.firstIndex(of: link.place) ?? linkPlaces.count))
    // Most addresses are written as they are resolved.
    let isSame = link.url?.href == link.href
    number(
      (link.isHidden ? 1 : 0) | (link.isConcealed ? 2 : 0) | (link.title != nil ? 4 : 0)
        | (link.label != nil ? 8 : 0) | (link.url != nil ? 16 : 0) | (isSame ? 32 : 0))
    if !isSame { text(link.href) }
    if let url = link.url { address(url) }
    text(link.text)
    if let title = link.title { text(title) }
    if let label = link.label { text(label) }
    text(link.xpath)
  }

  fileprivate mutating func item(_ item: ListItem) {
    text(item.title)
    optional(item.url) { $0.address($1) }
    optional(item.date) { $0.date($1) }
    flag(item.isPinned)
    text(item.xpath)
  }

  fileprivate mutating func date(_ date: DatedText) {
    integer(date.day.number)
    text(date.quote)
    word(date.role)
    text(date.source)
  }

  fileprivate mutating func pagination(_ pagination: Pagination) {
    text(pagination.form)
    optional(pagination.pageCount) { $0.integer($1) }
    integer(pagination.current)
    optional(pagination.itemCount) { $0.integer($1) }
    list(pagination.pages) { $0.address($1) }
    optional(pagination.cannotFollow) { $0.text($1) }
  }
}

extension PackedReader {
  fileprivate mutating func head() -> Page? {
    guard let url = address() else { return nil }
    let status = integer()
    let charset = CharsetDecision(
      name: text(), source: word(.fallback), declared: optional { $0.text() },
      replacements: integer(), isContradictory: flag())
    var page = Page(url: url, status: status, charset: charset)
    page.title = text()
    page.headline = text()
    page.source = optional { $0.text() }
    page.base = optional { $0.address() }.flatMap { $0 }
    page.canonical = optional { $0.address() }.flatMap { $0 }
    page.refresh = optional { reader in
      let target = reader.address()
      return PageRefresh(
        target: target ?? url, delay: reader.integer(), isScript: reader.flag())
    }
    return page
  }

  fileprivate mutating func body(_ page: inout Page) {
    page.documentHead = pairs()
    page.documentNumbers = list { $0.text() }
    page.text = text()
    page.mainText = text()
    page.tables = list { reader in
      PageTable(rows: reader.list { $0.list { $0.text() } }, xpath: reader.text())
    }
    page.forms = list { reader in
      PageForm(
        action: reader.optional { $0.address() }.flatMap { $0 }, method: reader.text(),
        fields: reader.list { $0.text() }, isSearch: reader.flag(), xpath: reader.text())
    }
    page.dynamicContent = list {
      DynamicContent(kind: $0.word(.emptyShell), detail: $0.text())
    }
    page.footer = pairs()
    page.truncations = list { $0.text() }
  }

  /// Nil, and the reader broken, when the numbers fit no address.
  fileprivate mutating func address() -> WebURL? {
    let href = text()
    let url = WebURL(kept: href) { UInt32(truncatingIfNeeded: number()) }
    if url == nil { fail() }
    return url
  }

  /// The case with the stable word; the reader is broken when there is none.
  fileprivate mutating func word<Case: RawRepresentable<String>>(_ none: Case) -> Case {
    guard let value = Case(rawValue: text()) else {
      fail()
      return none
    }
    return value
  }

  private mutating func one<Case>(of cases: [Case], or none: Case) -> Case {
    let place = Int(clamping: number())
    if cases.indices.contains(place) { return cases[place] }
    fail()
    return none
  }

  private mutating func pairs() -> [String: String] {
    let pairs = list { ($0.text(), $0.text()) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  fileprivate mutating func link() -> Link {
    let element = one(of: linkElements, or: .other)
    let place = one(of: linkPlaces, or: .other)
    let flags = number()
    let written = flags & 32 == 0 ? text() : nil
    let url = flags & 16 != 0 ? address() : nil
    return Link(
      element: element, href: written ?? url?.href ?? "", url: url, text: text(),
      title: flags & 4 != 0 ? text() : nil, place: place, label: flags & 8 != 0 ? text() : nil,
      isHidden: flags & 1 != 0, isConcealed: flags & 2 != 0, xpath: text())
  }

  fileprivate mutating func item() -> ListItem {
    ListItem(
      title: text(), url: optional { $0.address() }.flatMap { $0 },
      date: optional { $0.date() }, isPinned: flag(), xpath: text())
  }

  fileprivate mutating func date() -> DatedText {
    DatedText(day: Day(number: integer()), quote: text(), role: word(.other), source: text())
  }

  fileprivate mutating func pagination() -> Pagination {
    Pagination(
      form: text(), pageCount: optional { $0.integer() }, current: integer(),
      itemCount: optional { $0.integer() }, pages: list { $0.address() }.compactMap { $0 },
      cannotFollow: optional { $0.text() })
  }
}
