public import AuditModel
public import SiteModel
import WebAddress

/// How the home page comes over the wire: encrypted, over IPv6, in time.
public struct SiteTransport: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "site.transport", title: "加密、IPv6 与打开速度", family: .site,
    citations: [
      Citation(
        document: Citation.developmentGuideline, place: "附件 网页设计规范:加载时间不宜超过3秒",
        confidence: .single),
      Citation(document: "推进互联网协议第六版(IPv6)规模部署行动计划", place: "政府网站支持 IPv6", confidence: .memory),
    ],
    checks: "抓取首页时的记录:地址是否为 https、证书有无问题、连到的是不是 IPv6 地址、各次打开用了多少时间。不另作探测。",
    passes: "经 https 打开且证书无误;连到 IPv6 地址;各次打开时间的中位数不超过3秒。",
    fails: "本检查不作不符合的结论:只量网页本身的下载时间,受检测一方网络影响。",
    cannotDecide:
      "证书有问题、至少三次打开而中位数超过3秒的,提请人工判断;只有 http 的仅作提示;没有走 IPv6 的记为未检测;打开不足三次的不作超时结论。没有自己网站的单位不适用。",
    codes: [
      "site.transport.encrypted", "site.transport.plain", "site.transport.certificate",
      "site.transport.ipv6", "site.transport.ipv6-not-looked-at", "site.transport.fast",
      "site.transport.slow", "site.transport.no-own-site",
    ])

  private static let limit = 3_000

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.unit.hasOwnSite else { return withoutOwnSite() }
    guard let url = site.home.url, let status = site.source.fetchStatus(of: url),
      status.status == 200
    else { return [] }
    let page = PageReference(url: status.finalURL.href, title: site.home.title)
    return [encryption(status, page), sixth(status, page), speed(status, page)].compactMap { $0 }
      .sorted { $0.subject < $1.subject }
  }

  private func encryption(_ status: FetchStatus, _ page: PageReference) -> Observation {
    if let problem = status.certificateProblem {
      return observation(
        "certificate", .review, reason: .tlsOnly, subject: "encryption",
        values: ["problem": problem], page: page)
    }
    let isEncrypted = status.finalURL.scheme == "https"
    return observation(
      isEncrypted ? "encrypted" : "plain", isEncrypted ? .pass : .info, subject: "encryption",
      page: page)
  }

  private func sixth(_ status: FetchStatus, _ page: PageReference) -> Observation? {
    guard !status.remoteAddress.isEmpty else { return nil }
    let isSixth = status.remoteAddress.contains(":")
    return observation(
      isSixth ? "ipv6" : "ipv6-not-looked-at", isSixth ? .pass : .notChecked, subject: "ipv6",
      values: ["address": status.remoteAddress], page: page)
  }

  /// The median of several looks; one slow answer proves nothing.
  private func speed(_ status: FetchStatus, _ page: PageReference) -> Observation? {
    let times = status.durations.sorted()
    guard let median = times.isEmpty ? nil : times[times.count / 2] else { return nil }
    let isSlow = median > SiteTransport.limit
    guard times.count >= 3 || !isSlow else { return nil }
    return observation(
      isSlow ? "slow" : "fast", isSlow ? .review : .pass, reason: isSlow ? .ambiguous : nil,
      subject: "load-time",
      values: ["milliseconds": String(median), "looks": String(times.count)], page: page)
  }
}
