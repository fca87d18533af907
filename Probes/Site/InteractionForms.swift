public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether the channels for applications and questions can be reached and have a form. Nothing is
/// ever filled in or sent.
public struct InteractionForms: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "interaction.forms", title: "申请与咨询渠道", family: .site,
    citations: [
      Citation(
        document: Citation.disclosureRegulation, place: "第二十九条:依申请公开的提交", confidence: .verified),
      Citation(
        document: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标的通知(国办秘函〔2019〕19号)", place: "单项否决:无网上有效咨询建言渠道",
        confidence: .verified),
      Citation(document: "随州市2020年政务公开第三方评估指标", place: "依申请公开 渠道畅通", confidence: .observed),
    ],
    checks: "从导航和栏目里找在线申请(依申请公开)和咨询建言(咨询投诉、领导信箱、留言等,网上信访、纪检举报不算)入口,看能否打开、页面上有没有可填写的表单。不填写、不提交。",
    passes: "入口能打开,页面上有表单(不含搜索框),或者链到能打开的外部申请系统。",
    fails: "入口经复核确认打不开。",
    cannotDecide: "表单由脚本或框架载入的、要登录的、只有下载表格的、没有找到入口的,提请人工判断或不作结论。",
    codes: [
      "interaction.forms.usable", "interaction.forms.unreachable", "interaction.forms.no-form",
      "interaction.forms.not-found", "interaction.forms.undecided",
    ])

  private struct Channel {
    let id: String
    let title: String
    let names: [String]
  }

  private static let channels = [
    Channel(
      id: "application", title: "依申请公开",
      names: ["依申请公开", "在线申请", "网上申请", "我要申请", "申请公开", "信息公开申请"]),
    Channel(
      id: "consultation", title: "咨询建言",
      names: [
        "咨询投诉", "网上咨询", "在线咨询", "我要咨询", "政策咨询", "局长信箱", "县长信箱", "市长信箱", "区长信箱", "领导信箱",
        "镇长信箱", "厅长信箱", "书记信箱", "主任信箱", "我要留言", "留言板", "在线留言", "咨询建议", "建言献策", "互动交流", "民意信箱",
      ]),
  ]

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    InteractionForms.channels.map { observe($0, site) }.sorted { $0.subject < $1.subject }
  }

  private func observe(_ channel: Channel, _ site: Site) -> Observation {
    let entries = site.entries.filter { entry in
      !entry.isHidden && channel.names.contains { entry.name == Naming.fold($0) }
    }
    let answers = entries.prefix(12).map { judge($0, channel, site) }
    // One channel that works is enough; else the plainest reason why none does.
    let order: [String] = ["usable", "undecided", "no-form", "unreachable"]
    for code in order {
      if let answer = answers.first(where: { $0.code.hasSuffix(".\(code)") }) { return answer }
    }
    let looked = [site.home, site.platform, site.siteMap].map { $0.lookedAt(found: false) }
    let doubt = site.home.doubt
    return observation(
      "not-found", doubt == nil ? .review : .inconclusive, reason: doubt ?? .ambiguous,
      subject: channel.id, values: ["channel": channel.title],
      page: site.home.url.flatMap { site.landing(at: $0) }.map {
        PageReference(url: $0.url.href, title: $0.title)
      }, lookedAt: looked)
  }

  private func judge(_ entry: Entry, _ channel: Channel, _ site: Site) -> Observation {
    guard let url = entry.url else {
      return report("undecided", .inconclusive, .jsOnly, entry, channel)
    }
    if let page = site.landing(at: url) { return judge(page, entry, channel, site) }
    let verdict = site.source.linkVerdict(of: url)
    switch verdict?.state {
    case .dead: return report("unreachable", .fail, nil, entry, channel, cause: verdict?.cause)
    case .alive: return report("usable", .pass, nil, entry, channel)
    default:
      let reason = site.source.fetchStatus(of: url)?.cause?.reason ?? verdict?.cause?.reason
      return report("undecided", .inconclusive, reason ?? .notExamined, entry, channel)
    }
  }

  private func judge(
    _ page: Page, _ entry: Entry, _ channel: Channel, _ site: Site
  ) -> Observation {
    if hasForm(page) { return report("usable", .pass, nil, entry, channel) }
    // The form may stand one step on: 我要写信, 在线申请, 下一步.
    let next = page.links.first { link in
      guard link.element == .anchor, !link.isHidden, let url = link.url, url.isHTTP else {
        return false
      }
      let words = ["我要", "在线申请", "网上申请", "写信", "在线提交", "立即申请", "提交申请", "留言"]
      return words.contains { link.text.contains($0) }
        && site.landing(at: url).map(hasForm) == true
    }
    if next != nil { return report("usable", .pass, nil, entry, channel) }
    if page.dynamicContent.contains(where: { $0.kind == .challenge }) {
      return report("undecided", .inconclusive, .wafBlock, entry, channel)
    }
    if !page.laterContent.isEmpty {
      return report("undecided", .inconclusive, .jsOnly, entry, channel)
    }
    return report("no-form", .review, .ambiguous, entry, channel)
  }

  /// Fields to write in, more than a search box has.
  private func hasForm(_ page: Page) -> Bool {
    page.forms.contains { !$0.isSearch && $0.fields.count >= 2 }
  }

  private func report(
    _ code: String, _ outcome: Outcome, _ reason: InconclusiveReason?, _ entry: Entry,
    _ channel: Channel, cause: LinkVerdict.Cause? = nil
  ) -> Observation {
    var values = ["channel": channel.title, "name": entry.label]
    values["cause"] = cause?.rawValue
    return observation(
      code, outcome, reason: reason, subject: channel.id, values: values,
      page: PageReference(url: entry.page.href, title: entry.label), link: entry.link,
      locator: entry.locator.xpath.isEmpty ? nil : entry.locator)
  }
}
