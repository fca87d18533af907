public import Scoring

extension ScorecardRows {
  /// Every scheme of a result; a combination is followed by the schemes it is made of.
  public static func all(_ cards: [Scorecard], gains: [Gains] = []) -> [ScorecardRows] {
    cards.flatMap { card in
      [ScorecardRows(card, gains: gains.first { $0.scheme == card.scheme })]
        + all(card.stages.compactMap(\.card))
    }
  }

  /// A finished scorecard as texts. Nothing is added up here.
  public init(_ card: Scorecard, gains: Gains? = nil) {
    let shown = card.total ?? card.converted
    self.init(
      scheme: card.scheme, title: card.title, source: card.document, marks: card.marksText,
      interval: shown.map(card.text) ?? card.totalText,
      isSingle: shown.map { $0.value != nil } ?? false,
      lowShare: shown?.low.flatMap { $0.share(of: card.marks) },
      highShare: shown?.high.flatMap { $0.share(of: card.marks) }, coverage: card.coverageText,
      grade: card.gradeText, remarks: ScorecardWording.remarks(card),
      indicators: IndicatorLine.lines(card.rows),
      fixFirst: gains.map(FixFirstRow.rows) ?? [])
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

extension Rational {
  /// For drawing only: how much of `whole` this is.
  func share(of whole: Rational) -> Double? {
    guard whole > 0 else { return nil }
    return Double(numerator) / Double(denominator)
      / (Double(whole.numerator) / Double(whole.denominator))
  }
}

extension AuditReport {
  /// The same report with scorecards laid out and each finding told what it costs.
  public func scored(_ cards: [Scorecard], gains: [Gains] = []) -> AuditReport {
    var report = self
    report.cards = cards
    report.scorecards = ScorecardRows.all(cards, gains: gains)
    report.gains = gains
    report.points = cards.flatMap(\.charges).reduce(into: [:]) { points, charge in
      let text = [points[charge.finding], charge.text].compactMap { $0 }
      points[charge.finding] = text.joined(separator: "；")
    }
    return report
  }
}
