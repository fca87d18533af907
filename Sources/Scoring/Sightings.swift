import AuditModel

/// The observations of one unit, sorted in one pass to the criteria they speak to. Of several
/// observations about one thing the weightiest counts; their order never matters.
struct Sightings: Sendable {
  /// In rising order of weight.
  enum Verdict: UInt8, Comparable {
    case none, dropped, passed, undecided, failed

    static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
  }

  /// One observation that speaks to one thing a criterion asks about.
  struct Hit {
    var slot: Int32
    var seen: Int32
    var verdict: Verdict
  }

  /// Distinct things by verdict.
  struct Tally {
    var counts = MachineFact.Counts()
    var touched = 0
    var namedTouched = 0
  }

  private let index: FeedIndex
  private let seen: [SeenObservation]
  private let isIncomplete: Bool
  private var verdicts: [Verdict]
  /// Owners of the slots beyond the named ones.
  private var looseOwners: [Int] = []
  /// Slots of things no feed names, for feeds that may share one with another feed.
  private var sharedSlots: [SlotName: Int] = [:]
  /// For each probe and thing, where its slots begin in ``blockSlots``: one for each open feed.
  private var blocks: [SlotName: Int] = [:]
  private var blockSlots: [Int32] = []
  private var hits: [Hit] = []
  private var tallies: [Tally]

  init(_ index: FeedIndex, _ input: ScoreInput) {
    self.index = index
    seen = input.seen
    isIncomplete = input.isIncomplete
    verdicts = Array(repeating: .none, count: index.slotOwners.count)
    tallies = Array(repeating: Tally(), count: index.owners.count)
    hits.reserveCapacity(input.seen.count)
    sort(withoutPoints: weightless(input.cards))
    for slot in verdicts.indices where verdicts[slot] != .none { count(slot) }
    for owner in tallies.indices where tallies[owner].touched > 0 {
      let missing = (index.owners[owner]?.named.count ?? 0) - tallies[owner].namedTouched
      tallies[owner].counts.undecided += missing
    }
  }

  /// Probes whose every citation is from memory: they report but cost nothing.
  private func weightless(_ cards: [ProbeCard]) -> [Bool] {
    var flags = Array(repeating: false, count: index.listeners.count)
    for card in cards where card.citations.allSatisfy({ $0.confidence == .memory }) {
      if let probe = index.probes[card.id] { flags[probe] = true }
    }
    return flags
  }

  private mutating func sort(withoutPoints: [Bool]) {
    for number in seen.indices {
      guard let probe = index.probes[seen[number].observation.probe] else { continue }
      if let named = index.listeners[probe].bySubject[seen[number].observation.subject] {
        for (feed, slot) in named where speaks(number, feed) {
          hit(slot, number, verdict(of: number, feed, withoutPoints[probe]))
        }
      }
      if !index.listeners[probe].open.isEmpty {
        sortLoose(number, probe, withoutPoints[probe])
      }
    }
  }

  /// Feeds that take whatever there is. Many group by the same value, which is looked up once.
  private mutating func sortLoose(_ number: Int, _ probe: Int, _ isWithoutPoints: Bool) {
    var (grouping, block) = (Int?.none, Int?.none)
    for (place, feed) in index.listeners[probe].open.enumerated() where speaks(number, feed) {
      let verdict = verdict(of: number, feed, isWithoutPoints)
      guard verdict != .none else { continue }
      if block == nil || grouping != index.groupingOfFeed[feed] {
        grouping = index.groupingOfFeed[feed]
        block = self.block(of: thing(number, grouping), probe)
      }
      if let block { hit(looseSlot(block + place, number, feed), number, verdict) }
    }
  }

  /// What an observation is about: the value the feed groups by, or the subject.
  private func thing(_ number: Int, _ grouping: Int?) -> String {
    let value = grouping.flatMap { seen[number].observation.values[index.groupings[$0]] }
    return value ?? seen[number].observation.subject
  }

  private mutating func block(of thing: String, _ probe: Int) -> Int {
    let name = SlotName(owner: probe, subject: thing)
    if let known = blocks[name] { return known }
    let first = blockSlots.count
    blocks[name] = first
    blockSlots.append(
      contentsOf: repeatElement(-1, count: index.listeners[probe].open.count))
    return first
  }

  private func speaks(_ number: Int, _ feed: Int) -> Bool {
    if !index.feeds[feed].feed.codes.isEmpty {
      guard index.feeds[feed].feed.codes.contains(seen[number].observation.code) else {
        return false
      }
    }
    for (key, allowed) in index.feeds[feed].feed.matching {
      guard let value = seen[number].observation.values[key], allowed.contains(value) else {
        return false
      }
    }
    return true
  }

  /// The slot of something no feed names, at its place in its block.
  private mutating func looseSlot(_ place: Int, _ number: Int, _ feed: Int) -> Int {
    if blockSlots[place] >= 0 { return Int(blockSlots[place]) }
    let slot =
      index.hasSiblings[feed] ? sharedSlot(number, feed) : newSlot(index.feeds[feed].owner)
    blockSlots[place] = Int32(slot)
    return slot
  }

  private mutating func sharedSlot(_ number: Int, _ feed: Int) -> Int {
    let name = SlotName(
      owner: index.feeds[feed].owner, subject: thing(number, index.groupingOfFeed[feed]))
    if let slot = index.slots[name] ?? sharedSlots[name] { return slot }
    let slot = newSlot(name.owner)
    sharedSlots[name] = slot
    return slot
  }

  private mutating func newSlot(_ owner: Int) -> Int {
    looseOwners.append(owner)
    verdicts.append(.none)
    return verdicts.count - 1
  }

  private mutating func hit(_ slot: Int, _ seen: Int, _ verdict: Verdict) {
    guard verdict != .none else { return }
    hits.append(Hit(slot: Int32(slot), seen: Int32(seen), verdict: verdict))
    verdicts[slot] = max(verdicts[slot], verdict)
  }

  private func verdict(of number: Int, _ feed: Int, _ isWithoutPoints: Bool) -> Verdict {
    let status = seen[number].status
    switch seen[number].observation.outcome {
    case .pass: return .passed
    case .nilReturn: return index.feeds[feed].feed.nilReturnFails ? .failed : .passed
    case .fail:
      switch status {
      case .falsePositive: return .passed
      case .disputed: return .undecided
      default: return isWithoutPoints ? .undecided : .failed
      }
    case .review, .inconclusive, .error, .notChecked:
      return status == .falsePositive ? .passed : .undecided
    case .notApplicable, .exempt: return .dropped
    case .notSelected, .info: return .none
    }
  }

  private func owner(of slot: Int) -> Int {
    let named = index.slotOwners.count
    return slot < named ? index.slotOwners[slot] : looseOwners[slot - named]
  }

  private mutating func count(_ slot: Int) {
    let owner = owner(of: slot)
    tallies[owner].touched += 1
    if slot < index.slotOwners.count { tallies[owner].namedTouched += 1 }
    switch verdicts[slot] {
    case .passed: tallies[owner].counts.passed += 1
    case .undecided: tallies[owner].counts.undecided += 1
    case .failed: tallies[owner].counts.failed += 1
    case .none, .dropped: break
    }
  }

  // MARK: answers

  /// What the observations say about a criterion, without naming them; nil when none speaks of it.
  func fact(for owner: Int) throws(ScoringError) -> MachineFact? {
    if isSupport(owner) {
      guard tallies[owner].touched > 0 else { return nil }
      return MachineFact(isSupport: true, counts: tallies[owner].counts)
    }
    guard let reading = try reading(for: owner) else { return nil }
    return MachineFact(
      reading: reading, isNotApplicable: isNotApplicable(owner), counts: tallies[owner].counts)
  }

  private func isSupport(_ owner: Int) -> Bool { index.owners[owner]?.reading == .support }

  /// The same as a value for the rule; what does not apply triggers nothing.
  func reading(for owner: Int) throws(ScoringError) -> FactReading? {
    guard tallies[owner].touched > 0, let listener = index.owners[owner],
      listener.reading != .support
    else { return nil }
    let counts = tallies[owner].counts
    guard !isNotApplicable(owner) else { return .untriggered }
    let isOpenEnded =
      listener.isPartial || (isIncomplete && !listener.isNamed)
      || (!listener.isNamed && counts.passed + counts.failed == 0)
    return try counts.reading(listener, isOpenEnded: isOpenEnded)
  }

  /// Whether the observations say that nothing asked for applies.
  func isNotApplicable(_ owner: Int) -> Bool {
    let counts = tallies[owner].counts
    return tallies[owner].touched > 0 && counts.passed + counts.failed + counts.undecided == 0
  }

  /// Indices of the observations that decided something of the owner's, by what they decided.
  func deciding(_ verdict: Verdict, for owner: Int) -> [Int] {
    hits.filter {
      $0.verdict == verdict && verdicts[Int($0.slot)] == verdict
        && self.owner(of: Int($0.slot)) == owner
    }.map { Int($0.seen) }
  }
}
