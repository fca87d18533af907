import AuditModel
import PageModel
import SiteModel
import WebAddress

/// What looking for one wanted column gave.
struct ColumnSighting {
  enum State: Int {
    case present, nilReturn, undecided, wrongContent, blank, unreachable, missing
  }

  var state: State
  var reason: InconclusiveReason?
  var column: Column?
  var entry: Entry?
  var verdict: LinkVerdict?
  var quote: String?
  var lookedAt: [PlaceLookedAt] = []

  /// How far below the home page it stands: of two equally good, the one visitors meet first.
  var depth: Int { column?.trail.count ?? 0 }
}

/// Looks for columns where a visitor would: menus, platform, site map, and the columns themselves.
struct ColumnSearch {
  let site: Site
  private let places: [(place: SitePlace, names: [EntryName], links: [AddressKey: Entry])]
  private let columnNames: [[EntryName]]

  init(_ site: Site) {
    self.site = site
    var places: [(SitePlace, [EntryName], [AddressKey: Entry])] = []
    for place in [site.home, site.platform, site.siteMap] {
      var names = Set<String>()
      var links: [AddressKey: Entry] = [:]
      if let page = place.url.flatMap({ site.landing(at: $0) }) {
        for link in page.links where !link.isHidden && link.text.count <= 32 {
          let name = Naming.column(link.text)
          names.insert(name)
          guard let url = link.url, links[AddressKey(url)] == nil else { continue }
          links[AddressKey(url)] = Entry(
            label: link.text, name: name, url: url, place: link.place, page: page.url,
            xpath: link.xpath, isHidden: false)
        }
        for heading in page.headings { names.insert(Naming.column(heading.text)) }
      }
      places.append((place, names.map { EntryName($0) }, links))
    }
    self.places = places
    columnNames = site.columns.map { column in column.names.map { EntryName(Naming.column($0)) } }
  }

  /// The best of everything found; "missing" only when every place could be read.
  func look(for wanted: WantedColumn) -> ColumnSighting {
    var sightings = zip(site.columns, columnNames)
      .filter { wanted.isAnswered(by: $0, named: $1) }.map { judge($0.0, wanted: wanted) }
    let known = Set(sightings.compactMap { $0.column.map { AddressKey($0.url) } })
    for entry in candidates(for: wanted) {
      if let url = entry.url, known.contains(AddressKey(url)) { continue }
      sightings.append(judge(shown(entry), wanted: wanted))
      if sightings.count > 60 { break }
    }
    // A script link proves nothing beside a real one that was followed.
    let followed = sightings.filter { $0.entry == nil || $0.entry?.url != nil }
    if !followed.isEmpty { sightings = followed }
    var best =
      sightings.min { ($0.state.rawValue, $0.depth) < ($1.state.rawValue, $1.depth) }
      ?? document(wanted) ?? neighbour(wanted) ?? notFound(wanted)
    best.lookedAt = lookedAt(wanted)
    return best
  }

  /// The same link where visitors look first: on the home page, platform or site map.
  private func shown(_ entry: Entry) -> Entry {
    guard let url = entry.url else { return entry }
    return places.lazy.compactMap { $0.links[AddressKey(url)] }.first ?? entry
  }

  private func candidates(for wanted: WantedColumn) -> some Sequence<Entry> {
    let matched = site.entryNames.filter(wanted.matches)
    let pairs = matched.flatMap { name in name.entries.map { ($0, name) } }
    return pairs.sorted { $0.0 < $1.0 }.lazy
      .filter { isCandidate(site.entries[$0.0], named: $0.1, wanted: wanted) }
      .map { site.entries[$0.0] }
  }

  private func isCandidate(_ entry: Entry, named name: EntryName, wanted: WantedColumn) -> Bool {
    if let url = entry.url, !site.scope.contains(url), !site.unit.hasOwnSite { return false }
    if entry.place == .list || entry.place == .article || entry.place == .related {
      // In a list, only an exact name is a column; anything longer is somebody's headline.
      guard wanted.isNamed(name), entry.name.count <= 14,
        !entry.name.contains(where: \.isNumber)
      else { return false }
    }
    guard let url = entry.url, let summary = site.summary(at: url) else { return true }
    return summary.kind != .article || wanted.isNamed(name)
  }

  func lookedAt(_ wanted: WantedColumn) -> [PlaceLookedAt] {
    places.map { $0.place.lookedAt(found: $0.names.contains(where: wanted.matches)) }
      + [site.search.lookedAt(found: false)]
  }

  /// No column, but a document of that kind in some list: a guide is then there, only badly
  /// placed; reports without a column of their own are a question.
  private func document(_ wanted: WantedColumn) -> ColumnSighting? {
    let kinds: Set<ColumnType> = [.guide, .annualReport, .websiteReport]
    guard !wanted.types.isDisjoint(with: kinds) else { return nil }
    guard let entry = headline(wanted) ?? listed(wanted) else { return nil }
    var sighting = judge(entry, wanted: wanted)
    if sighting.state == .present, !wanted.types.contains(.guide) {
      sighting.state = .undecided
      sighting.reason = .ambiguous
    }
    return sighting
  }

  private func headline(_ wanted: WantedColumn) -> Entry? {
    site.entries.first { entry in
      !entry.isHidden && (entry.place == .list || entry.place == .article)
        && isDocument(entry, wanted: wanted)
    }
  }

  /// The columns' own entries, whose titles may be longer than any menu label.
  private func listed(_ wanted: WantedColumn) -> Entry? {
    site.columns.lazy.flatMap(\.content.items).map { item in
      Entry(
        label: item.title, name: Naming.column(item.title), url: item.url, place: .list,
        page: item.page, xpath: item.xpath, isHidden: false)
    }.first { isDocument($0, wanted: wanted) }
  }

  private func isDocument(_ entry: Entry, wanted: WantedColumn) -> Bool {
    guard let url = entry.url, site.scope.contains(url),
      let type = ColumnVocabulary.type(ofHeadline: entry.name)
    else { return false }
    return wanted.types.contains(type)
  }

  /// No column bears the name, but one stands there in which such documents are commonly kept:
  /// whether they are in it, a person must say.
  private func neighbour(_ wanted: WantedColumn) -> ColumnSighting? {
    let near = site.columns.filter { $0.type.map(wanted.neighbours.contains) ?? false }
    guard let column = near.min(by: { $0.trail.count < $1.trail.count }) else { return nil }
    return ColumnSighting(state: .undecided, reason: .ambiguous, column: column)
  }

  private func notFound(_ wanted: WantedColumn) -> ColumnSighting {
    let doubt = [site.home, site.platform, site.siteMap].compactMap(\.doubt).first
    if let doubt { return ColumnSighting(state: .undecided, reason: doubt) }
    // The name stands somewhere as plain text or behind a script: not missing, not proven.
    if places.contains(where: { $0.names.contains(where: wanted.matches) }) {
      return ColumnSighting(state: .undecided, reason: .ambiguous)
    }
    return ColumnSighting(state: .missing)
  }

  private func judge(_ entry: Entry, wanted: WantedColumn) -> ColumnSighting {
    var sighting = ColumnSighting(state: .undecided, entry: entry)
    guard let url = entry.url, url.isHTTP else {
      sighting.reason = .jsOnly
      return sighting
    }
    if let column = site.column(at: url) {
      sighting = judge(column, wanted: wanted)
      sighting.entry = entry
      return sighting
    }
    if let page = site.landing(at: url) {
      if let column = site.column(at: page.url), AddressKey(column.url) != AddressKey(url) {
        sighting = judge(column, wanted: wanted)
        sighting.entry = entry
      } else {
        sighting.state = .present
      }
      return sighting
    }
    return judgeUnread(sighting, url: url)
  }

  private func judgeUnread(_ sighting: ColumnSighting, url: WebURL) -> ColumnSighting {
    var sighting = sighting
    let verdict = site.source.linkVerdict(of: url)
    switch verdict?.state {
    case .alive:
      sighting.state = .present
    case .dead:
      sighting.state = .unreachable
      sighting.verdict = verdict
    default:
      sighting.reason =
        (verdict?.cause ?? site.source.fetchStatus(of: url)?.cause)?.reason ?? .notExamined
    }
    return sighting
  }

  private func judge(
    _ column: Column, wanted: WantedColumn, depth: Int = 0
  ) -> ColumnSighting {
    var sighting = ColumnSighting(state: .undecided, column: column, quote: column.content.quote)
    switch column.content.state {
    case .filled: sighting.state = .present
    case .nilReturn: sighting.state = .nilReturn
    case .scripted: sighting.reason = .jsOnly
    case .sparse: sighting.reason = .ambiguous
    case .blank: sighting.state = .blank
    case .redirect: return followed(sighting, column: column, wanted: wanted, depth: depth)
    }
    guard column.content.state != .filled, depth < 3 else { return sighting }
    // What stands in the columns below fills the one above.
    let below = column.children.compactMap { site.column(at: $0) }.prefix(50)
      .map { judge($0, wanted: wanted, depth: depth + 1) }
    guard let best = below.min(by: { $0.state.rawValue < $1.state.rawValue }),
      best.state.rawValue < sighting.state.rawValue
    else { return sighting }
    sighting.state = best.state
    sighting.reason = best.reason
    sighting.quote = best.quote
    return sighting
  }

  private func followed(
    _ sighting: ColumnSighting, column: Column, wanted: WantedColumn, depth: Int
  ) -> ColumnSighting {
    guard let target = column.content.redirect, depth < 3 else { return sighting }
    if let next = site.column(at: target), AddressKey(next.url) != AddressKey(column.url) {
      var result = judge(next, wanted: wanted, depth: depth + 1)
      result.column = column
      return result
    }
    var result = sighting
    if site.landing(at: target) != nil {
      result.state = .present
      return result
    }
    return judgeUnread(result, url: target)
  }
}
