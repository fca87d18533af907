import AuditModel
import PageModel
import WebAddress

/// The one pass over all pages of a unit.
struct SiteSurvey {
  let unit: AuditedUnit
  let source: any PageSource
  let scope: UnitScope
  private let platform: AddressKey?
  private(set) var pages: [PageSummary] = []
  private(set) var entries = EntryCollector()
  private(set) var columnPages: [ColumnPage] = []
  private(set) var documents: [DocumentCandidate] = []
  private(set) var links: LinkCollector
  private(set) var content: ContentSurvey
  private(set) var outbound: OutboundCollector
  private(set) var promises: PromiseCollector
  private(set) var files: FileCollector
  private(set) var repeals: [Repeal] = []
  private(set) var validity = ListedValidity()
  private(set) var census: PageCensus
  private var seen = Set<WebURL>()
  private var names = TypeMemo()

  init(unit: AuditedUnit, source: any PageSource, lexicon: Lexicon) {
    self.unit = unit
    self.source = source
    scope = UnitScope(unit: unit)
    platform = unit.platformPage.flatMap { WebURL($0) }.map { AddressKey($0) }
    links = LinkCollector(source: source, scope: scope)
    content = ContentSurvey(lexicon: lexicon)
    outbound = OutboundCollector(scope: scope)
    promises = PromiseCollector(scope: scope)
    files = FileCollector(scope: scope)
    census = PageCensus(unit: unit)
  }

  mutating func run() {
    for address in source.addresses {
      // Where the address leads tells whose page it is before the page is read.
      if let status = source.fetchStatus(of: address), !isOwn(status.finalURL) { continue }
      guard let page = source.page(at: address), isOwn(page.url),
        seen.insert(page.url).inserted
      else { continue }
      read(page)
    }
  }

  private func isOwn(_ url: WebURL) -> Bool { scope.contains(url) || isPlatform(url) }

  private func isPlatform(_ url: WebURL) -> Bool {
    platform.map { $0 == AddressKey(url) } ?? false
  }

  private mutating func read(_ page: Page) {
    let summary = PageClassifier.summary(of: page)
    pages.append(summary)
    entries.collect(page)
    links.collect(page, title: summary.title)
    content.collect(page, reference: summary.reference)
    outbound.collect(page, reference: summary.reference)
    promises.collect(page, reference: summary.reference)
    files.collect(page, reference: summary.reference)
    census.collect(page, summary)
    if summary.kind != .article || !page.listItems.isEmpty && page.publication == nil {
      columnPages.append(ColumnPage(page: page, summary: summary))
      validity.collect(page, title: summary.title)
    } else {
      repeals += RepealReader.read(page, title: summary.title)
    }
    if summary.kind == .article,
      let document = DocumentCandidate(page: page, summary: summary, names: &names)
    {
      documents.append(document)
    }
  }
}

/// What one page says about the column it belongs to.
struct ColumnPage {
  let url: WebURL
  /// Address of the list's first page.
  let first: WebURL
  let number: Int
  let metaName: String?
  let metaType: String?
  let trail: [Crumb]
  let headings: [String]
  let titleName: String
  let kind: PageSummary.Kind
  let pageCount: Int
  let cannotFollow: String?
  let content: ColumnContent

  init(page: Page, summary: PageSummary) {
    url = page.url
    number = page.pagination?.current ?? 1
    first = number > 1 ? firstPageAddress(of: page.url) ?? page.url : page.url
    metaName = page.meta("ColumnName").flatMap { Naming.fold($0).isEmpty ? nil : $0 }
    metaType = page.meta("ColumnType")
    trail = Array(page.breadcrumb.prefix(8))
    headings = page.headings.prefix(8).map(\.text).filter { $0.count <= 30 }
    titleName = summary.title
    kind = summary.kind
    pageCount = page.pagination?.pageCount ?? 1
    cannotFollow = page.pagination?.cannotFollow
    content = ColumnReading.content(of: page)
  }
}
