public import AuditModel
import Fetching
public import WebAddress

/// What one look at a target suggests, before any second look.
public struct LookJudgement: Sendable, Hashable {
  /// Nil when the target answered with content.
  public var cause: LinkVerdict.Cause?
  /// The words or numbers that led there.
  public var detail: String

  /// Judges a look.
  ///
  /// - Parameters:
  ///   - requested: the address the link names.
  ///   - expectsImage: the link is an image's source.
  ///   - habit: how the host answers for missing pages.
  public init(
    _ look: ResponseSummary, of requested: WebURL, expectsImage: Bool, habit: MissingPageHabit
  ) {
    (cause, detail) = LookJudgement.judge(
      look, requested: requested, expectsImage: expectsImage, habit: habit)
  }

  private typealias Finding = (LinkVerdict.Cause?, String)

  private static func judge(
    _ look: ResponseSummary, requested: WebURL, expectsImage: Bool, habit: MissingPageHabit
  ) -> Finding {
    if let failure = look.failure { return (cause(of: failure), failure.rawValue) }
    if let problem = look.redirectProblem { return (cause(of: problem), problem.rawValue) }
    if isChallenge(look) { return (blockedCause(look), "challenge \(look.status)") }
    if let cause = cause(ofStatus: look.status) { return (cause, "HTTP \(look.status)") }
    if asksForLogin(look, requested) { return (.auth, look.finalURL.path) }
    if RedirectChain.isHomeInstead(of: requested, look.finalURL) {
      return (.redirectToHome, look.finalURL.href)
    }
    guard look.method != .head else { return (nil, "HTTP \(look.status)") }
    return content(look, expectsImage: expectsImage, habit: habit)
  }

  private static func cause(of failure: FetchFailure.Code) -> LinkVerdict.Cause {
    switch failure {
    case .dns: .dns
    case .refused, .unreachable: .refused
    case .timeout: .timeout
    case .tls: .tls
    case .reset, .protocolError, .headerTooLarge: .reset
    case .other, .cancelled, .noNameService, .noRoute: .ownFault
    case .privateAddress: .privateAddress
    case .unsupportedScheme: .unsupportedScheme
    case .invalidRequest: .invalidURL
    }
  }

  private static func cause(of problem: RedirectChain.Problem) -> LinkVerdict.Cause {
    switch problem {
    case .loop, .tooMany: .redirectLoop
    case .missingLocation, .invalidLocation: .clientError
    }
  }

  /// Statuses that stand for a firewall, a limiter or a login are kept from the dead ones.
  private static func cause(ofStatus status: Int) -> LinkVerdict.Cause? {
    switch status {
    case 200..<400: nil
    case 401, 402, 407, 511: .auth
    case 403, 412, 418, 421, 428, 440, 449, 451, 521, 999: .wafBlock
    case 429: .rateLimit
    case 404: .notFound
    case 410: .gone
    case 408: .timeout
    case 500..<600: .serverError
    default: .clientError
    }
  }

  private static func asksForLogin(_ look: ResponseSummary, _ requested: WebURL) -> Bool {
    guard look.finalURL != requested else { return false }
    let target = look.finalURL.path.lowercased()
    let origin = requested.path.lowercased()
    return MissingPagePhrases.loginPaths.contains { target.contains($0) && !origin.contains($0) }
  }
}
