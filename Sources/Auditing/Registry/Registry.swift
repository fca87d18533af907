public import AuditModel

/// The list of units to be assessed, with the portals they live on and the sweep schedule.
public struct Registry: Sendable, Hashable {
  public var units: [AuditedUnit]
  public var schedule: Schedule?

  public init(units: [AuditedUnit], schedule: Schedule? = nil) {
    self.units = units
    self.schedule = schedule
  }

  /// The unit of that id or name.
  public func unit(_ wanted: String) -> AuditedUnit? {
    units.first { $0.id == wanted } ?? units.first { $0.name == wanted }
  }

  /// Ids and names near to `wanted`, for the message that says it is unknown.
  public func suggestions(for wanted: String) -> [String] {
    let near = units.filter {
      $0.name.contains(wanted) || wanted.contains($0.name) || $0.id.hasPrefix(wanted.prefix(2))
    }
    return (near.isEmpty ? units : near).prefix(8).map { "\($0.id)(\($0.name))" }
  }
}

/// When sweeps start.
public struct Schedule: Sendable, Hashable {
  /// Seconds between the starts of two sweeps.
  public var every: Double?
  /// Minutes after midnight, China Standard Time.
  public var at: [Int]

  public init(every: Double? = nil, at: [Int] = []) {
    self.every = every
    self.at = at.sorted()
  }

  /// The first start after `now`; `lastStart` is nil before the first sweep.
  public func next(after now: Instant, lastStart: Instant?) -> Instant? {
    if let every, every >= 1 {
      guard let lastStart else { return now }
      // Starts missed while a sweep ran long are skipped, not caught up.
      let missed = max(0, (now.seconds(since: lastStart) / every).rounded(.down))
      return lastStart.adding(seconds: (missed + 1) * every)
    }
    guard !at.isEmpty else { return nil }
    let moments = [now.day, now.day.adding(days: 1)].flatMap { day in
      at.map { Instant(startOf: day).adding(seconds: Double($0) * 60) }
    }
    return moments.first { $0 > now }
  }

  /// An interval between sweeps: at least a second, or two sweeps would never be apart.
  public static func interval(_ text: String) -> Double? {
    seconds(text).flatMap { $0 >= 1 ? $0 : nil }
  }

  /// Reads `90s`, `15m`, `24h`, `7d`; nil when it is none of these or shorter than a second.
  public static func seconds(_ text: String) -> Double? {
    let factors: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last, let factor = factors[unit],
      let count = Double(text.dropLast()), count.isFinite, count * factor >= 0,
      count * factor <= 366 * 86_400
    else { return nil }
    return count * factor
  }

  /// Reads `06:30`; nil when it is no time of day.
  public static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
