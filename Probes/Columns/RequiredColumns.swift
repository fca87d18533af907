public import AuditModel
import PageModel
public import SiteModel

/// The first-level columns of the disclosure platform.
public struct RequiredColumns: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "columns.required", title: "政府信息公开平台必设栏目", family: .columns,
    citations: [
      Citation(
        document: "国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知(国办公开办函〔2019〕61号)",
        place: "一级栏目", confidence: .verified),
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第十二条、第二十四条、第五十条",
        confidence: .verified),
      Citation(document: "随州市2020年政务公开第三方评估指标", place: "政府信息公开平台", confidence: .observed),
    ],
    checks: "在首页、政府信息公开平台、网站地图的导航和栏目中查找指南、政策、制度、法定主动公开内容、年报、依申请公开、网站工作年度报表,"
      + "并打开栏目看有无内容、内容是否相符。",
    passes: "栏目找得到、打得开、有相符的内容;依申请公开入口在指南内或与指南并列都算。",
    fails: "四处都能查看而没有该栏目;栏目打开为空白;栏目链接经复核确认打不开;指南栏目里放的不是指南。",
    cannotDecide: "菜单或内容由脚本生成、页面被拦截或不许抓取、链接失效尚未复核、平台与其他单位共用而分不清。",
    codes: [
      "columns.required.present", "columns.required.missing", "columns.required.blank",
      "columns.required.unreachable", "columns.required.wrong-content",
      "columns.required.nil-return", "columns.required.undecided",
      "columns.required.without-duty", "columns.required.no-own-site",
    ])

  /// Makes the value from its parts.
  public init() {}

  static let wanted: [WantedColumn] = [
    WantedColumn(id: "guide", title: "政府信息公开指南", types: [.guide]),
    WantedColumn(
      id: "policies", title: "政策文件", types: [.policyFiles, .normativeDocuments],
      excluded: ["解读"]),
    WantedColumn(id: "institutions", title: "政府信息公开制度", types: [.institutions]),
    WantedColumn(id: "statutory", title: "法定主动公开内容", types: [.statutory]),
    WantedColumn(id: "annual-report", title: "政府信息公开年报", types: [.annualReport]),
    WantedColumn(id: "application", title: "依申请公开", types: [.application]),
    WantedColumn(id: "website-report", title: "政府网站工作年度报表", types: [.websiteReport]),
  ]

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let search = ColumnSearch(site)
    return RequiredColumns.wanted.map { wanted in
      if let reason = site.unit.withoutDuty[wanted.id] {
        return observation(
          "without-duty", .notApplicable, subject: wanted.id,
          values: ["column": wanted.title, "reason": reason])
      }
      if wanted.id == "website-report", !site.unit.hasOwnSite {
        return observation(
          "no-own-site", .notApplicable, subject: wanted.id, values: ["column": wanted.title])
      }
      return report(Self.sighting(of: wanted, search: search), wanted: wanted, site: site)
    }
  }

  /// The sighting after the column's content was compared with its name.
  static func sighting(of wanted: WantedColumn, search: ColumnSearch) -> ColumnSighting {
    let sighting = search.look(for: wanted)
    if wanted.id == "application", sighting.state != .present {
      return insideGuide(search) ?? sighting
    }
    if wanted.id == "statutory", sighting.state != .present {
      return spreadOut(search, otherwise: sighting)
    }
    guard sighting.state == .present, let column = sighting.column else { return sighting }
    let answer: ContentCheck.Answer
    switch wanted.id {
    case "guide": answer = ContentCheck.guide(column, site: search.site)
    case "annual-report": answer = ContentCheck.annualReport(column, site: search.site)
    default: return sighting
    }
    return apply(answer, to: sighting)
  }

  private static func apply(
    _ answer: ContentCheck.Answer, to sighting: ColumnSighting
  ) -> ColumnSighting {
    var sighting = sighting
    switch answer {
    case .right: break
    case .wrong(let quote):
      sighting.state = .wrongContent
      sighting.quote = quote
    case .unknown(let reason):
      sighting.state = .undecided
      sighting.reason = reason
    }
    return sighting
  }

  /// The way to apply may stand inside the guide (国办公开办函〔2019〕61号).
  private static func insideGuide(_ search: ColumnSearch) -> ColumnSighting? {
    let guide = search.look(for: wanted[0])
    guard guide.state == .present, let url = guide.column?.url ?? guide.entry?.url,
      let page = search.site.landing(at: url)
    else { return nil }
    var texts = [page.text]
    for item in (guide.column?.content.items ?? []).prefix(5) {
      if let text = item.url.flatMap({ search.site.landing(at: $0) })?.text { texts.append(text) }
    }
    let isInside = texts.map(Naming.fold).contains { text in
      text.contains("申请")
        && ["受理机构", "申请方式", "提出申请", "申请表", "申请渠道", "提交申请"]
          .contains { text.contains($0) }
    }
    guard isInside else { return nil }
    var sighting = guide
    sighting.quote = "指南内载明依申请公开办法"
    return sighting
  }

  /// A menu heading without a link, whose topics stand below it, is the column itself.
  private static func spreadOut(
    _ search: ColumnSearch, otherwise sighting: ColumnSighting
  ) -> ColumnSighting {
    guard sighting.state == .missing || sighting.state == .undecided else { return sighting }
    let found = TopicList.statutory.count { search.look(for: $0).state == .present }
    var result = sighting
    if found >= 3, sighting.entry != nil || sighting.reason == .ambiguous {
      result.state = .present
    } else if found >= 6, sighting.state == .missing {
      result.state = .undecided
      result.reason = .ambiguous
    }
    return result
  }

  private func report(
    _ sighting: ColumnSighting, wanted: WantedColumn, site: Site
  ) -> Observation {
    let (code, outcome) = RequiredColumns.verdict(sighting.state, wanted: wanted)
    return observation(
      code, outcome, reason: outcome == .inconclusive ? sighting.reason ?? .ambiguous : nil,
      subject: wanted.id, values: sighting.values(title: wanted.title),
      page: sighting.page(in: site), link: sighting.link, quote: sighting.quote,
      locator: sighting.entry.map(\.locator), lookedAt: sighting.lookedAt)
  }

  private static func verdict(
    _ state: ColumnSighting.State, wanted: WantedColumn
  ) -> (String, Outcome) {
    switch state {
    case .present: ("present", .pass)
    case .nilReturn: ("nil-return", .nilReturn)
    case .undecided: ("undecided", .inconclusive)
    case .wrongContent: ("wrong-content", wanted.id == "guide" ? .fail : .review)
    case .blank: ("blank", .fail)
    case .unreachable: ("unreachable", .fail)
    case .missing: ("missing", .fail)
    }
  }
}
