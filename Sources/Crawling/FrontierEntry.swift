public import AuditModel
public import Fetching
public import WebAddress

/// One address to fetch, with what is needed to judge the answer.
public struct FrontierEntry: Sendable, Hashable {
  /// What the address is fetched for.
  public enum Kind: UInt8, Sendable, Codable, CaseIterable {
    case page, attachment, image, external, robots, sitemap, control

    /// Only the answer counts, not the content.
    public var isLinkCheck: Bool { self == .attachment || self == .image || self == .external }
  }

  /// The order within a host. Smaller comes first.
  public enum Priority: UInt8, Sendable, Codable, Comparable, CaseIterable {
    /// Home page, disclosure platform, robots.txt, control pages.
    case entrance
    case column, pagination, article, attachment, image, external

    /// By raw value.
    public static func < (left: Priority, right: Priority) -> Bool {
      left.rawValue < right.rawValue
    }

    /// What an address of a kind gets when the caller knows no better.
    public init(for kind: Kind) {
      self =
        switch kind {
        case .robots, .sitemap, .control: .entrance
        case .page: .article
        case .attachment: .attachment
        case .image: .image
        case .external: .external
        }
    }
  }

  /// Without fragment.
  public var url: WebURL
  /// What it is fetched for.
  public var kind: Kind
  /// Links between the entrance and here.
  public var depth: Int
  /// A page that links here.
  public var referrer: WebURL?
  /// Its place in the host's queue.
  public var priority: Priority
  /// HEAD for the first look of a link check.
  public var method: FetchRequest.Method

  /// Makes an entry; a priority that is not given follows from the kind.
  public init(
    url: WebURL, kind: Kind, depth: Int = 0, referrer: WebURL? = nil, priority: Priority? = nil,
    method: FetchRequest.Method = .get
  ) {
    self.url = url.withoutFragment
    self.kind = kind
    self.depth = depth
    self.referrer = referrer?.withoutFragment
    self.priority = priority ?? Priority(for: kind)
    self.method = method
  }

  /// The address as de-duplication sees it.
  public var identity: URLIdentity { url.identity }

  /// What the frontier remembers of an entry: pages by identity; link checks by the exact address,
  /// because `https` may be dead where `http` lives.
  var fingerprint: UInt64 {
    kind.isLinkCheck ? ~URLIdentity.fingerprint(of: url.href) : identity.fingerprint
  }
}

/// What to do next.
public enum FrontierAction: Sendable, Hashable {
  /// Fetch now, then call `complete`.
  case fetch(FrontierEntry)
  /// Nothing may start before then, unless something completes or is added; nil when only a
  /// completion can help.
  case wait(until: Instant?)
  /// Nothing is queued and nothing is under way.
  case finished
}

/// Why an address was not examined. Raw values are stable reason ids.
public enum NotExamined: String, Sendable, Codable, CaseIterable {
  case robotsDeny = "robots-deny"
  case robotsUnreachable = "robots-unreachable"
  case overBudget = "over-budget"
  case tooDeep = "too-deep"
  case outOfScope = "out-of-scope"
  case privateAddress = "private-address"
  case unsupportedScheme = "unsupported-scheme"
  case hostUnreachable = "host-unreachable"
  case interrupted
  case urlTooLong = "trap-url-too-long"
  case pathTooDeep = "trap-path-too-deep"
  case repeatingPath = "trap-repeating-path"
  case tooManyParameters = "trap-too-many-parameters"
  case calendar = "trap-calendar"
  case endlessParameters = "trap-endless-parameters"

  init(_ trap: CrawlTrap) {
    self =
      switch trap {
      case .tooLong: .urlTooLong
      case .tooDeep: .pathTooDeep
      case .repeatingPath: .repeatingPath
      case .tooManyParameters: .tooManyParameters
      case .calendar: .calendar
      case .endlessParameters: .endlessParameters
      }
  }
}

/// What became of an address that was added.
public enum FrontierAddition: Sendable, Hashable {
  case queued
  /// Its like was added before.
  case known
  case refused(NotExamined)
}

/// An address that will not be fetched, for the ledger.
public struct SkippedEntry: Sendable, Hashable {
  /// What was not fetched.
  public var entry: FrontierEntry
  /// Why.
  public var reason: NotExamined
}
