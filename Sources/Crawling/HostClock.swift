import AuditModel

/// When a host may be asked again. The moment never moves towards us: no success and no error
/// shortens a pause that was already promised.
struct HostClock: Sendable {
  private(set) var notBefore = Instant(milliseconds: 0)
  private(set) var inFlight = 0
  /// Errors of distress in a row: refusals to answer, 429, 5xx.
  private(set) var distress = 0
  /// Connection failures in a row.
  private(set) var unreachable = 0
  var crawlDelay: Double?

  mutating func restore(_ moment: Instant) { postpone(to: moment) }

  mutating func postpone(to moment: Instant) { notBefore = max(notBefore, moment) }

  mutating func begin(at now: Instant, _ politeness: Politeness) {
    inFlight += 1
    postpone(to: now.adding(seconds: pause(politeness)))
  }

  /// Applies a delay learnt after the last start.
  mutating func lengthenPause(_ politeness: Politeness, at now: Instant) {
    postpone(to: now.adding(seconds: pause(politeness)))
  }

  mutating func end(_ feedback: FrontierFeedback, at now: Instant, _ politeness: Politeness) {
    inFlight = max(0, inFlight - 1)
    let slowness = min(feedback.seconds * politeness.latencyFactor, politeness.latencyLimit)
    if slowness > pause(politeness) { postpone(to: now.adding(seconds: slowness)) }
    // A server counts from when the request reached it, which may be well after it was handed out.
    if let sent = feedback.sentAt {
      postpone(to: min(sent, now).adding(seconds: pause(politeness)))
    }
    unreachable = feedback.isConnectionFailure ? unreachable + 1 : 0
    if feedback.isDistress {
      let doubling = Double(1 << min(distress, 16))
      distress += 1
      postpone(
        to: now.adding(seconds: min(politeness.backoff * doubling, politeness.backoffLimit)))
    } else {
      // Trust returns by halves.
      distress /= 2
    }
    if let seconds = feedback.retryAfter, seconds > 0 {
      postpone(to: now.adding(seconds: min(seconds, politeness.retryAfterLimit)))
    }
  }

  /// Between two starts.
  private func pause(_ politeness: Politeness) -> Double {
    max(politeness.delay, min(crawlDelay ?? 0, politeness.crawlDelayLimit))
  }

  /// The earliest start at or after `now`; nil while all connections are in use.
  func start(from now: Instant, _ politeness: Politeness) -> Instant? {
    guard inFlight < politeness.concurrency else { return nil }
    let earliest = max(notBefore, now)
    return politeness.window?.opening(from: earliest) ?? earliest
  }
}
