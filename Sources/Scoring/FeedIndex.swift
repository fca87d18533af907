import AuditModel

/// Who listens to which probe. Criteria come first, then vetoes, under one running number.
struct FeedIndex: Sendable {
  /// What one probe's observations go to.
  struct Listeners: Sendable {
    /// Feeds that name the subject, with the slot each subject has.
    var bySubject: [String: [(feed: Int, slot: Int)]] = [:]
    /// Feeds that take whatever the probe looked at.
    var open: [Int] = []
  }

  /// What a criterion asks of its feeds as a whole.
  struct Listener: Sendable {
    var reading: Feed.Reading
    /// Slots of the subjects it names.
    var named: Range<Int>
    var isPartial: Bool
    var earns: Bool
    /// A share counts what is wrong instead of what is right.
    var countsBad: Bool

    var isNamed: Bool { !named.isEmpty }
  }

  private(set) var probes: [String: Int] = [:]
  private(set) var listeners: [Listeners] = []
  /// By running number; nil for what nothing feeds.
  private(set) var owners: [Listener?] = []
  private(set) var feeds: [(owner: Int, feed: Feed)] = []
  /// What tells apart the things a feed counts, by feed: a place among ``groupings``, or nil for
  /// the subject itself.
  private(set) var groupingOfFeed: [Int?] = []
  /// Names of the values that feeds group by.
  private(set) var groupings: [String] = []
  /// Feeds whose criterion or veto has others beside it, with which it may share a slot.
  private(set) var hasSiblings: [Bool] = []
  /// Whose each named slot is.
  private(set) var slotOwners: [Int] = []
  /// The slots by owner and subject.
  private(set) var slots: [SlotName: Int] = [:]

  init(_ criteria: [Criterion], _ vetoes: [Veto]) {
    for (owner, criterion) in criteria.enumerated() {
      add(owner, criterion.feeds, criterion.rule)
    }
    for (index, veto) in vetoes.enumerated() {
      add(criteria.count + index, veto.feeds, .fail(FailRule()))
    }
  }

  private mutating func add(_ owner: Int, _ feeds: [Feed], _ rule: Rule) {
    let first = slotOwners.count
    for feed in feeds {
      add(feed, owner)
      hasSiblings.append(feeds.count > 1)
    }
    var countsBad = false
    if case .ratio(let ratio) = rule { countsBad = !ratio.countsGood }
    owners.append(
      feeds.first.map {
        Listener(
          reading: $0.reading, named: first..<slotOwners.count,
          isPartial: feeds.contains(where: \.isPartial), earns: rule.sign(startsFull: true) > 0,
          countsBad: countsBad)
      })
  }

  private mutating func add(_ feed: Feed, _ owner: Int) {
    let number = feeds.count
    feeds.append((owner, feed))
    groupingOfFeed.append(feed.groupBy.map { grouping($0) })
    let probe = probes[feed.probe] ?? listeners.count
    if probe == listeners.count {
      probes[feed.probe] = probe
      listeners.append(Listeners())
    }
    guard !feed.subjects.isEmpty else { return listeners[probe].open.append(number) }
    for subject in Set(feed.subjects).sorted() {
      let name = SlotName(owner: owner, subject: subject)
      let slot = slots[name] ?? slotOwners.count
      if slot == slotOwners.count {
        slots[name] = slot
        slotOwners.append(owner)
      }
      listeners[probe].bySubject[subject, default: []].append((number, slot))
    }
  }
}

extension FeedIndex {
  fileprivate mutating func grouping(_ name: String) -> Int {
    if let known = groupings.firstIndex(of: name) { return known }
    groupings.append(name)
    return groupings.count - 1
  }
}

/// One thing a criterion asks about, or a probe looked at.
struct SlotName: Hashable, Sendable {
  var owner: Int
  var subject: String
}
