public import AuditModel
public import SiteModel
import WebAddress

/// Links and titles that somebody else has planted.
public struct HiddenLinks: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "links.hidden", title: "暗链和篡改迹象", family: .links,
    citations: [
      Citation(
        document: "国务院办公厅关于印发政府网站发展指引的通知(国办发〔2017〕47号)", place: "外链审核,无暗链",
        confidence: .memory)
    ],
    checks: "指向站外非官方网址的链接的文字和可见性;各页标题、关键词、描述是否宣传博彩、色情、假证等。",
    passes: "没有发现暗链或篡改迹象。",
    fails: "看不见的站外链接带有博彩、色情、假证等宣传文字;页面标题含有两种以上此类文字。",
    cannotDecide: "看得见的此类链接、只含一种此类文字的页面、用零字号或移出窗口等手法藏起来的其他站外链接,请人工判断。"
      + "打击赌博等内容的新闻不算。菜单、轮播中尚未显示的链接不算。",
    codes: [
      "links.hidden.advertising", "links.hidden.concealed", "links.hidden.hijacked",
      "links.hidden.none",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    var result = site.outbound.links.filter { $0.sign != .misdirected }.map(link)
    result += site.outbound.hijacked.map(hijacked)
    if result.isEmpty {
      let pages = site.outbound.pages
      result.append(
        observation(
          "none", pages == 0 ? .notChecked : .pass, subject: "*", values: ["pages": String(pages)])
      )
    }
    return result.sorted { $0.subject < $1.subject }
  }

  private func link(_ link: OutboundLink) -> Observation {
    let isSure = link.sign == .advertising && link.isHidden
    return observation(
      link.sign.rawValue, isSure ? .fail : .review, reason: isSure ? nil : .ambiguous,
      subject: link.url.href,
      values: [
        "words": link.words.prefix(5).joined(separator: "、"), "host": link.url.host,
        "count": String(link.places),
      ], page: link.page, link: LinkReference(url: link.url.href, text: link.text),
      locator: link.locator)
  }

  private func hijacked(_ page: HijackedPage) -> Observation {
    let isSure = page.words.count >= 2
    return observation(
      "hijacked", isSure ? .fail : .review, reason: isSure ? nil : .ambiguous,
      subject: "page \(page.page.url)",
      values: ["words": page.words.prefix(5).joined(separator: "、")], page: page.page,
      quote: page.quote)
  }
}
