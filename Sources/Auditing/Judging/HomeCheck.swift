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
    let status = pages.fetchStatus(of: home)
    let cause = status?.cause ?? pages.linkVerdict(of: home)?.cause
    let code = status?.status ?? 0
    return switch cause {
    case .wafBlock?, .auth?, .rateLimit?:
      AuditError(.targetBlocked, unit.homePage, Wording.homeBlocked("HTTP \(code)"))
    case .privateAddress?: AuditError(.targetUnreachable, unit.homePage, Wording.homePrivate)
    case .tls?: AuditError(.targetUnreachable, unit.homePage, Wording.homeTLS)
    case let cause?:
      AuditError(
        .targetUnreachable, unit.homePage, Wording.homeUnreachable(Wording.cause(cause, code)))
    case nil:
      AuditError(.targetUnreachable, unit.homePage, Wording.homeUnreadable(code))
    }
  }
}
