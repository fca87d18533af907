/// Units in the order of their results (排名). Equal results share a rank; a unit whose result is
/// still open takes no rank and never stands above a determined one.
public struct Ranking: Hashable, Sendable, Codable {
  public struct Entry: Hashable, Sendable {
    /// A stable id.
    public var unit: String
    public var name: String
    public var result: Interval
    /// Looking stopped early, so that even a single number is not final.
    public var isPartial: Bool
    /// The result is what is taken off elsewhere: the lowest comes first.
    public var isLoss: Bool

    public init(
      unit: String, name: String, result: Interval, isPartial: Bool = false, isLoss: Bool = false
    ) {
      self.unit = unit
      self.name = name
      self.result = result
      self.isPartial = isPartial
      self.isLoss = isLoss
    }

    /// The higher, the better.
    fileprivate var order: Interval { isLoss ? result.negated : result }
  }

  public struct Row: Hashable, Sendable, Codable {
    public var unit: String
    public var name: String
    public var result: Interval
    /// Among the determined units; nil while the result is open.
    public var rank: Int?
    public var isTied: Bool
    /// The best and the worst rank among all units that is still possible.
    public var best: Int
    public var worst: Int
  }

  /// By rank, then by name.
  public var determined: [Row]
  /// By name: what is open is not compared.
  public var open: [Row]

  public init(_ entries: [Entry]) {
    let places = Places(entries.map(\.order))
    let rows = entries.map { entry in
      Row(
        unit: entry.unit, name: entry.name, result: entry.result, rank: nil, isTied: false,
        best: places.best(entry.order), worst: places.worst(entry.order))
    }
    let isFinal = entries.map { $0.result.value != nil && !$0.isPartial }
    open = zip(rows, isFinal).filter { !$1 }.map { $0.0 }.sorted { $0.order < $1.order }
    determined = Ranking.ranked(
      zip(rows, isFinal).filter { $1 }.map { $0.0 }, isLoss: entries.contains(where: \.isLoss))
  }

  private static func ranked(_ rows: [Row], isLoss: Bool) -> [Row] {
    var sorted = rows.sorted { left, right in
      let (first, second) = (left.result.value ?? 0, right.result.value ?? 0)
      return first == second ? left.order < right.order : (first > second) != isLoss
    }
    for index in sorted.indices {
      let isSame = { (other: Int) in
        sorted.indices.contains(other) && sorted[other].result == sorted[index].result
      }
      sorted[index].isTied = isSame(index - 1) || isSame(index + 1)
      sorted[index].rank = isSame(index - 1) ? sorted[index - 1].rank : index + 1
    }
    return sorted
  }
}

extension Ranking.Row {
  fileprivate var order: String { "\(name)\u{1f}\(unit)" }

  /// `3`, `并列 3`, or `—`.
  public var rankText: String { Wording.rank(rank, isTied: isTied) }

  /// `2～5`, or one number when only one is possible.
  public var rangeText: String { best == worst ? "\(best)" : "\(best)～\(worst)" }
}

extension Ranking {
  /// A unit with everything it was scored under.
  public struct Scored: Sendable {
    public var unit: String
    public var name: String
    public var cards: [Scorecard]
    public var isPartial: Bool

    public init(unit: String, name: String, cards: [Scorecard], isPartial: Bool) {
      self.unit = unit
      self.name = name
      self.cards = cards
      self.isPartial = isPartial
    }
  }

  /// A ranking for every scheme that gives a total, the stages of combinations included.
  public static func byScheme(_ units: [Scored]) -> [String: Ranking] {
    var entries: [String: [Entry]] = [:]
    var seen: Set<[String]> = []
    // A unit's own sheet goes before the same scheme as a part of a combination.
    let own = units.flatMap { unit in unit.cards.compactMap { card in (unit, card.scored) } }
    let staged = units.flatMap { unit in
      unit.cards.flatMap(\.stages).map { stage in (unit, stage.scored) }
    }
    for case (let unit, let scored?) in own + staged
    where seen.insert([scored.scheme, unit.unit]).inserted {
      entries[scored.scheme, default: []].append(
        Entry(
          unit: unit.unit, name: unit.name, result: scored.result, isPartial: unit.isPartial,
          isLoss: scored.isLoss))
    }
    return entries.mapValues(Ranking.init)
  }
}

/// What a unit came to under a scheme.
private typealias Outcome = (scheme: String, result: Interval, isLoss: Bool)

extension Scorecard {
  fileprivate var scored: Outcome? { result.map { (scheme, $0, isLoss) } }
}

extension Scorecard.StageRow {
  /// The stage's own result, also where only its score was handed in.
  fileprivate var scored: Outcome? {
    if let card { return card.scored }
    guard let points = contribution.value, weight > 0, let score = try? points / weight else {
      return nil
    }
    return (scheme, Interval(score), false)
  }
}

/// The bounds of all results, sorted, so that a city's thousands of units are placed quickly.
private struct Places {
  /// Missing bounds are counted apart: they are below or above everything.
  private let lows: [Rational]
  private let highs: [Rational]
  private let unboundedHighs: Int

  init(_ results: [Interval]) {
    lows = results.compactMap(\.low).sorted()
    highs = results.compactMap(\.high).sorted()
    unboundedHighs = results.count - highs.count
  }

  /// One more than the units that surely end above.
  func best(_ result: Interval) -> Int {
    guard let high = result.high else { return 1 }
    return 1 + count(lows, above: high)
  }

  /// One more than the units that may end above, itself left out.
  func worst(_ result: Interval) -> Int {
    guard let low = result.low else { return highs.count + unboundedHighs }
    let isOwn = result.high.map { $0 > low } ?? true
    return 1 + count(highs, above: low) + unboundedHighs - (isOwn ? 1 : 0)
  }

  private func count(_ sorted: [Rational], above limit: Rational) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] > limit { high = middle } else { low = middle + 1 }
    }
    return sorted.count - low
  }
}
