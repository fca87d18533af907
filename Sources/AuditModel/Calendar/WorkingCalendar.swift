/// Which days are worked in mainland China: weekends, public holidays and shifted days (调休).
///
/// Only years whose holiday notice is known can be answered; outside them every answer is nil,
/// because guessing a holiday would charge an official for it.
public struct WorkingCalendar: Sendable {
  private let off: Set<Int>
  private let worked: Set<Int>
  /// Years whose arrangement is known.
  public let years: ClosedRange<Int>

  /// The arrangements announced by the 国务院办公厅.
  public static let national = WorkingCalendar(notices: HolidayNotices.text)

  /// Reads lines `YEAR source…`, `off DAY|DAY..DAY …` and `work DAY …`.
  init(notices: String) {
    var off = Set<Int>()
    var worked = Set<Int>()
    var known: [Int] = []
    for line in notices.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let head = words.first else { continue }
      if let year = Int(head) { known.append(year) }
      let days = words.dropFirst().flatMap(WorkingCalendar.days)
      if head == "off" { off.formUnion(days) }
      if head == "work" { worked.formUnion(days) }
    }
    self.off = off
    self.worked = worked
    years = (known.min() ?? 0)...(known.max() ?? 0)
  }

  private static func days(_ word: Substring) -> [Int] {
    let ends = word.split(separator: ".", omittingEmptySubsequences: true).compactMap { Day($0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return Array(first.number...last.number)
  }

  /// Whether the day is worked; nil outside the known years.
  public func isWorkingDay(_ day: Day) -> Bool? {
    guard years.contains(day.year) else { return nil }
    if worked.contains(day.number) { return true }
    return day.weekday <= 5 && !off.contains(day.number)
  }

  /// Working days after `start`, up to and with `end`: 0 for the same day, negative when `end` comes
  /// first; nil when a day between lies outside the known years.
  public func workingDays(from start: Day, to end: Day) -> Int? {
    guard start <= end else { return workingDays(from: end, to: start).map { -$0 } }
    guard years.contains(start.year), years.contains(end.year) else { return nil }
    var count = 0
    for number in (start.number..<end.number) where isWorkingDay(Day(number: number + 1)) == true {
      count += 1
    }
    return count
  }

  /// The last day of a period of `count` working days that begins the day after `start`; nil when
  /// it reaches outside the known years.
  public func deadline(_ count: Int, workingDaysAfter start: Day) -> Day? {
    var day = start
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      guard let isWorked = isWorkingDay(day) else { return nil }
      if isWorked { left -= 1 }
    }
    return years.contains(day.year) ? day : nil
  }
}
