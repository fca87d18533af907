public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Columns that went stale, by the window of their type.
public struct ColumnFreshness: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "freshness.column", title: "栏目更新", family: .freshness,
    citations: FreshnessRules.national.columns.map(\.citation).reduce(into: []) { list, citation in
      if !list.contains(citation) { list.append(citation) }
    },
    checks: "动态要闻、通知公告、政策文件、人事、规划计划类末级栏目中最新一条信息的可见日期;列表没有日期的看文章页日期。",
    passes: "最新日期距检测日不满期限(动态要闻14天,通知公告、政策文件6个月)。置顶旧文不影响判断。",
    fails: "最新日期距检测日达到或超过期限;列表和文章都没有日期的视为未更新。",
    cannotDecide: "列表由脚本填充、文章未能查看、列表由旧到新且后页未读;日期晚于检测日;仅凭网址判断栏目类型;"
      + "期限待核(人事、规划计划1年)的只提请人工判断。归档、往期栏目不适用。",
    codes: [
      "freshness.column.fresh", "freshness.column.stale", "freshness.column.undated",
      "freshness.column.future", "freshness.column.archive", "freshness.column.undecided",
    ])

  private let rules: FreshnessRules

  /// Makes the value from its parts.
  public init(rules: FreshnessRules = .national) { self.rules = rules }

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    var result: [Observation] = []
    for column in site.columns where site.scope.contains(column.url) {
      guard let type = column.type, let rule = rules.rule(for: type, on: site.asOf),
        column.content.state == .filled, isLeaf(column, site: site)
      else { continue }
      result.append(observe(column, rule: rule, site: site))
    }
    return result.sorted { $0.subject < $1.subject }
  }

  /// A column above others is judged by what stands below it.
  private func isLeaf(_ column: Column, site: Site) -> Bool {
    !column.children.contains { child in
      guard let below = site.column(at: child) else { return false }
      return below.content.itemCount > 0
    }
  }

  private func observe(_ column: Column, rule: FreshnessRule, site: Site) -> Observation {
    if column.isArchive { return report("archive", .notApplicable, column: column, rule: rule) }
    let gathering = DateGathering(column.content.items, site: site)
    let horizon = max(site.asOf, site.fetchDay(of: column.url) ?? site.asOf)
    if let strange = gathering.beyond(horizon) {
      return report(
        "future", .review, reason: .ambiguous, column: column, rule: rule, sighting: strange,
        asOf: site.asOf)
    }
    guard let newest = gathering.newest(notAfter: site.asOf) else {
      return undated(column, rule: rule, gathering: gathering)
    }
    let isStale = rule.window.end(from: newest.day) <= site.asOf
    guard isStale else {
      return report("fresh", .pass, column: column, rule: rule, sighting: newest, asOf: site.asOf)
    }
    if let doubt = doubt(column, gathering: gathering) {
      return report(
        "undecided", .inconclusive, reason: doubt, column: column, rule: rule, sighting: newest,
        asOf: site.asOf)
    }
    let isCertain = isCertain(column, rule: rule)
    return report(
      "stale", isCertain ? .fail : .review, reason: isCertain ? nil : .ambiguous, column: column,
      rule: rule, sighting: newest, asOf: site.asOf)
  }

  /// What may be charged: a rule that is established, a type that the column's name proves, no
  /// special topic that may be finished, and for some rules no column deep down.
  private func isCertain(_ column: Column, rule: FreshnessRule) -> Bool {
    let isDeep = column.trail.count > 2
    return rule.isCertain && column.typeSource != .address && !column.isTopic
      && !(rule.isFirstLevelOnly && isDeep)
  }

  /// Why a newer entry may exist that was not seen.
  private func doubt(_ column: Column, gathering: DateGathering) -> InconclusiveReason? {
    if column.content.dynamic.contains(where: \.fillsLists) { return .jsOnly }
    if gathering.unread > 0 { return .notExamined }
    if column.content.isAscending, column.content.unreadPages > 0 { return .captureIncomplete }
    return nil
  }

  private func undated(
    _ column: Column, rule: FreshnessRule, gathering: DateGathering
  ) -> Observation {
    // Every entry's article was read and none shows a date: that counts as not updated.
    let isProven =
      gathering.sightings.isEmpty && gathering.unread == 0 && gathering.undated > 0
      && column.content.dynamic.allSatisfy { !$0.fillsLists }
    guard isProven else {
      let isScripted = column.content.dynamic.contains(where: \.fillsLists)
      let reason: InconclusiveReason =
        isScripted ? .jsOnly : (gathering.unread > 0 ? .notExamined : .ambiguous)
      return report("undecided", .inconclusive, reason: reason, column: column, rule: rule)
    }
    let isCertain = isCertain(column, rule: rule)
    return report(
      "undated", isCertain ? .fail : .review, reason: isCertain ? nil : .ambiguous,
      column: column, rule: rule)
  }

  private func report(
    _ code: String, _ outcome: Outcome, reason: InconclusiveReason? = nil, column: Column,
    rule: FreshnessRule, sighting: DatedSighting? = nil, asOf: Day? = nil
  ) -> Observation {
    var values = [
      "column": column.name, "type": rule.type.title, "limit": rule.window.title,
      "path": column.trail.joined(separator: " > "), "rule": rule.citation.description,
    ]
    if let sighting, let asOf {
      values["newest"] = sighting.day.description
      values["title"] = sighting.title
      values["days"] = String(asOf.days(since: sighting.day))
      values["threshold"] = String(rule.window.end(from: sighting.day).days(since: sighting.day))
    }
    return observation(
      code, outcome, reason: reason, subject: column.key, values: values, page: column.reference,
      quote: sighting?.quote, locator: sighting.flatMap { locator($0, column: column) })
  }

  /// A locator is for the page that the finding shows.
  private func locator(_ sighting: DatedSighting, column: Column) -> Locator? {
    AddressKey(sighting.page) == AddressKey(column.url) ? sighting.locator : nil
  }
}
