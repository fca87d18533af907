import AuditModel

/// How much it takes before a link may be called dead.
public struct ConfirmationPolicy: Sendable, Hashable, Codable {
  /// Seconds between one look and the look that confirms it.
  public var confirmAfter: Double
  /// Looks, spaced by ``confirmAfter``, for answers that settle the matter (404, 410, no such
  /// name, soft 404, redirects).
  public var sightings: Int
  /// The same for faults that often pass: 5xx, time-outs, resets, refusals.
  public var passingSightings: Int
  /// A browser can be asked as a further method.
  public var hasBrowser: Bool
  /// Looks after which a link that never settles stays suspected.
  public var lookLimit: Int

  /// The design's rule for a one-off audit; a sweep passes 6 hours.
  public init(
    confirmAfter: Double = 600, sightings: Int = 2, passingSightings: Int = 3,
    hasBrowser: Bool = false, lookLimit: Int = 12
  ) {
    self.confirmAfter = max(0, confirmAfter)
    self.sightings = max(2, sightings)
    self.passingSightings = max(2, passingSightings)
    self.hasBrowser = hasBrowser
    self.lookLimit = max(4, lookLimit)
  }

  func sightingsNeeded(for cause: LinkVerdict.Cause) -> Int {
    switch cause {
    case .serverError, .timeout, .reset, .refused: passingSightings
    default: sightings
    }
  }
}
