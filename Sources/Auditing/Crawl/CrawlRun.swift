import AuditModel
import Crawling
import Evidence
import Fetching
import Ledger
import PageModel
import WebAddress

/// The shell around the crawl's state machines: performs what the frontier asks for, commits what
/// came of it, and stops cleanly when asked to. Everything taken in is in the ledger before the
/// next answer is looked at.
actor CrawlRun {
  private enum Event: Sendable {
    case visited(Visit)
    case tick
  }

  private let fetcher: Fetcher
  private let archive: ArchiveWriter?
  private let visitor: Visitor
  private let shell: CrawlShell
  private let options: AuditOptions
  private var state: CrawlState
  private let journal: CrawlJournal
  private let events: AsyncStream<Event>
  private let eventSink: AsyncStream<Event>.Continuation
  private var timer: Task<Void, Never>?
  private var inFlight = 0
  private var isStopping = false
  private var hasAsked = false
  private let beganAt: Instant
  /// Seconds to wait at most for a target of which nothing at all could be read: without content
  /// nothing is concluded, so there is nothing a later look could confirm.
  private static let patience = 60.0

  init(
    ledger: LedgerStore, sweep: SweepRecord, folder: String, options: AuditOptions,
    units: [AuditedUnit], shell: CrawlShell
  ) async throws(AuditError) {
    do throws(FetcherConfigurationError) {
      fetcher = try Fetcher(configuration: try Self.configuration(options))
    } catch {
      throw AuditError(.options, error.code.rawValue, "\(error)")
    }
    archive = options.archives ? try Self.archive(of: sweep, in: folder, shell) : nil
    visitor = Visitor(fetcher: fetcher, archive: archive, reader: PageReader(), options: options)
    self.shell = shell
    beganAt = shell.now()
    self.options = options
    journal = CrawlJournal(ledger: ledger, sweep: sweep.id)
    state = CrawlState(
      options: options, units: units, asOf: sweep.asOf, salt: "\(sweep.startedAt.milliseconds)")
    (events, eventSink) = AsyncStream<Event>.makeStream()
  }

  /// Crawls until nothing is left, or until interrupted.
  /// - Throws: ``AuditError``; code `interrupted` when asked to stop.
  func run() async throws(AuditError) {
    do throws(AuditError) {
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
    var iterator = events.makeAsyncIterator()
    while true {
      let rest = dispatch()
      if inFlight == 0, isStopping || rest == .finished || isHopeless(rest) { return }
      arm(rest)
      guard let event = await iterator.next() else { return }
      if case .visited(let visit) = event { try await take(visit) }
      if shell.isInterrupted(), !isStopping { await stop() }
    }
  }

  private func isHopeless(_ rest: FrontierAction) -> Bool {
    guard hasAsked, !state.hasReadPages, case .wait(let until?) = rest else { return false }
    return until.seconds(since: beganAt) > Self.patience
  }

  /// Hands out as many fetches as may run now.
  /// - Returns: what the frontier said when it had no more to hand out.
  private func dispatch() -> FrontierAction {
    while !isStopping, inFlight < options.connections {
      let action = state.frontier.next(at: shell.now())
      guard case .fetch(let entry) = action else { return action }
      start(entry)
    }
    return .wait(until: nil)
  }

  private func start(_ entry: FrontierEntry) {
    inFlight += 1
    let (visitor, sink) = (visitor, eventSink)
    Task { sink.yield(.visited(await visitor.visit(entry))) }
  }

  /// Wakes the loop when the next fetch may start, and often enough to notice an interrupt.
  private func arm(_ rest: FrontierAction) {
    timer?.cancel()
    var delay = 0.25
    if case .wait(let until?) = rest {
      delay = min(delay, max(0.001, until.seconds(since: shell.now())))
    }
    let sink = eventSink
    timer = Task {
      try? await Task.sleep(for: .seconds(delay))
      if !Task.isCancelled { sink.yield(.tick) }
    }
    report(rest)
  }

  private func take(_ visit: Visit) async throws(AuditError) {
    inFlight -= 1
    if visit.failure?.code == .cancelled { return }
    if let failure = visit.archiveFailure {
      try flush()
      throw failure
    }
    hasAsked = true
    state.take(visit, at: shell.now())
    // Each answer is committed before the next is looked at: a crash costs only what is in flight.
    try flush()
  }

  private func flush() throws(AuditError) {
    let (steps, skipped, hosts) = state.drain()
    try keep { try journal.commit(steps, skipped: skipped, hosts: hosts) }
  }

  private func stop() async {
    isStopping = true
    await fetcher.shutdown()
  }

  private func finish() async throws(AuditError) {
    timer?.cancel()
    if !isStopping { state.giveUpChecks(at: shell.now()) }
    try flush()
    do throws(EvidenceError) { try await archive?.synchronize() } catch {
      throw AuditError(.archive, "", Wording.archiveFailed("\(error)"))
    }
  }

  private func report(_ rest: FrontierAction) {
    var waiting: Instant?
    if case .wait(let until?) = rest, inFlight == 0, until.seconds(since: shell.now()) > 2 {
      waiting = until
    }
    shell.progress(
      SweepProgress(
        stage: waiting == nil ? .crawling : .confirming, done: state.doneCount,
        remaining: state.frontier.counts.queued + inFlight, subject: state.lastSubject,
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

  private static func configuration(_ options: AuditOptions) throws(FetcherConfigurationError)
    -> FetcherConfiguration
  {
    var resolve: [ResolveOverride] = []
    for item in options.resolve {
      resolve.append(
        try ResolveOverride(host: item.host, port: item.port, address: item.address))
    }
    return FetcherConfiguration(
      resolve: resolve, allowPrivate: options.allowsPrivate,
      maximumConnections: options.connections)
  }
}
