import AuditModel
import Crawling
import Fetching
import Ledger
import WebAddress

/// What earlier sweeps of the same units left behind, looked up one address at a time, and what
/// follows from it for this one.
struct EarlierSweeps: Sendable {
  /// What to do for an address that is new to this sweep.
  enum Plan {
    /// To be asked for.
    case ask(FrontierEntry)
    /// Not to be asked for: what was known still holds.
    case carry(EarlierLook)
  }

  let policy: RevisitPolicy
  /// Ages are counted up to here, so that a sweep taken up again decides as it did before.
  let startedAt: Instant
  /// Keys of pages on which problems were found; those are always looked at again.
  let contested: Set<String>
  private let find: @Sendable (String) -> EarlierLook?
  /// Nothing was swept before.
  let isEmpty: Bool

  init(
    policy: RevisitPolicy, startedAt: Instant, contested: Set<String>,
    find: (@Sendable (String) -> EarlierLook?)?
  ) {
    self.policy = policy
    self.startedAt = startedAt
    self.contested = contested
    self.find = find ?? { _ in nil }
    isEmpty = find == nil
  }

  /// As for a first sweep.
  static let none = EarlierSweeps(
    policy: RevisitPolicy(), startedAt: Instant(milliseconds: 0), contested: [], find: nil)

  func look(at key: String) -> EarlierLook? { isEmpty ? nil : find(key) }

  /// The verdict an earlier sweep came to.
  func verdict(on key: String) -> LinkVerdict? {
    look(at: key)?.linkCheck.flatMap { LinkChecking.verdict(stored: $0) }
  }

  func plan(for entry: FrontierEntry) -> Plan {
    guard let look = look(at: entry.ledgerKey) else { return .ask(entry) }
    let verdict = look.linkCheck.flatMap { LinkChecking.verdict(stored: $0) }
    if entry.kind.isLinkCheck { return link(entry, look, verdict) }
    return entry.kind == .page ? page(entry, look, verdict) : .ask(entry)
  }

  private func link(_ entry: FrontierEntry, _ look: EarlierLook, _ verdict: LinkVerdict?) -> Plan {
    if let verdict, look.address.kind == entry.kind.word,
      policy.carries(verdict, at: startedAt), !contested.contains(entry.ledgerKey),
      !entry.isToBeRead || look.content != nil
    {
      return .carry(look)
    }
    var entry = entry
    // What was dead is looked at by the method that decides.
    if verdict?.state == .dead { entry.method = .get }
    return .ask(entry)
  }

  private func page(_ entry: FrontierEntry, _ look: EarlierLook, _ verdict: LinkVerdict?) -> Plan {
    guard let content = look.content else { return .ask(entry) }
    let interval = content.revisit.interval.map(Double.init)
    if entry.priority != .entrance, content.archive != nil, !content.isTruncated,
      verdict.map({ $0.state == .alive }) ?? true, !contested.contains(entry.ledgerKey),
      policy.carries(lastLook: content.startedAt, interval: interval, at: startedAt)
    {
      return .carry(look)
    }
    var entry = entry
    if RevisitPolicy.isLively(interval: interval), entry.priority > .column {
      entry.priority = .column
    }
    return .ask(entry)
  }
}

extension EarlierSweeps {
  /// Sweeps that are looked through: an address a limit kept from the last one may be in one before.
  private static let depth = 4

  /// Reads from the ledger which sweeps went before.
  init(ledger: LedgerStore, sweep: SweepRecord, units: [AuditedUnit], options: AuditOptions)
    throws(LedgerError)
  {
    let ids = units.map(\.id)
    let sweeps = try ledger.earlierSweeps(before: sweep.id, units: ids, limit: Self.depth)
      .map(\.id)
    // Without an archive there is nothing to take over, and nothing to compare with.
    guard let last = sweeps.first, options.archives else {
      self = .none
      return
    }
    var contested: Set<String> = []
    for id in ids {
      for finding in try ledger.findings(sweep: last, unit: id) {
        contested.formUnion(finding.observation.contestedKeys)
      }
    }
    self.init(
      policy: RevisitPolicy(window: options.window ?? 0, linkWindow: options.linkWindow ?? 0),
      startedAt: sweep.startedAt, contested: contested
    ) { key in
      // What cannot be read is as if it had never been looked at.
      try? ledger.earlierLook(at: key, sweeps: sweeps)
    }
  }
}

extension Observation {
  /// Keys of the addresses a problem rests on.
  fileprivate var contestedKeys: [String] {
    guard outcome == .fail || outcome == .review else { return [] }
    let texts = [page?.url, link?.url].compactMap { $0 } + lookedAt.map(\.url)
    return texts.compactMap { WebURL($0) }.flatMap { [$0.identity.key, $0.withoutFragment.href] }
  }
}
