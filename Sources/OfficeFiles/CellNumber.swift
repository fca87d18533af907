/// A number as a workbook keeps it. Workbooks store binary fractions and write them with up to 17
/// digits, so that 3.99 % typed by a person stands in the file as `3.9899999999999998E-2`; a person
/// can type 15 digits at most, and those can be recovered.
public struct CellNumber: Hashable, Sendable {
  public enum Format: String, Hashable, Sendable {
    case general, percent, fraction, scientific, text
    /// Elapsed time, such as `[h]:mm`.
    case duration
  }

  /// As the file has it.
  public var raw: String
  public var format: Format

  public init(raw: String, format: Format) {
    self.raw = raw
    self.format = format
  }

  /// The number meant, as a plain decimal of at most 15 significant digits; nil when the file's
  /// number is none, which only the result of a calculation is (1/3 = 0.33333333333333331).
  public var exact: String? {
    guard let number = Double(raw), number.isFinite else { return nil }
    let written = DecimalText(raw)
    if let written, written.significantDigits <= 15 { return written.plain }
    // Swift writes the shortest decimal that gives the same number back.
    guard let shortest = DecimalText(number.description), shortest.significantDigits <= 15 else {
      return nil
    }
    return shortest.plain
  }

  /// ``exact`` as its format shows it: `3.99%` for a percent format.
  public var meant: String? {
    guard format == .percent else { return exact }
    return exact.flatMap(DecimalText.init)?.shifted(2).plain.map { $0 + "%" }
  }
}

/// Digits and the place of the point: `-12.5e-3` taken apart, without arithmetic.
struct DecimalText {
  private var isNegative = false
  /// Without leading zeros.
  private var digits: [UInt8] = []
  /// Value = digits × 10^exponent.
  private var exponent = 0

  /// Plain decimals and exponents as JSON and XML Schema write them; nil for anything else.
  init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    guard rest.count <= 64 else { return nil }
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    let mark = rest.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? rest.endIndex
    let parts = rest[..<mark].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let all = parts.flatMap { $0 }
    guard (1...2).contains(parts.count), !all.isEmpty,
      all.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    exponent = parts.count == 2 ? -parts[1].count : 0
    if mark < rest.endIndex {
      guard let power = Int(String(decoding: rest[(mark + 1)...], as: UTF8.self)),
        abs(power) <= 400
      else { return nil }
      exponent += power
    }
    digits = Array(all.drop { $0 == 48 })
    while digits.last == 48 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  var significantDigits: Int { digits.count }

  /// Times 10^places.
  func shifted(_ places: Int) -> DecimalText {
    var shifted = self
    if !digits.isEmpty { shifted.exponent += places }
    return shifted
  }

  /// Without an exponent; nil when that would take more than 40 places.
  var plain: String? {
    guard !digits.isEmpty else { return "0" }
    let whole = digits.count + exponent
    guard whole <= 40, exponent >= -40 else { return nil }
    let sign = isNegative ? "-" : ""
    let text = String(decoding: digits, as: UTF8.self)
    if exponent >= 0 { return sign + text + String(repeating: "0", count: exponent) }
    if whole <= 0 { return sign + "0." + String(repeating: "0", count: -whole) + text }
    return sign + text.prefix(whole) + "." + text.dropFirst(whole)
  }
}
