import AuditModel
import PageModel
import WebAddress

/// Finds the four places where visitors look, and says of each whether it could be read.
struct PlaceSurvey {
  let home: SitePlace
  let platform: SitePlace
  let siteMap: SitePlace
  let search: SitePlace
  let searchEntry: SearchEntry?

  init(unit: AuditedUnit, source: any PageSource, survey: SiteSurvey) {
    let homeURL = WebURL(unit.homePage)
    let finder = PlaceFinder(unit: unit, source: source, survey: survey)
    home = finder.place(.homePage, at: homeURL, menu: 4) { _ in true }
    let (platformURL, isShared) = finder.platformAddress(home: homeURL)
    let read = finder.place(.disclosurePlatform, at: platformURL, menu: 2) { entry in
      PlaceFinder.platformTypes.contains(ColumnVocabulary.type(ofName: entry) ?? .home)
    }
    let mapURL = finder.address(named: ["网站地图", "站点地图", "网站导航", "sitemap", "地图导航"])
    siteMap = finder.place(.siteMap, at: mapURL, menu: 8) { _ in true }
    // A platform that other bodies share, with no part that bears this unit's name, proves nothing.
    let isUnclear = isShared && read.state == .read
    let isBehindScript =
      read.doubt == nil
      && (finder.isPlatformBehindScript
        || read.url == nil && [homeURL, mapURL].contains(where: finder.isMostlyScript))
    platform = SitePlace(
      kind: read.kind, url: read.url,
      state: isBehindScript
        ? .unreadable(.jsOnly) : isUnclear ? .unreadable(.ambiguous) : read.state,
      title: read.title)
    searchEntry = finder.searchEntry(platform: platformURL, home: homeURL)
    search = SitePlace(
      kind: .search, url: searchEntry?.action ?? searchEntry.flatMap { WebURL($0.page.url) },
      state: searchEntry == nil ? .absent : .entryOnly, title: "")
  }
}

struct PlaceFinder {
  let unit: AuditedUnit
  let source: any PageSource
  let survey: SiteSurvey

  /// Names whose presence shows that a platform's menu stands in the HTML.
  static let platformTypes: Set<ColumnType> = [
    .guide, .institutions, .statutory, .annualReport, .application, .policyFiles,
    .normativeDocuments, .interpretation, .websiteReport,
  ]

  /// Reads a place. `menu` is how many labels that `counts` accepts must stand in the HTML before
  /// scripts on the page are taken for decoration.
  func place(
    _ kind: PlaceLookedAt.Kind, at url: WebURL?, menu: Int, counts: (String) -> Bool
  ) -> SitePlace {
    guard let url else { return SitePlace(kind: kind, url: nil, state: .absent, title: "") }
    guard let page = source.landing(at: url) else {
      let reason = source.obstacle(at: url) ?? .notExamined
      return SitePlace(kind: kind, url: url, state: .unreachable(reason), title: "")
    }
    let state: SitePlace.State =
      unreadable(page, menu: menu, counts: counts).map { .unreadable($0) } ?? .read
    return SitePlace(kind: kind, url: page.url, state: state, title: page.title)
  }

  private func unreadable(
    _ page: Page, menu: Int, counts: (String) -> Bool
  ) -> InconclusiveReason? {
    if page.dynamicContent.contains(where: { $0.kind == .challenge }) { return .wafBlock }
    if page.isCut { return .captureIncomplete }
    var names = Set<String>()
    for link in page.links where link.element == .anchor && link.url != nil && !link.isHidden {
      let name = Naming.column(link.text)
      if name.count >= 2, counts(name) { names.insert(name) }
    }
    if names.count >= menu { return nil }
    if !page.laterContent.isEmpty { return .jsOnly }
    return page.truncations.isEmpty ? nil : .captureIncomplete
  }

  /// The unit's disclosure platform: as registered, else the best label that leads to one; on a
  /// portal shared with others, the part of it that bears the unit's name.
  func platformAddress(home: WebURL?) -> (url: WebURL?, isShared: Bool) {
    if let page = unit.platformPage.flatMap({ WebURL($0) }) { return (page, false) }
    var names = TypeMemo()
    let candidates = survey.entries.entries.filter {
      $0.url?.isHTTP == true && !$0.isHidden && names.type(ofName: $0.name) == .platform
    }
    let own = candidates.filter { $0.url.map(survey.scope.contains) ?? false }
    let best = own.min { rank($0, home: home) < rank($1, home: home) }
    if let best { return (best.url, false) }
    if let section = candidates.lazy.compactMap({ $0.url.flatMap(section(on:)) }).first {
      return (section, false)
    }
    let shared = candidates.min { rank($0, home: home) < rank($1, home: home) }?.url
    return (shared, shared != nil)
  }

  /// A menu names the platform outright, but only a script leads there; what was read instead is
  /// at best a part of it. A mere heading above the platform's own columns is no such label.
  var isPlatformBehindScript: Bool {
    guard unit.platformPage == nil else { return false }
    let labels = survey.entries.entries.filter { entry in
      switch entry.place {
      case .list, .article, .related, .pagination: false
      default: !entry.isHidden
      }
    }
    let named = labels.filter { PlaceFinder.platformNames.contains($0.name) }
    guard !named.isEmpty, !named.contains(where: { $0.url?.isHTTP == true }) else { return false }
    let core: Set<ColumnType> = [.guide, .institutions, .statutory, .annualReport, .application]
    var names = TypeMemo()
    let found = labels.filter { $0.url?.isHTTP == true }
      .compactMap { names.type(ofName: $0.name) }.filter(core.contains)
    return Set(found).count < 2
  }

  /// Most menu labels of a page lead on by script alone, so that what lies below was not seen.
  func isMostlyScript(_ url: WebURL?) -> Bool {
    guard let page = url.flatMap({ source.landing(at: $0) }) else { return false }
    var followed = Set<String>()
    var scripted = Set<String>()
    for link in page.links where link.element == .anchor && !link.isHidden {
      let name = Naming.column(link.text)
      guard name.count >= 2 else { continue }
      if link.url?.isHTTP == true {
        followed.insert(name)
      } else if link.href.lowercased().hasPrefix("javascript:") {
        scripted.insert(name)
      }
    }
    return scripted.count >= 8 && scripted.count > followed.count
  }

  private static let platformNames: Set<String> = ["政府信息公开", "政府信息公开专栏", "政府信息公开平台"]

  private func rank(_ entry: Entry, home: WebURL?) -> Int {
    let exact = PlaceFinder.platformNames.contains(entry.name) ? 0 : 10
    let onHome = home.map { AddressKey($0) == AddressKey(entry.page) } == true ? 0 : 1
    return exact + onHome
  }

  /// On a shared platform, the link that bears the unit's name.
  private func section(on url: WebURL) -> WebURL? {
    guard let page = source.landing(at: url) else { return nil }
    let name = Naming.fold(unit.name)
    return page.links.first { link in
      let text = Naming.fold(link.text)
      return link.element == .anchor && text.count >= 3
        && (text.contains(name) || name.hasSuffix(text))
    }?.url
  }

  func address(named names: Set<String>) -> WebURL? {
    survey.entries.entries.first { names.contains($0.name) && $0.url?.isHTTP == true }?.url
  }

  func searchEntry(platform: WebURL?, home: WebURL?) -> SearchEntry? {
    for (url, isPlatform) in [(platform, true), (home, false)] {
      guard let url, let page = source.landing(at: url) else { continue }
      if let entry = searchEntry(on: page, isPlatform: isPlatform) { return entry }
    }
    return nil
  }

  private func searchEntry(on page: Page, isPlatform: Bool) -> SearchEntry? {
    let reference = PageReference(url: page.url.href, title: page.title)
    if let form = page.forms.first(where: \.isSearch) {
      return SearchEntry(
        page: reference, action: form.action, locator: Locator(xpath: form.xpath, text: ""),
        isOnPlatform: isPlatform)
    }
    let names: Set<String> = ["搜索", "站内搜索", "高级搜索", "全站搜索", "智能搜索", "检索", "高级检索", "信息检索"]
    guard
      let link = page.links.first(where: {
        $0.element == .anchor && !$0.isHidden && names.contains(Naming.fold($0.text))
      })
    else { return nil }
    return SearchEntry(
      page: reference, action: link.url, locator: link.locator, isOnPlatform: isPlatform)
  }
}
