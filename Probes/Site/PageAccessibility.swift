public import AuditModel
public import SiteModel

/// Basics without which a screen reader is lost: a title, links with words.
public struct PageAccessibility: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "page.accessibility", title: "无障碍基本要求", family: .site,
    citations: [
      Citation(document: "中华人民共和国无障碍环境建设法", place: "第三十二条", confidence: .single)
    ],
    checks: "首页、栏目页、内容页有没有网页标题,链接有没有文字(或图片替代文字、title)。只作提示,不作符合与否的结论。",
    passes: "读到的页面都有。", fails: "本检查不作不符合的结论。",
    cannotDecide: "没有读到该类页面的不作结论。没有自己网站的单位不适用。",
    codes: [
      "page.accessibility.present", "page.accessibility.missing",
      "page.accessibility.no-own-site",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.unit.hasOwnSite else { return withoutOwnSite() }
    return TemplateKind.allCases.flatMap { kind in
      ["title", "link-text"].compactMap { observe(kind, $0, site.census) }
    }.sorted { $0.subject < $1.subject }
  }

  private func observe(_ kind: TemplateKind, _ part: String, _ census: PageCensus) -> Observation? {
    guard let total = census.looked[kind]?[part], total > 0 else { return nil }
    let fault = TemplateFault(template: kind, part: part, kind: .missing)
    let what = part == "title" ? "网页标题" : "链接文字"
    guard let tally = census.faults[fault] else {
      let values = ["template": kind.title, "what": what, "total": String(total)]
      return observation("present", .pass, subject: "\(kind.rawValue)/\(part)", values: values)
    }
    var finding = templateFinding("missing", .info, fault: fault, tally: tally, total: total)
    finding.values["what"] = what
    return finding
  }
}
