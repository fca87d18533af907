public import AuditModel
import HeapModule
public import WebAddress

/// What to fetch, when, and what not: the state of a crawl without sockets and without a clock.
///
/// A caller adds addresses, asks `next(at:)`, performs the fetch and reports back with
/// `complete` (or `completeRobots` for an entry of kind `.robots`). After a crash a frontier is
/// built again from the ledger: `addKnown` for what is done, `add` for what is open,
/// `restoreHost` for the promised pauses.
public struct Frontier: Sendable {
  public let politeness: Politeness
  public let limits: FrontierLimits
  public let scope: Scope
  public let allowsPrivateAddresses: Bool
  public let obeysRobots: Bool
  /// Where the crawl stands.
  public private(set) var counts = FrontierCounts()

  private var known: Set<UInt64> = []
  private var traps: TrapWatch
  private var indexes: [String: Int] = [:]
  private var hosts: [HostQueue] = []
  private var schedule = Heap<Turn>()
  private var delayed = Heap<DelayedEntry>()
  private var referrers = ReferrerTable()
  private var skipped: [SkippedEntry] = []
  private var touched: Set<Int> = []
  private var sequence: UInt64 = 0

  /// - Parameters:
  ///   - scope: where pages may lie; link checks may lie anywhere.
  ///   - asOf: the day of the audit, for telling endless calendars.
  public init(
    scope: Scope, politeness: Politeness = Politeness(), limits: FrontierLimits = FrontierLimits(),
    allowsPrivateAddresses: Bool = false, obeysRobots: Bool = true, asOf: Day
  ) {
    self.scope = scope
    self.politeness = politeness
    self.limits = limits
    self.allowsPrivateAddresses = allowsPrivateAddresses
    self.obeysRobots = obeysRobots
    traps = TrapWatch(asOf: asOf)
  }
}

// MARK: - Adding

extension Frontier {
  /// Takes an address in, once.
  @discardableResult
  public mutating func add(_ entry: FrontierEntry) -> FrontierAddition {
    if let reason = refusal(of: entry) {
      count(reason)
      return .refused(reason)
    }
    guard known.insert(entry.fingerprint).inserted else { return .known }
    if entry.kind == .page, let trap = traps.judge(entry.url) {
      count(NotExamined(trap))
      return .refused(NotExamined(trap))
    }
    guard counts.queued < limits.queued else {
      count(.overBudget)
      return .refused(.overBudget)
    }
    counts.known += 1
    enqueue(entry)
    return .queued
  }

  /// Remembers an address that was examined before, so that it is not queued again.
  public mutating func addKnown(_ entry: FrontierEntry) {
    if known.insert(entry.fingerprint).inserted { counts.known += 1 }
  }

  /// Queues an address again, whether known or not, for a moment to come: the second look of a
  /// link check, or another try after a failure.
  public mutating func requeue(_ entry: FrontierEntry, notBefore: Instant) {
    sequence += 1
    delayed.insert(DelayedEntry(at: notBefore, sequence: sequence, entry: entry))
    counts.queued += 1
  }

  private func refusal(of entry: FrontierEntry) -> NotExamined? {
    guard entry.url.isHTTP else { return .unsupportedScheme }
    if !allowsPrivateAddresses, entry.url.addressClass?.isInternal == true {
      return .privateAddress
    }
    guard entry.kind == .page else { return nil }
    if !scope.contains(entry.url) { return .outOfScope }
    return entry.depth > limits.depth ? .tooDeep : nil
  }

  private mutating func enqueue(_ entry: FrontierEntry) {
    let index = hostIndex(of: entry.url)
    let record = CompactQueue.Record(
      href: entry.url.href, kind: entry.kind, depth: entry.depth,
      referrer: referrers.retain(entry.referrer), method: entry.method)
    hosts[index].append(record, priority: entry.priority)
    counts.queued += 1
    reschedule(index, from: hosts[index].clock.notBefore)
  }

  private mutating func hostIndex(of url: WebURL) -> Int {
    let key = Frontier.hostKey(of: url)
    if let index = indexes[key] { return index }
    let access = obeysRobots ? HostQueue.Access.unknown(tries: 0) : .open(.allowAll)
    hosts.append(HostQueue(key: key, origin: url.origin, access: access))
    indexes[key] = hosts.count - 1
    return hosts.count - 1
  }

  /// What politeness counts as one host: the name, and the port unless it is the usual one.
  public static func hostKey(of url: WebURL) -> String {
    url.port.map { "\(url.host):\($0)" } ?? url.host
  }
}

// MARK: - Handing out

extension Frontier {
  /// What to do at this moment. Call again after every fetch handed out, completion or addition.
  public mutating func next(at now: Instant) -> FrontierAction {
    releaseDelayed(at: now)
    while let turn = schedule.min, turn.at <= now {
      schedule.removeMin()
      guard hosts[turn.host].scheduled == turn.at else { continue }
      hosts[turn.host].scheduled = nil
      guard let start = hosts[turn.host].clock.start(from: now, politeness) else { continue }
      guard start <= now else {
        reschedule(turn.host, from: start)
        continue
      }
      if let entry = take(from: turn.host, at: now) { return .fetch(entry) }
    }
    return waiting()
  }

  private func waiting() -> FrontierAction {
    let moments = [schedule.min?.at, delayed.min?.at].compactMap { $0 }
    if let earliest = moments.min() { return .wait(until: earliest) }
    return counts.inFlight > 0 ? .wait(until: nil) : .finished
  }

  private mutating func releaseDelayed(at now: Instant) {
    while let first = delayed.min, first.at <= now {
      delayed.removeMin()
      counts.queued -= 1
      enqueue(first.entry)
    }
  }

  private mutating func take(from index: Int, at now: Instant) -> FrontierEntry? {
    switch hosts[index].access {
    case .unknown(let tries):
      guard hosts[index].count > 0, let url = WebURL("\(hosts[index].origin)/robots.txt") else {
        return nil
      }
      hosts[index].access = .asking(tries: tries + 1)
      return handOut(FrontierEntry(url: url, kind: .robots), index, at: now)
    case .asking:
      return nil
    case .closed(let reason):
      while let entry = popEntry(index) { skip(entry, reason) }
      return nil
    case .open(let rules):
      while let entry = popEntry(index) {
        if let reason = budgetRefusal(of: entry, index, rules) {
          skip(entry, reason)
          continue
        }
        return handOut(entry, index, at: now)
      }
      return nil
    }
  }

  private func budgetRefusal(
    of entry: FrontierEntry, _ index: Int, _ rules: RobotsRules
  ) -> NotExamined? {
    if !rules.allows(entry.url) { return .robotsDeny }
    if entry.kind == .page,
      counts.pages >= limits.pages || hosts[index].pages >= limits.pagesPerHost
    {
      return .overBudget
    }
    return entry.kind.isLinkCheck && counts.linkChecks >= limits.linkChecks ? .overBudget : nil
  }

  private mutating func popEntry(_ index: Int) -> FrontierEntry? {
    while let (record, priority) = hosts[index].popFirst() {
      counts.queued -= 1
      let referrer = referrers.release(record.referrer)
      guard let url = WebURL(record.href) else { continue }
      return FrontierEntry(
        url: url, kind: record.kind, depth: record.depth, referrer: referrer, priority: priority,
        method: record.method)
    }
    return nil
  }

  private mutating func handOut(
    _ entry: FrontierEntry, _ index: Int, at now: Instant
  ) -> FrontierEntry {
    hosts[index].clock.begin(at: now, politeness)
    touched.insert(index)
    counts.inFlight += 1
    if entry.kind == .page {
      counts.pages += 1
      hosts[index].pages += 1
    } else if entry.kind.isLinkCheck {
      counts.linkChecks += 1
    }
    reschedule(index, from: now)
    return entry
  }

  /// Gives the host its place in the schedule, unless it has an earlier one or nothing to ask for.
  private mutating func reschedule(_ index: Int, from now: Instant) {
    let host = hosts[index]
    if case .asking = host.access { return }
    guard host.count > 0, let start = host.clock.start(from: now, politeness) else { return }
    if let scheduled = host.scheduled, scheduled <= start { return }
    hosts[index].scheduled = start
    schedule.insert(Turn(at: start, host: index))
  }
}

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

  private mutating func skip(_ entry: FrontierEntry, _ reason: NotExamined) {
    count(reason)
    if skipped.count < Frontier.skippedLimit {
      skipped.append(SkippedEntry(entry: entry, reason: reason))
    }
  }

  private mutating func count(_ reason: NotExamined) {
    counts.notExamined[reason.rawValue, default: 0] += 1
  }
}

/// A host's place in the schedule.
private struct Turn: Comparable, Sendable {
  let at: Instant
  let host: Int

  static func < (left: Turn, right: Turn) -> Bool {
    (left.at.milliseconds, left.host) < (right.at.milliseconds, right.host)
  }
}

/// An entry that has its own time.
private struct DelayedEntry: Comparable, Sendable {
  let at: Instant
  let sequence: UInt64
  let entry: FrontierEntry

  static func == (left: DelayedEntry, right: DelayedEntry) -> Bool {
    left.sequence == right.sequence
  }

  static func < (left: DelayedEntry, right: DelayedEntry) -> Bool {
    (left.at.milliseconds, left.sequence) < (right.at.milliseconds, right.sequence)
  }
}
