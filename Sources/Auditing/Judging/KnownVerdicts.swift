import AuditModel
import Crawling
import Ledger
import WebAddress

/// What link checking concluded, in little room: most links live, and of the rest that were not
/// asked for there is only the reason.
struct KnownVerdicts {
  private var alive: Set<UInt64> = []
  private var refused: [UInt64: LinkVerdict.Cause] = [:]
  private var troubled: [String: LinkVerdict] = [:]
  private let ledger: LedgerStore
  private let sweep: Int64

  init(ledger: LedgerStore, sweep: Int64) {
    self.ledger = ledger
    self.sweep = sweep
  }

  /// Takes an address in with its stored check.
  mutating func add(_ address: AddressRecord, _ check: String?) {
    let key = URLIdentity.fingerprint(of: address.key)
    if let refusal = LinkChecking.refusal(address), let cause = refusal.cause {
      refused[key] = cause
    } else if let check {
      if StoredCheck.isAlive(check) {
        alive.insert(key)
      } else if let verdict = LinkChecking.verdict(stored: check) {
        troubled[address.key] = verdict
      }
    }
  }

  /// - Parameter isWhole: with the sightings of links that live; false when the state is enough.
  func verdict(of key: String, isWhole: Bool = true) -> LinkVerdict? {
    let fingerprint = URLIdentity.fingerprint(of: key)
    if let cause = refused[fingerprint] { return LinkCheck.unchecked(cause) }
    if let verdict = troubled[key] { return verdict }
    guard alive.contains(fingerprint) else { return nil }
    guard isWhole else { return LinkVerdict(state: .alive) }
    let check = try? ledger.linkCheck(of: key, sweep: sweep)
    return check.flatMap { $0 }.flatMap { LinkChecking.verdict(stored: $0) }
  }
}
