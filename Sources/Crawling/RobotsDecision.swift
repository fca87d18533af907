public import Fetching

/// What follows from how fetching a robots.txt file ended.
public enum RobotsDecision: Sendable, Hashable {
  /// The file was read, or its absence allows everything.
  case rules(RobotsRules)
  /// Ask again after so many seconds; until then nothing of the host is fetched.
  case retry(afterSeconds: Double)
  /// The file stayed out of reach: nothing of the host may be fetched (RFC 9309 §2.3.1.4).
  case unreachable

  /// Tries before an unreachable file closes the host for this sweep.
  public static let attempts = 3
  /// Seconds between the tries.
  public static let retryDelay = 300.0

  /// - Parameters:
  ///   - status: of the last hop; 3xx means the redirect limit was passed.
  ///   - body: decoded body of a 2xx answer.
  ///   - attempt: 1 for the first try.
  ///   - retryDelay: seconds until the next try.
  public init(
    status: Int, body: [UInt8], agent: String, attempt: Int,
    retryDelay: Double = RobotsDecision.retryDelay
  ) {
    switch status {
    case 200..<300: self = .rules(RobotsRules(body, agent: agent))
    // Too many requests is the server's distress, not the file's absence.
    case 429: self = RobotsDecision.postponed(attempt, retryDelay)
    case 300..<500: self = .rules(.allowAll)
    default: self = RobotsDecision.postponed(attempt, retryDelay)
    }
  }

  /// No response came.
  public init(
    failure: FetchFailure.Code, attempt: Int, retryDelay: Double = RobotsDecision.retryDelay
  ) {
    self = RobotsDecision.postponed(attempt, retryDelay)
  }

  private static func postponed(_ attempt: Int, _ delay: Double) -> RobotsDecision {
    attempt >= attempts ? .unreachable : .retry(afterSeconds: delay)
  }
}
