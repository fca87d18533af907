/// What is known about a link's target after checking, rechecking and, where needed, waiting.
public struct LinkVerdict: Hashable, Sendable, Codable {
  public enum State: String, Codable, Sendable {
    /// Answered with content.
    case alive
    /// Confirmed dead: two methods, two times at least.
    case dead
    /// Looked dead, but not confirmed as the policy asks.
    case suspected
    /// Answered in a way that says nothing about the page (blocked, limited, login).
    case blocked
    /// Not checked: robots, budget, private address, scheme.
    case unchecked
  }

  /// Why a link is dead or undecided. Raw values are stable ids.
  public enum Cause: String, Codable, Sendable {
    case notFound = "404"
    case gone = "410"
    case clientError = "4xx"
    case serverError = "5xx"
    case dns, refused, timeout, tls, reset
    case redirectLoop = "redirect-loop"
    case redirectToHome = "redirect-to-home"
    case softNotFound = "soft-404"
    case empty
    case wafBlock = "waf-block"
    case auth
    case rateLimit = "rate-limit"
    case robotsDeny = "robots-deny"
    case privateAddress = "private-address"
    case unsupportedScheme = "unsupported-scheme"
    case invalidURL = "invalid-url"
    case overBudget = "over-budget"
    /// Our own machine or network failed; nothing is known about the target.
    case ownFault = "own-fault"
  }

  public var state: State
  public var cause: Cause?
  public var sightings: [LinkSighting]
  /// Seconds the policy asked between first sighting and confirmation.
  public var confirmAfter: Double

  public init(
    state: State, cause: Cause? = nil, sightings: [LinkSighting] = [], confirmAfter: Double = 0
  ) {
    self.state = state
    self.cause = cause
    self.sightings = sightings
    self.confirmAfter = confirmAfter
  }
}

/// One look at a link's target.
public struct LinkSighting: Hashable, Sendable, Codable {
  /// `HEAD`, `GET` or `BROWSER`.
  public var method: String
  public var at: Instant
  /// HTTP status, 0 when there was no response.
  public var status: Int
  /// What this look alone suggests; nil when the target answered.
  public var cause: LinkVerdict.Cause?
  /// The address the look ended at after redirects.
  public var finalURL: String
  /// What the wire or the page said, short.
  public var detail: String

  public init(
    method: String, at: Instant, status: Int, cause: LinkVerdict.Cause?, finalURL: String,
    detail: String = ""
  ) {
    self.method = method
    self.at = at
    self.status = status
    self.cause = cause
    self.finalURL = finalURL
    self.detail = detail
  }
}
