import AuditModel

/// Everything the report template reads.
struct ReportPage: PageValue {
  let unit: String
  let kind: String
  let homePage: String
  let homeHref: String?
  let asOf: String
  let sweep: String
  let toolVersion: String
  let startedAt: String
  let finishedAt: String
  let isPartial: Bool
  let verdict: String
  let counts: [CountView]
  let scorecards: [ScorecardView]
  let hasScorecards: Bool
  let hasFixFirst: Bool
  let problemCount: Int
  let families: [FamilyView]
  let hasProblems: Bool
  let undecided: [FamilyView]
  let undecidedCount: Int
  let hasUndecided: Bool
  let others: [FamilyView]
  let othersCount: Int
  let hasOthers: Bool
  let coverage: CoverageRows
  let hasNotExamined: Bool
  let hasFailures: Bool
  let hasRemarks: Bool
  let comparison: ComparisonView?
  let probes: [ProbeView]

  init(_ report: AuditReport, thumbnails: inout Thumbnails) {
    let rows = ReportRows(report)
    let byId = Dictionary((rows.numbered + rows.others).map { ($0.id, $0) }) { first, _ in first }
    unit = rows.unit
    kind = report.unit.kind.title
    homePage = SafeText.address(report.unit.homePage)
    homeHref = SafeLink.href(report.unit.homePage)
    asOf = Names.day(report.asOf)
    sweep = SafeText.line(report.sweep, limit: 80)
    toolVersion = SafeText.line(report.toolVersion, limit: 60)
    startedAt = report.startedAt.readable
    finishedAt = report.finishedAt.readable
    isPartial = report.coverage.isPartial
    verdict = OverviewWording.verdict(
      problems: rows.problems.count, undecided: rows.undecided.count, coverage: report.coverage)
    counts = OutcomeCounts.rows(report.findings).map(CountView.init)
    scorecards = report.scorecards.map { ScorecardView($0, rows: byId) }
    hasScorecards = !scorecards.isEmpty
    hasFixFirst = scorecards.contains { $0.hasFixFirst }
    problemCount = rows.problems.count
    families = FamilyView.grouped(rows.problems, thumbnails: &thumbnails)
    hasProblems = !families.isEmpty
    undecided = FamilyView.grouped(rows.undecided, thumbnails: &thumbnails)
    undecidedCount = rows.undecided.count
    hasUndecided = !undecided.isEmpty
    others = FamilyView.grouped(rows.others, thumbnails: &thumbnails)
    othersCount = rows.others.count
    hasOthers = !others.isEmpty
    coverage = CoverageRows(report.coverage)
    hasNotExamined = !coverage.notExamined.isEmpty
    hasFailures = !coverage.failures.isEmpty
    hasRemarks = !coverage.remarks.isEmpty
    comparison = report.comparison.map {
      ComparisonView(ComparisonRows($0, earlier: report.earlierFindings, unit: rows.unit))
    }
    probes = report.probes.sorted { $0.id < $1.id }.map(ProbeView.init)
  }
}

/// A count with the colour it is shown in.
struct CountView: PageValue {
  let row: CountRow
  let style: String
  /// The section that lists them; nil when there are none.
  let href: String?

  init(_ row: CountRow) {
    self.row = row
    let outcome = Outcome(rawValue: row.id)
    let isUndecided = outcome?.isUndecided == true
    style = isUndecided ? "undecided" : row.id
    let section = isUndecided ? "#undecided" : outcome == .fail ? "#problems" : "#others"
    href = row.count > 0 ? section : nil
  }
}

/// Problems of one family.
struct FamilyView: PageValue {
  let title: String
  let count: Int
  let problems: [ProblemView]

  /// The rows in their order, one group per family.
  static func grouped(_ rows: [ProblemRow], thumbnails: inout Thumbnails) -> [FamilyView] {
    var order: [String] = []
    var groups: [String: [ProblemView]] = [:]
    for row in rows {
      if groups[row.family] == nil { order.append(row.family) }
      let picture = row.number == nil ? nil : row.thumbnail.flatMap { thumbnails.inline($0.file) }
      groups[row.family, default: []].append(ProblemView(row, thumbnail: picture))
    }
    return order.map { title in
      let problems = groups[title] ?? []
      return FamilyView(title: title, count: problems.count, problems: problems)
    }
  }
}

/// The comparison with the earlier sweep.
struct ComparisonView: PageValue {
  let rows: ComparisonRows
  let hasGone: Bool
  let hasNotReexamined: Bool

  init(_ rows: ComparisonRows) {
    self.rows = rows
    hasGone = !rows.gone.isEmpty
    hasNotReexamined = !rows.notReexamined.isEmpty
  }
}

/// A probe's card for the annex.
struct ProbeView: PageValue {
  let card: ProbeCard
  let family: String
  let citations: [String]

  init(_ card: ProbeCard) {
    self.card = card
    family = card.family.title
    citations = card.citations.map { "\($0.description)（\($0.confidence.title)）" }
  }
}
