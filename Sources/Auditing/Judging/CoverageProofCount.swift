import AuditModel
import Crawling
import Ledger
import WebAddress

/// Counts which of a unit's addresses were looked at, and when, for the proof of coverage.
struct CoverageProofCount {
  private var proof: CoverageProof
  private let startedAt: Instant
  /// Addresses whose last answer tells nothing about them, with the reason.
  private var unanswered: [String: String] = [:]
  private var carried: [String: Instant] = [:]
  private var unchanged: Set<String> = []

  /// - Parameter window: seconds, as the sweep was told.
  init(window: Double, startedAt: Instant) {
    proof = CoverageProof(window: window)
    self.startedAt = startedAt
  }

  /// Takes in the last request for an address.
  mutating func take(_ fetch: FetchRecord) {
    if let cause = fetch.cause.flatMap(LinkVerdict.Cause.init(rawValue:)), cause.tellsNothing {
      unanswered[fetch.key] = cause.rawValue
    }
    guard fetch.revisit.capturedAt != nil else { return }
    if fetch.startedAt < startedAt {
      carried[fetch.key] = fetch.startedAt
    } else {
      unchanged.insert(fetch.key)
    }
  }

  /// Takes in a known address, after all requests.
  /// - Parameter isInScope: it lies in the unit's scope; else it is only linked from there.
  mutating func take(_ address: AddressRecord, check: String?, isInScope: Bool) {
    let lookedAt = carriedLook(address, check)
    guard isInScope else {
      if let lookedAt { carriedOutside(lookedAt) }
      return
    }
    proof.known += 1
    switch address.state {
    case .queued: proof.miss(address.url, NotExamined.interrupted.rawValue)
    case .skipped: proof.miss(address.url, address.reason ?? "other")
    case .done:
      if let reason = unanswered[address.key] ?? undecided(check) {
        return proof.miss(address.url, reason)
      }
      proof.examined += 1
      if unchanged.contains(address.key) { proof.unchanged += 1 }
      if let lookedAt {
        proof.carried += 1
        proof.oldest = min(proof.oldest ?? lookedAt, lookedAt)
      }
    }
  }

  var result: CoverageProof { proof }

  private mutating func carriedOutside(_ lookedAt: Instant) {
    proof.carriedOutside += 1
    proof.oldest = min(proof.oldest ?? lookedAt, lookedAt)
  }

  /// When an earlier sweep looked, if this one did not.
  private func carriedLook(_ address: AddressRecord, _ check: String?) -> Instant? {
    if let look = carried[address.key] { return look }
    guard address.state == .done, let check, StoredCheck.isAlive(check),
      let last = StoredCheck.lastLook(check), last < startedAt
    else { return nil }
    return last
  }

  /// Why a check that ended came to nothing; nil when it came to a verdict.
  private func undecided(_ check: String?) -> String? {
    guard let check, !StoredCheck.isAlive(check),
      let verdict = LinkChecking.verdict(stored: check),
      verdict.state == .blocked || verdict.state == .unchecked
    else { return nil }
    return verdict.cause?.rawValue ?? "other"
  }
}

extension LinkVerdict.Cause {
  /// The answer came from a guard, or from our own side, and says nothing about the address.
  fileprivate var tellsNothing: Bool {
    switch self {
    case .wafBlock, .auth, .rateLimit, .tls, .ownFault, .robotsDeny, .privateAddress: true
    default: false
    }
  }
}
