/// How one scoring standard (评分标准) turns what was found into points. Six kinds and one
/// composite cover every rule of the catalogue.
public enum Rule: Hashable, Sendable {
  case fail(FailRule)
  case step(StepRule)
  case band(BandRule)
  case ratio(RatioRule)
  case judge(JudgeRule)
  case quota(QuotaRule)
}

/// Condition ⇒ the whole indicator is worth nothing.
public struct FailRule: Hashable, Sendable {
  /// A required number: the rule fires when fewer were done. Nil for a plain condition.
  public var need: Int?
  /// 单项否决 of this one indicator.
  public var isVeto: Bool

  public init(need: Int? = nil, isVeto: Bool = false) {
    self.need = need
    self.isVeto = isVeto
  }
}

/// A fixed amount times a count, added or taken off.
public struct StepRule: Hashable, Sendable {
  public enum Direction: Hashable, Sendable { case plus, minus }

  public enum Count: Hashable, Sendable {
    /// Happened or not.
    case once
    /// Every occurrence.
    case each
    /// What is missing from a required number; the fact is the number done.
    case shortfall(need: Int)
    /// Whole steps only: ⌊n / size⌋.
    case wholeSteps(size: Int)
    /// Once, when every condition on the named measures holds.
    case conditions([Condition])
  }

  public var direction: Direction
  public var points: Rational
  public var count: Count

  public init(direction: Direction, points: Rational, count: Count) {
    self.direction = direction
    self.points = points
    self.count = count
  }
}

/// One condition on a named measure, such as 全省排名 ≤ 10.
public struct Condition: Hashable, Sendable {
  public enum Comparison: String, Hashable, Sendable { case atLeast, atMost, above, below, isTrue }

  /// What the measure may be; used to refuse impossible facts.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case flag, share, score, rank, count
  }

  public var measure: String
  public var kind: Kind
  public var comparison: Comparison
  public var limit: Rational

  public init(measure: String, kind: Kind, comparison: Comparison, limit: Rational) {
    self.measure = measure
    self.kind = kind
    self.comparison = comparison
    self.limit = limit
  }

  func holds(_ value: Rational) -> Bool {
    switch comparison {
    case .atLeast: value >= limit
    case .atMost: value <= limit
    case .above: value > limit
    case .below: value < limit
    case .isTrue: value == 1
    }
  }
}

/// A stretch of values with the amount that belongs to it; each border is open or closed.
public struct Band: Hashable, Sendable {
  public var low: Rational
  public var includesLow: Bool
  /// Nil: no upper border.
  public var high: Rational?
  public var includesHigh: Bool
  public var points: Rational

  public init(
    low: Rational, includesLow: Bool, high: Rational?, includesHigh: Bool, points: Rational
  ) {
    self.low = low
    self.includesLow = includesLow
    self.high = high
    self.includesHigh = includesHigh
    self.points = points
  }

  func contains(_ value: Rational) -> Bool {
    guard includesLow ? value >= low : value > low else { return false }
    guard let high else { return true }
    return includesHigh ? value <= high : value < high
  }

  func overlaps(_ values: Interval) -> Bool {
    if let top = values.high, includesLow ? top < low : top <= low { return false }
    guard let high, let bottom = values.low else { return true }
    return includesHigh ? bottom <= high : bottom < high
  }
}

/// Value → amount by bands. A value in no band gives nothing.
public struct BandRule: Hashable, Sendable {
  public var bands: [Band]
  /// True when the amount is earned, false when it is taken off.
  public var earns: Bool
  /// True when the value is a share (`4%`), false for a whole count.
  public var isShare: Bool

  public init(bands: [Band], earns: Bool, isShare: Bool) {
    self.bands = bands
    self.earns = earns
    self.isShare = isShare
  }
}

/// `points × share` or `points × (1 − share)`; on some stretches a fixed deduction instead.
public struct RatioRule: Hashable, Sendable {
  public var points: Rational
  /// True when the share counts what is right (合规率), false for what is wrong (迟报率).
  public var countsGood: Bool
  /// Stretches of the share with a fixed deduction.
  public var steps: [Band]
  /// True when the fixed deduction comes on top of the formula, false when it replaces it.
  public var stepsStack: Bool

  public init(points: Rational, countsGood: Bool, steps: [Band] = [], stepsStack: Bool = false) {
    self.points = points
    self.countsGood = countsGood
    self.steps = steps
    self.stepsStack = stepsStack
  }
}

/// Points that a person or an outside body gives, within bounds.
public struct JudgeRule: Hashable, Sendable {
  public enum Unit: Hashable, Sendable {
    /// Points, at most `maximum`; nil for an amount the document leaves open (酌情).
    case points(maximum: Rational?)
    /// Points, or a score on another scale that is converted to `maximum`.
    case scaled(maximum: Rational)
    /// A rate from 0 to 100 % of the indicator's points.
    case rate
  }

  public var unit: Unit
  /// True when the judged amount is taken off instead of earned (重大扣分的酌情).
  public var takesOff: Bool

  public init(unit: Unit, takesOff: Bool = false) {
    self.unit = unit
    self.takesOff = takesOff
  }
}

/// Points for filling quotas (采用任务): a municipal and a provincial part, each by bands on
/// done/task; a unit without provincial task has everything on the municipal one.
public struct QuotaRule: Hashable, Sendable {
  public var municipal: Rational
  public var provincial: Rational
  /// Completion rate → share of the part's points.
  public var shares: [Band]
  public var tasks: [QuotaTask]
  /// How adopted items count, by criterion id of the points scheme.
  public var itemPoints: [String: ItemPoints]

  public init(
    municipal: Rational, provincial: Rational, shares: [Band], tasks: [QuotaTask],
    itemPoints: [String: ItemPoints]
  ) {
    self.municipal = municipal
    self.provincial = provincial
    self.shares = shares
    self.tasks = tasks
    self.itemPoints = itemPoints
  }

  public struct ItemPoints: Hashable, Sendable {
    public var isProvincial: Bool
    public var points: Rational

    public init(isProvincial: Bool, points: Rational) {
      self.isProvincial = isProvincial
      self.points = points
    }
  }
}

/// One unit's quota.
public struct QuotaTask: Hashable, Sendable, Codable {
  public var unit: String
  public var group: String
  public var municipal: Rational
  public var provincial: Rational
  public var remark: String?

  public init(
    unit: String, group: String, municipal: Rational, provincial: Rational, remark: String? = nil
  ) {
    self.unit = unit
    self.group = group
    self.municipal = municipal
    self.provincial = provincial
    self.remark = remark
  }
}
