/// A calendar day of the sample portal, so that everything it publishes can be placed relative to
/// the day it is judged as of. No clock is ever read.
public struct SampleDay: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Gregorian year, such as 2026.
  public let year: Int
  /// 1...12.
  public let month: Int
  /// 1...31.
  public let day: Int

  /// A day by its civil date; months and days out of range are carried over.
  public init(year: Int, month: Int, day: Int) {
    self.init(number: SampleDay.number(year: year, month: month, day: 1) + day - 1)
  }

  /// Days since 1970-01-01, after Howard Hinnant's `civil_from_days`:
  /// https://howardhinnant.github.io/date_algorithms.html
  init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (marchMonth >= 10 ? 1 : 0)
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let months = year * 12 + month - 1
    let civilYear = months >= 0 ? months / 12 : (months - 11) / 12
    let civilMonth = months - civilYear * 12 + 1
    let marchYear = civilMonth <= 2 ? civilYear - 1 : civilYear
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (civilMonth > 2 ? civilMonth - 3 : civilMonth + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Days since 1970-01-01.
  var number: Int { SampleDay.number(year: year, month: month, day: day) }

  /// The day that many days later (earlier when negative).
  public func adding(days: Int) -> SampleDay { SampleDay(number: number + days) }

  /// The same day of the month that many months later; the month's last day where it is shorter.
  public func adding(months: Int) -> SampleDay {
    let first = SampleDay(year: year, month: month + months, day: 1)
    let following = SampleDay(year: year, month: month + months + 1, day: 1)
    return first.adding(days: min(day, following.number - first.number) - 1)
  }

  /// `2026-11-21`.
  public var description: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

  /// `202611`, the folder name TRS files an article under.
  var folder: String { "\(year)\(Self.padded(month))" }

  /// `20261121`.
  var compact: String { folder + Self.padded(day) }

  /// `2026年11月21日`.
  var chinese: String { "\(year)年\(month)月\(day)日" }

  static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// By date.
  public static func < (left: SampleDay, right: SampleDay) -> Bool { left.number < right.number }
}
