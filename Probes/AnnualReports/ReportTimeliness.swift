import AuditModel
import PageModel
import SiteModel

/// Judges the day a report was published by every day it shows.
struct ReportTimeliness {
  let site: Site
  let kind: ReportTitle.Kind

  /// What the dates of one report say.
  struct Answer {
    var code: String
    var outcome: Outcome
    var reason: InconclusiveReason?
    var record: ReportRecord
    var due: Day
    var date: DatedText?
  }

  /// One answer for each report that was found.
  func answers() -> [Answer] {
    let duty = ReportDuty(kind, of: site)
    let records = site.reports.own(kind)
    let latest = duty.latestYear(asOf: site.asOf)
    let moved = ReportTimeliness.batchDays(records)
    return records.map { record in
      var answer = answer(for: record, due: duty.due(for: record.year), moved: moved)
      // A late report of a year long judged, or of a unit the rule does not name, is for people.
      if answer.outcome == .fail, record.year < latest || !duty.isNational {
        (answer.outcome, answer.reason) = (.review, .ambiguous)
      }
      return answer
    }
  }

  private func answer(for record: ReportRecord, due: Day, moved: Set<Day>) -> Answer {
    var answer = Answer(code: "on-time", outcome: .pass, record: record, due: due)
    let shown = record.dates.filter { $0.role != .other || record.published == nil }
    let own = shown.filter { $0.day.year >= record.year }
    guard let latest = own.max(by: { $0.day < $1.day }),
      let earliest = record.dates.filter({ $0.day.year > record.year }).min(by: { $0.day < $1.day })
    else {
      answer.code = shown.isEmpty ? "undated" : "too-early"
      (answer.outcome, answer.reason) = (.review, .ambiguous)
      answer.date = shown.first
      return answer
    }
    answer.date = latest
    if latest.day.year == record.year {
      // A report dated before its year was over.
      answer.code = "too-early"
      (answer.outcome, answer.reason) = (.review, .ambiguous)
    } else if latest.day <= due {
      return answer
    } else if earliest.day <= due {
      answer.code = "disputed"
      (answer.outcome, answer.reason) = (.review, .ambiguous)
    } else if moved.contains(latest.day) {
      answer.code = "moved"
      (answer.outcome, answer.reason) = (.review, .ambiguous)
    } else {
      answer.code = "late"
      answer.outcome = .fail
    }
    return answer
  }

  /// Days on which reports of three years were put up at once: the day a site moved, not the day
  /// they were first published.
  private static func batchDays(_ records: [ReportRecord]) -> Set<Day> {
    var years: [Day: Set<Int>] = [:]
    for record in records {
      for date in record.dates { years[date.day, default: []].insert(record.year) }
    }
    return Set(years.filter { $0.value.count >= 3 }.keys)
  }
}

extension Probe {
  /// The observation for one answer of ``ReportTimeliness``.
  func observation(_ answer: ReportTimeliness.Answer, latest: Int, item: String) -> Observation {
    var values = answer.record.values(latest: latest)
    values["item"] = "\(item).\(answer.record.year)"
    values["deadline"] = answer.due.description
    if let date = answer.date {
      values["date"] = date.day.description
      if date.day > answer.due { values["days"] = String(date.day.days(since: answer.due)) }
    }
    let others = Set(answer.record.dates.map(\.day)).subtracting(
      [answer.date?.day].compactMap(\.self))
    if !others.isEmpty {
      values["otherDates"] = others.sorted().map(\.description).joined(separator: "、")
    }
    return observation(
      answer.code, answer.outcome, reason: answer.reason, subject: String(answer.record.year),
      values: values, page: answer.record.reference, quote: answer.date?.quote,
      locator: answer.date.flatMap { date in
        date.source.hasPrefix("/") ? Locator(xpath: date.source, text: date.quote) : nil
      })
  }
}
