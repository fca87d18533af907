public import AuditModel
import Crawling
import Evidence
import Fetching
public import Ledger
import PageModel
import Probes
import SiteModel
public import Schemes
public import Scoring
import WebAddress

/// What a sweep says about one unit.
public struct UnitOutcome: Sendable {
  public var unit: AuditedUnit
  /// Findings of every outcome.
  public var findings: [Finding]
  public var coverage: Coverage
  public var scorecards: [Scorecard]
  /// What mending findings would bring, by scheme; empty for an outcome read back from the ledger.
  public var gains: [Gains] = []
  public var linkVerdicts: [String: LinkVerdict]
  public var comparison: SweepComparison?
  /// Findings of the sweep before, for what the comparison calls gone.
  public var earlierFindings: [Finding]
  /// Set when nothing of the unit could be read.
  public var failure: AuditError?

  /// An outcome as the ledger keeps it.
  public init(
    unit: AuditedUnit, findings: [Finding], coverage: Coverage, scorecards: [Scorecard] = [],
    linkVerdicts: [String: LinkVerdict] = [:], failure: AuditError? = nil
  ) {
    self.unit = unit
    self.findings = findings
    self.coverage = coverage
    self.scorecards = scorecards
    self.linkVerdicts = linkVerdicts
    self.failure = failure
    earlierFindings = []
  }
}

/// A file of judgements and where it was read.
public struct JudgedBy: Sendable {
  public let path: String
  public let file: JudgementFile

  public init(path: String, file: JudgementFile) {
    self.path = path
    self.file = file
  }
}

/// What a whole sweep brought.
public struct SweepOutcome: Sendable {
  public var sweep: SweepRecord
  public var finishedAt: Instant
  public var isResumed: Bool
  public var units: [UnitOutcome]
}

/// Conducts a sweep: crawl, judge, prove, score, compare, and keep all of it.
public struct SweepRunner: Sendable {
  public let ledger: LedgerStore
  /// Where everything goes.
  public let folder: SweepFolder
  public let options: AuditOptions
  /// Scores the schemes a unit names.
  public let desk: ScoreDesk
  /// What people decided, by scheme id.
  public let judgements: [String: JudgedBy]
  public var progress: @Sendable (SweepProgress) -> Void = { _ in }
  public var now: @Sendable () -> Instant
  public var isInterrupted: @Sendable () -> Bool = { false }
  /// Told when an interrupted sweep is taken up.
  public var onResume: @Sendable (SweepRecord) -> Void = { _ in }
  /// Writes what people get. Only when it returned is the sweep finished; if it throws, or the
  /// process dies in it, the same command takes the sweep up and writes again.
  public var deliver: @Sendable (SweepOutcome) throws -> Void = { _ in }

  /// - Parameter judgements: what people decided, by scheme id.
  public init(
    ledger: LedgerStore, folder: SweepFolder, options: AuditOptions, desk: ScoreDesk,
    judgements: [String: JudgedBy] = [:], now: @escaping @Sendable () -> Instant
  ) {
    self.ledger = ledger
    self.folder = folder
    self.options = options
    self.desk = desk
    self.judgements = judgements
    self.now = now
  }

  /// Runs a sweep over the units, taking up an interrupted one with the same target and options.
  /// - Parameters:
  ///   - target: names what is swept, so that sweeps of one thing are compared with each other.
  ///   - asOf: the day judged; nil means the day the sweep started.
  /// - Throws: ``AuditError``; everything acknowledged until then is in the ledger.
  public func run(units: [AuditedUnit], target: String, asOf: Day?) async throws(AuditError)
    -> SweepOutcome
  {
    let (sweep, isResumed) = try begin(units, target, asOf)
    if isResumed { onResume(sweep) }
    do {
      try await crawl(units, sweep)
      let outcome = SweepOutcome(
        sweep: sweep, finishedAt: now(), isResumed: isResumed,
        units: try await judge(units, sweep))
      try handOver(outcome)
      try keep { try ledger.endSweep(sweep.id, state: .finished, at: outcome.finishedAt) }
      return outcome
    } catch {
      // A failing store cannot be told either; the sweep then simply stays `running`, and resumes.
      try? ledger.endSweep(sweep.id, state: .interrupted, at: now())
      throw error
    }
  }

  private func hand(over outcome: SweepOutcome) throws(AuditError) {
    do { try deliver(outcome) } catch let error as AuditError { throw error } catch {
      throw AuditError(.output, folder.root, Wording.deliveryFailed("\(error)"))
    }
  }

  /// Crawls without judging.
  public func crawlOnly(units: [AuditedUnit], target: String) async throws(AuditError)
    -> CrawlOutcome
  {
    let (sweep, _) = try begin(units, target, nil)
    try await crawl(units, sweep)
    let outcome = try keep { try CrawlOutcome(ledger: ledger, sweep: sweep.id) }
    try keep { try ledger.endSweep(sweep.id, state: .finished, at: now()) }
    return outcome
  }

  /// Judges a stored sweep again, without the network and without new pictures.
  public func replay(sweep: SweepRecord, units: [AuditedUnit], asOf: Day?) async throws(AuditError)
    -> [UnitOutcome]
  {
    var sweep = sweep
    if let asOf { sweep.asOf = asOf }
    let pages = try pages(of: sweep)
    return try units.map { unit throws(AuditError) in
      var outcome = try look(at: unit, sweep, pages)
      let old = try keep { try ledger.findings(sweep: sweep.id, unit: unit.id) }
      let proofs = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      outcome.findings = outcome.findings.map { $0.withProof(of: proofs[$0.id]) }
      try UnitScoring(desk: desk, judgements: judgements).score(&outcome)
      return outcome
    }
  }

  private func handOver(_ outcome: SweepOutcome) throws(AuditError) {
    do { try deliver(outcome) } catch let error as AuditError { throw error } catch {
      throw AuditError(.output, folder.root, Wording.deliveryFailed("\(error)"))
    }
  }

  private func begin(_ units: [AuditedUnit], _ target: String, _ asOf: Day?) throws(AuditError)
    -> (SweepRecord, Bool)
  {
    let configuration = SweepConfiguration(options: options, units: units, asOf: asOf).text
    let begun = try keep {
      try ledger.beginSweep(
        target: target, configuration: configuration, asOf: asOf ?? now().day, now: now())
    }
    try folder.prepare(begun.sweep.label)
    return (begun.sweep, begun.isResumed)
  }

  private func crawl(_ units: [AuditedUnit], _ sweep: SweepRecord) async throws(AuditError) {
    let shell = CrawlShell(progress: progress, now: now, isInterrupted: isInterrupted)
    let earlier = try keep {
      try EarlierSweeps(ledger: ledger, sweep: sweep, units: units, options: options)
    }
    let captures = EarlierCaptures { [ledger, folder] number in
      (try? ledger.sweep(number)).map { "\(folder.evidence(of: $0.label))/archive" }
    }
    let run = try await CrawlRun(
      ledger: ledger, sweep: sweep, folder: archiveFolder(sweep), options: options, units: units,
      earlier: earlier, captures: captures, shell: shell)
    try await run.run()
    try await BrowserWitness(ledger: ledger, options: options, shell: shell).testify(
      sweep: sweep.id)
  }

  private func judge(_ units: [AuditedUnit], _ sweep: SweepRecord) async throws(AuditError)
    -> [UnitOutcome]
  {
    let pages = try pages(of: sweep)
    var outcomes: [UnitOutcome] = []
    for (index, unit) in units.enumerated() {
      progress(
        SweepProgress(
          stage: .judging, done: index, remaining: units.count - index, subject: unit.name))
      outcomes.append(try await judge(unit, sweep, pages))
      if isInterrupted() {
        throw AuditError(
          .interrupted, unit.name, Wording.judgedHint(index + 1, of: units.count))
      }
    }
    return outcomes
  }

  private func judge(_ unit: AuditedUnit, _ sweep: SweepRecord, _ pages: ArchivedPages)
    async throws(AuditError) -> UnitOutcome
  {
    var outcome = try look(at: unit, sweep, pages)
    let capturing = Capturing(
      options: options, folder: folder.evidence(of: sweep.label), progress: progress,
      isInterrupted: isInterrupted)
    outcome.findings = try await capturing.capture(outcome.findings)
    outcome.findings = try keep {
      try ledger.replaceFindings(
        outcome.findings, coverage: outcome.coverage, unit: unit.id, sweep: sweep.id)
    }
    try UnitScoring(desk: desk, judgements: judgements).score(&outcome)
    for card in outcome.scorecards {
      try keep { try ledger.store(card, scheme: card.scheme, unit: unit.id, sweep: sweep.id) }
    }
    try compare(&outcome, sweep, pages)
    return outcome
  }

  private func look(at unit: AuditedUnit, _ sweep: SweepRecord, _ pages: ArchivedPages)
    throws(AuditError) -> UnitOutcome
  {
    let judge = Judge(
      probes: ProbeCatalogue.all, unit: unit, source: pages, asOf: sweep.asOf,
      judgedAt: now(), lexicon: Lexicon(options.lexicon ?? []), named: try named(by: unit))
    let findings = judge.findings()
    var count = CoverageCount(
      ledger: ledger, sweep: sweep, unit: unit, window: options.window ?? 0)
    let coverage = try count.coverage(
      until: now(), damaged: pages.damagedRecords)
    return UnitOutcome(
      unit: unit, findings: findings, coverage: coverage,
      linkVerdicts: pages.verdicts(named: findings),
      failure: HomeCheck(unit: unit, pages: pages, coverage: coverage).failure)
  }

  private func named(by unit: AuditedUnit) throws(AuditError) -> NamedList {
    do { return try desk.catalogue.named(for: unit.schemes) } catch {
      throw AuditError(.options, unit.name, "\(error)")
    }
  }

  private func compare(
    _ outcome: inout UnitOutcome, _ sweep: SweepRecord, _ pages: ArchivedPages
  ) throws(AuditError) {
    let unit = outcome.unit
    guard let previous = try keep({ try ledger.previousSweep(before: sweep.id, unit: unit.id) })
    else { return }
    let earlier = try keep { try ledger.findings(sweep: previous.id, unit: unit.id) }
    let comparing = Comparing(previous: earlier, current: outcome.findings) { address in
      WebURL(address).flatMap { pages.page(at: $0) } != nil
    }
    outcome.comparison = comparing.comparison(
      previousSweep: previous.label, finishedAt: previous.finishedAt ?? previous.startedAt)
    outcome.earlierFindings = earlier.filter { $0.observation.outcome == .fail }
  }

  private func archiveFolder(_ sweep: SweepRecord) -> String {
    "\(folder.evidence(of: sweep.label))/archive"
  }

  private func pages(of sweep: SweepRecord) throws(AuditError) -> ArchivedPages {
    try keep {
      try ArchivedPages(
        ledger: ledger, sweep: sweep, folder: archiveFolder(sweep), reader: PageReader(),
        notes: PageNotes(path: folder.notes(of: sweep.label)))
    }
  }
}

/// Turns the ledger's error into the audit's.
func keep<Value>(_ body: () throws -> Value) throws(AuditError) -> Value {
  do { return try body() } catch let error as AuditError { throw error } catch {
    throw AuditError(.ledger, "", "\(error)")
  }
}

extension Finding {
  /// Carries pictures, confirmation and life over from the finding as it was stored.
  fileprivate func withProof(of stored: Finding?) -> Finding {
    guard let stored else { return self }
    var finding = self
    finding.status = stored.status
    finding.firstFoundAt = stored.firstFoundAt
    finding.confirmedAt = confirmedAt ?? stored.confirmedAt
    finding.evidence += stored.evidence.filter { $0.kind != .archive }
    return finding
  }
}
