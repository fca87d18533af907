import AuditModel

/// A date found in text, with the bytes that show it.
struct FoundDate: Sendable {
  var day: Day
  var range: Range<Int>
  /// Written in Chinese numerals, as the date a document was signed is.
  var isInNumerals: Bool
}

/// Finds full dates in UTF-8 text: `2020-08-02`, `2020/8/2`, `2020.08.02`, `2020年08月02日`,
/// `二〇二〇年八月二日`. A date without its year is none.
struct DateScanner {
  private let bytes: ArraySlice<UInt8>

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
    while found.count < limit {
      at = nextStart(from: at)
      guard at < bytes.endIndex else { break }
      if Ascii.isDigit(bytes[at]) {
        if let date = digits(at: at) {
          found.append(date)
          at = date.range.upperBound
        } else {
          while at < bytes.endIndex, Ascii.isDigit(bytes[at]) { at += 1 }
        }
      } else if let date = numerals(at: at) {
        found.append(date)
        at = date.range.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  /// The next byte a date can begin with: a digit, or the first of 一 or 二.
  private func nextStart(from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var at = start - bytes.startIndex
      while at < buffer.count {
        if Ascii.isDigit(buffer[at]) { break }
        if buffer[at] == 0xE4, at + 2 < buffer.count {
          let (second, third) = (buffer[at + 1], buffer[at + 2])
          if second == 0xB8 && third == 0x80 || second == 0xBA && third == 0x8C { break }
        }
        at += 1
      }
      return at + bytes.startIndex
    }
  }

  // MARK: Digits

  private func digits(at start: Int) -> FoundDate? {
    guard let (year, afterYear) = number(at: start, most: 5), afterYear - start == 4,
      year >= 1900, year <= 2100
    else { return nil }
    guard let (style, monthAt) = separator(at: afterYear) else { return nil }
    guard let (month, afterMonth) = number(at: monthAt, most: 3), afterMonth - monthAt <= 2,
      let (second, dayAt) = separator(at: afterMonth), style.pairs(with: second),
      let (dayNumber, afterDay) = number(at: dayAt, most: 3), afterDay - dayAt <= 2,
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
    return nil
  }

  /// The number that stands at `start` and where it ends; nil when none or longer than `most`.
  private func number(at start: Int, most: Int) -> (Int, Int)? {
    var value = 0
    var at = start
    while at < bytes.endIndex, Ascii.isDigit(bytes[at]), at - start < most {
      value = value * 10 + Int(bytes[at] &- 0x30)
      at += 1
    }
    return at > start ? (value, at) : nil
  }

  /// Past ` 08:16` or ` 08:16:23` when a time of day follows.
  private func time(after end: Int) -> Int {
    let at = skipSpaces(end)
    guard let (hour, colon) = number(at: at, most: 2), hour < 24, isColon(colon),
      let (minute, afterMinute) = number(at: colon + 1, most: 2), minute < 60
    else { return end }
    guard isColon(afterMinute),
      let (_, afterSecond) = number(at: afterMinute + 1, most: 2)
    else { return afterMinute }
    return afterSecond
  }

  private func isColon(_ at: Int) -> Bool { at < bytes.endIndex && bytes[at] == Ascii.colon }

  private func skipSpaces(_ start: Int) -> Int {
    var at = start
    while at < bytes.endIndex, bytes[at] == Ascii.space, at - start < 4 { at += 1 }
    return at
  }

  private func matches(_ text: StaticString, at: Int) -> Bool {
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
