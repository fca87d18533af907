public import AuditModel
public import SiteModel

/// Attachments that cannot be downloaded.
public struct DeadAttachments: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = DeadLinkCard.make(
    id: "links.dead-attachment", title: "附件无法打开",
    what: "本单位页面上指向站内附件(文档、表格、压缩包、音视频)的每一个链接。",
    fails: "附件经两种方法、间隔时间复核,确认打不开。",
    citations: [DeadLinkCard.availability, DeadLinkCard.patrol])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    DeadLinks(owner: self, kind: .attachment, site: site).observations()
  }
}
