/// One try to open a home page, as a visitor would: the page whole, within 15 seconds.
public struct AvailabilitySample: Hashable, Sendable, Codable {
  public enum Result: String, Codable, Sendable, CaseIterable {
    case opened
    /// The site did not open.
    case failed
    /// Our own network or name service was gone: says nothing about the site.
    case ownFault = "own-fault"
    /// A guard refused us: says nothing about what visitors see.
    case blocked
  }

  public var at: Instant
  public var result: Result
  /// HTTP status, 0 without a response.
  public var status: Int
  /// Milliseconds.
  public var duration: Int
  /// Why it did not open; nil when it did.
  public var cause: LinkVerdict.Cause?

  public init(
    at: Instant, result: Result, status: Int, duration: Int, cause: LinkVerdict.Cause? = nil
  ) {
    self.at = at
    self.result = result
    self.status = status
    self.duration = duration
    self.cause = cause
  }
}

/// What a week of samples says about a home page.
///
/// The national rule (国办秘函〔2019〕19号, 单项否决) tries for a week, at least twenty times a day;
/// one that does not open within 15 seconds counts as failed, and 5 % failed is too many. What was
/// our own fault is left out of every figure; what a guard answered leaves the share open.
public struct AvailabilityWeek: Hashable, Sendable, Codable {
  public static let days = 7
  public static let samplesADay = 20
  /// Percent of failures from which on the site counts as not reachable.
  public static let limit = 5

  public enum Judgement: String, Codable, Sendable {
    case reachable, unreachable
    /// Too many were refused by a guard to tell.
    case blocked
    /// Not a week, or a day with fewer than twenty samples.
    case tooFew = "too-few"
  }

  /// The first and the last day looked at.
  public var from: Day
  public var to: Day
  public var opened = 0
  public var failed = 0
  public var blocked = 0
  public var ownFaults = 0
  /// Days with enough samples, own faults not counted.
  public var fullDays = 0
  /// Samples on the poorest day, own faults not counted.
  public var fewestADay = 0
  /// Failures by cause id.
  public var causes: [String: Int] = [:]

  /// The best week that ends on `day` or the day before, which may not be over yet.
  /// - Parameter samples: any time, any order.
  public static func ending(_ day: Day, _ samples: [AvailabilitySample]) -> AvailabilityWeek {
    let now = AvailabilityWeek(to: day, samples)
    let before = AvailabilityWeek(to: day.adding(days: -1), samples)
    return before.fullDays > now.fullDays ? before : now
  }

  init(to day: Day, _ samples: [AvailabilitySample]) {
    to = day
    from = day.adding(days: 1 - AvailabilityWeek.days)
    var counts: [Day: Int] = [:]
    for sample in samples where sample.at.day >= from && sample.at.day <= to {
      take(sample)
      if sample.result != .ownFault { counts[sample.at.day, default: 0] += 1 }
    }
    let all = (0..<AvailabilityWeek.days).map { counts[from.adding(days: $0)] ?? 0 }
    fullDays = all.count { $0 >= AvailabilityWeek.samplesADay }
    fewestADay = all.min() ?? 0
  }

  private mutating func take(_ sample: AvailabilitySample) {
    switch sample.result {
    case .opened: opened += 1
    case .blocked: blocked += 1
    case .ownFault: ownFaults += 1
    case .failed:
      failed += 1
      causes[sample.cause?.rawValue ?? "other", default: 0] += 1
    }
  }

  /// Samples that count.
  public var counted: Int { opened + failed + blocked }

  /// What the week proves: with every refused sample taken for the better and for the worse.
  public var judgement: Judgement {
    guard fullDays == AvailabilityWeek.days else { return .tooFew }
    if failed * 100 >= counted * AvailabilityWeek.limit { return .unreachable }
    return (failed + blocked) * 100 < counted * AvailabilityWeek.limit ? .reachable : .blocked
  }

  /// Failures among the samples that opened or failed, in percent with one decimal, such as `1.8`;
  /// nil without any.
  public var failedPercent: String? {
    let judged = opened + failed
    guard judged > 0 else { return nil }
    let tenths = (failed * 2000 + judged) / (judged * 2)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
