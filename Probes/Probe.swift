public import AuditModel
public import SiteModel

/// One check over a unit's site. A probe has pages and the day it judges by, and nothing else:
/// it cannot fetch, read a clock or see points.
public protocol Probe: Sendable {
  static var card: ProbeCard { get }
  /// What was seen, sorted by subject; at most one observation per subject.
  func observe(_ site: Site) -> [Observation]
}

extension Probe {
  /// What the check is, for the catalogue and the report.
  public var card: ProbeCard { Self.card }

  /// An observation of this probe; `code` without the probe's id.
  func observation(
    _ code: String, _ outcome: Outcome, reason: InconclusiveReason? = nil, subject: String,
    values: [String: String] = [:], page: PageReference? = nil, link: LinkReference? = nil,
    quote: String? = nil, locator: Locator? = nil, lookedAt: [PlaceLookedAt] = []
  ) -> Observation {
    Observation(
      probe: Self.card.id, code: "\(Self.card.id).\(code)", outcome: outcome, reason: reason,
      subject: subject, values: values, page: page, link: link, quote: quote, locator: locator,
      lookedAt: lookedAt)
  }
}
