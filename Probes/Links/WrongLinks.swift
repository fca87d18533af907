public import AuditModel
public import SiteModel
import WebAddress

/// Links that lead elsewhere than their words say.
public struct WrongLinks: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "links.wrong", title: "错链", family: .links,
    citations: [DeadLinkCard.availability, DeadLinkCard.patrol],
    checks: "列表中以文章标题为文字的站内链接,与打开后的文章标题和正文比较;以机关名称为文字的站外链接,看目标是否官方网址;"
      + "站外非官方网站每个域名打开一个页面,看域名是否已被出售、停放,或者已被他人用于博彩色情等宣传。",
    passes: "链接文字与所到页面相符,站外网站仍在使用。",
    fails: "链接文字与所到文章的标题几乎没有相同之处,正文里也没有链接文字;站外链接跳到域名出售、停放页面,"
      + "或者打开的网站标题、关键词含有两种以上博彩色情等宣传文字。",
    cannotDecide: "以机关名称为文字、目标不是官方域名的链接,请人工判断。跳回首页和打不开的链接见死链检查。",
    codes: [
      "links.wrong.elsewhere", "links.wrong.not-official", "links.wrong.parked",
      "links.wrong.taken-over", "links.wrong.none",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    var seen = Set<String>()
    var result = site.brokenPromises.map(elsewhere).filter { seen.insert($0.subject).inserted }
    let lost = site.outbound.destinations.compactMap { abandoned($0, site) }
    let known = Set(lost.map(\.subject))
    result += lost
    result += site.outbound.links.filter { $0.sign == .misdirected }.map(notOfficial)
      .filter { !known.contains($0.subject) }
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

  private func abandoned(_ link: OutboundExample, _ site: Site) -> Observation? {
    guard let parked = site.parked(at: link.url) else { return nil }
    let (code, words) =
      switch parked {
      case .parked(let sign): ("parked", sign)
      case .takenOver(let words): ("taken-over", words.joined(separator: "、"))
      }
    return observation(
      code, .fail, subject: link.url.href, values: ["host": link.url.host, "words": words],
      page: link.page, link: LinkReference(url: link.url.href, text: link.text),
      locator: link.locator)
  }

  private func notOfficial(_ link: OutboundLink) -> Observation {
    observation(
      "not-official", .review, reason: .ambiguous, subject: link.url.href,
      values: ["host": link.url.host, "count": String(link.places)], page: link.page,
      link: LinkReference(url: link.url.href, text: link.text), locator: link.locator)
  }
}
