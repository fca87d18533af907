public import AuditModel
import HeapModule
public import WebAddress

// MARK: - Coming back

extension Frontier {
  /// Reports the end of a request that `next` handed out.
  public mutating func complete(
    _ entry: FrontierEntry, _ feedback: FrontierFeedback, at now: Instant
  ) {
    let index = finish(entry, feedback, at: now)
    if hosts[index].clock.unreachable >= politeness.giveUpAfter {
      hosts[index].access = .closed(.hostUnreachable)
    }
    reschedule(index, from: now)
  }

  /// Reports the end of a `.robots` entry and what follows from it.
  public mutating func completeRobots(
    _ entry: FrontierEntry, _ decision: RobotsDecision, _ feedback: FrontierFeedback,
    at now: Instant
  ) {
    let index = finish(entry, feedback, at: now)
    switch decision {
    case .rules(let rules):
      hosts[index].access = .open(rules)
      hosts[index].clock.crawlDelay = rules.crawlDelay
      // The pause begun with the request for robots.txt did not know the delay yet.
      hosts[index].clock.lengthenPause(politeness, at: now)
    case .retry(let seconds):
      hosts[index].access = .unknown(tries: robotsTries(of: entry))
      hosts[index].clock.postpone(to: now.adding(seconds: seconds))
    case .unreachable:
      hosts[index].access = .closed(.robotsUnreachable)
    }
    reschedule(index, from: now)
  }

  /// How often the robots.txt an entry names has been asked for; 1 during the first try.
  public func robotsTries(of entry: FrontierEntry) -> Int {
    guard let index = indexes[Frontier.hostKey(of: entry.url)] else { return 0 }
    return switch hosts[index].access {
    case .unknown(let tries), .asking(let tries): tries
    case .open, .closed: 0
    }
  }

  private mutating func finish(
    _ entry: FrontierEntry, _ feedback: FrontierFeedback, at now: Instant
  ) -> Int {
    let index = hostIndex(of: entry.url)
    hosts[index].clock.end(feedback, at: now, politeness)
    endOnServer(index, feedback)
    touched.insert(index)
    counts.inFlight = max(0, counts.inFlight - 1)
    return index
  }
}

// MARK: - What was left out, and what must survive a crash

extension Frontier {
  /// Whether robots.txt and scope let a redirect be followed; nil means yes. Hosts whose rules are
  /// not known yet answer yes: the hop is queued and asked again when it is taken.
  public func refusalOfHop(to url: WebURL, kind: FrontierEntry.Kind) -> NotExamined? {
    if let reason = refusal(of: FrontierEntry(url: url, kind: kind)) { return reason }
    guard let index = indexes[Frontier.hostKey(of: url)] else { return nil }
    return switch hosts[index].access {
    case .open(let rules): rules.allows(url) ? nil : .robotsDeny
    case .closed(let reason): reason
    case .unknown, .asking: nil
    }
  }

  /// Queued addresses that were given up since the last call, at most ``skippedLimit`` of them;
  /// all are counted in ``counts``.
  public mutating func drainSkipped() -> [SkippedEntry] {
    defer { skipped = [] }
    return skipped
  }

  /// Entries kept for ``drainSkipped()``.
  public static let skippedLimit = 100_000

  /// Hosts whose times changed since the last call, with the moment before which nothing may be
  /// asked of them. Stored with the results, they make politeness survive a crash.
  public mutating func drainHostTimes() -> [String: Instant] {
    defer { touched = [] }
    return Dictionary(
      uniqueKeysWithValues: touched.map { (hosts[$0].key, hosts[$0].clock.notBefore) })
  }

  /// Restores a stored moment. One absurdly far away, as a jumping clock leaves behind, is cut to
  /// the longest pause politeness knows.
  public mutating func restoreHost(_ url: WebURL, notBefore: Instant, at now: Instant) {
    let longest = max(
      politeness.retryAfterLimit, politeness.backoffLimit, RobotsDecision.retryDelay)
    let index = hostIndex(of: url)
    hosts[index].clock.restore(min(notBefore, now.adding(seconds: longest)))
    touched.insert(index)
  }

  /// Gives up everything that still waits, for an orderly end; what is in flight may complete.
  public mutating func stop(_ reason: NotExamined = .interrupted) {
    while let first = delayed.popMin() {
      counts.queued -= 1
      skip(first.entry, reason)
    }
    for index in hosts.indices {
      while let entry = popEntry(index) { skip(entry, reason) }
    }
  }

  mutating func skip(_ entry: FrontierEntry, _ reason: NotExamined) {
    count(reason)
    if skipped.count < Frontier.skippedLimit {
      skipped.append(SkippedEntry(entry: entry, reason: reason))
    }
  }

  mutating func count(_ reason: NotExamined) {
    counts.notExamined[reason.rawValue, default: 0] += 1
  }
}
