import AuditModel

/// Dates as English pages write them: `May 12, 2023`, `Sept. 3 2021`, `12th May 2023`.
extension DateScanner {
  private static let months: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// A month's name, whole or cut to three letters or more, and where it ends.
  private func month(at start: Int) -> (Int, Int)? {
    var end = start
    while end < bytes.endIndex, Ascii.isLetter(bytes[end]), end - start < 10 { end += 1 }
    guard end - start >= 3, end - start < 10 else { return nil }
    let number = DateScanner.months.firstIndex { name in
      name.utf8CodeUnitCount >= end - start
        && (0..<end - start).allSatisfy { Ascii.lower(bytes[start + $0]) == name.utf8Start[$0] }
    }
    if end < bytes.endIndex, bytes[end] == Ascii.dot { end += 1 }
    return number.map { ($0 + 1, end) }
  }

  func monthFirst(at start: Int) -> FoundDate? {
    guard let (month, afterMonth) = month(at: start),
      let (day, afterDay) = number(at: skipSpaces(afterMonth), most: 3), afterDay > afterMonth,
      let (year, end) = number(at: past(Ascii.comma, ordinal(afterDay)), most: 5)
    else { return nil }
    return found(year, month, day, start..<end)
  }

  func dayFirst(at start: Int) -> FoundDate? {
    guard let (day, afterDay) = number(at: start, most: 3),
      let (month, afterMonth) = month(at: skipSpaces(ordinal(afterDay))),
      let (year, end) = number(at: past(Ascii.comma, afterMonth), most: 5)
    else { return nil }
    return found(year, month, day, start..<end)
  }

  private func found(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> FoundDate? {
    guard (1900...2100).contains(year), let day = Day(year: year, month: month, day: day) else {
      return nil
    }
    return FoundDate(day: day, range: range, isInNumerals: false)
  }

  /// Past `st`, `nd`, `rd`, `th`.
  private func ordinal(_ at: Int) -> Int {
    let endings: [StaticString] = ["st", "nd", "rd", "th"]
    return endings.contains { matches($0, at: at) } ? at + 2 : at
  }

  private func past(_ mark: UInt8, _ start: Int) -> Int {
    let at = skipSpaces(start)
    return at < bytes.endIndex && bytes[at] == mark ? skipSpaces(at + 1) : at
  }
}
