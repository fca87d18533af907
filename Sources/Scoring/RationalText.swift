extension Rational: LosslessStringConvertible, Codable {
  /// Texts longer than this are refused: no document states such a number.
  static let longestText = 64

  /// Reads `12`, `-0.5`, `3.99%`, `2/3` and `1/3%` exactly; anything else (`1e3`, `NaN`,
  /// full-width digits, blanks inside, a zero denominator, an overflow) is nil.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count <= Rational.longestText, let value = try? Rational.parse(Substring(text))
    else {
      return nil
    }
    self = value
  }

  private static func parse(_ text: Substring) throws(ScoringError) -> Rational {
    if text.utf8.last == UInt8(ascii: "%") {
      return try parse(text.dropLast()) / 100
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return try parseDecimal(text)
    case 2: return try parseDecimal(parts[0]) / parseDecimal(parts[1])
    default: throw .overflow
    }
  }

  private static func parseDecimal(_ text: Substring) throws(ScoringError) -> Rational {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { throw .overflow }
    var value = try digits(parts[0])
    if parts.count == 2 {
      var unit: Rational = 1
      for _ in parts[1].utf8 { unit = try unit / 10 }
      value = try value + digits(parts[1]) * unit
    }
    return isNegative ? -value : value
  }

  private static func digits(_ text: Substring) throws(ScoringError) -> Rational {
    var value: Rational = 0
    for byte in text.utf8 {
      guard (48...57).contains(byte) else { throw .overflow }
      value = try value * 10 + Rational(Int(byte) - 48)
    }
    return value
  }

  /// A decimal where it terminates, otherwise `n/d`. Reading it back gives the same number.
  public var description: String {
    guard denominator != 1 else { return String(numerator) }
    guard let places = terminatingPlaces, let text = decimalDigits(places: places) else {
      return "\(numerator)/\(denominator)"
    }
    return text
  }

  /// How a number is rounded, once, when it is shown.
  public enum Rounding: Sendable {
    /// 四舍五入: half away from zero.
    case halfUp
    /// Toward zero, so that an incomplete share never reads as complete.
    case towardZero
  }

  /// At most `places` decimals, without trailing zeros; for people, never for further arithmetic.
  public func shown(places: Int = 4, rounding: Rounding = .halfUp) -> String {
    guard let exact = terminatingPlaces, exact <= places else {
      return (try? rounded(places: places, rounding).description) ?? description
    }
    return description
  }

  /// `0.934` as `93.4%`.
  public func shownAsPercent(places: Int = 1, rounding: Rounding = .towardZero) -> String {
    ((try? self * 100) ?? self).shown(places: places, rounding: rounding) + "%"
  }

  func rounded(places: Int, _ rounding: Rounding) throws(ScoringError) -> Rational {
    var scale: Rational = 1
    for _ in 0..<places { scale = try scale * 10 }
    let magnitude = try (isNegative ? -self : self) * scale
    let half = try Rational(1, over: 2)
    let whole = rounding == .halfUp ? try (magnitude + half).floor : magnitude.floor
    let value = try whole / scale
    return isNegative ? -value : value
  }

  /// Decimal places after which the expansion ends, or nil when it never does.
  private var terminatingPlaces: Int? {
    var rest = denominator
    var (twos, fives) = (0, 0)
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    return rest == 1 ? max(twos, fives) : nil
  }

  private func decimalDigits(places: Int) -> String? {
    let magnitude = numerator.magnitude
    let divisor = denominator.magnitude
    var text = "\(numerator < 0 ? "-" : "")\(magnitude / divisor)."
    var rest = magnitude % divisor
    for _ in 0..<places {
      let (shifted, overflow) = rest.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      text += String(shifted / divisor)
      rest = shifted % divisor
    }
    return text
  }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Rational(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an exact number: \(text)"))
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
