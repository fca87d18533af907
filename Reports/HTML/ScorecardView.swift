import AuditModel

/// A scheme's score with its drawing and its tree of indicators.
struct ScorecardView: PageValue {
  let card: ScorecardRows
  let anchor: String
  let title: String
  let source: String
  let interval: String
  let bar: String
  let reading: String
  let indicators: [IndicatorView]
  let fixFirst: [FixView]
  let hasFixFirst: Bool
  let hasRemarks: Bool

  init(_ card: ScorecardRows, rows: [String: ProblemRow]) {
    self.card = card
    anchor = Anchor.scheme(card.scheme)
    title = SafeText.line(card.title, limit: 120)
    source = SafeText.line(card.source, limit: 200)
    interval = card.interval
    bar = IntervalBar.svg(card, label: "\(card.title) 得分 \(card.interval)")
    reading =
      card.isSingle ? "各项均已判定。" : "区间的宽度来自尚未判定的事项；查清之后区间收窄，不会变宽。"
    indicators = IndicatorView.tree(card, rows: rows)
    fixFirst = card.fixFirst.map {
      FixView($0, scheme: $0.scheme.isEmpty ? card.scheme : $0.scheme, rows: rows)
    }
    hasFixFirst = !card.fixFirst.isEmpty
    hasRemarks = !card.remarks.isEmpty
  }
}

/// One indicator with everything below it.
struct IndicatorView: PageValue {
  let row: IndicatorLine
  let anchor: String
  let title: String
  let stateTitle: String
  let isOpen: Bool
  let hasFindings: Bool
  let findings: [FindingLink]
  let children: [IndicatorView]
  let hasChildren: Bool

  /// The roots of the tree. A row whose parent is unknown, or that would close a circle, is a root
  /// or is left out, so that no input can make this endless.
  static func tree(_ card: ScorecardRows, rows: [String: ProblemRow]) -> [IndicatorView] {
    let known = Set(card.indicators.map(\.id))
    let byParent = Dictionary(grouping: card.indicators) { row in
      row.parent.flatMap { known.contains($0) && $0 != row.id ? $0 : nil } ?? ""
    }
    return branch("", depth: 0, byParent, scheme: card.scheme, rows: rows)
  }

  private static func branch(
    _ parent: String, depth: Int, _ byParent: [String: [IndicatorLine]], scheme: String,
    rows: [String: ProblemRow]
  ) -> [IndicatorView] {
    guard depth < 12 else { return [] }
    return (byParent[parent] ?? []).map { row in
      let below =
        row.id.isEmpty
        ? [] : branch(row.id, depth: depth + 1, byParent, scheme: scheme, rows: rows)
      return IndicatorView(row, scheme: scheme, children: below, depth: depth, rows: rows)
    }
  }

  private init(
    _ row: IndicatorLine, scheme: String, children: [IndicatorView], depth: Int,
    rows: [String: ProblemRow]
  ) {
    self.row = row
    anchor = Anchor.indicator(scheme: scheme, id: row.id)
    title = SafeText.line(row.title, limit: 200)
    stateTitle = row.stateTitle
    findings = row.findings.compactMap { rows[$0] }.map(FindingLink.init)
    hasFindings = !findings.isEmpty
    self.children = children
    hasChildren = !children.isEmpty
    isOpen = depth == 0 || children.contains { $0.isOpen } || findings.contains { $0.isProblem }
  }
}

/// The way from a number to a finding.
struct FindingLink: PageValue {
  let anchor: String
  let label: String
  let sentence: String
  let outcomeClass: String
  let isProblem: Bool

  init(_ row: ProblemRow) {
    anchor = Anchor.finding(row.id)
    label = row.number.map { "第 \($0) 号" } ?? row.outcomeTitle
    sentence = row.sentence
    outcomeClass = row.outcome.isUndecided ? "undecided" : row.outcome.rawValue
    isProblem = row.outcome == .fail
  }
}

/// One line of 改正后可挽回的分数.
struct FixView: PageValue {
  let anchor: String
  let path: String
  let points: String
  let least: String?
  let step: String
  let cumulative: String
  let bar: Int
  let findings: [FindingLink]
  let more: String?

  init(_ row: FixFirstRow, scheme: String, rows: [String: ProblemRow]) {
    let all = row.findings.compactMap { rows[$0] }
    anchor = Anchor.indicator(scheme: scheme, id: row.indicator)
    let places = [row.path.joined(separator: " › ")] + row.others
    path = SafeText.line(places.joined(separator: "；"), limit: 600)
    points = row.points
    least = row.least
    step = row.step.map { "第 \($0) 步" } ?? "—"
    cumulative = row.cumulative ?? ""
    bar = row.share.isFinite ? Int((min(max(row.share, 0.02), 1) * 100).rounded()) : 2
    findings = all.prefix(6).map(FindingLink.init)
    more = all.count > 6 ? "另有 \(all.count - 6) 处，见该指标" : nil
  }
}
