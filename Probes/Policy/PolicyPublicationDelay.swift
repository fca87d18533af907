public import AuditModel
import PageModel
public import SiteModel

/// Whether a policy document was published within twenty working days of being drawn up.
public struct PolicyPublicationDelay: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "policy.publication-delay", title: "政策文件20个工作日内公开", family: .policy,
    citations: [
      Citation(
        document: Citation.disclosureRegulation, place: "第二十六条:形成或者变更之日起20个工作日内",
        confidence: .verified)
    ],
    checks: "政策文件页面上写明的成文日期与发布日期之间的工作日数,按国务院办公厅公布的节假日和调休安排计算。",
    passes: "最早一处的发布日期不晚于第20个工作日。",
    fails: "两个日期都写在页面上,发布日期晚于第20个工作日。",
    cannotDecide:
      "相隔超过一年的、同一天集中发布多份旧文件的(像是补录或网站迁移)、发布早于成文的、看不出是不是本单位文件的,提请人工判断;年份不在已知节假日安排之内的不作结论。转发的上级文件不在其列。",
    codes: [
      "policy.publication-delay.timely", "policy.publication-delay.late",
      "policy.publication-delay.reversed", "policy.publication-delay.undecided",
    ])

  private let calendar: WorkingCalendar
  private static let limit = 20

  /// Makes the value from its parts.
  public init(calendar: WorkingCalendar = .national) { self.calendar = calendar }

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let rush = MigrationDays(site.policies)
    return site.policies.filter { $0.isMarked && !$0.isForeign }
      .compactMap { judge($0, rush) }.sorted { $0.subject < $1.subject }
  }

  private func judge(_ policy: PolicyDocument, _ rush: MigrationDays) -> Observation? {
    let published = policy.sightings.filter { $0.published != nil }
      .min { ($0.published?.day.number ?? 0) < ($1.published?.day.number ?? 0) }
    guard let created = policy.created, let copy = published, let shown = copy.published
    else { return nil }
    let day = shown.day
    let dates = Dates(policy: policy, copy: copy, created: created, published: day)
    if day < created { return report("reversed", .review, reason: .ambiguous, dates) }
    guard let deadline = calendar.deadline(PolicyPublicationDelay.limit, workingDaysAfter: created)
    else {
      // Twenty days of any kind hold no more than twenty working days.
      return day.days(since: created) <= PolicyPublicationDelay.limit
        ? report("timely", .pass, dates)
        : report("undecided", .inconclusive, reason: .ambiguous, dates)
    }
    if day <= deadline { return report("timely", .pass, dates) }
    let isSure = day.days(since: created) <= 365 && !rush.contains(day) && policy.isOwn
    return report("late", isSure ? .fail : .review, reason: isSure ? nil : .ambiguous, dates)
  }

  private struct Dates {
    let policy: PolicyDocument
    let copy: PolicyCopy
    let created: Day
    let published: Day
  }

  private func report(
    _ code: String, _ outcome: Outcome, reason: InconclusiveReason? = nil, _ dates: Dates
  ) -> Observation {
    var values = PolicyValues.make(dates.policy)
    values["created"] = dates.created.description
    values["published"] = dates.published.description
    values["days"] = String(dates.published.days(since: dates.created))
    let limit = PolicyPublicationDelay.limit
    values["deadline"] = calendar.deadline(limit, workingDaysAfter: dates.created)?.description
    values["workdays"] = calendar.workingDays(from: dates.created, to: dates.published)
      .map { String($0) }
    let quotes = [dates.copy.created?.quote, dates.copy.published?.quote].compactMap { $0 }
    return observation(
      code, outcome, reason: reason, subject: dates.policy.id, values: values,
      page: dates.copy.reference, quote: quotes.joined(separator: "; "))
  }
}

/// Days on which a site put out many documents of quite different age: it moved, or caught up.
struct MigrationDays {
  private let days: Set<Day>

  init(_ policies: [PolicyDocument]) {
    var created: [Day: [Day]] = [:]
    for copy in policies.flatMap(\.sightings) {
      if let day = copy.published?.day, let made = copy.created?.day {
        created[day, default: []].append(made)
      }
    }
    days = Set(
      created.filter { _, made in
        guard made.count >= 5, let first = made.min(), let last = made.max() else { return false }
        return last.days(since: first) > 60
      }.keys)
  }

  func contains(_ day: Day) -> Bool { days.contains(day) }
}
