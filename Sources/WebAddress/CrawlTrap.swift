public import AuditModel

/// Signs that following an address would never end. Raw values are stable reason ids.
public enum CrawlTrap: String, Sendable, Codable, CaseIterable {
  case tooLong = "trap-url-too-long"
  case tooDeep = "trap-path-too-deep"
  case repeatingPath = "trap-repeating-path"
  case tooManyParameters = "trap-too-many-parameters"
  case calendar = "trap-calendar"
  case endlessParameters = "trap-endless-parameters"
}

/// Looks for traps: first in the address alone, then in how many addresses of one shape appeared.
public struct TrapWatch: Sendable {
  /// Where suspicion begins. The defaults leave room for every portal met in practice.
  public struct Limits: Sendable, Hashable {
    /// Bytes of an address.
    public var length = 2048
    /// Segments of a path.
    public var segments = 24
    /// Parameters of a query.
    public var parameters = 16
    /// Addresses that differ only in the values of three or more parameters.
    public var sameShape = 2000
    /// Calendar pages (year and month in the query) of one shape.
    public var calendarPages = 120
    /// No calendar or archive of a Chinese government goes further back.
    public var firstYear = 1949
    /// Years a calendar may look ahead of the audit.
    public var yearsAhead = 2

    /// The defaults.
    public init() {}
  }

  private let limits: Limits
  private let lastYear: Int
  private var shapes: [UInt64: Int] = [:]

  /// - Parameter asOf: the day of the audit; calendars far beyond it are endless.
  public init(limits: Limits = Limits(), asOf: Day) {
    self.limits = limits
    lastYear = asOf.year + limits.yearsAhead
  }

  /// Judges an address and counts it. Call once for each new address.
  public mutating func judge(_ url: WebURL) -> CrawlTrap? {
    if let trap = structuralTrap(url) { return trap }
    guard let query = url.query, !query.isEmpty else { return nil }
    let parameters = Array(query.utf8).split(separator: UInt8(ascii: "&")).map(URLParameter.init)
    if parameters.count > limits.parameters { return .tooManyParameters }
    return countedTrap(url, parameters)
  }

  private func structuralTrap(_ url: WebURL) -> CrawlTrap? {
    if url.href.utf8.count > limits.length { return .tooLong }
    let path = Array(url.path.utf8)
    let segments = path.split(separator: UInt8(ascii: "/"))
    if segments.count > limits.segments { return .tooDeep }
    return TrapWatch.repeats(segments) ? .repeatingPath : nil
  }

  /// A run of one to four segments three times in a row; digits alone (`/1/1/1/`) as well, where
  /// a date such as `/11/11/11/` cannot be more than three long.
  static func repeats(_ segments: [ArraySlice<UInt8>]) -> Bool {
    for length in 1...4 where segments.count >= length * 3 {
      for start in 0...(segments.count - length * 3) {
        let first = segments[start..<(start + length)]
        let times = repetitions(of: first, in: segments, from: start)
        let isNumeric = first.allSatisfy { $0.allSatisfy(ASCII.isDigit) }
        if times >= (isNumeric ? 4 : 3) { return true }
      }
    }
    return false
  }

  private static func repetitions(
    of run: ArraySlice<ArraySlice<UInt8>>, in segments: [ArraySlice<UInt8>], from start: Int
  ) -> Int {
    var times = 1
    var next = start + run.count
    while next + run.count <= segments.count,
      segments[next..<(next + run.count)].elementsEqual(run, by: { $0 == $1 })
    {
      times += 1
      next += run.count
    }
    return times
  }

  private mutating func countedTrap(_ url: WebURL, _ parameters: [URLParameter]) -> CrawlTrap? {
    let isCalendar = TrapWatch.isCalendar(parameters)
    if isCalendar, let year = TrapWatch.year(parameters),
      !(limits.firstYear...lastYear).contains(year)
    {
      return .calendar
    }
    guard isCalendar || parameters.count >= 3 else { return nil }
    let names = parameters.map(\.name).sorted().joined(separator: "&")
    var hasher = ShapeHash()
    hasher.combine("\(url.twinHost)\(url.path)?\(names)")
    let count = shapes[hasher.value, default: 0] + 1
    shapes[hasher.value] = count
    if isCalendar { return count > limits.calendarPages ? .calendar : nil }
    return count > limits.sameShape ? .endlessParameters : nil
  }

  /// Year and month as parameters of their own, or in one value (`month=2027-01`); a search by
  /// year alone is no calendar.
  fileprivate static func isCalendar(_ parameters: [URLParameter]) -> Bool {
    let names = Set(parameters.map(\.name))
    let hasBoth =
      !names.isDisjoint(with: ["year", "y", "yyyy", "nian"]) && !names.isDisjoint(with: monthNames)
    return hasBoth || parameters.contains { monthYear($0) != nil }
  }

  private static func year(_ parameters: [URLParameter]) -> Int? {
    let parameter = parameters.first { ["year", "y", "yyyy", "nian"].contains($0.name) }
    return parameter.flatMap { Int(String(decoding: $0.value.prefix(9), as: UTF8.self)) }
      ?? parameters.lazy.compactMap(monthYear).first
  }

  /// The year of a value such as `2027-01`, `2027-01-31` or `202701` under a calendar's name.
  private static func monthYear(_ parameter: URLParameter) -> Int? {
    guard monthNames.contains(parameter.name) || dayNames.contains(parameter.name) else {
      return nil
    }
    let value = Array(parameter.value)
    guard (6...10).contains(value.count), value.prefix(4).allSatisfy(ASCII.isDigit),
      value.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    return Int(String(decoding: value.prefix(4), as: UTF8.self))
  }

  private static let monthNames: Set<String> = ["month", "m", "mm", "mon", "yue", "ym"]
  private static let dayNames: Set<String> = ["date", "day", "d", "riqi", "rq"]
}

extension WebURL {
  /// One month or day of a calendar: a view of a page, not a page or column of its own.
  public var isCalendarView: Bool {
    guard let query, !query.isEmpty else { return false }
    let parameters = Array(query.utf8).split(separator: UInt8(ascii: "&")).map(URLParameter.init)
    return TrapWatch.isCalendar(parameters)
  }
}

/// FNV-1a, so that a shape takes eight bytes.
private struct ShapeHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}
