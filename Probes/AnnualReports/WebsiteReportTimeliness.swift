public import AuditModel
public import SiteModel

/// Whether the website's yearly sheet was out in time.
public struct WebsiteReportTimeliness: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "website-report.on-time", title: "政府网站工作年度报表按时公布", family: .annualReport,
    citations: [
      Citation(
        document: "关于政府网站工作年度报表的通知(国办函〔2018〕12号)", place: "1月31日前",
        confidence: .verified)
    ],
    checks: "取报表页面的发布日期、列表上的日期和地址中的日期,与次年1月31日比较,当日为按时。",
    passes: "各处日期都不晚于1月31日。", fails: "最近一个已到期年度的报表,各处日期都晚于1月31日。",
    cannotDecide: "各处日期不一致、三个以上年度的报表同一天上网、没有日期、日期早于年度结束的,提请人工判断;"
      + "以往年度晚于期限的提请人工判断;没有独立网站的单位不适用。",
    codes: [
      "website-report.on-time.on-time", "website-report.on-time.late",
      "website-report.on-time.disputed", "website-report.on-time.moved",
      "website-report.on-time.undated", "website-report.on-time.too-early",
      "website-report.on-time.without-duty", "website-report.on-time.no-own-site",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    if let answer = withoutDuty("website-report", site) { return [answer] }
    guard site.unit.hasOwnSite else {
      return [observation("no-own-site", .notApplicable, subject: "*")]
    }
    let latest = ReportDuty(.website, of: site).latestYear(asOf: site.asOf)
    return ReportTimeliness(site: site, kind: .website).answers()
      .map { observation($0, latest: latest, item: "website-report") }
      .sorted { $0.subject < $1.subject }
  }
}
