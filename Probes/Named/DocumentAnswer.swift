import AuditModel
import SiteModel

/// Judges what was found of one named document.
struct DocumentAnswer {
  private let document: NamedDocument
  private let search: DocumentSearch
  private let site: Site
  private let looks: [(thing: TitledThing, look: DocumentLook)]

  init(_ document: NamedDocument, site: Site, things: TitledThings) {
    self.document = document
    self.site = site
    let search = DocumentSearch(document, unit: site.unit, asOf: site.asOf)
    self.search = search
    looks = things.all.compactMap { thing in search.look(thing).map { (thing, $0) } }
  }

  var verdicts: [DocumentVerdict] {
    guard let rhythm = document.rhythm else { return [single] }
    return parts(rhythm).map { part in
      verdict(
        "\(document.id)#\(part.name)", count: found.count { $0.day.map(part.holds) ?? false },
        example: found.first { $0.day.map(part.holds) ?? false }, since: part.start,
        values: ["period": part.title])
    }
  }

  private var single: DocumentVerdict {
    let start = search.year.flatMap { Day(year: $0, month: 1, day: 1) }
    var values: [String: String] = [:]
    values["year"] = search.year.map(String.init)
    if document.least > 1 { values["least"] = String(document.least) }
    let newest = found.max { ($0.day?.number ?? 0) < ($1.day?.number ?? 0) }
    return verdict(
      document.id, count: found.count, example: newest, since: start, values: values)
  }

  private var found: [TitledThing] { looks.filter { $0.look == .found }.map(\.thing) }

  private func verdict(
    _ subject: String, count: Int, example: TitledThing?, since start: Day?,
    values: [String: String]
  ) -> DocumentVerdict {
    var verdict = DocumentVerdict(
      subject: subject, code: "found", outcome: .pass, values: values, page: example?.page,
      link: example?.link, quote: example?.title)
    if document.least > 1 { verdict.values["count"] = String(count) }
    verdict.values["date"] = example?.day?.description
    if count >= document.least { return verdict }
    return lacking(verdict, count: count, cover: DocumentCover(search, site: site, since: start))
  }

  private func lacking(
    _ found: DocumentVerdict, count: Int, cover: DocumentCover
  ) -> DocumentVerdict {
    var verdict = found
    verdict.code = count > 0 ? "too-few" : "missing"
    verdict.page = cover.columns.first?.reference ?? verdict.page
    verdict.values["columns"] =
      cover.columns.isEmpty
      ? nil : cover.columns.prefix(3).map { "“\($0.name)”" }.joined(separator: "、")
    let near = looks.filter { $0.look != .found }.min { $0.look.distance < $1.look.distance }
    if let near {
      verdict.values["near"] = near.thing.title
      verdict.values["nearKind"] = near.look.word
      verdict.values["nearDate"] = near.thing.day?.description
      verdict.link = verdict.link ?? near.thing.link
      verdict.quote = verdict.quote ?? near.thing.title
    }
    (verdict.outcome, verdict.reason) = (.review, .ambiguous)
    if case .late? = near?.look, count == 0 {
      verdict.code = "late"
      if document.isDuty { (verdict.outcome, verdict.reason) = (.fail, nil) }
    } else if cover.isNilReturn, count == 0 {
      (verdict.code, verdict.outcome, verdict.reason) = ("nil-return", .nilReturn, nil)
      verdict.quote = cover.columns.first?.content.quote
    } else if cover.columns.isEmpty {
      verdict.code = count > 0 ? "too-few" : "no-column"
    } else if let doubt = cover.doubt {
      (verdict.code, verdict.outcome, verdict.reason) = ("undecided", .inconclusive, doubt)
    } else if document.isDuty, !looks.contains(where: \.look.isHint) {
      (verdict.outcome, verdict.reason) = (.fail, nil)
    }
    return verdict
  }

  // MARK: months and quarters

  private struct Part {
    let name: String
    let title: String
    let start: Day
    let end: Day

    func holds(_ day: Day) -> Bool { start <= day && day < end }
  }

  /// The whole months or quarters of the twelve months before the day judged by.
  private func parts(_ rhythm: NamedDocument.Rhythm) -> [Part] {
    let months = rhythm.months
    let current = (site.asOf.month - 1) / months * months + 1
    guard let begin = Day(year: site.asOf.year, month: current, day: 1) else { return [] }
    return (1...12 / months).reversed().map { back in
      let start = begin.adding(months: -back * months)
      let number = (start.month - 1) / months + 1
      let month = "\(start.year)-\(start.month < 10 ? "0" : "")\(start.month)"
      return Part(
        name: rhythm == .quarter ? "\(start.year)-Q\(number)" : month,
        title: rhythm == .quarter ? "\(start.year)年第\(number)季度" : "\(start.year)年\(start.month)月",
        start: start, end: start.adding(months: months))
    }
  }
}
