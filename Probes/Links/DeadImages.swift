public import AuditModel
public import SiteModel

/// Pictures that do not show.
public struct DeadImages: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = DeadLinkCard.make(
    id: "links.dead-image", title: "图片无法显示",
    what: "本单位页面上引用的站内图片。",
    fails: "图片经两种方法、间隔时间复核,确认打不开。",
    citations: [DeadLinkCard.availability, DeadLinkCard.patrol])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    DeadLinks(owner: self, kind: .image, site: site).observations()
  }
}
