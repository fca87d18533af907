public import AuditModel
public import SiteModel

/// Links to other sites that lead nowhere; kept apart, because their target is in other hands.
public struct DeadExternalLinks: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = DeadLinkCard.make(
    id: "links.dead-external", title: "站外链接打不开",
    what: "本单位页面上指向其他网站的链接。",
    fails: "站外目标经两种方法、间隔时间复核,确认打不开。与站内错链分开统计。",
    citations: [DeadLinkCard.availability, DeadLinkCard.patrol])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    DeadLinks(owner: self, kind: .external, site: site).observations()
  }
}
