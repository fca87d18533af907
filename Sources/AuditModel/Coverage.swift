/// What a sweep of one unit examined, and what it did not and why.
public struct Coverage: Hashable, Sendable, Codable {
  /// HTML pages read.
  public var pages: Int
  /// Attachments, images and outside addresses whose availability was checked.
  public var linksChecked: Int
  /// Addresses known but not examined, by reason id (`robots-deny`, `over-budget`, …).
  public var notExamined: [String: Int]
  /// Fetches that failed, by ``LinkVerdict/Cause`` raw value.
  public var failures: [String: Int]
  public var bytes: Int
  public var startedAt: Instant
  public var finishedAt: Instant
  /// True when the sweep was stopped by a limit or an interrupt before everything was examined.
  public var isPartial: Bool
  /// What an operator should know: blocked by a firewall, robots unreachable, disk full …
  public var remarks: [String]
  /// What of the unit's own addresses was looked at, and when; nil in ledgers of earlier versions.
  public var proof: CoverageProof?

  public init(
    pages: Int = 0, linksChecked: Int = 0, notExamined: [String: Int] = [:],
    failures: [String: Int] = [:], bytes: Int = 0, startedAt: Instant, finishedAt: Instant,
    isPartial: Bool = false, remarks: [String] = [], proof: CoverageProof? = nil
  ) {
    self.proof = proof
    self.pages = pages
    self.linksChecked = linksChecked
    self.notExamined = notExamined
    self.failures = failures
    self.bytes = bytes
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.isPartial = isPartial
    self.remarks = remarks
  }
}

/// One sweep set beside the one before it.
public struct SweepComparison: Hashable, Sendable, Codable {
  public var previousSweep: String
  public var previousFinishedAt: Instant
  /// Finding ids seen now and not before.
  public var new: [String]
  /// Seen before and now.
  public var still: [String]
  /// Seen before, and gone when the same page was looked at again.
  public var gone: [String]
  /// Seen before; the page was not looked at again, so nothing is said.
  public var notReexamined: [String]

  public init(
    previousSweep: String, previousFinishedAt: Instant, new: [String], still: [String],
    gone: [String], notReexamined: [String]
  ) {
    self.previousSweep = previousSweep
    self.previousFinishedAt = previousFinishedAt
    self.new = new
    self.still = still
    self.gone = gone
    self.notReexamined = notReexamined
  }
}
