public import AuditModel

/// How a host is spared. All times in seconds.
public struct Politeness: Sendable, Hashable, Codable {
  /// Between the starts of two requests to one host.
  public var delay: Double
  /// Requests to one host at the same time.
  public var concurrency: Int
  /// A robots.txt may ask for more than ``delay``, up to this.
  public var crawlDelayLimit: Double
  /// The pause grows with the server's own answering time by this factor, so that a slow server
  /// is asked less often; 0 switches it off.
  public var latencyFactor: Double
  /// The longest pause the answering time alone can cause.
  public var latencyLimit: Double
  /// First pause after an error that speaks of distress; doubles with each further one.
  public var backoff: Double
  /// The longest such pause.
  public var backoffLimit: Double
  /// The longest `Retry-After` that is obeyed to the second; longer ones count as this.
  public var retryAfterLimit: Double
  /// Connection failures in a row after which the rest of a host's queue is given up.
  public var giveUpAfter: Int
  /// When requests may start; nil for any time.
  public var window: DailyWindow?

  /// Defaults for a public portal nobody announced us to.
  public init(
    delay: Double = 1, concurrency: Int = 2, crawlDelayLimit: Double = 30,
    latencyFactor: Double = 1, latencyLimit: Double = 10, backoff: Double = 5,
    backoffLimit: Double = 600, retryAfterLimit: Double = 3600, giveUpAfter: Int = 12,
    window: DailyWindow? = nil
  ) {
    self.delay = max(0, delay)
    self.concurrency = max(1, concurrency)
    self.crawlDelayLimit = crawlDelayLimit
    self.latencyFactor = latencyFactor
    self.latencyLimit = latencyLimit
    self.backoff = backoff
    self.backoffLimit = backoffLimit
    self.retryAfterLimit = retryAfterLimit
    self.giveUpAfter = giveUpAfter
    self.window = window
  }
}

/// A part of every day in China Standard Time, such as 22:00 to 06:00.
public struct DailyWindow: Sendable, Hashable, Codable {
  /// Minutes after midnight.
  public var start: Int
  /// Minutes after midnight, not included; before ``start`` the window spans midnight.
  public var end: Int

  /// Nil unless both lie within a day and differ.
  public init?(start: Int, end: Int) {
    guard (0..<1440).contains(start), (0..<1440).contains(end), start != end else { return nil }
    self.start = start
    self.end = end
  }

  /// The moment itself when it lies inside, else the next opening.
  public func opening(from moment: Instant) -> Instant {
    let midnight = Instant(startOf: moment.day)
    let minute = moment.seconds(since: midnight) / 60
    let (start, end) = (Double(start), Double(end))
    let isInside =
      start < end ? minute >= start && minute < end : minute >= start || minute < end
    if isInside { return moment }
    let today = midnight.adding(seconds: start * 60)
    return today > moment ? today : today.adding(seconds: 86_400)
  }
}
