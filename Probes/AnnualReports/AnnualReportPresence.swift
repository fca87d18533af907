public import AuditModel
public import SiteModel

/// Whether the yearly report on disclosure is there, year by year.
public struct AnnualReportPresence: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "annual-report.present", title: "政府信息公开工作年度报告已公布", family: .annualReport,
    citations: [
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第四十九条", confidence: .verified),
      Citation(
        document: "国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知(国办公开办函〔2019〕61号)",
        place: "政府信息公开年报", confidence: .verified),
    ],
    checks: "在年报栏目、各栏目列表、导航和页面标题中找本单位各年度的政府信息公开工作年度报告,按检查日判断最近一个已到期的年度。",
    passes: "最近一个已到期年度的年度报告找得到,页面或附件打得开。",
    fails: "年报栏目能完整读取而没有该年度的报告;报告的链接经复核确认打不开。",
    cannotDecide: "年报栏目本身缺失、空白或打不开的,按必设栏目提出,不重复计算;栏目没有读全、由脚本生成、报告未写明年度的不作结论;"
      + "以往年度缺少的提请人工判断;乡镇(街道)没有全国统一的期限,提请人工判断。",
    codes: [
      "annual-report.present.present", "annual-report.present.missing",
      "annual-report.present.unreachable", "annual-report.present.gap",
      "annual-report.present.same-fault", "annual-report.present.nil-return",
      "annual-report.present.undecided", "annual-report.present.without-duty",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    if let answer = withoutDuty("annual-report", site) { return [answer] }
    return ReportPresence(site: site, kind: .disclosure, columnID: "annual-report").answers()
      .map { observation($0, item: "annual-report", site: site) }
  }
}
