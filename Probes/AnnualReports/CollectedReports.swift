public import AuditModel
public import SiteModel
import WebAddress

/// Whether a government's portal collects the reports of its departments and lower governments.
public struct CollectedReports: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "annual-report.collected", title: "所属单位年度报告集中发布", family: .annualReport,
    citations: [
      Citation(
        document: "国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知(国办公开办函〔2019〕61号)",
        place: "年报逐年集中,门户含部门与下级", confidence: .memory),
      Citation(document: "2023年市级政务公开考核指标", place: "年报集中发布", confidence: .observed),
    ],
    checks: "在政府门户的列表和页面标题中,按年度收集其他单位的年度报告,把最近一个已到期年度与上一年度的单位名单相比较。",
    passes: "上一年度有报告的单位,最近年度也都有。", fails: "本检查不作不符合的结论:应当集中发布哪些单位,须对照单位名册。",
    cannotDecide: "没有集中其他单位的报告、上一年度有而最近年度没有的单位,提请人工判断;部门和乡镇(街道)不适用。",
    codes: [
      "annual-report.collected.collected", "annual-report.collected.absent",
      "annual-report.collected.unit-missing", "annual-report.collected.not-government",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.unit.kind == .government else {
      return [observation("not-government", .notApplicable, subject: "*")]
    }
    let latest = ReportDuty(.disclosure, of: site).latestYear(asOf: site.asOf)
    let others = site.reports.collected.filter { $0.kind == .disclosure }
    let now = others.filter { $0.year == latest }
    let before = others.filter { $0.year == latest - 1 }
    let names = Set(now.map(\.issuer))
    let place = site.platform.url == nil ? site.home : site.platform
    let page = place.url.map { PageReference(url: $0.href, title: place.title) }
    if now.isEmpty {
      return [
        observation(
          "absent", .review, reason: .ambiguous, subject: "*", values: ["year": String(latest)],
          page: page, lookedAt: [place.lookedAt(found: false)])
      ]
    }
    var lost: [String: ReportRecord] = [:]
    for record in before where !names.contains(record.issuer) { lost[record.issuer] = record }
    let missing = lost.values.map { record in
      observation(
        "unit-missing", .review, reason: .ambiguous, subject: record.issuer,
        values: ["year": String(latest), "before": String(latest - 1), "body": record.issuer],
        page: record.listedOn.map { PageReference(url: $0.href, title: "") } ?? page,
        quote: record.title)
    }
    let summary = observation(
      "collected", .pass, subject: "*",
      values: ["year": String(latest), "count": String(names.count)], page: page)
    return ([summary] + missing).sorted { $0.subject < $1.subject }
  }
}
