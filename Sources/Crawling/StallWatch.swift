public import AuditModel

/// Notices within a minute that a crawl does not get on, and says why.
///
/// Waiting that has a reason and an end is no stall. A state machine without clock or thread: the
/// shell tells what the crawl does and asks from time to time.
public struct StallWatch: Sendable {
  /// Why nothing gets on.
  public enum Cause: Sendable, Hashable {
    /// Requests are under way and none ends; the oldest by host.
    case requests(count: Int, oldest: String)
    /// The crawl's own loop hangs in this step.
    case loop(step: String)
    /// Something waits, nothing is under way and no moment is set at which it goes on.
    case nothingDue(queued: Int)
  }

  /// One stall, with the seconds it lasts.
  public struct Stall: Sendable, Hashable {
    public var cause: Cause
    public var seconds: Double
  }

  /// What the crawl is at.
  public struct Situation: Sendable, Hashable {
    /// What the loop does at this moment.
    public var step: String
    /// Requests under way, and the host of the oldest.
    public var inFlight: Int
    public var oldest: String
    public var queued: Int
    /// When it goes on; nil when only the end of a request can help.
    public var waitsUntil: Instant?

    public init(
      step: String, inFlight: Int = 0, oldest: String = "", queued: Int = 0,
      waitsUntil: Instant? = nil
    ) {
      self.step = step
      self.inFlight = inFlight
      self.oldest = oldest
      self.queued = queued
      self.waitsUntil = waitsUntil
    }
  }

  /// Seconds without progress that make a stall. A shell that asks every ten seconds thereby
  /// speaks within a minute.
  public static let limit = 45.0

  private let requestLimit: Double
  private var situation = Situation(step: "")
  private var beatAt: Instant
  private var progressAt: Instant
  private var isReported = false

  /// - Parameter timeout: seconds one request may take; only what goes beyond is a stall.
  public init(timeout: Double, at now: Instant) {
    requestLimit = max(StallWatch.limit, timeout + 15)
    (beatAt, progressAt) = (now, now)
  }

  /// The crawl says what it is at. `hasProgressed` when a request has ended since.
  public mutating func beat(_ situation: Situation, hasProgressed: Bool, at now: Instant) {
    self.situation = situation
    beatAt = now
    let isWaiting =
      situation.inFlight == 0 && (situation.waitsUntil != nil || situation.queued == 0)
    if hasProgressed || isWaiting {
      progressAt = now
      isReported = false
    }
  }

  /// The stall to report at this moment, each once.
  public mutating func stall(at now: Instant) -> Stall? {
    guard !isReported, let stall = present(at: now) else { return nil }
    isReported = true
    return stall
  }

  private func present(at now: Instant) -> Stall? {
    let silence = now.seconds(since: beatAt)
    if silence >= StallWatch.limit {
      return Stall(cause: .loop(step: situation.step), seconds: silence)
    }
    let stillness = now.seconds(since: progressAt)
    if situation.inFlight > 0 {
      guard stillness >= requestLimit else { return nil }
      return Stall(
        cause: .requests(count: situation.inFlight, oldest: situation.oldest), seconds: stillness)
    }
    guard situation.queued > 0, situation.waitsUntil == nil, stillness >= StallWatch.limit else {
      return nil
    }
    return Stall(cause: .nothingDue(queued: situation.queued), seconds: stillness)
  }
}
