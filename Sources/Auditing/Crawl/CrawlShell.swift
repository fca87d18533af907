import AuditModel

/// The world a crawl runs in: the clock, the person watching, the wish to stop.
struct CrawlShell: Sendable {
  var progress: @Sendable (SweepProgress) -> Void
  var now: @Sendable () -> Instant
  var isInterrupted: @Sendable () -> Bool
}
