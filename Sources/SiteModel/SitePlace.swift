public import AuditModel
public import WebAddress

/// A place where visitors look for things, and whether we could read it.
public struct SitePlace: Sendable, Hashable {
  /// What reading it gave.
  public enum State: Sendable, Hashable {
    /// Opened, and what it shows stands in its HTML.
    case read
    /// The site has no such place.
    case absent
    /// An entry exists; using it would mean sending a query, which was not done.
    case entryOnly
    /// Opened, but its menu or content is made by script or hidden behind a challenge.
    case unreadable(InconclusiveReason)
    /// Did not open; the cause as the fetch or the link check gave it.
    case unreachable(InconclusiveReason)
  }

  /// What it is.
  public let kind: PlaceLookedAt.Kind
  /// Its address.
  public let url: WebURL?
  /// What reading it gave.
  public let state: State
  /// The page title, when it was read.
  public let title: String

  /// The reason nothing may be concluded from not finding something here; nil when it was read.
  public var doubt: InconclusiveReason? {
    switch state {
    case .unreadable(let reason), .unreachable(let reason): reason
    case .read, .absent, .entryOnly: nil
    }
  }

  /// How the place is named in a finding when the thing sought was not found there.
  public func lookedAt(found: Bool) -> PlaceLookedAt {
    let result: PlaceLookedAt.Result =
      switch state {
      case _ where found: .found
      case .read: .notFound
      case .absent: .notPresent
      case .entryOnly: .notQueried
      case .unreadable: .unreadable
      case .unreachable: .unreachable
      }
    return PlaceLookedAt(kind: kind, url: url?.href ?? "", result: result)
  }
}

extension LinkVerdict.Cause {
  /// The reason word for "we could not look", for a page that did not open.
  public var reason: InconclusiveReason {
    switch self {
    case .wafBlock: .wafBlock
    case .auth: .auth
    case .rateLimit: .rateLimit
    case .timeout: .timeout
    case .tls: .tlsOnly
    case .serverError: .serverError
    case .redirectLoop: .redirectLoop
    case .robotsDeny: .robotsDeny
    case .privateAddress: .privateAddress
    case .softNotFound, .redirectToHome: .softNotFoundHost
    case .notFound, .gone, .clientError, .dns, .refused, .reset, .empty: .unconfirmed
    case .unsupportedScheme, .invalidURL, .overBudget, .ownFault: .notExamined
    }
  }
}
