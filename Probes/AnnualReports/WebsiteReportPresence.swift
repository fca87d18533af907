public import AuditModel
public import SiteModel

/// Whether the website's yearly sheet is there, year by year.
public struct WebsiteReportPresence: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "website-report.present", title: "政府网站工作年度报表已公布", family: .annualReport,
    citations: [
      Citation(
        document: "关于政府网站工作年度报表的通知(国办函〔2018〕12号)", place: "年度报表",
        confidence: .verified)
    ],
    checks: "在报表栏目、各栏目列表、导航和页面标题中找本网站各年度的政府网站工作年度报表,按检查日判断最近一个已到期的年度。",
    passes: "最近一个已到期年度的报表找得到,页面或附件打得开。",
    fails: "报表栏目能完整读取而没有该年度的报表;报表的链接经复核确认打不开。",
    cannotDecide: "报表栏目本身缺失、空白或打不开的,按必设栏目提出,不重复计算;栏目没有读全、由脚本生成、报表未写明年度的不作结论;"
      + "以往年度缺少的提请人工判断;没有独立网站的单位不适用。",
    codes: [
      "website-report.present.present", "website-report.present.missing",
      "website-report.present.unreachable", "website-report.present.gap",
      "website-report.present.same-fault", "website-report.present.nil-return",
      "website-report.present.undecided", "website-report.present.without-duty",
      "website-report.present.no-own-site",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    if let answer = withoutDuty("website-report", site) { return [answer] }
    guard site.unit.hasOwnSite else {
      return [observation("no-own-site", .notApplicable, subject: "*")]
    }
    return ReportPresence(site: site, kind: .website, columnID: "website-report").answers()
      .map { observation($0, item: "website-report", site: site) }
  }
}
