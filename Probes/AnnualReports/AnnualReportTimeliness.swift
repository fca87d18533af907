public import AuditModel
public import SiteModel

/// Whether the yearly report on disclosure was out in time.
public struct AnnualReportTimeliness: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "annual-report.on-time", title: "政府信息公开工作年度报告按时公布", family: .annualReport,
    citations: [
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第四十九条", confidence: .verified)
    ],
    checks: "取年度报告页面的发布日期、列表上的日期和地址中的日期,与法定期限比较:部门为次年1月31日,地方人民政府为次年3月31日,当日为按时。",
    passes: "各处日期都不晚于期限。",
    fails: "最近一个已到期年度的报告,各处日期都晚于期限。",
    cannotDecide: "各处日期不一致(有的在期限内)、三个以上年度的报告同一天上网(疑为网站迁移)、没有日期、日期早于年度结束的,"
      + "提请人工判断;以往年度晚于期限的、乡镇(街道)的,提请人工判断。地方规定更早期限的,以地方方案为准,由人工判断。",
    codes: [
      "annual-report.on-time.on-time", "annual-report.on-time.late",
      "annual-report.on-time.disputed", "annual-report.on-time.moved",
      "annual-report.on-time.undated", "annual-report.on-time.too-early",
      "annual-report.on-time.without-duty",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    if let answer = withoutDuty("annual-report", site) { return [answer] }
    let latest = ReportDuty(.disclosure, of: site).latestYear(asOf: site.asOf)
    return ReportTimeliness(site: site, kind: .disclosure).answers()
      .map { observation($0, latest: latest, item: "annual-report") }
      .sorted { $0.subject < $1.subject }
  }
}
