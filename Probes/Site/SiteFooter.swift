public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether the foot of the home page bears the marks of a government site.
public struct SiteFooter: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "site.footer", title: "页脚标识", family: .site,
    citations: [
      Citation(
        document: Citation.developmentGuideline,
        place: "附件 网页设计规范:底部功能区(党政机关网站标识、我为政府网站找错、网站标识码、主办单位、联系方式、ICP备案编号、公安备案标识、站点地图)",
        confidence: .verified)
    ],
    checks:
      "首页页脚(页脚不全的再看若干内页)有无网站标识码、ICP备案编号、公安备案标识、党政机关网站标识、“我为政府网站找错”入口、主办单位、联系方式、站点地图,以及标识码的写法。",
    passes: "页脚有该项;标识码为10位数字,或“bm”加8位数字。",
    fails: "首页能完整读取,页脚有其他标识而没有该项,读到的内页也没有;标识码写法不符。",
    cannotDecide:
      "页脚整个由脚本或框架载入的、党政机关标识和找错入口可能由脚本写入的不作结论;内页有而首页没有的、以“版权所有”“地址”等字样出现的提请人工判断;站点地图的要求待核,只提请人工判断。没有自己网站的单位不适用。",
    codes: [
      "site.footer.present", "site.footer.missing", "site.footer.form", "site.footer.undecided",
      "site.footer.no-own-site",
    ])

  private static let marks: [(key: String, title: String)] = [
    ("siteCode", "网站标识码"), ("icp", "ICP备案编号"), ("policeRecord", "公安备案标识"),
    ("conac", "党政机关网站标识"), ("findErrors", "“我为政府网站找错”入口"), ("organiser", "主办单位"),
    ("contact", "联系方式"), ("siteMap", "站点地图"),
  ]

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.unit.hasOwnSite else { return withoutOwnSite() }
    guard let url = site.home.url, let page = site.landing(at: url) else {
      return SiteFooter.marks.map { undecided($0, site.home.doubt ?? .notExamined, nil, site) }
        .sorted { $0.subject < $1.subject }
    }
    let inner = innerPages(site, home: page)
    let doubt = doubt(page)
    return SiteFooter.marks.map { judge($0, page, inner: inner, doubt: doubt, site) }
      .sorted { $0.subject < $1.subject }
  }

  private func innerPages(_ site: Site, home: Page) -> [Page] {
    site.pages.lazy.filter { $0.url.host == home.url.host && $0.url != home.url }
      .prefix(3).compactMap { site.landing(at: $0.url) }
  }

  /// A foot that comes by script or frame cannot be read.
  private func doubt(_ page: Page) -> InconclusiveReason? {
    if page.dynamicContent.contains(where: { $0.kind == .challenge }) { return .wafBlock }
    if page.dynamicContent.contains(where: { $0.kind == .emptyShell }) { return .jsOnly }
    if !page.truncations.isEmpty { return .captureIncomplete }
    let words = ["foot", "bottom", "copyright", "tail", "buttom", "dibu", "yejiao"]
    let isLoaded = page.links.contains { link in
      (link.element == .frame || link.element == .script)
        && words.contains { link.href.lowercased().contains($0) }
    }
    let own = SiteFooter.marks.filter { page.footer[$0.key] != nil }
    if isLoaded { return .jsOnly }
    // Not one mark of eight: the foot is elsewhere, or this is no home page.
    return own.isEmpty && !page.dynamicContent.isEmpty ? .jsOnly : nil
  }

  private func judge(
    _ mark: (key: String, title: String), _ page: Page, inner: [Page],
    doubt: InconclusiveReason?, _ site: Site
  ) -> Observation {
    let reference = PageReference(url: page.url.href, title: page.title)
    if let value = page.footer[mark.key] {
      let isRight = mark.key != "siteCode" || SiteCode.isWellFormed(value)
      return observation(
        isRight ? "present" : "form", isRight ? .pass : .fail, subject: mark.key,
        values: ["mark": mark.title, "value": value], page: reference, quote: value)
    }
    if let doubt = doubt ?? SiteFooter.written(mark.key, page) {
      return undecided(mark, doubt, reference, site)
    }
    let looked = ([page] + inner).map {
      PlaceLookedAt(
        kind: $0.url == page.url ? .homePage : .page, url: $0.url.href,
        result: $0.footer[mark.key] == nil ? .notFound : .found)
    }
    let isOnInner = inner.contains { $0.footer[mark.key] != nil }
    let isOpen =
      isOnInner || mark.key == "siteMap" || SiteFooter.isSaidOtherwise(mark.key, page)
      || SiteFooter.mayBePicture(mark.key, page)
    let outcome: Outcome = isOpen ? .review : .fail
    return observation(
      "missing", outcome, reason: outcome == .review ? .ambiguous : nil, subject: mark.key,
      values: ["mark": mark.title], page: reference, lookedAt: looked)
  }

  /// The badge and the error entry are usually put in by a script.
  private static func written(_ key: String, _ page: Page) -> InconclusiveReason? {
    guard key == "conac" || key == "findErrors" else { return nil }
    return page.dynamicContent.contains { $0.kind == .documentWrite } ? .jsOnly : nil
  }

  /// A picture in the foot that nothing names may be the badge, the error entry or the police mark.
  private static func mayBePicture(_ key: String, _ page: Page) -> Bool {
    guard ["conac", "findErrors", "policeRecord"].contains(key) else { return false }
    let named = ["logo", "beian", "gongan", "police", "ghs", "wza", "icp", "ipv6", "qr", "ewm"]
    return page.links.contains { link in
      let file = (link.href.split(separator: "/").last ?? "").lowercased()
      return link.element == .image && link.place == .footer && link.text.isEmpty
        && !file.isEmpty && !named.contains { file.contains($0) }
    }
  }

  /// Words that may say the same: 版权所有 for the organiser, 地址 or 联系我们 for how to reach it.
  private static func isSaidOtherwise(_ key: String, _ page: Page) -> Bool {
    let words: [String] =
      switch key {
      case "organiser": ["版权所有", "主办", "承办"]
      case "contact": ["联系我们", "地址", "邮编", "邮箱", "热线", "电话"]
      default: []
      }
    let foot = page.text.suffix(1_500)
    return words.contains { word in
      foot.contains(word) || page.links.contains { $0.text.contains(word) && $0.place == .footer }
    }
  }

  private func undecided(
    _ mark: (key: String, title: String), _ reason: InconclusiveReason, _ page: PageReference?,
    _ site: Site
  ) -> Observation {
    observation(
      "undecided", .inconclusive, reason: reason, subject: mark.key, values: ["mark": mark.title],
      page: page ?? PageReference(url: site.unit.homePage, title: site.unit.name))
  }
}
