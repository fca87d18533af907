public import AuditModel
public import SiteModel

/// Whether articles show when they were published and where they come from.
public struct ArticleSource: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "article.source", title: "文章页发布时间和来源", family: .site,
    citations: [
      Citation(
        document: Citation.developmentGuideline, place: "附件 网页设计规范:文章页标明发布时间、信息来源",
        confidence: .verified)
    ],
    checks: "内容页上看得见的发布时间和来源(来源、发布机构)。同一问题只列一条,写明页数和例子。",
    passes: "读到的内容页都写明。", fails: "五分之一以上的内容页没有写明,或“来源”后面是空的。",
    cannotDecide: "只有个别页面没有的,可能不是文章,提请人工判断;由脚本补充内容的页面不计;没有读到内容页的不作结论。没有自己网站的单位不适用。",
    codes: [
      "article.source.shown", "article.source.missing", "article.source.empty",
      "article.source.undecided", "article.source.no-own-site",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.unit.hasOwnSite else { return withoutOwnSite() }
    return ["source", "time"].flatMap { observe($0, site.census) }
      .sorted { $0.subject < $1.subject }
  }

  private func observe(_ part: String, _ census: PageCensus) -> [Observation] {
    let total = census.looked[.article]?[part] ?? 0
    let subject = "article/\(part)"
    guard total > 0 else {
      return [observation("undecided", .inconclusive, reason: .notExamined, subject: subject)]
    }
    let faults = census.faults.filter { $0.key.template == .article && $0.key.part == part }
    guard !faults.isEmpty else {
      return [observation("shown", .pass, subject: subject, values: ["total": String(total)])]
    }
    return faults.map { fault, tally in
      let isCommon = tally.count * 5 >= total && total >= 3
      var finding = templateFinding(
        fault.kind.rawValue, isCommon ? .fail : .review, fault: fault, tally: tally, total: total)
      finding.values["what"] = part == "time" ? "发布时间" : "来源"
      return finding
    }
  }
}
