public import AuditModel

/// One observation as scoring sees it: with the id it is traced by and what people said of it.
public struct SeenObservation: Hashable, Sendable {
  public var id: String
  public var observation: Observation
  public var status: FindingStatus

  public init(id: String, observation: Observation, status: FindingStatus = .open) {
    self.id = id
    self.observation = observation
    self.status = status
  }

  public init(_ finding: Finding) {
    self.init(id: finding.id, observation: finding.observation, status: finding.status)
  }
}

/// What the machine says about one criterion, and which observations it rests on.
struct MachineFact: Hashable, Sendable {
  var reading: FactReading = .unknown
  /// Nothing that was asked for applies to the unit.
  var isNotApplicable = false
  /// Only shown to whoever judges.
  var isSupport = false
  /// Ids of observations that cost points.
  var faults: [String] = []
  /// Ids of undecided ones that keep the score open.
  var undecided: [String] = []
  /// Distinct things that passed, failed, stayed undecided.
  var counts = Counts()

  struct Counts: Hashable, Sendable {
    var passed = 0
    var failed = 0
    var undecided = 0
  }
}

extension MachineFact.Counts {
  /// The counts as the criterion's feeds read them.
  func reading(
    _ listener: FeedIndex.Listener, isOpenEnded: Bool
  ) throws(ScoringError) -> FactReading {
    switch listener.reading {
    case .support: return .unknown
    case .presence:
      guard failed == 0 else { return presence(false, listener) }
      return undecided > 0 || isOpenEnded ? .unknown : presence(true, listener)
    case .share: return .number(try share(listener, isOpenEnded: isOpenEnded))
    case .count:
      // A deduction counts faults, an award counts what is there.
      let sure = listener.earns ? passed : failed
      let most = Rational(sure + undecided)
      return .number(Interval(low: Rational(sure), high: isOpenEnded ? nil : most))
    }
  }

  /// Presence earns the full rate or award; absence triggers a deduction.
  private func presence(_ isThere: Bool, _ listener: FeedIndex.Listener) -> FactReading {
    .exactly(listener.earns == isThere ? 1 : 0)
  }

  /// The share of what passed; for a rule that counts what is wrong, the share of what failed.
  private func share(
    _ listener: FeedIndex.Listener, isOpenEnded: Bool
  ) throws(ScoringError) -> Interval {
    let total = Int128(passed + failed + undecided)
    let low = try Rational(Int128(passed), over: total)
    let high = try Rational(Int128(passed + undecided), over: total)
    let good = Interval(low: isOpenEnded ? 0 : low, high: high)
    return listener.countsBad ? try Interval(1) - good : good
  }
}
