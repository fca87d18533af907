public import AuditModel
public import SiteModel

/// Whether pages carry the tags the guideline wants, filled, well formed and true.
public struct PageMetaTags: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "page.meta-tags", title: "网页标签", family: .site,
    citations: [
      Citation(
        document: Citation.developmentGuideline, place: "附件 网页设计规范:网页标签", confidence: .verified)
    ],
    checks:
      "首页、栏目页、内容页的必选标签:网站 SiteName、SiteDomain、SiteIDCode;栏目 ColumnName、ColumnType、ColumnDescription、ColumnKeywords;内容 ArticleTitle、PubDate、ContentSource。同一类页面的同一问题只列一条,写明页数和例子。",
    passes: "该类页面都有该标签,有值,写法符合要求,与页面所示一致。",
    fails:
      "标签缺失、为空、写法不符(PubDate 应为“YYYY-MM-DD HH:MM”,SiteIDCode 应为10位),或 SiteIDCode 与页脚标识码、PubDate 与页面发布日期、ArticleTitle 与页面标题不一致。",
    cannotDecide:
      "ColumnDescription、ColumnKeywords 是否必选来源单一,SiteDomain 与域名不一致可能是合设,个别页面的缺失可能是页面类别看错,提请人工判断;没有读到该类页面的不作结论。没有自己网站的单位不适用。",
    codes: [
      "page.meta-tags.right", "page.meta-tags.missing", "page.meta-tags.empty",
      "page.meta-tags.form", "page.meta-tags.disagrees", "page.meta-tags.undecided",
      "page.meta-tags.no-own-site",
    ])

  private static let parts: [TemplateKind: [String]] = [
    .home: ["SiteName", "SiteDomain", "SiteIDCode"],
    .column: [
      "SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnType", "ColumnDescription",
      "ColumnKeywords",
    ],
    .article: ["SiteName", "SiteDomain", "SiteIDCode", "ArticleTitle", "PubDate", "ContentSource"],
  ]

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.unit.hasOwnSite else { return withoutOwnSite() }
    return TemplateKind.allCases.flatMap { observe($0, site.census) }
      .sorted { $0.subject < $1.subject }
  }

  private func observe(_ kind: TemplateKind, _ census: PageCensus) -> [Observation] {
    guard census.pages[kind, default: 0] > 0 else {
      return [
        observation(
          "undecided", .inconclusive, reason: .notExamined, subject: kind.rawValue,
          values: ["template": kind.title])
      ]
    }
    return (PageMetaTags.parts[kind] ?? []).flatMap { part -> [Observation] in
      let total = census.looked[kind]?[part] ?? 0
      let faults = census.faults.filter { $0.key.template == kind && $0.key.part == part }
      guard !faults.isEmpty else {
        let values = ["template": kind.title, "part": part, "total": String(total)]
        return [observation("right", .pass, subject: "\(kind.rawValue)/\(part)", values: values)]
      }
      return faults.map { fault, tally in
        let outcome = outcome(fault, tally, total: total)
        return templateFinding(
          fault.kind.rawValue, outcome, fault: fault, tally: tally, total: total)
      }
    }
  }

  private func outcome(_ fault: TemplateFault, _ tally: FaultTally, total: Int) -> Outcome {
    if ["ColumnDescription", "ColumnKeywords"].contains(fault.part) { return .review }
    if fault.part == "SiteDomain", fault.kind == .disagrees { return .review }
    // A few pages without a tag the others bear may be pages of another kind.
    if fault.kind == .missing, tally.count * 5 < total { return .review }
    return .fail
  }
}
