public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Articles whose date is much later than they are.
public struct RedatedArticles: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "freshness.redated", title: "旧稿新发", family: .freshness,
    citations: [
      Citation(
        document: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标的通知(国办秘函〔2019〕19号)",
        place: "单项否决:弄虚作假(如伪造发稿日期)", confidence: .single)
    ],
    checks: "检测日前一年内发布的文章:发布日期与网址中的日期、与本站同题文章的发布日期相差多少。",
    passes: "没有相差半年以上的。",
    fails: "本检查不作不符合的结论。",
    cannotDecide: "发布日期比网址中的日期晚半年以上;本站有题目相同而早半年以上发布的文章(题目至少10个字,不带年份和期次的例行标题不算)。"
      + "都请人工判断:栏目迁移、每年例行的同题文章也会这样。",
    codes: [
      "freshness.redated.address", "freshness.redated.copy", "freshness.redated.none",
    ])

  /// Makes the value from its parts.
  public init() {}

  private static let reach = 365
  private static let gap = 183
  private static let limit = 2_000
  private static let many = 5

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let articles = site.pages.filter { $0.kind == .article && $0.publication != nil }
    let copies = Dictionary(grouping: articles) { Naming.fold($0.title) }
    var result: [Observation] = []
    for article in articles where result.count < Self.limit {
      guard let day = article.publication?.day, day <= site.asOf,
        site.asOf.days(since: day) <= Self.reach
      else { continue }
      if let found = older(article, day) ?? copied(article, day, copies) { result.append(found) }
    }
    result = grouped(result)
    if result.isEmpty {
      result.append(
        observation(
          "none", articles.isEmpty ? .notChecked : .pass, subject: "*",
          values: ["count": String(articles.count)]))
    }
    return result.sorted { $0.subject < $1.subject }
  }

  private func older(_ article: PageSummary, _ day: Day) -> Observation? {
    guard let written = article.addressDay, day.days(since: written.day) >= Self.gap else {
      return nil
    }
    return report("address", article, day, earlier: written.day, ["detail": written.quote])
  }

  private func copied(
    _ article: PageSummary, _ day: Day, _ copies: [String: [PageSummary]]
  ) -> Observation? {
    let title = Naming.fold(article.title)
    guard title.count >= 10, !Self.isRoutine(title), let others = copies[title], others.count > 1,
      let first = others.min(by: { Self.order($0) < Self.order($1) }),
      let earlier = first.publication?.day, day.days(since: earlier) >= Self.gap,
      first.url != article.url
    else { return nil }
    return report("copy", article, day, earlier: earlier, ["other": first.url.href])
  }

  /// Many old addresses with one day are one matter: a column that was moved, or filled at once.
  private func grouped(_ found: [Observation]) -> [Observation] {
    let byDay = Dictionary(grouping: found) { "\($0.code) \($0.values["day"] ?? "")" }
    return byDay.values.flatMap { group -> [Observation] in
      guard group.count >= Self.many, var first = group.min(by: { $0.subject < $1.subject }) else {
        return group
      }
      first.subject = "\(first.code):\(first.values["day"] ?? "")"
      first.values["count"] = String(group.count)
      return [first]
    }
  }

  private static func order(_ article: PageSummary) -> (Int, WebURL) {
    (article.publication?.day.number ?? .max, article.url)
  }

  /// Titles that come again every year or month: notices of holidays, recruitment, lists.
  private static func isRoutine(_ title: String) -> Bool {
    [
      "放假", "值班", "招聘", "公示", "公告", "名单", "统计", "月报", "季报", "简报", "预算", "决算", "年报", "年度报告", "目录",
      "清单", "指南", "简介", "职责", "通报", "预警", "情况", "领导", "公开制度",
    ].contains { title.contains($0) }
  }

  private func report(
    _ code: String, _ article: PageSummary, _ day: Day, earlier: Day, _ values: [String: String]
  ) -> Observation {
    observation(
      code, .review, reason: .ambiguous, subject: article.url.href,
      values: values.merging([
        "day": day.description, "earlier": earlier.description,
        "days": String(day.days(since: earlier)), "title": article.title,
      ]) { $1 }, page: article.reference, quote: article.publication?.quote)
  }
}
