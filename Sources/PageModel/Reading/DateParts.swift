import AuditModel

/// A date that a template shows in several elements: `<em>25</em><b>2020-12</b>`,
/// `<div>--2021--</div><p>06-09</p>`, `<i>12</i><i>5月</i><i>2023</i>`.
enum DateParts {
  /// What one element shows of a date.
  private enum Part: Equatable {
    case year(Int), yearMonth(Int, Int), monthDay(Int, Int)
    /// One or two digits: a day or a month, sure to be one when the mark says so.
    case month(Int), day(Int), either(Int)
  }

  /// The date that begins at the first of these texts, and how many of them show it.
  static func date(in texts: ArraySlice<String>) -> (day: Day, count: Int)? {
    let parts = texts.prefix(3).map(part)
    guard parts.count >= 2, let first = parts[0], let second = parts[1] else { return nil }
    if let day = pair(first, second) ?? pair(second, first) { return (day, 2) }
    guard parts.count == 3, let third = parts[2] else { return nil }
    return triple(first, second, third).map { ($0, 3) }
  }

  private static func pair(_ first: Part, _ second: Part) -> Day? {
    switch (first, second) {
    case (.yearMonth(let year, let month), .day(let day)),
      (.yearMonth(let year, let month), .either(let day)),
      (.year(let year), .monthDay(let month, let day)):
      Day(year: year, month: month, day: day)
    default: nil
    }
  }

  /// Year, month, day, or day, month, year; a month before its day only with its mark.
  private static func triple(_ first: Part, _ second: Part, _ third: Part) -> Day? {
    switch (first, second, third) {
    case (.year(let year), let month, let day): whole(year, month, day)
    case (let day, let month, .year(let year)):
      if case .month(let number) = day, case .either(let day) = month {
        Day(year: year, month: number, day: day)
      } else {
        whole(year, month, day)
      }
    default: nil
    }
  }

  private static func whole(_ year: Int, _ month: Part, _ day: Part) -> Day? {
    let number: Int
    switch month {
    case .month(let value), .either(let value): number = value
    default: return nil
    }
    switch day {
    case .day(let value), .either(let value): return Day(year: year, month: number, day: value)
    default: return nil
    }
  }

  /// A part of a date stands alone in its element but for brackets and rules.
  private static func part(_ text: String) -> Part? {
    guard text.utf8.count <= 24 else { return nil }
    let scanner = DateScanner(Array(text.utf8)[...])
    var numbers: [(value: Int, digits: Int)] = []
    var mark: Character = " "
    var at = 0
    let bytes = scanner.bytes
    while at < bytes.count {
      if let (value, end) = scanner.number(at: at, most: 5) {
        numbers.append((value, scanner.digitCount(at..<end)))
        at = end
      } else {
        guard let (character, length) = character(bytes, at), marks.contains(character) else {
          return nil
        }
        if "年月日".contains(character) { mark = character }
        at += length
      }
    }
    return part(numbers, mark)
  }

  private static let marks: Set<Character> = [
    " ", "-", "/", ".", "－", "—", "年", "月", "日", "[", "]", "(", ")", "（", "）", "【", "】", "|", "·",
  ]

  private static func character(_ bytes: ArraySlice<UInt8>, _ at: Int) -> (Character, Int)? {
    let length = bytes[at] < 0x80 ? 1 : bytes[at] < 0xE0 ? 2 : bytes[at] < 0xF0 ? 3 : 4
    guard at + length <= bytes.endIndex else { return nil }
    return String(decoding: bytes[at..<at + length], as: UTF8.self).first.map { ($0, length) }
  }

  private static func part(_ numbers: [(value: Int, digits: Int)], _ mark: Character) -> Part? {
    switch numbers.count {
    case 1:
      let (value, digits) = numbers[0]
      if digits == 4, (1900...2100).contains(value) { return .year(value) }
      guard digits <= 2 else { return nil }
      return mark == "月" ? month(value) : mark == "日" ? .day(value) : .either(value)
    case 2:
      let (first, second) = (numbers[0], numbers[1])
      if first.digits == 4, (1900...2100).contains(first.value), (1...12).contains(second.value) {
        return .yearMonth(first.value, second.value)
      }
      guard first.digits <= 2, second.digits <= 2, (1...12).contains(first.value),
        (1...31).contains(second.value)
      else { return nil }
      return .monthDay(first.value, second.value)
    default: return nil
    }
  }

  private static func month(_ value: Int) -> Part? {
    (1...12).contains(value) ? .month(value) : nil
  }
}

extension DateScanner {
  /// How many digits a range of the text holds.
  fileprivate func digitCount(_ range: Range<Int>) -> Int {
    var at = range.lowerBound
    var count = 0
    while at < range.upperBound, let (_, next) = digit(at: at) {
      at = next
      count += 1
    }
    return count
  }
}
