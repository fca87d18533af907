/// What a score can still be: from `low` to `high`, both included. Nil means without bound on
/// that side (an uncapped bonus that nobody has assessed).
public struct Interval: Hashable, Sendable {
  /// A missing bound is kept as ``Rational/missing``: half the size of an optional, and scoring
  /// thousands of units moves little else than intervals.
  private let lowBound: Rational
  private let highBound: Rational

  public var low: Rational? { lowBound.isMissing ? nil : lowBound }
  public var high: Rational? { highBound.isMissing ? nil : highBound }

  public init(low: Rational?, high: Rational?) {
    lowBound = low ?? .missing
    highBound = high ?? .missing
  }

  public init(_ value: Rational) { self.init(low: value, high: value) }

  public static let zero = Interval(.zero)

  /// The single value, when the two bounds meet.
  public var value: Rational? { lowBound == highBound ? low : nil }

  /// `high − low`, or nil when one side has no bound.
  public func width() throws(ScoringError) -> Rational? {
    guard let low, let high else { return nil }
    return try high - low
  }

  public static func + (left: Interval, right: Interval) throws(ScoringError) -> Interval {
    let low = try sum(left.low, right.low)
    // Most scores are single numbers: one sum serves both bounds.
    let isSingle = left.lowBound == left.highBound && right.lowBound == right.highBound
    return Interval(low: low, high: isSingle ? low : try sum(left.high, right.high))
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

extension Interval: Codable {
  private enum CodingKeys: String, CodingKey { case low, high }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      low: try container.decodeIfPresent(Rational.self, forKey: .low),
      high: try container.decodeIfPresent(Rational.self, forKey: .high))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(low, forKey: .low)
    try container.encodeIfPresent(high, forKey: .high)
  }
}
