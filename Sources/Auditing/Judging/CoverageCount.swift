import AuditModel
import Ledger
import WebAddress

/// Counts what a sweep examined of a unit, and what it did not and why.
struct CoverageCount {
  let ledger: LedgerStore
  let sweep: SweepRecord
  let scope: Scope
  /// Pages of which less arrived than was sent.
  private var cutPages = 0
  private var proof: CoverageProofCount

  /// - Parameter window: seconds a page may have gone without being looked at.
  init(ledger: LedgerStore, sweep: SweepRecord, unit: AuditedUnit, window: Double) {
    self.ledger = ledger
    self.sweep = sweep
    scope = Scope(unit: unit)
    proof = CoverageProofCount(window: window, startedAt: sweep.startedAt)
  }

  mutating func coverage(until end: Instant, damaged: Set<String>) throws(AuditError) -> Coverage {
    var coverage = Coverage(startedAt: sweep.startedAt, finishedAt: end)
    let own = try keep { try ownKeys() }
    try keep { try countFetches(into: &coverage, except: own) }
    try keep { try countAddresses(into: &coverage) }
    coverage.proof = proof.result
    coverage.remarks += Wording.proof(proof.result)
    if let left = coverage.notExamined["over-budget"] {
      coverage.isPartial = true
      coverage.remarks.append(Wording.remarkLimit(left))
    }
    let outages = try keep { try ledger.outages(sweep: sweep.id) }
    if !outages.isEmpty {
      let seconds = outages.reduce(0) { $0 + $1.endedAt.seconds(since: $1.startedAt) }
      coverage.remarks.append(Wording.remarkOutages(outages.count, seconds: seconds))
    }
    if cutPages > 0 { coverage.remarks.append(Wording.remarkCut(cutPages)) }
    if !damaged.isEmpty { coverage.remarks.append(Wording.remarkArchiveDamaged) }
    return coverage
  }

  private mutating func countFetches(into coverage: inout Coverage, except own: Set<String>) throws
  {
    var last: FetchRecord?
    try ledger.forEachFetch(sweep: sweep.id) { fetch in
      guard !own.contains(fetch.key) else { return }
      if let previous = last, previous.key != fetch.key { count(previous, into: &coverage) }
      last = fetch
    }
    if let last { count(last, into: &coverage) }
  }

  private mutating func count(_ fetch: FetchRecord, into coverage: inout Coverage) {
    proof.take(fetch)
    guard let url = WebURL(fetch.url), scope.contains(url) else { return }
    coverage.bytes += fetch.bodyLength
    if fetch.isReadablePage, fetch.cause == nil {
      coverage.pages += 1
      if fetch.isTruncated { cutPages += 1 }
    }
    if let cause = fetch.cause { coverage.failures[cause, default: 0] += 1 }
  }

  /// Keys of what was asked for the crawl's own sake.
  private func ownKeys() throws -> Set<String> {
    var own: Set<String> = []
    try ledger.forEachAddress(sweep: sweep.id) { address, _ in
      if address.isOwn { own.insert(address.key) }
    }
    return own
  }

  private mutating func countAddresses(into coverage: inout Coverage) throws {
    try ledger.forEachAddress(sweep: sweep.id) { address, check in
      let isOurs = WebURL(address.url).map(scope.contains) ?? false
      let isInScope = isOurs || address.referrer.flatMap { WebURL($0) }.map(scope.contains) ?? false
      guard isInScope else { return }
      if !address.isOwn {
        proof.take(address, check: check, isInScope: isOurs && address.kind != "external")
      }
      switch address.state {
      case .done:
        if address.kind != "page", !address.isOwn { coverage.linksChecked += 1 }
      case .skipped: coverage.notExamined[address.reason ?? "other", default: 0] += 1
      case .queued:
        coverage.isPartial = true
        coverage.notExamined["interrupted", default: 0] += 1
      }
    }
  }
}
