public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether the home page shows anything published within two weeks.
public struct HomeFreshness: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "freshness.home", title: "首页更新", family: .freshness,
    citations: [FreshnessRules.national.home.citation],
    checks: "首页列表和首页所链文章的日期;首页只是导航入口的,看全部二级页面。",
    passes: "检测日前14天内有更新。", fails: "能看到的最新日期距检测日达到或超过14天,或者都没有日期。",
    cannotDecide: "首页内容由脚本生成或被拦截,首页所链文章未能查看,日期晚于检测日。没有自己网站的单位不适用。",
    codes: [
      "freshness.home.fresh", "freshness.home.stale", "freshness.home.undated",
      "freshness.home.future", "freshness.home.undecided", "freshness.home.no-own-site",
    ])

  private let rule: FreshnessRule

  /// Makes the value from its parts.
  public init(rules: FreshnessRules = .national) { rule = rules.home }

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.unit.hasOwnSite else {
      return [observation("no-own-site", .notApplicable, subject: "home")]
    }
    guard let url = site.home.url, let page = site.landing(at: url) else {
      return [undecided(site.home.doubt ?? .notExamined, site: site)]
    }
    let items = items(on: page)
    var gathering = DateGathering(items, site: site)
    let isNavigation = items.isEmpty
    if isNavigation { gathering = secondLevel(page, site: site) }
    return [judge(gathering, page: page, isNavigation: isNavigation, site: site)]
  }

  /// List entries, and other links to articles that stand on the page (headlines, slides).
  private func items(on page: Page) -> [ColumnItem] {
    var items = page.listItems.prefix(400).map {
      ColumnItem(
        title: $0.title, url: $0.url, date: $0.date, isPinned: $0.isPinned, xpath: $0.xpath,
        page: page.url)
    }
    let known = Set(items.compactMap { $0.url.map { AddressKey($0) } })
    for link in page.links.prefix(3000) where link.element == .anchor && !link.isHidden {
      guard let url = link.url, Naming.fold(link.text).count >= 8,
        !known.contains(AddressKey(url)), PageSummary.isArticleAddress(url)
      else { continue }
      items.append(
        ColumnItem(
          title: link.text, url: url, date: nil, isPinned: false, xpath: link.xpath,
          page: page.url))
      if items.count >= 600 { break }
    }
    return items
  }

  /// Home page is only an entrance: what its menu leads to is looked at instead.
  private func secondLevel(_ page: Page, site: Site) -> DateGathering {
    var items: [ColumnItem] = []
    var seen = Set<AddressKey>()
    var unread = 0
    for link in page.links where link.element == .anchor && !link.isHidden {
      guard let url = link.url, site.scope.contains(url), seen.insert(AddressKey(url)).inserted
      else { continue }
      if let column = site.column(at: url) {
        items += column.content.items
        if column.content.dynamic.contains(where: \.fillsLists) { unread += 1 }
      } else if site.summary(at: url) == nil {
        unread += 1
      }
    }
    var gathering = DateGathering(items, site: site)
    gathering.unread += unread
    return gathering
  }

  private func judge(
    _ gathering: DateGathering, page: Page, isNavigation: Bool, site: Site
  ) -> Observation {
    let horizon = max(site.asOf, site.fetchDay(of: page.url) ?? site.asOf)
    let newest = gathering.newest(notAfter: site.asOf)
    if let newest, rule.window.end(from: newest.day) > site.asOf {
      return report("fresh", .pass, newest: newest, page: page, site: site)
    }
    if let strange = gathering.beyond(horizon) {
      return report(
        "future", .review, reason: .ambiguous, newest: strange, page: page, site: site)
    }
    if let doubt = doubt(gathering, page: page, isNavigation: isNavigation) {
      return report(
        "undecided", .inconclusive, reason: doubt, newest: newest, page: page, site: site)
    }
    guard let newest else {
      if gathering.undated == 0 {
        return report(
          "undecided", .inconclusive, reason: .ambiguous, newest: nil, page: page, site: site)
      }
      return report("undated", .fail, newest: nil, page: page, site: site)
    }
    return report("stale", .fail, newest: newest, page: page, site: site)
  }

  private func doubt(
    _ gathering: DateGathering, page: Page, isNavigation: Bool
  ) -> InconclusiveReason? {
    if page.dynamicContent.contains(where: { $0.kind == .challenge }) { return .wafBlock }
    if !page.laterContent.isEmpty { return .jsOnly }
    if gathering.unread > 0 { return .notExamined }
    return page.truncations.isEmpty ? nil : .captureIncomplete
  }

  private func undecided(_ reason: InconclusiveReason, site: Site) -> Observation {
    observation(
      "undecided", .inconclusive, reason: reason, subject: "home",
      page: PageReference(url: site.unit.homePage, title: site.unit.name))
  }

  private func report(
    _ code: String, _ outcome: Outcome, reason: InconclusiveReason? = nil,
    newest: DatedSighting?, page: Page, site: Site
  ) -> Observation {
    var values = ["threshold": "14", "limit": rule.window.title]
    if let newest {
      values["newest"] = newest.day.description
      values["title"] = newest.title
      values["days"] = String(site.asOf.days(since: newest.day))
      values["threshold"] = String(rule.window.end(from: newest.day).days(since: newest.day))
    }
    let isHere = newest.map { AddressKey($0.page) == AddressKey(page.url) } ?? false
    return observation(
      code, outcome, reason: reason, subject: "home", values: values,
      page: PageReference(url: page.url.href, title: page.title), quote: newest?.quote,
      locator: isHere ? newest?.locator : nil)
  }
}
