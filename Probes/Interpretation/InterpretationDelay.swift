public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether an interpretation came out together with its policy: within three working days.
public struct InterpretationDelay: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "interpretation.delay", title: "解读与文件同步发布", family: .interpretation,
    citations: [
      Citation(
        document: "国务院办公厅关于全面推进政务公开工作的意见实施细则(国办发〔2016〕80号)", place: "解读与文件同步发布",
        confidence: .verified),
      Citation(
        document: "郑州市政策解读工作办法(2016)", place: "最迟在文件公开后3个工作日内", confidence: .single),
      Citation(
        document: "2023年政务公开考核评估指标", place: "政策解读与政策文件同步发布", confidence: .observed),
    ],
    checks: "配对确定的政策与解读(有多篇的取最早一篇)页面上的发布日期相隔几个工作日,按国务院办公厅公布的节假日和调休安排计算。",
    passes: "解读不晚于文件发布后第3个工作日。",
    fails: "本单位的文件,两个发布日期都写在页面上,解读晚于第3个工作日。",
    cannotDecide:
      "解读比文件早3个工作日以上的、相隔一年以上的、同一天集中发布多份旧文件的(像是网站迁移)、看不出是不是本单位文件的,提请人工判断;没有发布日期、年份不在已知节假日安排之内的不作结论。",
    codes: [
      "interpretation.delay.timely", "interpretation.delay.late", "interpretation.delay.early",
      "interpretation.delay.undecided",
    ])

  private let calendar: WorkingCalendar
  private let limit: Int

  /// - Parameter limit: working days an interpretation may come after its policy.
  public init(calendar: WorkingCalendar = .national, limit: Int = 3) {
    self.calendar = calendar
    self.limit = limit
  }

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let pairs = Dictionary(grouping: site.pairs.filter(\.isCertain), by: \.policy)
    let moved = MigrationDays(site.policies)
    return pairs.compactMap { index, own in
      let policy = site.policies[index]
      guard !policy.isForeign else { return nil }
      return judge(policy, own.map { site.interpretations[$0.interpretation] }, own, moved)
    }.sorted { $0.subject < $1.subject }
  }

  private struct Gap {
    let policy: PolicyDocument
    let interpretation: Interpretation
    let evidence: [PolicyPair.Evidence]
    let from: Day
    let to: Day
    let workdays: Int?
  }

  private func judge(
    _ policy: PolicyDocument, _ interpretations: [Interpretation], _ pairs: [PolicyPair],
    _ moved: MigrationDays
  ) -> Observation? {
    let published = policy.sightings.compactMap { $0.published?.day }.min()
    let dated = zip(interpretations, pairs).filter { $0.0.day != nil }
      .min { ($0.0.day?.number ?? 0) < ($1.0.day?.number ?? 0) }
    guard let from = published, let (first, pair) = dated, let to = first.day else { return nil }
    let gap = Gap(
      policy: policy, interpretation: first, evidence: pair.evidence, from: from, to: to,
      workdays: calendar.workingDays(from: from, to: to))
    guard let lag = gap.workdays else {
      // So few days of any kind cannot hold more working days.
      return abs(to.days(since: from)) <= limit
        ? report("timely", .pass, gap)
        : report("undecided", .inconclusive, reason: .ambiguous, gap)
    }
    if lag < -limit { return report("early", .review, reason: .ambiguous, gap) }
    if lag <= limit { return report("timely", .pass, gap) }
    let isSure =
      policy.isOwn && to.days(since: from) <= 365 && !moved.contains(from) && !moved.contains(to)
    return report("late", isSure ? .fail : .review, reason: isSure ? nil : .ambiguous, gap)
  }

  private func report(
    _ code: String, _ outcome: Outcome, reason: InconclusiveReason? = nil, _ gap: Gap
  ) -> Observation {
    var values = PairValues.make(
      policy: gap.policy, interpretation: gap.interpretation, evidence: gap.evidence)
    values["document"] = gap.policy.id
    values["policyDate"] = gap.from.description
    values["published"] = gap.from.description
    values["date"] = gap.to.description
    values["workdays"] = gap.workdays.map { String($0) }
    values["limit"] = String(limit)
    return observation(
      code, outcome, reason: reason, subject: gap.policy.id, values: values,
      page: PageReference(url: gap.interpretation.url.href, title: gap.interpretation.title),
      link: gap.policy.copies.first.map { LinkReference(url: $0.href, text: gap.policy.title) })
  }
}
