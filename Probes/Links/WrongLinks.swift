public import AuditModel
public import SiteModel
import WebAddress

/// Links that lead elsewhere than their words say.
public struct WrongLinks: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "links.wrong", title: "错链", family: .links,
    citations: [DeadLinkCard.availability, DeadLinkCard.patrol],
    checks: "列表中以文章标题为文字的站内链接,与打开后的文章标题和正文比较;以机关名称为文字的站外链接,看目标是否官方网址。",
    passes: "链接文字与所到页面相符。",
    fails: "链接文字与所到文章的标题几乎没有相同之处,正文里也没有链接文字。",
    cannotDecide: "以机关名称为文字、目标不是官方域名的链接,请人工判断。跳回首页和打不开的链接见死链检查。",
    codes: ["links.wrong.elsewhere", "links.wrong.not-official", "links.wrong.none"])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    var seen = Set<String>()
    var result = site.brokenPromises.map(elsewhere).filter { seen.insert($0.subject).inserted }
    result += site.outbound.links.filter { $0.sign == .misdirected }.map(notOfficial)
    if result.isEmpty {
      result.append(
        observation("none", site.outbound.pages == 0 ? .notChecked : .pass, subject: "*"))
    }
    return result.sorted { $0.subject < $1.subject }
  }

  private func elsewhere(_ promise: BrokenPromise) -> Observation {
    observation(
      "elsewhere", .fail, subject: "\(promise.url.href) \(promise.text)",
      values: ["found": promise.found.title], page: promise.page,
      link: LinkReference(url: promise.url.href, text: promise.text), locator: promise.locator)
  }

  private func notOfficial(_ link: OutboundLink) -> Observation {
    observation(
      "not-official", .review, reason: .ambiguous, subject: link.url.href,
      values: ["host": link.url.host, "count": String(link.places)], page: link.page,
      link: LinkReference(url: link.url.href, text: link.text), locator: link.locator)
  }
}
