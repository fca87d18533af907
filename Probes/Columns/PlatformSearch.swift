public import AuditModel
public import SiteModel
import WebAddress

/// Whether visitors can search the disclosure platform.
public struct PlatformSearch: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "site.search", title: "平台内检索入口", family: .columns,
    citations: [
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第二十四条", confidence: .verified),
      Citation(
        document: "国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知(国办公开办函〔2019〕61号)",
        place: "平台功能", confidence: .verified),
    ],
    checks: "在政府信息公开平台页面(没有平台页的看首页)找检索框或检索入口。",
    passes: "平台页面上有检索框或检索入口。", fails: "本检查不作不符合的结论:检索能否命中须人工试用。",
    cannotDecide: "平台页面没有入口的提请人工判断;平台页面打不开或由脚本生成的不作结论。",
    codes: ["site.search.present", "site.search.absent", "site.search.undecided"])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let place = site.platform.url == nil ? site.home : site.platform
    let page = place.url.map { PageReference(url: $0.href, title: place.title) }
    let subject = "platform-search"
    if let entry = site.searchEntry, entry.isOnPlatform || site.platform.url == nil {
      return [
        observation(
          "present", .pass, subject: subject, page: entry.page, locator: entry.locator,
          lookedAt: [place.lookedAt(found: true)])
      ]
    }
    if let doubt = place.doubt {
      return [
        observation(
          "undecided", .inconclusive, reason: doubt, subject: subject, page: page,
          lookedAt: [place.lookedAt(found: false)])
      ]
    }
    let looked = [site.platform, site.home].map {
      $0.lookedAt(found: $0.kind == .homePage && site.searchEntry != nil)
    }
    return [
      observation(
        "absent", .review, reason: .ambiguous, subject: subject, page: page, lookedAt: looked)
    ]
  }
}
