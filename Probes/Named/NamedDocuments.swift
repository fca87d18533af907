public import AuditModel
public import SiteModel

/// Documents, yearly lists and series of articles that an assessment scheme names.
public struct NamedDocuments: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: NamedList.documentProbe, title: "考核方案指名的文件、年度清单和报道", family: .documents,
    citations: [
      Citation(
        document: "山西省2022年度政务公开工作考核方案", place: "任务分工情况、重大行政决策公开情况", confidence: .observed),
      Citation(
        document: "随州市2020年政务公开第三方评估指标", place: "决策公开、规范性文件、执行公开、服务公开", confidence: .observed),
      Citation(
        document: "重大行政决策程序暂行条例(国务院令第713号)", place: "第三条:决策事项目录向社会公布", confidence: .memory),
    ],
    checks: "按考核方案(方案文件的 named 部分)指名的标题用词、年份和期限,在全部已存的栏目条目、文章和菜单名称里查找。"
      + "征求意见稿、其他机关文件的转载、往年的同名文件、介绍它的新闻和解读都不算。没有选用方案的不查。",
    passes: "找到相应年度、期限之内的文件;成批的找到规定的件数;按月按季的各月各季都有。",
    fails: "方案要求公布,应当存放它的栏目在规定期间内已经全部读完而没有;或者只有晚于期限的。",
    cannotDecide: "方案要求的是办理而不是公布的,没有找到时提请人工判断;没有可供查找的栏目、只见到新闻报道或者看不出年份的提请人工判断;"
      + "栏目没有读完或由脚本生成的不作结论;栏目写明无相关信息的记为零报告。",
    codes: [
      "documents.named.found", "documents.named.late", "documents.named.too-few",
      "documents.named.missing", "documents.named.no-column", "documents.named.nil-return",
      "documents.named.undecided", "documents.named.without-duty",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard !site.named.documents.isEmpty else { return [] }
    let things = TitledThings(site)
    return site.named.documents.flatMap { document -> [Observation] in
      if let reason = site.unit.withoutDuty[document.id] {
        return [
          observation(
            "without-duty", .notApplicable, subject: document.id,
            values: ["document": document.id, "title": document.title, "reason": reason])
        ]
      }
      let answer = DocumentAnswer(document, site: site, things: things)
      return answer.verdicts.map { observation($0, document) }
    }.sorted { $0.subject < $1.subject }
  }

  private func observation(_ verdict: DocumentVerdict, _ document: NamedDocument) -> Observation {
    var values = ["document": document.id, "title": document.title]
    values.merge(verdict.values) { $1 }
    return observation(
      verdict.code, verdict.outcome, reason: verdict.reason, subject: verdict.subject,
      values: values, page: verdict.page, link: verdict.link, quote: verdict.quote)
  }
}

/// What is said of one named document, or of one month or quarter of a series.
struct DocumentVerdict {
  var subject: String
  var code: String
  var outcome: Outcome
  var reason: InconclusiveReason?
  var values: [String: String] = [:]
  var page: PageReference?
  var link: LinkReference?
  var quote: String?
}
