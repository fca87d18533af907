public import AuditModel

/// When a page is looked at again: sooner each time it has changed, later each time it has not, and
/// always before the window a sweep promises is over.
public struct RevisitPolicy: Sendable, Hashable {
  /// Seconds a page may go without being looked at; 0 when every sweep looks at every page.
  public var window: Double
  /// The same for links that answered.
  public var linkWindow: Double

  /// Bounds of what a page's habit can lead to, and what is assumed of one seen once. A portal's
  /// columns change within hours, its articles hardly ever.
  static let shortest = 3600.0
  static let longest = 14 * 86_400.0
  static let first = 86_400.0
  /// A page due this soon again changes often.
  static let lively = 12 * 3600.0

  /// - Parameters:
  ///   - window: for pages, in seconds; negative is 0.
  ///   - linkWindow: for links, in seconds; negative is 0.
  public init(window: Double = 0, linkWindow: Double = 0) {
    self.window = max(0, window)
    self.linkWindow = max(0, linkWindow)
  }

  /// Seconds after which a page is due again.
  /// - Parameter previous: what was thought before; nil when it had been seen once.
  public static func interval(after previous: Double?, changed: Bool) -> Double {
    let known = previous ?? first
    return min(longest, max(shortest, changed ? known / 2 : known * 1.5))
  }

  /// Whether a page need not be asked in a sweep that began at `start`.
  /// - Parameter interval: what its habit says; nil when it was seen once.
  public func carries(lastLook: Instant, interval: Double?, at start: Instant) -> Bool {
    let age = start.seconds(since: lastLook)
    return age >= 0 && age <= window && age < (interval ?? Self.first)
  }

  /// Whether an earlier verdict on a link still holds in a sweep that began at `start`. Only that a
  /// link lives is ever taken over: that one is dead is looked at again before it costs anything.
  public func carries(_ verdict: LinkVerdict, at start: Instant) -> Bool {
    guard verdict.state == .alive, let last = verdict.sightings.last else { return false }
    let age = start.seconds(since: last.at)
    return age >= 0 && age <= linkWindow
  }

  /// Whether the page's habit is to change often, so that it is asked before others.
  public static func isLively(interval: Double?) -> Bool { (interval ?? first) <= lively }
}
