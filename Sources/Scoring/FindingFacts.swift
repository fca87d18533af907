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

/// Reads observations as facts. Built once per unit; the order of observations never matters.
struct FindingFacts {
  /// In rising order of weight: of several observations about one thing the weightiest counts.
  private enum Verdict: Int { case dropped, passed, undecided, failed }

  private struct Group {
    var verdict: Verdict?
    var ids: [String] = []

    mutating func add(_ other: Verdict, _ id: String) {
      guard let verdict, other.rawValue <= verdict.rawValue else {
        (verdict, ids) = (other, [id])
        return
      }
      if other == verdict { ids.append(id) }
    }
  }

  private let byProbe: [String: [SeenObservation]]
  private let withoutPoints: Set<String>
  private let isIncomplete: Bool

  /// - Parameters:
  ///   - cards: a probe whose every citation is from memory reports but costs nothing.
  ///   - isIncomplete: the sweep was cut short, so counts and shares stay open upward.
  init(_ seen: [SeenObservation], cards: [ProbeCard], isIncomplete: Bool) {
    byProbe = Dictionary(grouping: seen, by: \.observation.probe)
    withoutPoints = Set(
      cards.filter { $0.citations.allSatisfy { $0.confidence == .memory } }.map(\.id))
    self.isIncomplete = isIncomplete
  }

  /// What the observations say about the criterion, or nil when none speaks of it.
  func fact(for criterion: Criterion) throws(ScoringError) -> MachineFact? {
    guard let reading = criterion.feeds.first?.reading, let groups = groups(criterion.feeds)
    else { return nil }
    var fact = summary(of: groups)
    guard !fact.isNotApplicable else { return fact }
    let isNamed = criterion.feeds.contains { !$0.subjects.isEmpty }
    let isOpenEnded =
      criterion.feeds.contains(where: \.isPartial)
      || (isIncomplete && !isNamed)
      || (!isNamed && fact.counts.passed + fact.counts.failed == 0)
    fact.reading = try interpret(fact.counts, reading, criterion.rule, isOpenEnded: isOpenEnded)
    return fact
  }

  private func groups(_ feeds: [Feed]) -> [String: Group]? {
    var groups: [String: Group] = [:]
    for feed in feeds {
      for subject in feed.subjects { groups[subject, default: Group()].ids += [] }
      for seen in byProbe[feed.probe] ?? [] where speaks(seen.observation, feed) {
        guard let verdict = verdict(seen, feed) else { continue }
        groups[key(seen.observation, feed), default: Group()].add(verdict, seen.id)
      }
    }
    return groups.values.contains { $0.verdict != nil } ? groups : nil
  }

  private func speaks(_ observation: Observation, _ feed: Feed) -> Bool {
    (feed.subjects.isEmpty || feed.subjects.contains(observation.subject))
      && (feed.codes.isEmpty || feed.codes.contains(observation.code))
      && feed.matching.allSatisfy { key, allowed in
        observation.values[key].map(allowed.contains) ?? false
      }
  }

  private func key(_ observation: Observation, _ feed: Feed) -> String {
    guard feed.subjects.isEmpty, let groupBy = feed.groupBy else { return observation.subject }
    return observation.values[groupBy] ?? observation.subject
  }

  private func verdict(_ seen: SeenObservation, _ feed: Feed) -> Verdict? {
    switch seen.observation.outcome {
    case .pass: .passed
    case .nilReturn: feed.nilReturnFails ? .failed : .passed
    case .fail: failure(seen)
    case .review, .inconclusive, .error, .notChecked:
      seen.status == .falsePositive ? .passed : .undecided
    case .notApplicable, .exempt: .dropped
    case .notSelected, .info: nil
    }
  }

  private func failure(_ seen: SeenObservation) -> Verdict {
    switch seen.status {
    case .falsePositive: .passed
    case .disputed: .undecided
    default: withoutPoints.contains(seen.observation.probe) ? .undecided : .failed
    }
  }

  private func summary(of groups: [String: Group]) -> MachineFact {
    var fact = MachineFact()
    for group in groups.values {
      switch group.verdict {
      case .dropped: break
      case .passed: fact.counts.passed += 1
      case .failed:
        fact.counts.failed += 1
        fact.faults += group.ids
      case .undecided, nil:
        fact.counts.undecided += 1
        fact.undecided += group.ids
      }
    }
    fact.faults.sort()
    fact.undecided.sort()
    let counts = fact.counts
    fact.isNotApplicable = counts.passed + counts.failed + counts.undecided == 0
    return fact
  }

  private func interpret(
    _ counts: MachineFact.Counts, _ reading: Feed.Reading, _ rule: Rule, isOpenEnded: Bool
  ) throws(ScoringError) -> FactReading {
    switch reading {
    case .presence:
      guard counts.failed == 0 else { return presence(false, rule) }
      return counts.undecided > 0 || isOpenEnded ? .unknown : presence(true, rule)
    case .share: return .number(try share(counts, rule, isOpenEnded: isOpenEnded))
    case .count:
      // A deduction counts faults, an award counts what is there.
      let sure = rule.sign(startsFull: true) > 0 ? counts.passed : counts.failed
      let most = Rational(sure + counts.undecided)
      return .number(Interval(low: Rational(sure), high: isOpenEnded ? nil : most))
    }
  }

  /// Presence earns the full rate or award; absence triggers a deduction.
  private func presence(_ isThere: Bool, _ rule: Rule) -> FactReading {
    let earns = rule.sign(startsFull: true) > 0
    return .exactly(earns == isThere ? 1 : 0)
  }

  /// The share of what passed; for a rule that counts what is wrong, the share of what failed.
  private func share(
    _ counts: MachineFact.Counts, _ rule: Rule, isOpenEnded: Bool
  ) throws(ScoringError) -> Interval {
    let total = Rational(counts.passed + counts.failed + counts.undecided)
    let low = try Rational(counts.passed) / total
    let high = try Rational(counts.passed + counts.undecided) / total
    let good = Interval(low: isOpenEnded ? 0 : low, high: high)
    guard case .ratio(let ratio) = rule, !ratio.countsGood else { return good }
    return try Interval(1) - good
  }
}
