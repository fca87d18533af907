public import Scoring

extension ScorecardRows {
  /// Every scheme of a result; a combination is followed by the schemes it is made of.
  public static func all(_ cards: [Scorecard]) -> [ScorecardRows] {
    cards.flatMap { card in [ScorecardRows(card)] + all(card.stages.compactMap(\.card)) }
  }

  /// A finished scorecard as texts. Nothing is added up here.
  public init(_ card: Scorecard) {
    let shown = card.total ?? card.converted
    self.init(
      scheme: card.scheme, title: card.title, source: card.document, marks: card.marksText,
      interval: shown.map(card.text) ?? card.totalText,
      isSingle: shown.map { $0.value != nil } ?? false,
      lowShare: shown?.low.flatMap { $0.share(of: card.marks) },
      highShare: shown?.high.flatMap { $0.share(of: card.marks) }, coverage: card.coverageText,
      remarks: ScorecardWording.remarks(card), indicators: IndicatorLine.lines(card.rows),
      fixFirst: FixFirstRow.rows(card))
  }
}

extension IndicatorLine {
  /// The tree flattened, parents before children.
  static func lines(_ rows: [IndicatorRow], parent: String? = nil) -> [IndicatorLine] {
    rows.flatMap { row in
      [IndicatorLine(row, parent: parent)] + lines(row.children, parent: row.id)
    }
  }

  private init(_ row: IndicatorRow, parent: String?) {
    self.init(
      id: row.id, parent: parent, path: row.path, marks: row.marksText, score: row.scoreText,
      state: row.state.rawValue, stateTitle: row.stateText,
      explanation: ScorecardWording.explanation(row), findings: row.findings + row.undecided)
  }
}

extension FixFirstRow {
  /// Indicators that lost points through findings, the largest loss first.
  static func rows(_ card: Scorecard) -> [FixFirstRow] {
    let losses = card.leaves.compactMap { row in
      row.deduction.flatMap { $0 > 0 && !row.findings.isEmpty ? (row: row, points: $0) : nil }
    }
    let ordered = losses.enumerated().sorted {
      $0.element.points == $1.element.points
        ? $0.offset < $1.offset : $0.element.points > $1.element.points
    }.map(\.element)
    guard let largest = ordered.first?.points else { return [] }
    return ordered.map { loss in
      FixFirstRow(
        indicator: loss.row.id, path: loss.row.path, points: loss.points.shown(),
        share: loss.points.share(of: largest) ?? 0, findings: loss.row.findings)
    }
  }
}

extension Rational {
  /// For drawing only: how much of `whole` this is.
  fileprivate func share(of whole: Rational) -> Double? {
    guard whole > 0 else { return nil }
    return Double(numerator) / Double(denominator)
      / (Double(whole.numerator) / Double(whole.denominator))
  }
}

extension AuditReport {
  /// The same report with scorecards laid out and each finding told what it costs.
  public func scored(_ cards: [Scorecard]) -> AuditReport {
    var report = self
    report.cards = cards
    report.scorecards = ScorecardRows.all(cards)
    report.points = cards.flatMap(\.charges).reduce(into: [:]) { points, charge in
      let text = [points[charge.finding], charge.text].compactMap { $0 }
      points[charge.finding] = text.joined(separator: "；")
    }
    return report
  }
}
