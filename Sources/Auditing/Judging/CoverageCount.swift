import AuditModel
import Ledger
import WebAddress

/// Counts what a sweep examined of a unit, and what it did not and why.
struct CoverageCount {
  let ledger: LedgerStore
  let sweep: SweepRecord
  let scope: Scope

  init(ledger: LedgerStore, sweep: SweepRecord, unit: AuditedUnit) {
    self.ledger = ledger
    self.sweep = sweep
    scope = Scope(unit: unit)
  }

  func coverage(until end: Instant, damaged: Set<String>) throws(AuditError) -> Coverage {
    var coverage = Coverage(startedAt: sweep.startedAt, finishedAt: end)
    try keep { try countFetches(into: &coverage) }
    try keep { try countAddresses(into: &coverage) }
    if let left = coverage.notExamined["over-budget"] {
      coverage.isPartial = true
      coverage.remarks.append(Wording.remarkLimit(left))
    }
    if !damaged.isEmpty { coverage.remarks.append(Wording.remarkArchiveDamaged) }
    return coverage
  }

  private func countFetches(into coverage: inout Coverage) throws {
    var last: FetchRecord?
    try ledger.forEachFetch(sweep: sweep.id) { fetch in
      if let previous = last, previous.key != fetch.key { count(previous, into: &coverage) }
      last = fetch
    }
    if let last { count(last, into: &coverage) }
  }

  private func count(_ fetch: FetchRecord, into coverage: inout Coverage) {
    guard let url = WebURL(fetch.url), scope.contains(url) else { return }
    coverage.bytes += fetch.bodyLength
    if fetch.isReadablePage, fetch.cause == nil { coverage.pages += 1 }
    if let cause = fetch.cause { coverage.failures[cause, default: 0] += 1 }
  }

  private func countAddresses(into coverage: inout Coverage) throws {
    try ledger.forEachAddress(sweep: sweep.id) { address, check in
      let isOwn =
        WebURL(address.url).map(scope.contains) ?? false
        || address.referrer.flatMap { WebURL($0) }.map(scope.contains) ?? false
      guard isOwn else { return }
      switch address.state {
      case .done:
        if address.kind != "page", address.kind != "robots", address.kind != "sitemap" {
          coverage.linksChecked += 1
        }
      case .skipped: coverage.notExamined[address.reason ?? "other", default: 0] += 1
      case .queued:
        coverage.isPartial = true
        coverage.notExamined["interrupted", default: 0] += 1
      }
    }
  }
}
