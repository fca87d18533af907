import AuditModel
import PageModel
import SiteModel
import WebAddress

/// The unit's guide (政府信息公开指南) as far as it can be read.
struct GuideReading {
  enum State {
    /// The text was read.
    case read
    /// There is no guide; the required columns say so.
    case absent
    /// A guide may be there, but its text was not seen.
    case unread(InconclusiveReason)
  }

  let state: State
  let text: LabelledText
  let page: PageReference?
  let published: DatedText?
  /// Pictures in the text, which may hold what the words leave out.
  let hasPictures: Bool

  init(_ site: Site) {
    let search = ColumnSearch(site)
    let wanted = RequiredColumns.wanted[0]
    let sighting = RequiredColumns.sighting(of: wanted, search: search)
    switch sighting.state {
    case .present: self.init(sighting, site: site)
    case .undecided:
      // A page that only announces a document: the document may have been read. The page's own
      // words, menus among them, are not the guide.
      let read = GuideReading(sighting, site: site, onlyAttached: true)
      if case .read = read.state {
        self = read
      } else {
        self.init(.unread(sighting.reason ?? .ambiguous), sighting.page(in: site))
      }
    case .missing, .blank, .unreachable, .wrongContent, .nilReturn: self.init(.absent, nil)
    }
  }

  private init(
    _ state: State, _ page: PageReference?, text: LabelledText = LabelledText([]),
    published: DatedText? = nil, hasPictures: Bool = false
  ) {
    self.state = state
    self.page = page
    self.text = text
    self.published = published
    self.hasPictures = hasPictures
  }

  private init(_ sighting: ColumnSighting, site: Site, onlyAttached: Bool = false) {
    guard let (page, title, date) = GuideReading.document(sighting, site: site) else {
      self.init(.unread(.notExamined), sighting.page(in: site))
      return
    }
    let body = ReportBody(page, title: title, source: site.source)
    let lines = GuideReading.lines(page, source: site.source)
    let attached = body.attached(site.source)
    let isText = !onlyAttached && ContentCheck.marks(lines.joined(separator: "\n")) >= 3
    if !isText, let attached,
      ContentCheck.marks(attached.lines.joined(separator: "\n")) >= 3
    {
      let rows = attached.tables.flatMap(\.rows).map { $0.joined(separator: "：") }
      self.init(.read, body.page, text: LabelledText(attached.lines + rows), published: date)
      return
    }
    guard isText else {
      let isFile = !body.files.isEmpty || body.pictures > 0
      let doubt = attached?.doubt ?? (isFile ? .notExamined : body.doubt ?? .ambiguous)
      self.init(.unread(doubt), body.page)
      return
    }
    self.init(
      body.doubt.map { .unread($0) } ?? .read, body.page, text: LabelledText(lines),
      published: date, hasPictures: body.pictures > 0)
  }

  /// The guide's page: the column itself, else the newest entry in it that is called a guide.
  private static func document(
    _ sighting: ColumnSighting, site: Site
  ) -> (Page, String, DatedText?)? {
    let url = sighting.column?.url ?? sighting.entry?.url
    guard let url, let page = site.landing(at: url) else { return nil }
    let title = sighting.column?.name ?? sighting.entry?.label ?? page.title
    if ContentCheck.marks(page.mainText) >= 3 { return (page, title, page.publication) }
    let items = (sighting.column?.content.items ?? [])
    let guides = items.filter { ContentCheck.isGuideTitle($0.title) }
    let newest = (guides.isEmpty ? items : guides).prefix(50)
      .max { ($0.date?.day.number ?? 0) < ($1.date?.day.number ?? 0) }
    if let newest, let url = newest.url {
      guard let page = site.landing(at: url) else { return nil }
      return (page, newest.title, page.publication ?? newest.date)
    }
    return (page, title, page.publication)
  }

  /// The main text over all pages; where the main part was cut out wrongly, the page's text down
  /// to its footer.
  private static func lines(_ page: Page, source: any PageSource) -> [String] {
    var pages = [page]
    for url in (page.pagination?.pages ?? []).prefix(20) where url != page.url {
      if let next = source.page(at: url), !pages.contains(where: { $0.url == next.url }) {
        pages.append(next)
      }
    }
    let main = pages.flatMap { TextLines.lines($0.mainText) }
    if ContentCheck.marks(main.joined(separator: "\n")) >= 3 { return main }
    return pages.flatMap { page in
      TextLines.lines(page.text).prefix { line in
        !["版权所有", "网站标识码", "ICP备", "主办单位"].contains { line.contains($0) }
      }
    }
  }
}
