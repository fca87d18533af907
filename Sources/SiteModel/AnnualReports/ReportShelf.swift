public import AuditModel
import PageModel
import WebAddress

/// Every yearly report the site leads to, found by titles in lists, menus and on pages.
public struct ReportShelf: Sendable {
  /// The unit's own reports, newest year first, one for each kind and year.
  public let own: [ReportRecord]
  /// Reports of other bodies that the site collects, newest year first.
  public let collected: [ReportRecord]
  /// Reports whose year could not be told.
  public let undated: [PageReference]

  /// - Parameters:
  ///   - pages: summaries of the unit's pages.
  ///   - columns: the unit's columns with their items.
  init(
    unit: AuditedUnit, pages: [PageSummary], columns: [Column], entries: [Entry],
    source: any PageSource
  ) {
    var gathering = ReportGathering(source: source)
    for column in columns { gathering.add(column) }
    for page in pages { gathering.add(page) }
    for entry in entries { gathering.add(entry) }
    let isGovernment = unit.kind == .government
    var own: [ReportTitle.Kind: [Int: (ReportOwner, ReportRecord)]] = [:]
    var others: [ReportRecord] = []
    for record in gathering.records {
      let owner = ReportOwner(issuer: record.issuer, unit: unit.name, isGovernment: isGovernment)
      if owner == .other {
        others.append(record)
      } else if let known = own[record.kind]?[record.year],
        ReportShelf.isBetter(known, than: (owner, record))
      {
        continue
      } else {
        own[record.kind, default: [:]][record.year] = (owner, record)
      }
    }
    if !isGovernment { ReportShelf.adopt(&others, into: &own) }
    self.own = own.values.flatMap(\.values).map(\.1).sorted { $0.order < $1.order }
    collected = others.sorted { $0.order < $1.order }
    undated = gathering.undated
  }

  /// Of two reports of one year the one that names the unit, then the one that calls itself what
  /// the rule calls it.
  private static func isBetter(
    _ known: (ReportOwner, ReportRecord), than other: (ReportOwner, ReportRecord)
  ) -> Bool {
    if known.0 != other.0 { return known.0 < other.0 }
    func form(_ title: String) -> Int {
      (title.contains("信息公开") ? 2 : 0) + (title.contains("年度") || title.contains("年报") ? 1 : 0)
    }
    return form(known.1.title) >= form(other.1.title)
  }

  /// The unit's own reports of one kind, newest first.
  public func own(_ kind: ReportTitle.Kind) -> [ReportRecord] { own.filter { $0.kind == kind } }

  /// A department's only report of a year is its own, whatever short name it goes by there;
  /// a government's is not.
  private static func adopt(
    _ others: inout [ReportRecord],
    into own: inout [ReportTitle.Kind: [Int: (ReportOwner, ReportRecord)]]
  ) {
    let groups = Dictionary(grouping: others) { "\($0.kind.rawValue)\($0.year)" }
    for group in groups.values {
      guard let only = group.first, group.count == 1, own[only.kind]?[only.year] == nil,
        !only.issuer.hasSuffix("政府")
      else { continue }
      own[only.kind, default: [:]][only.year] = (.other, only)
      others.removeAll { $0 == only }
    }
  }
}

extension ReportRecord {
  fileprivate var order: (Int, String, String) { (-year, kind.rawValue, url.href) }
}

/// Collects titles that name a report; what leads to the same address is one report.
private struct ReportGathering {
  private(set) var undated: [PageReference] = []
  private var byAddress: [AddressKey: ReportRecord] = [:]
  private var order: [AddressKey] = []
  private let source: any PageSource
  /// Pages that may still be read for a year their titles do not tell.
  private var readings = 40
  /// Portals that collect the reports of hundreds of bodies over ten years stay below.
  private static let limit = 20_000

  init(source: any PageSource) { self.source = source }

  var records: [ReportRecord] { order.compactMap { byAddress[$0] } }

  mutating func add(_ column: Column) {
    let isListed = column.type == .annualReport || column.type == .websiteReport
    for item in column.content.items {
      guard let url = item.url, let title = ReportTitle(item.title, isListed: isListed) else {
        continue
      }
      add(
        title, text: item.title, url: url, listedOn: item.page, xpath: item.xpath,
        date: item.date)
    }
    if isListed, column.content.items.isEmpty, column.content.state == .filled { addText(column) }
  }

  /// A column that is itself one report.
  private mutating func addText(_ column: Column) {
    guard let page = source.landing(at: column.url) else { return }
    let headings = page.headings.map(\.text) + [page.title, column.name]
    guard let text = headings.first(where: { ReportTitle($0)?.year != nil }) ?? headings.first,
      let title = ReportTitle(text, isListed: true)
    else { return }
    add(title, text: text, url: page.url, listedOn: nil, xpath: nil, date: page.publication)
  }

  mutating func add(_ page: PageSummary) {
    guard page.kind == .article || page.kind == .other, let title = ReportTitle(page.title) else {
      return
    }
    add(title, text: page.title, url: page.url, listedOn: nil, xpath: nil, date: page.publication)
  }

  /// A label with a year; one without is the column.
  mutating func add(_ entry: Entry) {
    guard let url = entry.url, url.isHTTP, !entry.isHidden, entry.place != .breadcrumb,
      let title = ReportTitle(entry.label), title.year != nil
    else { return }
    add(
      title, text: entry.label, url: url, listedOn: entry.page, xpath: entry.xpath, date: nil)
  }

  private mutating func yearInText(_ url: WebURL) -> Int? {
    guard readings > 0 else { return nil }
    readings -= 1
    return ReportYear.read(at: url, source: source)
  }

  private mutating func add(
    _ title: ReportTitle, text: String, url: WebURL, listedOn: WebURL?, xpath: String?,
    date: DatedText?
  ) {
    let final = source.fetchStatus(of: url)?.finalURL ?? url
    let key = AddressKey(final)
    let known = byAddress[key]
    guard let year = title.year ?? known?.year ?? yearInText(final) else {
      if undated.count < 20 { undated.append(PageReference(url: url.href, title: text)) }
      return
    }
    guard known != nil || order.count < ReportGathering.limit else { return }
    if known == nil { order.append(key) }
    var dates = known?.dates ?? []
    if let date, !dates.contains(date) { dates.append(date) }
    if dates.isEmpty || known == nil, let day = AddressDay.day(in: final) { dates.append(day) }
    byAddress[key] = ReportRecord(
      kind: known?.kind ?? title.kind, year: known?.year ?? year, title: known?.title ?? text,
      issuer: known?.issuer ?? title.issuer, url: final, listedOn: known?.listedOn ?? listedOn,
      xpath: known?.xpath ?? xpath, dates: dates)
  }
}

/// The year a report says in its text that it reports on.
enum ReportYear {
  static func read(at url: WebURL, source: any PageSource) -> Int? {
    guard let text = source.landing(at: url)?.text else { return nil }
    let folded = Naming.fold(text.prefix(6000))
    for mark in ["年1月1日起", "年1月1日至", "年度政府信息公开", "年政府信息公开工作"] {
      guard let range = folded.firstRange(of: mark) else { continue }
      let digits = folded[..<range.lowerBound].suffix(4)
      if digits.count == 4, let year = Int(digits), (2007...2100).contains(year) { return year }
    }
    return nil
  }
}

/// The day written in an article's address: `/202301/t20230131_5.html`, `/art/2023/1/31/…`.
enum AddressDay {
  static func day(in url: WebURL) -> DatedText? {
    let parts = url.path.split { "/_-.".contains($0) }.map(String.init)
    for (index, part) in parts.enumerated() {
      let digits = part.hasPrefix("t") ? String(part.dropFirst()) : part
      if digits.count == 8, let number = Int(digits),
        let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100),
        (1999...2100).contains(day.year)
      {
        return dated(day, part)
      }
      guard digits.count == 4, index + 2 < parts.count, let year = Int(digits),
        (1999...2100).contains(year), parts[index + 1].count <= 2, parts[index + 2].count <= 2,
        let month = Int(parts[index + 1]), let number = Int(parts[index + 2]),
        let day = Day(year: year, month: month, day: number)
      else { continue }
      return dated(day, parts[index...index + 2].joined(separator: "/"))
    }
    return nil
  }

  private static func dated(_ day: Day, _ quote: String) -> DatedText {
    DatedText(day: day, quote: quote, role: .other, source: "address")
  }
}
