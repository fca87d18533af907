import AuditModel

@testable import Reports

/// A believable report about a department, with what strangers' pages can hold mixed in.
enum Fixture {
  static let hostileTitle = "<script>alert('x')</script>关于<b>公开</b>的通知\u{202E}gnp.exe\u{0007}"
  static let formula = "=HYPERLINK(\"http://evil.example/\",\"点我\")"
  static let start = Instant(startOf: Day(number: 20_778)).adding(seconds: 9 * 3600)

  static let unit = AuditedUnit(
    id: "weisheng", name: "清河市卫生健康局", kind: .department,
    homePage: "https://wjw.qinghe.gov.cn/")

  static func report() -> AuditReport {
    var report = AuditReport(
      unit: unit, asOf: Day(number: 20_778), sweep: "2026-11-21-01", startedAt: start,
      finishedAt: start.adding(seconds: 1_835), toolVersion: "0.1.0", coverage: coverage,
      probes: cards, findings: findings, linkVerdicts: verdicts, scorecards: [scorecard],
      points: points)
    let ids = findings.filter { $0.observation.outcome == .fail }.map(\.id)
    report.comparison = SweepComparison(
      previousSweep: "2026-11-14-01", previousFinishedAt: start.adding(seconds: -604_800),
      new: Array(ids.prefix(4)), still: Array(ids.dropFirst(4)), gone: [earlier.id],
      notReexamined: [])
    report.earlierFindings = [earlier]
    return report
  }

  static let coverage = Coverage(
    pages: 1_284, linksChecked: 6_310,
    notExamined: ["robots-deny": 14, "over-budget": 220, "out-of-scope": 3_120],
    failures: ["404": 11, "timeout": 4, "waf-block": 37], bytes: 184_320_000, startedAt: start,
    finishedAt: start.adding(seconds: 1_835), isPartial: false,
    remarks: ["域名 xxgk.qinghe.gov.cn 的防护系统拦截了 37 次访问，这些页面没有作出结论。"])

  static let cards: [ProbeCard] = [
    card("columns.required", "应设栏目", .columns, "政府信息公开条例（国务院令第711号）", "第十二条、第二十条"),
    card("columns.topics", "法定主动公开内容", .columns, "国办公开办函〔2019〕61号", "二（三）"),
    card("freshness.column", "栏目更新", .freshness, "国办秘函〔2019〕19号", "单项否决 3"),
    card("freshness.home", "首页更新", .freshness, "国办秘函〔2019〕19号", "单项否决 2"),
    card("links.dead-page", "网页链接", .links, "国办秘函〔2019〕19号", "扣分指标"),
    card("links.dead-attachment", "附件", .links, "国办秘函〔2019〕19号", "扣分指标"),
    card("links.dead-external", "外部链接", .links, "国办发〔2017〕47号", "五（三）"),
    card(
      "interpretation.policy-to-interpretation", "政策文件关联解读", .interpretation,
      "国办发〔2017〕47号", "四（二）"),
    card(
      "interpretation.interpretation-to-policy", "解读关联政策文件", .interpretation,
      "国办发〔2017〕47号", "四（二）"),
    card("site.search", "站内搜索", .columns, "国办发〔2017〕47号", "四（四）"),
  ]

  private static func card(
    _ id: String, _ title: String, _ family: ProbeCard.Family, _ document: String,
    _ place: String
  ) -> ProbeCard {
    ProbeCard(
      id: id, title: title, family: family,
      citations: [Citation(document: document, place: place, confidence: .verified)],
      checks: "查看首页、政府信息公开平台、网站地图和站内搜索。",
      passes: "找到入口，打开后有内容。", fails: "四处都没有，或打开为空白、无法访问。",
      cannotDecide: "页面被防护系统拦截，或内容由脚本生成而没有取得。", codes: [])
  }

  static let earlier = finding(
    "columns.required", "blank", .fail, "request", ["column": "依申请公开"],
    page: ("依申请公开", "https://wjw.qinghe.gov.cn/ysq/"))

  static func finding(
    _ probe: String, _ state: String, _ outcome: Outcome, _ subject: String,
    _ values: [String: String] = [:], reason: InconclusiveReason? = nil,
    page: (String, String)? = nil, link: (String, String)? = nil, quote: String? = nil,
    lookedAt: [PlaceLookedAt] = [], evidence: [EvidenceReference] = []
  ) -> Finding {
    let observation = Observation(
      probe: probe, code: "\(probe).\(state)", outcome: outcome, reason: reason,
      subject: subject, values: values,
      page: page.map { PageReference(url: $0.1, title: $0.0) },
      link: link.map { LinkReference(url: $0.1, text: $0.0) }, quote: quote, lookedAt: lookedAt)
    return Finding(
      unit: unit.id, observation: observation, foundAt: start.adding(seconds: 120),
      confirmedAt: outcome == .fail ? start.adding(seconds: 780) : nil, evidence: evidence)
  }
}
