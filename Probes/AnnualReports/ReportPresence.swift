import AuditModel
import PageModel
import SiteModel
import WebAddress

/// Looks for the reports that must be there; the two kinds of report are sought in one way.
struct ReportPresence {
  let site: Site
  let kind: ReportTitle.Kind
  /// Id of the required column that holds them.
  let columnID: String

  /// What looking for the report of a year gave.
  struct Answer {
    var code: String
    var outcome: Outcome
    var reason: InconclusiveReason?
    var year: Int
    var record: ReportRecord?
    var quote: String?
    var sighting: ColumnSighting?
    var verdict: LinkVerdict?
  }

  /// One answer for the latest report due, one for each year left out before it, one for each
  /// report found.
  func answers() -> [Answer] {
    let duty = ReportDuty(kind, of: site)
    let latest = duty.latestYear(asOf: site.asOf)
    let records = site.reports.own(kind)
    var answers = records.map(found)
    if latest >= duty.firstYear, !records.contains(where: { $0.year == latest }) {
      answers.append(missing(latest, isNational: duty.isNational))
    }
    let years = Set(records.map(\.year))
    if let first = years.min(), first < latest {
      for year in max(first, latest - 10)..<latest where !years.contains(year) {
        answers.append(Answer(code: "gap", outcome: .review, reason: .ambiguous, year: year))
      }
    }
    return answers.sorted { $0.year < $1.year }
  }

  /// A report counts when its page was read or its file answered.
  private func found(_ record: ReportRecord) -> Answer {
    var answer = Answer(code: "present", outcome: .pass, year: record.year, record: record)
    if site.landing(at: record.url) != nil { return answer }
    guard let verdict = site.source.linkVerdict(of: record.url) else {
      undecide(&answer, site.source.fetchStatus(of: record.url)?.cause?.reason ?? .notExamined)
      return answer
    }
    switch verdict.state {
    case .alive: return answer
    case .dead:
      answer.code = "unreachable"
      answer.outcome = .fail
      answer.verdict = verdict
    case .suspected, .blocked, .unchecked:
      undecide(&answer, verdict.cause?.reason ?? .notExamined)
    }
    return answer
  }

  private func missing(_ year: Int, isNational: Bool) -> Answer {
    var answer = Answer(code: "missing", outcome: .fail, year: year)
    let sighting = columnSighting
    answer.sighting = sighting
    switch sighting?.state {
    case .missing, .blank, .unreachable, .wrongContent:
      answer.code = "same-fault"
      (answer.outcome, answer.reason) = (.review, .ambiguous)
    case .nilReturn:
      answer.code = "nil-return"
      answer.outcome = .nilReturn
      answer.quote = sighting?.quote
    case .undecided: undecide(&answer, sighting?.reason ?? .ambiguous)
    case .present, nil:
      if let doubt = doubt(sighting) {
        undecide(&answer, doubt)
      } else if !isNational {
        (answer.outcome, answer.reason) = (.review, .ambiguous)
      }
    }
    return answer
  }

  private func undecide(_ answer: inout Answer, _ reason: InconclusiveReason) {
    answer.code = "undecided"
    (answer.outcome, answer.reason) = (.inconclusive, reason)
  }

  private var columnSighting: ColumnSighting? {
    RequiredColumns.wanted.first { $0.id == columnID }
      .map { RequiredColumns.sighting(of: $0, search: ColumnSearch(site)) }
  }

  /// Why the report may be there although no title names it.
  private func doubt(_ sighting: ColumnSighting?) -> InconclusiveReason? {
    let typed = site.columns.filter { $0.type == .annualReport || $0.type == .websiteReport }
    let columns = (typed + [sighting?.column].compactMap(\.self)).filter { !isEntrance($0) }
    // The menu leads to another body's portal, which is not part of this audit.
    if columns.isEmpty { return .notExamined }
    if columns.contains(where: { $0.content.unreadPages > 0 }) { return .captureIncomplete }
    if columns.contains(where: { $0.content.state == .scripted }) { return .jsOnly }
    if !site.reports.undated.isEmpty { return .ambiguous }
    if columns.contains(where: isFolder) { return .notExamined }
    // A government's own report may stand under a name the titles do not show.
    let others = site.reports.collected.filter { $0.kind == kind }
    let latest = ReportDuty(kind, of: site).latestYear(asOf: site.asOf)
    return others.contains { $0.year == latest } && site.reports.own(kind).isEmpty
      ? .ambiguous : nil
  }

  /// A heading on the home page or the platform can make that page look like the column it names.
  private func isEntrance(_ column: Column) -> Bool {
    [site.home.url, site.platform.url, site.siteMap.url].compactMap { $0 }
      .contains { AddressKey($0) == AddressKey(column.url) }
  }

  /// Filled, but not with a list that could be read: a picture wall, a frame, one text.
  private func isFolder(_ column: Column) -> Bool {
    column.content.items.isEmpty && column.content.state == .filled && column.children.isEmpty
      && !site.reports.own(kind).contains { AddressKey($0.url) == AddressKey(column.url) }
  }
}

extension Probe {
  /// The observation for one answer of ``ReportPresence``.
  func observation(_ answer: ReportPresence.Answer, item: String, site: Site) -> Observation {
    let kind: ReportTitle.Kind = item == "website-report" ? .website : .disclosure
    let latest = ReportDuty(kind, of: site).latestYear(asOf: site.asOf)
    var values = ["year": String(answer.year), "item": "\(item).\(answer.year)"]
    values["current"] = answer.year >= latest ? "yes" : "no"
    // One fault of the column and of the latest report is counted under the column's id.
    if answer.year == latest { values["item"] = item }
    if let title = answer.record?.title { values["title"] = title }
    if let cause = answer.verdict?.cause { values["cause"] = cause.rawValue }
    if answer.code == "same-fault" { values["sameAs"] = item }
    let column = answer.sighting?.column?.reference
    let listed = answer.record?.listedOn.map { PageReference(url: $0.href, title: "") }
    return observation(
      answer.code, answer.outcome, reason: answer.reason, subject: String(answer.year),
      values: values,
      page: answer.outcome == .pass
        ? answer.record?.reference : listed ?? answer.sighting?.page(in: site) ?? column,
      link: answer.verdict == nil
        ? nil : answer.record.map { LinkReference(url: $0.url.href, text: $0.title) },
      quote: answer.quote, locator: answer.record?.locator,
      lookedAt: answer.sighting?.lookedAt ?? [])
  }

  /// What a probe says when the unit has no duty to publish the report; nil when it has.
  func withoutDuty(_ id: String, _ site: Site) -> Observation? {
    if let reason = site.unit.withoutDuty[id] {
      return observation("without-duty", .notApplicable, subject: "*", values: ["reason": reason])
    }
    return site.unit.kind == .institution
      ? observation("without-duty", .notApplicable, subject: "*") : nil
  }
}
