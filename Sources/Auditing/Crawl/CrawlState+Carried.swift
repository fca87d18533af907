import AuditModel
import Crawling
import Fetching
import Ledger
import WebAddress

/// What earlier sweeps knew, within the crawl.
extension CrawlState {
  /// Captures taken over in one go.
  private static let carriedAtOnce = 64

  /// Whether something waits to be taken over.
  var hasCarried: Bool { !carried.isEmpty }

  /// The next addresses whose earlier captures are to be taken over.
  mutating func nextCarried() -> [(FrontierEntry, EarlierLook)] {
    let batch = Array(carried.suffix(Self.carriedAtOnce))
    carried.removeLast(batch.count)
    return batch.reversed()
  }

  /// Takes an address in whose earlier answer still holds.
  mutating func take(_ visit: CarriedVisit, at now: Instant) {
    guard !visit.isLost else { return frontier.requeue(visit.entry, notBefore: now) }
    let fetch = visit.look.content.map { content in
      var fetch = content
      fetch.revisit.capturedAt = content.revisit.capturedAt ?? content.startedAt
      fetch.archive = visit.archived
      return fetch
    }
    finishCarried(visit, fetch)
  }

  /// Takes a new address in, unless what an earlier sweep knew of it still holds.
  /// - Returns: the address to remember as open; nil when there is none.
  mutating func admitAnew(_ entry: FrontierEntry) -> AddressRecord? {
    guard !earlier.isEmpty, !frontier.knows(entry) else { return add(entry) }
    switch earlier.plan(for: entry) {
    case .ask(let entry): return add(entry)
    case .carry(let look): return carry(entry, look)
    }
  }

  private mutating func carry(_ entry: FrontierEntry, _ look: EarlierLook) -> AddressRecord? {
    switch frontier.addCarried(entry) {
    case .queued:
      carried.append((entry, look))
      return AddressRecord(entry, state: .queued)
    case .known: return nil
    case .refused(let reason):
      refuse(entry, reason)
      return nil
    }
  }

  /// What an earlier sweep saw where the entry leads; nil when that is of no use to it.
  func earlierLook(for entry: FrontierEntry) -> EarlierLook? {
    guard !earlier.isEmpty, entry.kind == .page, entry.method == .get, !isChecked(entry),
      !unconditional.contains(entry.ledgerKey)
    else { return nil }
    return earlier.look(at: entry.ledgerKey)
  }
}

extension EarlierLook {
  /// The field to ask an address with, when its earlier answer was whole and kept.
  func condition(for entry: FrontierEntry) -> HeaderField? {
    guard let content, content.url == entry.url.href, content.archive != nil, !content.isTruncated
    else { return nil }
    return content.revisit.validator?.condition
  }
}
