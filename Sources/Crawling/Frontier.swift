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
  /// How hosts are spared.
  public let politeness: Politeness
  /// How far the crawl goes.
  public let limits: FrontierLimits
  /// Where pages may lie.
  public let scope: Scope
  /// Whether addresses inside our own network may be asked.
  public let allowsPrivateAddresses: Bool
  /// Whether robots.txt is read before a host is asked.
  public let obeysRobots: Bool
  /// Where the crawl stands.
  public internal(set) var counts = FrontierCounts()

  var known = FingerprintSet()
  var traps: TrapWatch
  var indexes: [String: Int] = [:]
  var hosts: [HostQueue] = []
  var schedule = Heap<Turn>()
  var delayed = Heap<DelayedEntry>()
  var referrers = ReferrerTable()
  var skipped: [SkippedEntry] = []
  var touched: Set<Int> = []
  var sequence: UInt64 = 0
  /// Nothing is handed out before.
  var heldUntil = Instant(milliseconds: 0)
  var servers = ServerClocks()

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
    guard known.insert(entry.fingerprint) else { return .known }
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

  /// Remembers an address that was met before, so that it is not queued again.
  /// - Parameter wasFetched: it was asked for, so it counts towards the limits.
  public mutating func addKnown(_ entry: FrontierEntry, wasFetched: Bool = false) {
    guard known.insert(entry.fingerprint) else { return }
    counts.known += 1
    // What was met before also teaches which addresses never end.
    if entry.kind == .page { _ = traps.judge(entry.url) }
    if wasFetched { countFetch(of: entry, at: hostIndex(of: entry.url)) }
  }

  /// Whether an address was added before.
  public func knows(_ entry: FrontierEntry) -> Bool { known.contains(entry.fingerprint) }

  /// Takes an address in that need not be asked for, because an earlier answer still holds.
  /// - Returns: as ``add(_:)`` would; `queued` when the earlier answer is wanted.
  public mutating func addCarried(_ entry: FrontierEntry) -> FrontierAddition {
    if let reason = refusal(of: entry) {
      count(reason)
      return .refused(reason)
    }
    guard known.insert(entry.fingerprint) else { return .known }
    if entry.kind == .page, let trap = traps.judge(entry.url) {
      count(NotExamined(trap))
      return .refused(NotExamined(trap))
    }
    counts.known += 1
    return .queued
  }

  private mutating func countFetch(of entry: FrontierEntry, at index: Int) {
    if entry.kind == .page {
      counts.pages += 1
      hosts[index].pages += 1
    } else if entry.kind.isLinkCheck {
      counts.linkChecks += 1
    }
  }

  /// Queues an address again, whether known or not, for a moment to come: the second look of a
  /// link check, or another try after a failure.
  public mutating func requeue(_ entry: FrontierEntry, notBefore: Instant) {
    sequence += 1
    delayed.insert(DelayedEntry(at: notBefore, sequence: sequence, entry: entry))
    counts.queued += 1
  }

  func refusal(of entry: FrontierEntry) -> NotExamined? {
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

  mutating func hostIndex(of url: WebURL) -> Int {
    let key = Frontier.hostKey(of: url)
    if let index = indexes[key] { return index }
    let access = obeysRobots ? HostQueue.Access.unknown(tries: 0) : .open(.allowAll)
    hosts.append(HostQueue(key: key, origin: url.origin, access: access))
    indexes[key] = hosts.count - 1
    return hosts.count - 1
  }

  /// What politeness counts as one host: the name, and the port unless it is the usual one.
  public static func hostKey(of url: WebURL) -> String {
    url.hostAndPort
  }
}

// MARK: - Handing out

extension Frontier {
  /// What to do at this moment. Call again after every fetch handed out, completion or addition.
  public mutating func next(at now: Instant) -> FrontierAction {
    if let held = heldAction(at: now) { return held }
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
      let ready = servers.start(hosts[turn.host].server, from: now, politeness)
      guard ready <= now else {
        reschedule(turn.host, from: ready)
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

  mutating func popEntry(_ index: Int) -> FrontierEntry? {
    while let (record, priority) = hosts[index].popFirst() {
      counts.queued -= 1
      let referrer = referrers.release(record.referrer)
      guard let url = hosts[index].url(of: record) else { continue }
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
    servers.begin(hosts[index].server, at: now, politeness)
    if hosts[index].server == nil { hosts[index].unplaced += 1 }
    touched.insert(index)
    counts.inFlight += 1
    countFetch(of: entry, at: index)
    reschedule(index, from: now)
    return entry
  }

  /// Gives the host its place in the schedule, unless it has an earlier one or nothing to ask for.
  mutating func reschedule(_ index: Int, from now: Instant) {
    let host = hosts[index]
    if case .asking = host.access { return }
    guard host.count > 0, let start = host.clock.start(from: now, politeness) else { return }
    if let scheduled = host.scheduled, scheduled <= start { return }
    hosts[index].scheduled = start
    schedule.insert(Turn(at: start, host: index))
  }
}

/// A host's place in the schedule.
struct Turn: Comparable, Sendable {
  let at: Instant
  let host: Int

  static func < (left: Turn, right: Turn) -> Bool {
    (left.at.milliseconds, left.host) < (right.at.milliseconds, right.host)
  }
}

/// An entry that has its own time.
struct DelayedEntry: Comparable, Sendable {
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
