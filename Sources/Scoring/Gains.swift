/// What mending findings would bring back (改正后可挽回的分数), found by scoring again without them:
/// caps, shared caps and all-or-nothing rules make it no simple sum. What is undecided promises
/// nothing.
public struct Gains: Hashable, Sendable, Codable {
  public var scheme: String
  public var title: String
  public var unit: String
  /// The result as it stands.
  public var current: Interval
  /// Each group of findings by itself, most points first.
  public var rows: [Gain]
  /// The order in which mending brings most with each step.
  public var steps: [GainStep]
  /// Findings that are still undecided and therefore promise nothing.
  public var undecided: Int
}

/// One group of findings that is charged in the same place.
public struct Gain: Hashable, Sendable, Codable {
  public struct Place: Hashable, Sendable, Codable {
    public var scheme: String
    public var indicator: String
    public var path: [String]
  }

  /// Ids of the findings to mend.
  public var findings: [String]
  /// Indicators the group is charged under.
  public var places: [Place]
  /// By how much the best still possible result rises when only this group is mended.
  public var points: Rational
  /// By how much the result rises at the least, should everything undecided turn out badly.
  public var least: Rational
}

/// One step of mending, after the ones before it.
public struct GainStep: Hashable, Sendable, Codable {
  /// Indices of the rows mended in this step; several where only together they bring anything.
  public var rows: [Int]
  public var points: Rational
  /// All steps so far together.
  public var cumulative: Rational
  /// The result after this step.
  public var result: Interval
}

/// Finds the gains of one unit.
public struct GainSearch {
  private let rescoring: Rescoring
  private let current: Interval
  private var rows: [Gain]

  /// Nil when there is no total to gain anything in, as for a tally.
  public static func gains(
    of card: Scorecard, by rescoring: Rescoring
  ) throws(ScoringError) -> Gains? {
    guard let total = card.total, total.high != nil else { return nil }
    var search = GainSearch(rescoring: rescoring, current: total, rows: card.mendable)
    try search.measureEach()
    var gains = Gains(
      scheme: card.scheme, title: card.title, unit: card.unit, current: total, rows: search.rows,
      steps: try search.steps(), undecided: card.undecidedFindings.count)
    gains.dropUseless()
    return gains
  }

  private init(rescoring: Rescoring, current: Interval, rows: [Gain]) {
    (self.rescoring, self.current, self.rows) = (rescoring, current, rows)
  }

  private mutating func measureEach() throws(ScoringError) {
    for index in rows.indices {
      let after = try result(mending: [index])
      rows[index].points = try rise(current.high, after.high)
      rows[index].least = min(rows[index].points, try rise(current.low, after.low))
    }
    rows.sort { ($1.points, $0.order) < ($0.points, $1.order) }
  }

  private func result(mending indices: some Sequence<Int>) throws(ScoringError) -> Interval {
    var ids: Set<String> = []
    for index in indices { ids.formUnion(rows[index].findings) }
    return try rescoring.total(mended: ids) ?? current
  }

  private func rise(_ before: Rational?, _ after: Rational?) throws(ScoringError) -> Rational {
    guard let before, let after else { return .zero }
    return max(.zero, try after - before)
  }

  // MARK: the order

  private typealias Candidate = (rows: [Int], points: Rational)

  /// Takes what brings most, scores again, and so on, until nothing brings anything.
  private func steps() throws(ScoringError) -> [GainStep] {
    var (steps, mended, now) = ([GainStep](), [Int](), current)
    var known = rows.map(\.points)
    while let best = try best(known, mended, now) {
      mended += best.rows
      now = try result(mending: mended)
      steps.append(
        GainStep(
          rows: best.rows, points: best.points, cumulative: try rise(current.high, now.high),
          result: now))
      for index in rows.indices where isTouched(index, by: best.rows) && !mended.contains(index) {
        known[index] = try gain(of: [index], after: mended, now)
      }
    }
    return steps
  }

  private func gain(
    of indices: [Int], after mended: [Int], _ now: Interval
  ) throws(ScoringError) -> Rational {
    try rise(now.high, result(mending: mended + indices).high)
  }

  private func best(
    _ known: [Rational], _ mended: [Int], _ now: Interval
  ) throws(ScoringError) -> Candidate? {
    let left = rows.indices.filter { !mended.contains($0) }
    let single = left.max { (known[$0], $1) < (known[$1], $0) }
    if let single, known[single] > 0 { return ([single], known[single]) }
    // Alone none brings anything: one cap or one all-or-nothing rule may hold several.
    for together in bundles(left) {
      let points = try gain(of: together, after: mended, now)
      if points > 0 { return (together, points) }
    }
    return nil
  }

  /// The rows left that meet in one indicator, then all of them.
  private func bundles(_ left: [Int]) -> [[Int]] {
    let places = Set(left.flatMap { rows[$0].places.map(\.indicator) }).sorted()
    let meeting = places.map { place in
      left.filter { rows[$0].places.contains { $0.indicator == place } }
    }
    return (meeting + [left]).filter { $0.count > 1 }
  }

  private func isTouched(_ index: Int, by others: [Int]) -> Bool {
    if rescoring.isCoupled { return true }
    let places = Set(rows[index].places)
    return others.contains { !places.isDisjoint(with: rows[$0].places) }
  }
}

extension Gains {
  /// Leaves out rows that bring nothing, alone or together with others.
  fileprivate mutating func dropUseless() {
    let useful = Set(steps.flatMap(\.rows)).union(rows.indices.filter { rows[$0].points > 0 })
    let kept = rows.indices.filter(useful.contains)
    for index in steps.indices {
      steps[index].rows = steps[index].rows.compactMap(kept.firstIndex(of:)).sorted()
    }
    rows = kept.map { rows[$0] }
  }
}

extension Gain {
  fileprivate var order: String { (places.map(\.indicator) + findings).joined(separator: "\u{1f}") }
}

extension Scorecard {
  /// Findings that are charged somewhere, grouped by where; measured by nobody yet.
  fileprivate var mendable: [Gain] {
    var places: [String: [Gain.Place]] = [:]
    var keys: [String: [String]] = [:]
    for card in cards {
      for row in card.leaves where row.state != .notApplicable {
        let place = Gain.Place(scheme: card.scheme, indicator: row.id, path: row.path)
        for criterion in row.criteria where criterion.source == .machine {
          for finding in Set(criterion.findings) {
            keys[finding, default: []].append("\(card.scheme) \(criterion.id)")
            if places[finding]?.contains(place) != true {
              places[finding, default: []].append(place)
            }
          }
        }
      }
    }
    return Dictionary(grouping: keys.keys) { keys[$0] ?? [] }.values.map { findings in
      let sorted = findings.sorted()
      return Gain(findings: sorted, places: places[sorted[0]] ?? [], points: 0, least: 0)
    }
  }

  /// This sheet, or the ones a combination is made of.
  var cards: [Scorecard] { stages.isEmpty ? [self] : stages.compactMap(\.card) }

  fileprivate var undecidedFindings: Set<String> {
    Set(cards.flatMap(\.leaves).flatMap(\.undecided))
  }
}
