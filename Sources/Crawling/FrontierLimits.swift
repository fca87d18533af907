/// How far a crawl may go.
public struct FrontierLimits: Sendable, Hashable, Codable {
  /// Pages fetched in all.
  public var pages: Int
  /// Links from the entrance.
  public var depth: Int
  /// Pages fetched from one host.
  public var pagesPerHost: Int
  /// Attachments, images and outside addresses checked in all.
  public var linkChecks: Int
  /// Addresses waiting at the same time; bounds memory.
  public var queued: Int

  /// Defaults that let a city portal be read whole.
  public init(
    pages: Int = 200_000, depth: Int = 32, pagesPerHost: Int = .max, linkChecks: Int = 500_000,
    queued: Int = 5_000_000
  ) {
    self.pages = pages
    self.depth = depth
    self.pagesPerHost = pagesPerHost
    self.linkChecks = linkChecks
    self.queued = queued
  }
}

/// Where a crawl stands.
public struct FrontierCounts: Sendable, Hashable {
  /// Waiting, including those with a later time.
  public var queued = 0
  /// Handed out and not yet completed.
  public var inFlight = 0
  /// Pages handed out.
  public var pages = 0
  /// Link checks handed out.
  public var linkChecks = 0
  /// Distinct addresses ever accepted.
  public var known = 0
  /// Addresses that will not be examined, by reason id.
  public var notExamined: [String: Int] = [:]
}
