public import AuditModel

/// What a run tells the person waiting for it.
public struct SweepProgress: Sendable {
  public enum Stage: String, Sendable { case crawling, confirming, judging, capturing }

  public var stage: Stage
  public var done: Int
  /// Known and still to do; grows while pages are discovered.
  public var remaining: Int
  /// What is being looked at: a host, a unit, a finding.
  public var subject: String
  /// Set while nothing may be done before this moment.
  public var waitingUntil: Instant?
  /// A sentence the person has to see once, also in a log: the network is gone, nothing gets on.
  public var notice: String?

  public init(
    stage: Stage, done: Int, remaining: Int, subject: String, waitingUntil: Instant? = nil,
    notice: String? = nil
  ) {
    self.stage = stage
    self.done = done
    self.remaining = remaining
    self.subject = subject
    self.waitingUntil = waitingUntil
    self.notice = notice
  }
}
