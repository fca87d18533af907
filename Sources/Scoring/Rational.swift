/// An exact number: points, weights, rates and counts. Never rounds, never wraps.
///
/// Kept in lowest terms over 128-bit integers. Arithmetic that would not fit throws
/// ``ScoringError/overflow``; comparison is always exact.
public struct Rational: Hashable, Sendable, Comparable, ExpressibleByIntegerLiteral {
  public let numerator: Int128
  /// Always positive.
  public let denominator: Int128

  public static let zero = Rational(whole: 0)
  public static let one = Rational(whole: 1)
  /// Stands for no number where a place must be filled; never leaves this room.
  static let missing = Rational(reduced: 0, 0)

  var isMissing: Bool { denominator == 0 }

  public init(integerLiteral value: Int) { self.init(whole: Int128(value)) }

  public init(_ value: Int) { self.init(whole: Int128(value)) }

  /// `numerator / denominator`; throws when the denominator is zero or the value does not fit.
  public init(_ numerator: Int128, over denominator: Int128) throws(ScoringError) {
    guard denominator != 0, numerator != .min, denominator != .min else {
      throw .overflow
    }
    let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    guard divisor != 1 || denominator < 0 else {
      self.init(reduced: numerator, denominator)
      return
    }
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(
      reduced: quotient(sign * numerator, divisor), quotient(sign * denominator, divisor))
  }

  private init(whole: Int128) { self.init(reduced: whole, 1) }

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Products of two such numbers' parts always fit.
  private var isSmall: Bool {
    Int64(exactly: numerator) != nil && Int64(exactly: denominator) != nil
  }

  public var isWhole: Bool { denominator == 1 }
  public var isNegative: Bool { numerator < 0 }

  /// The greatest whole number that is not greater.
  public var floor: Rational {
    let quotient = numerator / denominator
    let isExact = numerator % denominator == 0
    return Rational(whole: isExact || numerator >= 0 ? quotient : quotient - 1)
  }

  public static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    if left.isSmall, right.isSmall {
      return left.numerator &* right.denominator < right.numerator &* left.denominator
    }
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return first.high == second.high ? first.low < second.low : first.high < second.high
  }

  public static prefix func - (value: Rational) -> Rational {
    // The lowest Int128 is refused on the way in, so negation always fits.
    Rational(reduced: -value.numerator, value.denominator)
  }

  public static func + (left: Rational, right: Rational) throws(ScoringError) -> Rational {
    if left.denominator == 1, right.denominator == 1 {
      return Rational(whole: try added(left.numerator, right.numerator))
    }
    if left.numerator == 0 { return right }
    if right.numerator == 0 { return left }
    if left.denominator == right.denominator {
      return try Rational(added(left.numerator, right.numerator), over: left.denominator)
    }
    let divisor = Int128(
      greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let leftFactor = quotient(right.denominator, divisor)
    let numerator = try added(
      multiplied(left.numerator, leftFactor),
      multiplied(right.numerator, quotient(left.denominator, divisor)))
    return try Rational(numerator, over: multiplied(left.denominator, leftFactor))
  }

  public static func - (left: Rational, right: Rational) throws(ScoringError) -> Rational {
    try left + -right
  }

  public static func * (left: Rational, right: Rational) throws(ScoringError) -> Rational {
    if left.denominator == 1, right.denominator == 1 {
      return Rational(whole: try multiplied(left.numerator, right.numerator))
    }
    let first = Int128(
      greatestCommonDivisor(left.numerator.magnitude, right.denominator.magnitude))
    let second = Int128(
      greatestCommonDivisor(right.numerator.magnitude, left.denominator.magnitude))
    let numerator = try multiplied(
      quotient(left.numerator, first), quotient(right.numerator, second))
    let denominator = try multiplied(
      quotient(left.denominator, second), quotient(right.denominator, first))
    return Rational(reduced: numerator, denominator)
  }

  public static func / (left: Rational, right: Rational) throws(ScoringError) -> Rational {
    guard right.numerator != 0 else { throw .overflow }
    return try left * Rational(right.denominator, over: right.numerator)
  }
}

private func added(_ left: Int128, _ right: Int128) throws(ScoringError) -> Int128 {
  let (sum, overflow) = left.addingReportingOverflow(right)
  guard !overflow, sum != .min else { throw .overflow }
  return sum
}

private func multiplied(_ left: Int128, _ right: Int128) throws(ScoringError) -> Int128 {
  if Int64(exactly: left) != nil, Int64(exactly: right) != nil { return left &* right }
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  guard !overflow, product != .min else { throw .overflow }
  return product
}

/// Division that leaves no rest; dividing 128 bits is a call into the runtime.
private func quotient(_ value: Int128, _ divisor: Int128) -> Int128 {
  if divisor == 1 { return value }
  guard let small = Int64(exactly: value), let by = Int64(exactly: divisor) else {
    return value / divisor
  }
  return Int128(small / by)
}

/// Euclid; the usual small operands take the 64-bit path, which is several times faster.
/// The divisor of zero and zero is one, so that callers may always divide by it.
private func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
  if left == 1 || right == 1 { return 1 }
  if left <= UInt128(UInt64.max), right <= UInt128(UInt64.max) {
    return UInt128(euclid(UInt64(left), UInt64(right)))
  }
  return euclid(left, right)
}

private func euclid<Number: FixedWidthInteger & UnsignedInteger>(
  _ left: Number, _ right: Number
) -> Number {
  var (larger, smaller) = (left, right)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger == 0 ? 1 : larger
}
