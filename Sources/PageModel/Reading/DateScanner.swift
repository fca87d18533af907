import AuditModel

/// A date found in text, with the bytes that show it.
struct FoundDate: Sendable {
  var day: Day
  var range: Range<Int>
  /// Written in Chinese numerals, as the date a document was signed is.
  var isInNumerals: Bool
}

/// Finds full dates in UTF-8 text: `2020-08-02`, `2020/8/2`, `2020.08.02`, `2020年08月02日`,
/// `２０２０年８月２日`, `二〇二〇年八月二日`, `August 2, 2020`. A date without its year is none.
struct DateScanner {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  static func dates(in bytes: [UInt8], limit: Int = 5000) -> [FoundDate] {
    DateScanner(bytes[...]).all(limit: limit)
  }

  static func first(in text: some StringProtocol) -> FoundDate? {
    DateScanner(Array(text.utf8)[...]).all(limit: 1).first
  }

  func all(limit: Int) -> [FoundDate] {
    var found: [FoundDate] = []
    var at = bytes.startIndex
    while at < bytes.endIndex, found.count < limit {
      let byte = bytes[at]
      if Ascii.isDigit(byte) || byte == 0xEF && digit(at: at) != nil {
        if let date = digits(at: at) ?? dayFirst(at: at) {
          found.append(date)
          at = date.range.upperBound
        } else {
          while let (_, next) = digit(at: at) { at = next }
        }
      } else if Ascii.isLetter(byte) {
        if let date = monthFirst(at: at) {
          found.append(date)
          at = date.range.upperBound
        } else {
          while at < bytes.endIndex, Ascii.isLetter(bytes[at]) { at += 1 }
        }
      } else if byte == 0xE4, let date = numerals(at: at) {
        found.append(date)
        at = date.range.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  // MARK: Digits

  private func digits(at start: Int) -> FoundDate? {
    guard let (year, afterYear) = number(at: start, most: 5), year >= 1900, year <= 2100
    else { return nil }
    guard let (style, monthAt) = separator(at: afterYear) else { return nil }
    guard let (month, afterMonth) = number(at: monthAt, most: 3), month <= 12,
      let (second, dayAt) = separator(at: afterMonth), style.pairs(with: second),
      let (dayNumber, afterDay) = number(at: dayAt, most: 3), dayNumber <= 31,
      let day = Day(year: year, month: month, day: dayNumber)
    else { return nil }
    var end = afterDay
    if style == .year {
      let mark = skipSpaces(end)
      if matches("日", at: mark) { end = mark + 3 }
    }
    return FoundDate(day: day, range: start..<time(after: end), isInNumerals: false)
  }

  private enum Separator {
    case hyphen, slash, dot, year, month

    func pairs(with second: Separator) -> Bool {
      self == .year ? second == .month : self == second
    }
  }

  private func separator(at start: Int) -> (Separator, Int)? {
    let at = skipSpaces(start)
    guard at < bytes.endIndex else { return nil }
    switch bytes[at] {
    case Ascii.hyphen: return (.hyphen, at + 1)
    case Ascii.slash: return (.slash, at + 1)
    case Ascii.dot: return (.dot, at + 1)
    default: break
    }
    if matches("年", at: at) { return (.year, skipSpaces(at + 3)) }
    if matches("月", at: at) { return (.month, skipSpaces(at + 3)) }
    if matches("－", at: at) || matches("—", at: at) { return (.hyphen, at + 3) }
    if matches("／", at: at) { return (.slash, at + 3) }
    if matches("．", at: at) { return (.dot, at + 3) }
    return nil
  }

  /// The number that stands at `start` and where it ends; nil when none, or with as many digits
  /// as `most`, which is one too many.
  func number(at start: Int, most: Int) -> (Int, Int)? {
    var value = 0
    var at = start
    var count = 0
    while count < most, let (digit, next) = digit(at: at) {
      value = value * 10 + digit
      at = next
      count += 1
    }
    return count > 0 && count < most ? (value, at) : nil
  }

  /// A digit and where it ends; `２` counts as 2.
  func digit(at: Int) -> (Int, Int)? {
    guard at < bytes.endIndex else { return nil }
    if Ascii.isDigit(bytes[at]) { return (Int(bytes[at] &- 0x30), at + 1) }
    guard bytes[at] == 0xEF, at + 2 < bytes.endIndex, bytes[at + 1] == 0xBC,
      (0x90...0x99).contains(bytes[at + 2])
    else { return nil }
    return (Int(bytes[at + 2] &- 0x90), at + 3)
  }

  /// Past ` 08:16` or ` 08:16:23` when a time of day follows.
  private func time(after end: Int) -> Int {
    let at = skipSpaces(end)
    guard let (hour, colon) = number(at: at, most: 3), hour < 24, isColon(colon),
      let (minute, afterMinute) = number(at: colon + 1, most: 3), minute < 60
    else { return end }
    guard isColon(afterMinute),
      let (_, afterSecond) = number(at: afterMinute + 1, most: 3)
    else { return afterMinute }
    return afterSecond
  }

  private func isColon(_ at: Int) -> Bool { at < bytes.endIndex && bytes[at] == Ascii.colon }

  func skipSpaces(_ start: Int) -> Int {
    var at = start
    while at < bytes.endIndex, bytes[at] == Ascii.space, at - start < 4 { at += 1 }
    return at
  }

  func matches(_ text: StaticString, at: Int) -> Bool {
    bytes.matchesIgnoringCase(text, at: at)
  }

  // MARK: Chinese numerals

  private func numerals(at start: Int) -> FoundDate? {
    var at = start
    var year = 0
    for _ in 0..<4 {
      guard let (value, next) = numeral(at: at), value < 10 else { return nil }
      year = year * 10 + value
      at = next
    }
    at = skipSpaces(at)
    guard year >= 1900, year <= 2100, matches("年", at: at),
      let (month, afterMonth) = small(at: skipSpaces(at + 3)),
      matches("月", at: skipSpaces(afterMonth)),
      let (dayNumber, afterDay) = small(at: skipSpaces(skipSpaces(afterMonth) + 3)),
      matches("日", at: skipSpaces(afterDay)),
      let day = Day(year: year, month: month, day: dayNumber)
    else { return nil }
    return FoundDate(day: day, range: start..<skipSpaces(afterDay) + 3, isInNumerals: true)
  }

  /// 一…三十一.
  private func small(at start: Int) -> (Int, Int)? {
    var at = start
    var value = 0
    var count = 0
    while let (digit, next) = numeral(at: at), count < 3 {
      if digit == 10 { value = max(value, 1) * 10 } else { value += digit }
      at = next
      count += 1
    }
    return count > 0 ? (value, at) : nil
  }

  private static let numeralMarks: [(StaticString, Int)] = [
    ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8),
    ("九", 9), ("十", 10), ("〇", 0), ("零", 0), ("○", 0), ("О", 0), ("Ｏ", 0), ("０", 0),
    ("o", 0), ("0", 0), ("元", 1),
  ]

  private func numeral(at: Int) -> (Int, Int)? {
    for (mark, value) in DateScanner.numeralMarks where matches(mark, at: at) {
      return (value, at + mark.utf8CodeUnitCount)
    }
    return nil
  }
}
