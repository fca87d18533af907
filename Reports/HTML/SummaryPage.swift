import AuditModel
import Scoring

/// The index over all units of a sweep as one page.
public struct SweepSummaryPage: Sendable {
  private let templates: TemplateLibrary

  /// A page with templates read before.
  public init(templates: TemplateLibrary) { self.templates = templates }

  /// The page. Units are ranked only where every point is determined; the others stand apart.
  public func render(_ summary: SweepSummary) throws(ReportError) -> String {
    try templates.render(SummaryView(summary), with: "summary")
  }
}

/// Everything the summary template reads.
struct SummaryView: PageValue {
  let asOf: String
  let sweep: String
  let finishedAt: String
  let unitCount: Int
  let schemes: [SchemeView]
  let failed: [FailedView]
  let hasFailed: Bool

  init(_ summary: SweepSummary) {
    asOf = Names.day(summary.asOf)
    sweep = SafeText.line(summary.sweep, limit: 80)
    finishedAt = summary.finishedAt.readable
    unitCount = summary.units.count + summary.failed.count
    schemes = SchemeView.all(summary)
    failed = summary.failed.sorted { $0.key < $1.key }.map {
      FailedView(unit: SafeText.line($0.key, limit: 80), reason: SafeText.line($0.value))
    }
    hasFailed = !failed.isEmpty
  }
}

/// A unit that could not be audited.
struct FailedView: PageValue {
  let unit: String
  let reason: String
}

/// The units of one scheme: those fully determined, and those not.
struct SchemeView: PageValue {
  let title: String
  let determined: [SummaryLine]
  let hasDetermined: Bool
  let open: [SummaryLine]
  let hasOpen: Bool

  static func all(_ summary: SweepSummary) -> [SchemeView] {
    let entries = summary.units.flatMap { unit in unit.scorecards.map { (unit: unit, card: $0) } }
    let byScheme = Dictionary(grouping: entries) { $0.card.scheme }
    var views = byScheme.sorted { $0.key < $1.key }.map { scheme, entries in
      SchemeView(entries, ranking: summary.rankings[scheme] ?? Ranking([]))
    }
    let unscored = summary.units.filter { $0.scorecards.isEmpty }
    if !unscored.isEmpty { views.append(SchemeView(unscored: unscored)) }
    return views
  }

  private typealias Entry = (unit: UnitSummary, card: ScorecardRows)

  private init(_ entries: [Entry], ranking: Ranking) {
    title = SafeText.line(entries.first?.card.title ?? "", limit: 120)
    let byUnit = Dictionary(entries.map { ($0.unit.unit.id, $0) }, uniquingKeysWith: { $1 })
    let line = { (row: Ranking.Row) in
      byUnit[row.unit].map { SummaryLine($0.unit, card: $0.card, row: row) }
    }
    let ranked = Set((ranking.determined + ranking.open).map(\.unit))
    let others = entries.filter { !ranked.contains($0.unit.unit.id) }
      .sorted { $0.unit.unit.name < $1.unit.unit.name }
    determined = ranking.determined.compactMap(line)
    open =
      ranking.open.compactMap(line)
      + others.map { SummaryLine($0.unit, card: $0.card, row: nil) }
    hasDetermined = !determined.isEmpty
    hasOpen = !open.isEmpty
  }

  private init(unscored: [UnitSummary]) {
    title = "未选用考核方案的单位"
    determined = []
    hasDetermined = false
    open = unscored.sorted { $0.unit.name < $1.unit.name }
      .map { SummaryLine($0, card: nil, row: nil) }
    hasOpen = true
  }
}

/// One line of the index.
struct SummaryLine: PageValue {
  let rank: String
  /// The ranks still possible among all units.
  let range: String
  let grade: String?
  let unit: String
  let href: String?
  let partial: Bool
  let interval: String
  let bar: String
  let coverage: String
  let fails: Int
  let review: Int
  let inconclusive: Int
  let error: Int
  let notChecked: Int
  let new: String
  let still: String
  let gone: String
  let notReexamined: String

  init(_ summary: UnitSummary, card: ScorecardRows?, row: Ranking.Row?) {
    rank = row?.rankText ?? "—"
    range = row?.rangeText ?? "—"
    grade = card?.grade
    unit = SafeText.line(summary.unit.name, limit: 80)
    href = summary.reportPath.flatMap(Self.local)
    partial = summary.isPartial
    interval = card?.interval ?? "—"
    bar =
      card.map { IntervalBar.svg($0, label: "得分 \($0.interval)") } ?? ""
    coverage = card?.coverage ?? "—"
    fails = summary.outcomes[.fail] ?? 0
    review = summary.outcomes[.review] ?? 0
    inconclusive = summary.outcomes[.inconclusive] ?? 0
    error = summary.outcomes[.error] ?? 0
    notChecked = summary.outcomes[.notChecked] ?? 0
    new = summary.comparison.map { String($0.new.count) } ?? "—"
    still = summary.comparison.map { String($0.still.count) } ?? "—"
    gone = summary.comparison.map { String($0.gone.count) } ?? "—"
    notReexamined = summary.comparison.map { String($0.notReexamined.count) } ?? "—"
  }

  /// A path below the index; nothing that could be read as an address with a scheme.
  private static func local(_ path: String) -> String? {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains(":"), !path.contains("..") else {
      return nil
    }
    return SafeText.line(path, limit: 400)
  }
}
