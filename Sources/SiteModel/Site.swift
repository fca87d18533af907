public import AuditModel
public import PageModel
public import WebAddress

/// One unit's part of the web, understood: columns, disclosure platform, policies and
/// interpretations, links. Built in one pass over the source; pages are not kept.
public struct Site: Sendable {
  /// The body that is assessed.
  public let unit: AuditedUnit
  /// Which addresses are its own.
  public let scope: UnitScope
  /// The day as of which everything is judged.
  public let asOf: Day
  /// Where pages are read again.
  public let source: any PageSource
  /// Pages of the unit, by the order of the source.
  public let pages: [PageSummary]
  /// Every column found.
  public let columns: [Column]
  /// Labels and where they lead, each pair once.
  public let entries: [Entry]
  /// The names of the entries visitors can see, each once.
  public let entryNames: [EntryName]
  /// The home page.
  public let home: SitePlace
  /// The disclosure platform.
  public let platform: SitePlace
  /// The site map.
  public let siteMap: SitePlace
  /// The search entry as a place.
  public let search: SitePlace
  /// The search box or link on the platform or home page, when there is one.
  public let searchEntry: SearchEntry?
  /// Policy documents, copies together.
  public let policies: [PolicyDocument]
  /// Interpretations of policies.
  public let interpretations: [Interpretation]
  /// Which interpretation belongs to which policy.
  public let pairs: [PolicyPair]
  /// Published statements that a document is no longer in force.
  public let repeals: [Repeal]
  /// What lists say about which documents are in force.
  public let listedValidity: ListedValidity
  /// What pages of one kind have in common.
  public let census: PageCensus
  /// Link targets with trouble.
  public let links: LinkCensus
  /// Personal data and words of the lexicon in the pages' text.
  public let content: ContentCensus
  /// Links that leave, and what of them is strange.
  public let outbound: OutboundCensus
  /// Links to the unit's own articles whose words differ from what stands there.
  public let brokenPromises: [BrokenPromise]
  /// Columns and documents that are looked for by name.
  public let named: NamedList
  /// Documents to download that its pages link to, each once.
  public let files: [FileLink]
  /// Yearly reports the site leads to.
  public let reports: ReportShelf

  private let pageIndex: [AddressKey: Int]
  private let columnIndex: [AddressKey: Int]

  /// Reads every address of the source once and keeps summaries.
  ///
  /// - Parameters:
  ///   - lexicon: words that are looked for in every page's text.
  ///   - named: columns and documents that probes look for by name.
  public init(
    unit: AuditedUnit, source: any PageSource, asOf: Day, lexicon: Lexicon = .empty,
    named: NamedList = .empty
  ) {
    self.named = named
    var survey = SiteSurvey(unit: unit, source: source, lexicon: lexicon)
    survey.run()
    let places = PlaceSurvey(unit: unit, source: source, survey: survey)
    let library = PolicyPairing(candidates: survey.documents, unit: unit)
    self.unit = unit
    self.asOf = asOf
    self.source = source
    scope = survey.scope
    pages = survey.pages
    entries = survey.entries.entries
    entryNames = EntryName.gather(survey.entries.entries)
    columns = ColumnSurvey(survey: survey, source: source).columns()
    home = places.home
    platform = places.platform
    siteMap = places.siteMap
    searchEntry = places.searchEntry
    search = places.search
    policies = library.policies
    interpretations = library.interpretations
    pairs = library.pairs
    repeals = survey.repeals
    listedValidity = survey.validity
    census = survey.census
    links = survey.links.census()
    content = survey.content.census
    outbound = survey.outbound.census
    brokenPromises = survey.promises.broken(pages: survey.pages, source: source)
    files = survey.files.files
    reports = ReportShelf(
      unit: unit, pages: pages, columns: columns, entries: entries, source: source)
    pageIndex = Dictionary(
      pages.enumerated().map { (AddressKey($1.url), $0) }, uniquingKeysWith: { first, _ in first })
    columnIndex = Dictionary(
      columns.enumerated().map { (AddressKey($1.url), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The summary of the page at an address, found also under its twin addresses.
  public func summary(at url: WebURL) -> PageSummary? {
    pageIndex[AddressKey(url)].map { pages[$0] }
  }

  /// The column whose first page stands at the address, also after redirects and jump pages.
  public func column(at url: WebURL) -> Column? {
    if let index = columnIndex[AddressKey(url)] { return columns[index] }
    guard let final = source.fetchStatus(of: url)?.finalURL, final != url else { return nil }
    return columnIndex[AddressKey(final)].map { columns[$0] }
  }

  /// The page a visitor ends on: redirects by the source, jump pages followed up to three times.
  public func landing(at url: WebURL) -> Page? { source.landing(at: url) }

  /// The day the address was fetched; nil when it was not.
  public func fetchDay(of url: WebURL) -> Day? { source.fetchStatus(of: url)?.fetchedAt.day }
}

extension PageSource {
  /// The page a visitor ends on after jump pages.
  func landing(at url: WebURL) -> Page? {
    var address = url
    for _ in 0..<4 {
      guard let page = page(at: address) else { return nil }
      guard PageClassifier.isStub(page), let target = page.refresh?.target else { return page }
      address = target
    }
    return nil
  }

  /// Why the address could not be read; nil when a page is there.
  func obstacle(at url: WebURL) -> InconclusiveReason? {
    if page(at: url) != nil { return nil }
    if let cause = fetchStatus(of: url)?.cause { return cause.reason }
    if let cause = linkVerdict(of: url)?.cause { return cause.reason }
    return .notExamined
  }
}
