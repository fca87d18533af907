public import AuditModel
public import SiteModel
import WebAddress

/// Whether the home page opens, by a week of samples.
public struct SiteAvailability: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "site.availability", title: "首页能否打开", family: .site,
    citations: [
      Citation(
        document: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标的通知(国办秘函〔2019〕19号)",
        place: "单项否决:站点无法访问(监测1周,每天间隔性访问20次以上,超过15秒仍打不开的次数比例达5%)", confidence: .verified)
    ],
    checks: "mingcha availability 在7天里每天至少20次打开首页的记录,每次最多等15秒。检测一方网络或域名解析故障期间的记录不计入任何比例。",
    passes: "7天每天都有20次以上有效记录,打不开的(被拦截的也按打不开算)不到5%。",
    fails: "7天每天都有20次以上有效记录,打不开的占5%以上(含)。",
    cannotDecide: "没有采样的记为未检测;不足7天或有一天不足20次的不作结论;被防护系统拦截的次数足以左右结论的不作结论。没有自己网站的单位不适用。",
    codes: [
      "site.availability.reachable", "site.availability.unreachable", "site.availability.blocked",
      "site.availability.too-few", "site.availability.not-sampled", "site.availability.no-own-site",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.unit.hasOwnSite else { return withoutOwnSite() }
    guard let home = WebURL(site.unit.homePage),
      let week = site.source.availability(of: home, asOf: site.asOf)
    else { return [observation("not-sampled", .notChecked, subject: "home")] }
    let page = PageReference(url: home.href, title: site.home.title)
    return [observation(of: week, page)]
  }

  private func observation(of week: AvailabilityWeek, _ page: PageReference) -> Observation {
    let (code, outcome, reason): (String, Outcome, InconclusiveReason?) =
      switch week.judgement {
      case .reachable: ("reachable", .pass, nil)
      case .unreachable: ("unreachable", .fail, nil)
      case .blocked: ("blocked", .inconclusive, .wafBlock)
      case .tooFew: ("too-few", .notChecked, nil)
      }
    var values = [
      "from": "\(week.from)", "to": "\(week.to)", "tries": String(week.opened + week.failed),
      "failed": String(week.failed), "days": String(week.fullDays),
      "fewest": String(week.fewestADay), "blocked": String(week.blocked),
      "ownFaults": String(week.ownFaults),
    ]
    values["percent"] = week.failedPercent
    values["cause"] = week.causes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return observation(
      code, outcome, reason: reason, subject: "home", values: values, page: page)
  }
}
