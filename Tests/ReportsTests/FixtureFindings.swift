import AuditModel

@testable import Reports

extension Fixture {
  private static let site = "https://wjw.qinghe.gov.cn"

  static let findings: [Finding] = columnFindings + linkFindings + otherFindings + passes

  private static let columnFindings = [
    finding(
      "columns.required", "missing", .fail, "guide", ["column": "政府信息公开指南"],
      page: ("清河市卫生健康局", "\(site)/"), lookedAt: places, evidence: shot("guide")),
    finding(
      "columns.required", "unreachable", .fail, "annual-report",
      ["column": "政府信息公开年报", "cause": "5xx"], page: ("政府信息公开", "\(site)/xxgk/"),
      link: ("政府信息公开年报", "\(site)/xxgk/nb/"), evidence: shot("nb")),
    finding(
      "columns.topics", "missing", .fail, "emergency", ["column": "突发公共事件应急预案"],
      page: ("法定主动公开内容", "\(site)/xxgk/fdzdgknr/"), lookedAt: places),
    finding(
      "columns.topics", "blank", .fail, "recruitment", ["column": "公务员招考"],
      page: ("公务员招考", "\(site)/xxgk/gwyzk/"), quote: "暂无数据", evidence: shot("zk")),
    finding(
      "freshness.column", "stale", .fail, "notice",
      [
        "column": "通知公告", "type": "通知公告", "newest": "2026-03-02", "days": "264",
        "limit": "6个月",
      ], page: ("通知公告", "\(site)/tzgg/"), quote: "2026-03-02 关于开展春季传染病防控的通知",
      evidence: shot("tzgg")),
    finding(
      "freshness.column", "undated", .fail, "personnel",
      ["column": "人事任免", "limit": "1年", "type": "人事信息"], page: ("人事任免", "\(site)/rsrm/")),
    finding(
      "interpretation.policy-to-interpretation", "missing-link", .fail, "清卫发〔2026〕8号",
      [
        "policy": "清河市基层医疗卫生机构能力提升行动方案", "number": "清卫发〔2026〕8号",
        "interpretation": "一图读懂基层医疗卫生机构能力提升行动方案",
      ], page: ("清河市基层医疗卫生机构能力提升行动方案", "\(site)/zcwj/202605/t20260511_8.html")),
    finding(
      "interpretation.interpretation-to-policy", "missing-link", .fail, "jd-8",
      ["interpretation": "一图读懂能力提升行动方案", "policy": "能力提升行动方案"],
      page: ("一图读懂能力提升行动方案", "\(site)/zcjd/202605/t20260512_9.html")),
  ]

  private static let linkFindings = [
    dead("links.dead-page", "\(site)/old/t2019.html", hostileTitle, "404"),
    dead("links.dead-page", "javascript:alert(1)", formula, "invalid-url"),
    dead(
      "links.dead-attachment", "\(site)/files/\(String(repeating: "附件", count: 400)).pdf",
      String(repeating: "关于印发《实施方案》的通知", count: 60), "404"),
    dead("links.dead-external", "http://www.example.org/gone", "+86 联系我们", "dns"),
    finding(
      "links.dead-page", "suspected", .inconclusive, "\(site)/slow", ["cause": "timeout"],
      reason: .unconfirmed, page: ("首页", "\(site)/"), link: ("办事指南", "\(site)/slow")),
    finding(
      "links.dead-external", "blocked", .inconclusive, "blocked:www.gov.cn:waf-block",
      ["cause": "waf-block", "host": "www.gov.cn", "count": "37"], reason: .wafBlock,
      page: ("首页", "\(site)/"),
      link: ("中国政府网", "https://www.gov.cn/x")),
  ]

  private static let otherFindings = [
    finding(
      "columns.required", "undecided", .inconclusive, "statutory", ["column": "法定主动公开内容"],
      reason: .jsOnly, page: ("政府信息公开", "\(site)/xxgk/"), lookedAt: places),
    finding(
      "freshness.column", "future", .review, "news",
      ["column": "工作动态", "newest": "2027-01-05"], reason: .ambiguous,
      page: ("工作动态", "\(site)/gzdt/"), quote: "2027-01-05"),
    finding("freshness.home", "undecided", .error, "home", [:]),
    finding(
      "interpretation.interpretation-to-policy", "undecided", .review, "jd-2",
      ["interpretation": "问答：生育支持政策"], reason: .ambiguous),
    finding("strange.probe", "odd", .fail, "odd", ["b": "=2+2", "a": "<i>\u{0000}值"]),
    finding("columns.topics", "undecided", .notChecked, "budget", ["column": "财政预决算"]),
  ]

  private static let passes = [
    finding("columns.required", "present", .pass, "request", ["column": "依申请公开"]),
    finding("columns.required", "present", .pass, "system", ["column": "政府信息公开制度"]),
    finding("site.search", "present", .pass, "search"),
    finding("links.dead-page", "alive", .pass, "*", ["count": "5892", "checked": "5894"]),
    finding(
      "freshness.column", "fresh", .pass, "policy",
      ["column": "政策文件", "newest": "2026-11-03"], page: ("政策文件", "\(site)/zcwj/")),
  ]

  private static let places = [
    PlaceLookedAt(kind: .homePage, url: "\(site)/", result: .notFound),
    PlaceLookedAt(kind: .disclosurePlatform, url: "\(site)/xxgk/", result: .notFound),
    PlaceLookedAt(kind: .siteMap, url: "\(site)/wzdt/", result: .unreachable),
    PlaceLookedAt(kind: .search, url: "", result: .notPresent),
  ]

  private static func dead(
    _ probe: String, _ target: String, _ text: String, _ cause: String
  ) -> Finding {
    finding(
      probe, "dead", .fail, target, ["cause": cause, "count": "2", "alsoOn1": "\(site)/list.html"],
      page: (hostileTitle, "\(site)/index.html"), link: (text, target), evidence: shot("dead"))
  }

  static func shot(_ name: String) -> [EvidenceReference] {
    let hash = String(repeating: "9f86d081884c7d65", count: 4)
    let at = start.adding(seconds: 900)
    return [
      EvidenceReference(
        kind: .screenshot, completeness: .complete, file: "evidence/screenshots/\(name).png",
        sha256: hash, capturedAt: at, url: "\(site)/"),
      EvidenceReference(
        kind: .thumbnail, completeness: .complete, file: "evidence/thumbnails/\(name).png",
        sha256: hash, capturedAt: at, url: "\(site)/"),
      EvidenceReference(
        kind: .archive, completeness: .complete, file: "evidence/sweep.warc.gz", sha256: hash,
        capturedAt: at, url: "\(site)/", record: "<urn:uuid:6f1c9a52-0000-4000-8000-000000000001>",
        offset: 40_960, length: 2_048),
    ]
  }

  static let verdicts: [String: LinkVerdict] = Dictionary(
    uniqueKeysWithValues: linkFindings.compactMap { $0.observation.link?.url }.map {
      ($0, verdict($0))
    })

  private static func verdict(_ url: String) -> LinkVerdict {
    LinkVerdict(
      state: .dead, cause: .notFound,
      sightings: [
        LinkSighting(
          method: "HEAD", at: start.adding(seconds: 120), status: 404, cause: .notFound,
          finalURL: url),
        LinkSighting(
          method: "GET", at: start.adding(seconds: 780), status: 404, cause: .notFound,
          finalURL: url, detail: "您访问的页面不存在或已删除"),
      ], confirmAfter: 600)
  }
}
