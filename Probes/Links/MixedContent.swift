public import AuditModel
public import SiteModel
import WebAddress

/// Parts that an https page loads in the clear.
public struct MixedContent: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "links.mixed-content", title: "加密页面引用未加密内容", family: .links,
    citations: [
      Citation(
        document: "W3C Mixed Content", place: "脚本、样式、框架会被浏览器拦截", confidence: .observed)
    ],
    checks: "https 页面引用的脚本、样式、框架、图片、音视频是否用 http 地址。",
    passes: "https 页面的各部分也都用 https。",
    fails: "不自动认定。",
    cannotDecide: "脚本、样式、框架用 http 地址会被浏览器拦截,影响多大请人工判断;图片、音视频只作提示。没有 https 页面时不适用。",
    codes: [
      "links.mixed-content.active", "links.mixed-content.passive", "links.mixed-content.none",
      "links.mixed-content.no-https",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.outbound.securePages > 0 else {
      return [observation("no-https", .notApplicable, subject: "*")]
    }
    let parts = site.outbound.insecure.map(report)
    guard !parts.isEmpty else {
      return [
        observation(
          "none", .pass, subject: "*", values: ["pages": String(site.outbound.securePages)])
      ]
    }
    return parts.sorted { $0.subject < $1.subject }
  }

  private func report(_ part: InsecurePart) -> Observation {
    observation(
      part.isActive ? "active" : "passive", part.isActive ? .review : .info,
      reason: part.isActive ? .ambiguous : nil,
      subject: "\(part.isActive ? "active" : "passive"):\(part.host)",
      values: ["host": part.host, "count": String(part.places)], page: part.example.page,
      link: LinkReference(url: part.example.url.href, text: part.example.text),
      locator: part.example.locator)
  }
}
