import AuditModel
import Crawling
import Evidence
import Fetching
import Ledger
import PageModel
import WebAddress

/// The shell around the crawl's state machines: performs what the frontier asks for, commits what
/// came of it, and stops cleanly when asked to. Everything taken in is in the ledger before the
/// next request is made, so that a crash costs only what was in flight.
actor CrawlRun {
  /// A request under way.
  private struct Errand {
    var entry: FrontierEntry
    /// Redirects followed, for a robots.txt.
    var hops = 0
    /// What an earlier sweep knew of the page.
    var earlier: EarlierLook?
  }

  private let fetcher: Fetcher
  private let tray: FetchTray
  private let archive: ArchiveWriter?
  private let visitor: Visitor
  private let shell: CrawlShell
  private let options: AuditOptions
  private var state: CrawlState
  private let journal: CrawlJournal
  private var errands: [Int: Errand] = [:]
  private var lastNumber = 0
  private var outage = OutageWatch()
  private let alarm: StallAlarm
  private var isStopping = false
  private var hasAsked = false
  private let beganAt: Instant
  /// Seconds to wait at most for a target of which nothing at all could be read: without content
  /// nothing is concluded, so there is nothing a later look could confirm.
  private static let patience = 60.0
  /// Rows kept in memory before they are committed; a sitemap alone brings tens of thousands.
  private static let rowsAtOnce = 5_000
  /// Seconds after which an interrupt is noticed at the latest.
  private static let attention = 0.25
  /// A robots.txt may be redirected this often (RFC 9309 §2.3.1.2).
  private static let robotsHops = 5

  init(
    ledger: LedgerStore, sweep: SweepRecord, folder: String, options: AuditOptions,
    units: [AuditedUnit], earlier: EarlierSweeps, captures: EarlierCaptures, shell: CrawlShell
  ) async throws(AuditError) {
    ProcessMemory.shareHeaps()
    fetcher = try Fetcher.started(options)
    tray = FetchTray(fetcher)
    archive = options.archives ? try Self.archive(of: sweep, in: folder, shell) : nil
    visitor = Visitor(
      archive: archive, reader: PageReader(), options: options,
      names: NameCheck(overridden: Set(options.resolve.map(\.host))), earlier: captures)
    alarm = StallAlarm(timeout: options.timeout, now: shell.now) { stall in
      shell.progress(
        SweepProgress(
          stage: .crawling, done: 0, remaining: 0, subject: "", notice: Wording.stall(stall)))
    }
    self.shell = shell
    beganAt = shell.now()
    self.options = options
    journal = CrawlJournal(ledger: ledger, sweep: sweep.id)
    state = CrawlState(
      options: options, units: units, asOf: sweep.asOf, salt: "\(sweep.startedAt.milliseconds)",
      earlier: earlier)
  }

  /// Crawls until nothing is left, or until interrupted.
  /// - Throws: ``AuditError``; code `interrupted` when asked to stop.
  func run() async throws(AuditError) {
    defer { alarm.end() }
    do throws(AuditError) {
      beat(Wording.stepRestoring)
      try keep { try state.restore(from: journal, now: shell.now()) }
      try await loop()
      try await finish()
    } catch {
      await fetcher.shutdown()
      throw error
    }
    await fetcher.shutdown()
    do throws(EvidenceError) { try await archive?.close() } catch {
      throw AuditError(.archive, "", Wording.archiveFailed("\(error)"))
    }
    if isStopping {
      throw AuditError(.interrupted, "", Wording.resumeHint(state.doneCount))
    }
  }

  private func loop() async throws(AuditError) {
    while true {
      let rest = try dispatch()
      if errands.isEmpty, isStopping || !state.hasCarried && (rest == .finished || isHopeless(rest))
      {
        return
      }
      report(rest)
      beat(Wording.stepWaiting, waitsUntil: rest.moment)
      if state.hasCarried { try await takeCarried() }
      try await take(
        await tray.take(
          within: state.hasCarried ? 0 : pause(rest), gathering: errands.count / 2))
      if shell.isInterrupted(), !isStopping { await stop() }
    }
  }

  private func isHopeless(_ rest: FrontierAction) -> Bool {
    guard hasAsked, !state.hasReadPages, case .wait(let until?) = rest else { return false }
    return until.seconds(since: beganAt) > Self.patience
  }

  /// Hands out as many fetches as may run now.
  /// - Returns: what the frontier said when it had no more to hand out.
  private func dispatch() throws(AuditError) -> FrontierAction {
    // While the network is gone, one request at a time tries whether it is back.
    let room = outage.since == nil ? options.connections : 1
    while !isStopping, errands.count < room {
      let action = state.frontier.next(at: shell.now())
      guard case .fetch(let entry) = action else { return action }
      if state.frontier.hasOwnPause(entry) { try flush() }
      let look = state.earlierLook(for: entry)
      let headers = [
        state.cookie(for: entry, at: shell.now()), look?.condition(for: entry),
      ]
      send(Errand(entry: entry, earlier: look), to: entry.url, headers: headers.compactMap { $0 })
    }
    return .wait(until: nil)
  }

  private func send(_ errand: Errand, to url: WebURL, headers: [HeaderField] = []) {
    lastNumber += 1
    errands[lastNumber] = errand
    tray.request(
      visitor.request(for: errand.entry, to: url, headers: headers), number: lastNumber)
  }

  /// Takes over what earlier sweeps saw and what still holds.
  private func takeCarried() async throws(AuditError) {
    beat(Wording.stepCarrying, hasProgressed: true)
    for visit in await visitor.carried(state.nextCarried()) {
      if let failure = visit.archiveFailure {
        try flush()
        throw failure
      }
      state.take(visit, at: shell.now())
    }
    try flush()
  }

  /// Seconds until the next fetch may start, short enough to notice an interrupt.
  private func pause(_ rest: FrontierAction) -> Double {
    guard case .wait(let until?) = rest else { return Self.attention }
    return min(Self.attention, max(0.001, until.seconds(since: shell.now())))
  }

  private func take(_ deliveries: [FetchTray.Delivery]) async throws(AuditError) {
    let arrived = deliveries.compactMap { delivery in
      errands.removeValue(forKey: delivery.number).map { (errand: $0, result: delivery.result) }
    }
    guard let first = arrived.first else { return }
    beat(Wording.stepTaking(first.errand.entry.url.href), hasProgressed: true)
    let visits = await visitor.visits(
      arrived.map {
        Visitor.Answer(entry: $0.errand.entry, result: $0.result, earlier: $0.errand.earlier)
      })
    for (visit, errand) in zip(visits, arrived.map(\.errand)) {
      try take(visit, errand)
      if state.unsavedCount >= Self.rowsAtOnce { try flush() }
    }
    try flush()
  }

  private func take(_ visit: Visit, _ errand: Errand) throws(AuditError) {
    if visit.failure?.code == .cancelled { return }
    if let failure = visit.archiveFailure {
      try flush()
      throw failure
    }
    if visit.entry.kind == .robots, errand.hops < Self.robotsHops, !isStopping,
      let target = visit.redirectTarget, target.isHTTP
    {
      return send(Errand(entry: errand.entry, hops: errand.hops + 1), to: target)
    }
    hasAsked = true
    if try !isLost(visit) { state.take(visit, at: shell.now()) }
  }

  private func flush() throws(AuditError) {
    let isLarge = state.unsavedCount >= Self.rowsAtOnce
    try commit()
    // Now that the rows themselves are gone as well.
    if isLarge { ProcessMemory.giveBack() }
  }

  private func commit() throws(AuditError) {
    let (steps, skipped, hosts) = state.drain()
    try keep { try journal.commit(steps, skipped: skipped, hosts: hosts) }
  }

  private func stop() async {
    isStopping = true
    await fetcher.shutdown()
  }

  private func finish() async throws(AuditError) {
    if let since = outage.since { try keepOutage(since) }
    if !isStopping { state.giveUpChecks(at: shell.now()) }
    try flush()
    do throws(EvidenceError) { try await archive?.synchronize() } catch {
      throw AuditError(.archive, "", Wording.archiveFailed("\(error)"))
    }
  }

  private func report(_ rest: FrontierAction) {
    var waiting: Instant?
    if case .wait(let until?) = rest, errands.isEmpty, until.seconds(since: shell.now()) > 2 {
      waiting = until
    }
    shell.progress(
      SweepProgress(
        stage: waiting == nil ? .crawling : .confirming, done: state.doneCount,
        remaining: state.frontier.counts.queued + errands.count, subject: state.lastSubject,
        waitingUntil: waiting))
  }

  private static func archive(of sweep: SweepRecord, in folder: String, _ shell: CrawlShell)
    throws(AuditError) -> ArchiveWriter
  {
    do throws(EvidenceError) {
      return try ArchiveWriter(
        directory: folder, prefix: "mingcha-\(sweep.label)",
        software: ArchiveSoftware(
          name: "mingcha", userAgent: FetcherConfiguration.defaultUserAgent,
          description: sweep.target), clock: shell.now)
    } catch {
      throw AuditError(.archive, folder, Wording.archiveFailed("\(error)"))
    }
  }
}

// MARK: - Our own network, and getting on

extension CrawlRun {
  /// Whether the visit failed because our own network is gone; it is then put back and waits.
  private func isLost(_ visit: Visit) throws(AuditError) -> Bool {
    let now = shell.now()
    switch outage.take(OutageWatch.Sight(visit.result), of: visit.entry.url.host, at: now) {
    case .counts: return false
    case .discards(let until, let isNew):
      state.frontier.putBack(visit.entry, at: now)
      state.frontier.hold(until: until)
      if isNew { say(Wording.networkLost) }
      return true
    case .ended(let since):
      try keepOutage(since)
      say(Wording.networkBack(now.seconds(since: since)))
      return false
    }
  }

  private func keepOutage(_ since: Instant) throws(AuditError) {
    let record = OutageRecord(startedAt: since, endedAt: shell.now())
    try keep { try journal.add(record) }
  }

  private func say(_ notice: String) {
    shell.progress(
      SweepProgress(
        stage: .crawling, done: state.doneCount, remaining: state.frontier.counts.queued,
        subject: state.lastSubject, notice: notice))
  }

  private func beat(_ step: String, hasProgressed: Bool = false, waitsUntil: Instant? = nil) {
    let oldest = errands.min { $0.key < $1.key }?.value.entry.url.host ?? ""
    alarm.beat(
      StallWatch.Situation(
        step: step, inFlight: errands.count, oldest: oldest,
        queued: state.frontier.counts.queued, waitsUntil: waitsUntil),
      hasProgressed: hasProgressed)
  }
}

extension FrontierAction {
  /// The moment that is waited for; nil when none is.
  fileprivate var moment: Instant? {
    if case .wait(let until) = self { until } else { nil }
  }
}
