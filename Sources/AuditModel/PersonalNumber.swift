/// Numbers that name a natural person, found by what they must satisfy, and shown only masked.
public enum PersonalNumber {
  /// Whether the 18 bytes are a resident identity number: province, birthday and check character.
  ///
  /// GB 11643-1999: six digits of an administrative division, eight of a birthday, three of an
  /// order, one check character by ISO 7064 MOD 11-2. One number in about a hundred thousand of
  /// random 18 digits passes all three.
  public static func isResidentNumber(_ bytes: some Collection<UInt8>) -> Bool {
    let digits = bytes.map { Int($0) - 48 }
    guard digits.count == 18, digits.dropLast().allSatisfy({ (0...9).contains($0) }),
      provinces.contains(digits[0] * 10 + digits[1]), isBirthday(digits[6..<14])
    else { return false }
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let expected = Int(Array("10X98765432".utf8)[sum % 11]) - 48
    return digits[17] == expected || (expected == 40 && digits[17] == 72)
  }

  /// Whether the 15 bytes have the form used before 1999, which has no check character.
  public static func isOldResidentNumber(_ bytes: some Collection<UInt8>) -> Bool {
    let digits = bytes.map { Int($0) - 48 }
    guard digits.count == 15, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    return provinces.contains(digits[0] * 10 + digits[1])
      && isBirthday([1, 9] + digits[6..<12])
  }

  /// Whether the digits satisfy the check of bank cards (ISO/IEC 7812, Luhn).
  public static func satisfiesLuhn(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    var sum = 0
    for (place, byte) in bytes.reversed().enumerated() {
      let digit = Int(byte) - 48
      guard (0...9).contains(digit) else { return false }
      let doubled = place % 2 == 1 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  /// The number with its telling part replaced: `3502**********1234`, `138****5678`.
  public static func masked(_ number: String) -> String {
    let head = number.count <= 11 ? 3 : 4
    let tail = 4
    guard number.count > head + tail else { return String(repeating: "*", count: number.count) }
    let stars = String(repeating: "*", count: number.count - head - tail)
    return "\(number.prefix(head))\(stars)\(number.suffix(tail))"
  }

  /// The text with every resident identity number in it masked; the same text when it has none.
  ///
  /// What a page quotes may hold one wherever it stands; nothing that leaves the program does.
  public static func masking(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var found = false
    for run in digitRuns(in: bytes) where run.count == 18 && isResidentNumber(bytes[run]) {
      for index in run.dropFirst(4).dropLast(4) { bytes[index] = 42 }
      found = true
    }
    return found ? String(decoding: bytes, as: UTF8.self) : text
  }

  /// Runs of at least eleven digits that no other letter, digit, point or mask continues; a final
  /// `X` belongs to the run.
  public static func digitRuns(in bytes: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    // Of eleven digits in a row one stands at every eleventh place; most places hold none.
    var index = shortest - 1
    var last = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += shortest
        continue
      }
      var start = index
      while start > last, isDigit(bytes[start - 1]) { start -= 1 }
      var end = index + 1
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      let hasX = end - start == 17 && end < bytes.count && (bytes[end] | 32) == 120
      let whole = start..<(hasX ? end + 1 : end)
      if whole.count >= shortest, stands(alone: whole, in: bytes) { runs.append(whole) }
      last = whole.upperBound
      index = last + shortest - 1
    }
    return runs
  }

  private static let shortest = 11

  private static func stands(alone run: Range<Int>, in bytes: [UInt8]) -> Bool {
    if run.lowerBound > 0, continues(bytes[run.lowerBound - 1]) { return false }
    return run.upperBound >= bytes.count || !continues(bytes[run.upperBound])
  }

  /// A letter, `*`, `_`, `-` or `/` beside digits makes them part of a longer name.
  private static func continues(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 42, 95, 45, 47, 61, 38: true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isBirthday(_ digits: some Collection<Int>) -> Bool {
    let digits = Array(digits)
    let year = digits[..<4].reduce(0) { $0 * 10 + $1 }
    let month = digits[4] * 10 + digits[5]
    let day = digits[6] * 10 + digits[7]
    return (1880...2100).contains(year) && Day(year: year, month: month, day: day) != nil
  }

  /// GB/T 2260: the first two digits of a division.
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
  ]

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
}
