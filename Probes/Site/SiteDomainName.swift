public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether the site stands under the kind of domain its kind of body must use.
public struct SiteDomainName: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "site.domain", title: "网站域名", family: .site,
    citations: [
      Citation(document: Citation.developmentGuideline, place: "开设与域名", confidence: .verified),
      Citation(
        document: "国务院办公厅关于加强政府网站域名管理的通知(国办函〔2018〕55号)", place: "域名结构",
        confidence: .verified),
    ],
    checks: "首页最后落在哪个域名:政府和部门应以 .gov.cn(或 .政务)结尾;政府门户为 www.□□□.gov.cn。",
    passes: "域名结尾和结构相符。", fails: "政府或部门的网站不在 .gov.cn 或 .政务 之下。",
    cannotDecide: "政府门户不是 www 开头的、乡镇街道自设网站的、事业单位使用 .gov.cn 的,提请人工判断。没有自己网站的单位不适用。",
    codes: [
      "site.domain.right", "site.domain.not-government", "site.domain.structure",
      "site.domain.institution", "site.domain.township", "site.domain.no-own-site",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.unit.hasOwnSite else { return withoutOwnSite() }
    guard
      let url = site.home.url.flatMap({ site.landing(at: $0)?.url }) ?? WebURL(site.unit.homePage)
    else { return [] }
    let isGovernment = SiteDomainName.isGovernment(url.host)
    let verdict: (String, Outcome) =
      switch site.unit.kind {
      case .institution: isGovernment ? ("institution", .review) : ("right", .pass)
      case .township: ("township", .review)
      case .department: isGovernment ? ("right", .pass) : ("not-government", .fail)
      case .government:
        if !isGovernment {
          ("not-government", .fail)
        } else if url.host.hasSuffix(".gov.cn"), !url.host.hasPrefix("www.") {
          ("structure", .review)
        } else {
          ("right", .pass)
        }
      }
    return [
      observation(
        verdict.0, verdict.1, reason: verdict.1 == .review ? .ambiguous : nil, subject: "domain",
        values: ["host": url.host], page: PageReference(url: url.href, title: site.home.title))
    ]
  }

  /// `.gov.cn`, or the Chinese `.政务` (`.政务.cn`).
  private static func isGovernment(_ host: String) -> Bool {
    host.hasSuffix(".gov.cn") || host.hasSuffix(".xn--zfr164b") || host.hasSuffix(".xn--zfr164b.cn")
      || host.hasSuffix(".政务") || host.hasSuffix(".政务.cn")
  }
}
