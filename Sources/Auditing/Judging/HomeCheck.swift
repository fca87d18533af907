import AuditModel
import SiteModel
import WebAddress

/// Whether anything of a unit could be read at all; without its home page nothing can be said.
struct HomeCheck {
  let unit: AuditedUnit
  let pages: ArchivedPages
  let coverage: Coverage

  /// The error that says why the unit could not be audited; nil when pages were read.
  var failure: AuditError? {
    guard coverage.pages == 0 else { return nil }
    guard let home = WebURL(unit.homePage) else {
      return AuditError(.badTarget, unit.homePage, Wording.needsAddress)
    }
    return robotsFailure(home) ?? homeFailure(home)
  }

  private func homeFailure(_ home: WebURL) -> AuditError {
    let status = pages.fetchStatus(of: home)
    let cause = status?.cause ?? pages.linkVerdict(of: home)?.cause
    let code = status?.status ?? 0
    return switch cause {
    case .wafBlock?, .auth?, .rateLimit?: error(.targetBlocked, Wording.homeBlocked("HTTP \(code)"))
    case .privateAddress?: error(.targetUnreachable, Wording.homePrivate)
    case .tls?: error(.targetUnreachable, Wording.homeTLS)
    case .robotsDeny?: error(.targetUnreachable, Wording.homeDenied)
    case .empty?: error(.targetUnreachable, Wording.homeEmpty)
    case let cause?:
      error(.targetUnreachable, Wording.homeUnreachable(Wording.cause(cause, code)))
    case nil: error(.targetUnreachable, Wording.homeUnreadable(code))
    }
  }

  /// A host whose robots.txt fails is not asked for anything else (RFC 9309 §2.3.1.4), so that
  /// answer is all that is known of it.
  private func robotsFailure(_ home: WebURL) -> AuditError? {
    guard let robots = WebURL("/robots.txt", base: home),
      pages.linkVerdict(of: home).map({ $0.cause == .robotsDeny }) ?? true,
      let status = pages.fetchStatus(of: robots)?.status, status == 429 || status >= 500
    else { return nil }
    let isBlocked = status == 429 || status == 521
    return error(
      isBlocked ? .targetBlocked : .targetUnreachable, Wording.homeBehindRobots(status))
  }

  private func error(_ code: AuditError.Code, _ sentence: String) -> AuditError {
    AuditError(code, unit.homePage, sentence)
  }
}
