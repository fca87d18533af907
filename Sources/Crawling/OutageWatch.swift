public import AuditModel
public import Fetching

/// Tells a network of ours that is gone from servers that are gone.
///
/// While it is gone nothing that fails is held against anybody: requests are put back, and one at a
/// time tries whether the world answers again.
public struct OutageWatch: Sendable {
  /// What the end of one request says about the way there.
  public enum Sight: Sendable, Hashable {
    /// Somebody at the other end did something.
    case reached
    /// No sign of life from the host.
    case unreached
    /// This machine could not even try: no name service, no route, no sockets.
    case ownFault
    /// Says nothing about the network.
    case neutral
  }

  /// What to do with the request that ended.
  public enum Step: Sendable, Hashable {
    /// Nothing special: take it for what it is.
    case counts
    /// Put it back, and hold everything until then. `isNew` at the beginning of an outage.
    case discards(holdUntil: Instant, isNew: Bool)
    /// The world answers again: take it for what it is; the outage began then.
    case ended(since: Instant)
  }

  /// Own faults in a row, and hosts without a sign of life in a row, that make an outage.
  static let ownFaults = 3
  static let silences = 5
  /// Seconds between tries: the first, and the longest.
  static let firstHold = 15.0
  static let longestHold = 60.0
  /// Seconds after which an outage is taken for what the servers are: with one host, and with more.
  static let patienceWithOne = 900.0
  static let patience = 6 * 3600.0

  /// When the present outage began; nil when there is none.
  public private(set) var since: Instant?
  private var answered: Set<String> = []
  private var silent: [String] = []
  private var faults = 0
  private var hold = OutageWatch.firstHold
  /// Patience ended; failures count until somebody answers.
  private var isExhausted = false

  /// Nothing seen yet.
  public init() {}

  /// Takes in how a request to a host ended.
  public mutating func take(_ sight: Sight, of host: String, at now: Instant) -> Step {
    switch sight {
    case .neutral: return since == nil ? .counts : discard(at: now, isNew: false)
    case .reached: return reached(host)
    case .unreached: silent.append(host)
    case .ownFault: faults += 1
    }
    if isExhausted { return .counts }
    if let since { return goOn(since, at: now) }
    guard looksGone else { return .counts }
    since = now
    return discard(at: now, isNew: true)
  }

  private mutating func reached(_ host: String) -> Step {
    if answered.count < 100_000 { answered.insert(host) }
    (silent, faults, hold, isExhausted) = ([], 0, OutageWatch.firstHold, false)
    defer { since = nil }
    return since.map { .ended(since: $0) } ?? .counts
  }

  private mutating func goOn(_ since: Instant, at now: Instant) -> Step {
    let patience = answered.count > 1 ? OutageWatch.patience : OutageWatch.patienceWithOne
    guard now.seconds(since: since) < patience else {
      (isExhausted, self.since) = (true, nil)
      return .counts
    }
    return discard(at: now, isNew: false)
  }

  private mutating func discard(at now: Instant, isNew: Bool) -> Step {
    defer { hold = min(hold * 2, OutageWatch.longestHold) }
    return .discards(holdUntil: now.adding(seconds: hold), isNew: isNew)
  }

  /// Only who has had an answer before can lose the network: without one, a machine without name
  /// service or route would wait for ever for what it never had.
  private var looksGone: Bool {
    guard !answered.isEmpty else { return false }
    if faults >= OutageWatch.ownFaults { return true }
    guard silent.count >= OutageWatch.silences else { return false }
    return Set(silent).intersection(answered).count >= min(2, answered.count)
  }
}

extension OutageWatch.Sight {
  /// What a result says about the way to the server.
  public init(_ result: FetchResult) {
    guard case .failure(let failure) = result.answer, result.remoteAddress.isEmpty else {
      self = .reached
      return
    }
    switch failure.code {
    case .timeout, .unreachable: self = .unreached
    case .noNameService, .noRoute, .other: self = .ownFault
    case .refused, .tls, .reset, .protocolError, .headerTooLarge: self = .reached
    case .dns, .privateAddress, .unsupportedScheme, .invalidRequest, .cancelled: self = .neutral
    }
  }
}
