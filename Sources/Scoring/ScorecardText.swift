extension Interval {
  /// `86.5` when it is one number, else `86.5～91`; `不限` for a missing bound.
  public var text: String {
    if let value { return value.shown() }
    return "\(lowText)～\(highText)"
  }

  public var lowText: String { low?.shown() ?? Wording.unbounded }
  public var highText: String { high?.shown() ?? Wording.unbounded }

  /// Exact, for machines: one number, or nil while it is open.
  public var exactText: String? { value?.description }
}

extension Scorecard {
  public var totalText: String { result?.text ?? tallyText }
  public var coverageText: String { coverage.shownAsPercent() }
  public var marksText: String { marks.shown() }

  private var tallyText: String {
    tallies.map { "\($0.name)\($0.points.text)" }.joined(separator: Wording.listSeparator)
  }
}

extension IndicatorRow {
  public var marksText: String { marks?.shown() ?? "—" }
  public var scoreText: String { state == .notApplicable ? "—" : score.text }
  public var lowText: String { state == .notApplicable ? "—" : score.lowText }
  public var highText: String { state == .notApplicable ? "—" : score.highText }
  public var stateText: String { state.title }
  public var deductionText: String { deduction.map { Wording.deducted($0) } ?? "" }
  public var pathText: String { path.joined(separator: " / ") }
  public var bonusText: String { bonus.map(\.text) ?? "" }
}
