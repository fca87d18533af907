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
  public var totalText: String { result.map(text) ?? tallyText }

  /// A result in words. While an amount without limit is open (酌情加减分), the base points say
  /// more than "from anything to anything".
  public func text(_ result: Interval) -> String {
    guard result.low == nil || result.high == nil, let base else { return result.text }
    return Wording.withoutBound(base: base)
  }

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
