/// A moment in time: milliseconds since 1970-01-01 00:00 UTC, shown in China Standard Time.
///
/// The vocabulary has no clock; a moment is always handed in by whoever read one.
public struct Instant: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The first moment of a day in China Standard Time (UTC+8).
  public init(startOf day: Day) {
    milliseconds = (Int64(day.number) * 86_400 - 28_800) * 1000
  }

  /// The day in China Standard Time.
  public var day: Day { Day(number: Int(floorDivide(milliseconds + 28_800_000, 86_400_000))) }

  public func adding(seconds: Double) -> Instant {
    Instant(milliseconds: milliseconds + Int64((seconds * 1000).rounded()))
  }

  /// Seconds from `other` to this moment.
  public func seconds(since other: Instant) -> Double {
    Double(milliseconds - other.milliseconds) / 1000
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// `2026-11-21T20:09:00+08:00`
  public var description: String { "\(day)T\(clock(offset: 28_800_000))+08:00" }

  /// `2026-11-21 20:09:00`, China Standard Time, for people.
  public var readable: String { "\(day) \(clock(offset: 28_800_000))" }

  /// `2026-11-21T12:09:00Z`, as WARC and HTTP want it.
  public var utcDescription: String {
    let day = Day(number: Int(floorDivide(milliseconds, 86_400_000)))
    return "\(day)T\(clock(offset: 0))Z"
  }

  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  private func clock(offset: Int64) -> String {
    let local = milliseconds + offset
    let second = Int((local - floorDivide(local, 86_400_000) * 86_400_000) / 1000)
    return "\(pad(second / 3600, 2)):\(pad(second / 60 % 60, 2)):\(pad(second % 60, 2))"
  }
}

func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}
