import AuditModel

/// A report's rows, finished and numbered once, so that every format shows the same numbers.
struct ReportRows {
  let unit: String
  /// Outcome `fail`, numbered from 1 in the order of the probe families.
  let problems: [ProblemRow]
  /// The four kinds of not knowing, numbered on from the problems.
  let undecided: [ProblemRow]
  /// Everything else, in the same order, unnumbered.
  let others: [ProblemRow]

  init(_ report: AuditReport) {
    let source = RowSource(report)
    let ordered = report.findings.sorted { source.key($0) < source.key($1) }
    let failed = ordered.filter { $0.observation.outcome == .fail }
    let open = ordered.filter { $0.observation.outcome.isUndecided }
    let rest = ordered.filter {
      $0.observation.outcome != .fail && !$0.observation.outcome.isUndecided
    }
    unit = SafeText.line(report.unit.name, limit: 80)
    problems = failed.enumerated().map { ProblemRow($1, number: $0 + 1, source: source) }
    undecided = open.enumerated().map {
      ProblemRow($1, number: failed.count + $0 + 1, source: source)
    }
    others = rest.map { ProblemRow($0, number: nil, source: source) }
  }

  /// Problems and open questions: what an evidence list numbers.
  var numbered: [ProblemRow] { problems + undecided }

  /// `3、7、12`: the numbers under which findings stand in the lists.
  func numbers(of findings: [String]) -> String {
    let wanted = Set(findings)
    return numbered.filter { wanted.contains($0.id) }.compactMap { $0.number.map(String.init) }
      .joined(separator: "、")
  }
}

/// What rows need to look up more than once.
struct RowSource {
  let report: AuditReport
  let cards: [String: ProbeCard]
  /// Indicators that name a finding, by finding id.
  let indicators: [String: [IndicatorMention]]
  let changes: [String: String]
  private let probeOrder: [String: Int]

  init(_ report: AuditReport) {
    self.report = report
    cards = Dictionary(report.probes.map { ($0.id, $0) }) { first, _ in first }
    let families = ProbeCard.Family.allCases
    let sorted = report.probes.sorted {
      (families.firstIndex(of: $0.family) ?? 0, $0.id)
        < (families.firstIndex(of: $1.family) ?? 0, $1.id)
    }
    probeOrder = Dictionary(sorted.enumerated().map { ($1.id, $0) }) { first, _ in first }
    indicators = IndicatorMention.byFinding(report.scorecards)
    changes = RowSource.changes(report.comparison)
  }

  /// The order of rows: probe, then what the finding is about; never the order of the input.
  func key(_ finding: Finding) -> (Int, String, String, String) {
    let observation = finding.observation
    return (
      probeOrder[observation.probe] ?? Int.max, observation.probe, observation.subject, finding.id
    )
  }

  private static func changes(_ comparison: SweepComparison?) -> [String: String] {
    guard let comparison else { return [:] }
    var words: [String: String] = [:]
    for id in comparison.still { words[id] = "仍在" }
    for id in comparison.new { words[id] = "新增" }
    return words
  }
}

/// An indicator of a scheme that names a finding.
struct IndicatorMention: Hashable {
  let scheme: String
  let schemeTitle: String
  let indicator: String
  /// Titles from the root down.
  let levels: [String]

  var path: String { levels.joined(separator: " › ") }

  static func byFinding(_ cards: [ScorecardRows]) -> [String: [IndicatorMention]] {
    var mentions: [String: [IndicatorMention]] = [:]
    for card in cards {
      for row in card.indicators {
        let mention = IndicatorMention(
          scheme: card.scheme, schemeTitle: SafeText.line(card.title, limit: 80),
          indicator: row.id,
          levels: row.path.map { SafeText.line($0, limit: 120) })
        for finding in row.findings where mentions[finding]?.contains(mention) != true {
          mentions[finding, default: []].append(mention)
        }
      }
    }
    return mentions
  }
}
