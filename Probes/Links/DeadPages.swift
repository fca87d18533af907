public import AuditModel
public import SiteModel

/// Links to pages of the same site or portal that lead nowhere.
public struct DeadPages: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = DeadLinkCard.make(
    id: "links.dead-page", title: "站内错链断链",
    what: "本单位页面上指向本站网页的每一个链接。",
    fails: "目标经两种方法、间隔时间复核,确认打不开或已不存在;同一目标只计一处,并注明出现次数。",
    citations: [DeadLinkCard.availability, DeadLinkCard.patrol])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    DeadLinks(owner: self, kind: .page, site: site).observations()
  }
}
