/// What a score can still be: from `low` to `high`, both included. Nil means without bound on
/// that side (an uncapped bonus that nobody has assessed).
public struct Interval: Hashable, Sendable, Codable {
  public let low: Rational?
  public let high: Rational?

  public init(low: Rational?, high: Rational?) {
    self.low = low
    self.high = high
  }

  public init(_ value: Rational) { self.init(low: value, high: value) }

  public static let zero = Interval(.zero)

  /// The single value, when the two bounds meet.
  public var value: Rational? { low == high ? low : nil }

  /// `high − low`, or nil when one side has no bound.
  public func width() throws(ScoringError) -> Rational? {
    guard let low, let high else { return nil }
    return try high - low
  }

  public static func + (left: Interval, right: Interval) throws(ScoringError) -> Interval {
    Interval(low: try sum(left.low, right.low), high: try sum(left.high, right.high))
  }

  public static func - (left: Interval, right: Interval) throws(ScoringError) -> Interval {
    try left + right.negated
  }

  public static func * (left: Interval, right: Rational) throws(ScoringError) -> Interval {
    guard right != .zero else { return .zero }
    let low = try left.low.map { bound throws(ScoringError) in try bound * right }
    let high = try left.high.map { bound throws(ScoringError) in try bound * right }
    return right.isNegative ? Interval(low: high, high: low) : Interval(low: low, high: high)
  }

  public var negated: Interval { Interval(low: high.map { -$0 }, high: low.map { -$0 }) }

  /// Both bounds moved into `[floor, ceiling]`; a nil limit does not limit.
  public func clamped(floor: Rational? = nil, ceiling: Rational? = nil) -> Interval {
    func into(_ bound: Rational?, whenUnbounded limit: Rational?) -> Rational? {
      guard var bound = bound ?? limit else { return nil }
      if let floor { bound = max(bound, floor) }
      if let ceiling { bound = min(bound, ceiling) }
      return bound
    }
    return Interval(
      low: into(low, whenUnbounded: floor), high: into(high, whenUnbounded: ceiling))
  }

  /// The smallest interval that holds both.
  public func joined(with other: Interval) -> Interval {
    Interval(
      low: low.flatMap { mine in other.low.map { min(mine, $0) } },
      high: high.flatMap { mine in other.high.map { max(mine, $0) } })
  }

  public func contains(_ other: Interval) -> Bool {
    let lowHolds = low.map { mine in other.low.map { mine <= $0 } ?? false } ?? true
    let highHolds = high.map { mine in other.high.map { mine >= $0 } ?? false } ?? true
    return lowHolds && highHolds
  }

  private static func sum(
    _ left: Rational?, _ right: Rational?
  ) throws(ScoringError) -> Rational? {
    guard let left, let right else { return nil }
    return try left + right
  }
}

/// Yes, no, or not known.
public enum Truth: String, Hashable, Sendable, Codable {
  case yes, no, unknown

  public init(_ value: Bool) { self = value ? .yes : .no }

  func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .unknown
  }

  func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }
}
