/// What a unit says of itself (自评) beside what the assessors say (考评), indicator by indicator.
/// The two are scored apart; only here do they stand side by side.
public struct ScoreComparison: Hashable, Sendable, Codable {
  public struct Row: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var path: [String]
    public var marks: Rational?
    /// Nil: not applicable, not part of that scorecard, or nothing said of it.
    public var own: Interval?
    public var given: Interval?
    /// 考评 less 自评.
    public var difference: Interval?

    /// The unit has said nothing of it: there is nothing to compare.
    public var isOwnMissing = false

    public var isDifferent: Bool { !isOwnMissing && own != given }
  }

  public var unit: String
  public var scheme: String
  public var title: String
  /// Leaf indicators in the order of the document, those of a combination stage by stage.
  public var rows: [Row]
  /// The final results; nil for a tally, which has none.
  public var total: Row?

  public init(own: Scorecard, given: Scorecard) throws(ScoringError) {
    (unit, scheme, title) = (given.unit, given.scheme, given.title)
    let (mine, theirs) = (ScoreComparison.leaves(own), ScoreComparison.leaves(given))
    let known = Dictionary(mine.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rows = []
    for row in theirs {
      let own = known[row.id]
      let isMissing = own.map(\.isUnsaid) ?? false
      var compared = try Row(
        id: row.id, path: row.path, marks: row.marks,
        own: isMissing ? nil : try own?.comparedPoints(), given: try row.comparedPoints())
      compared.isOwnMissing = isMissing
      rows.append(compared)
    }
    for row in mine where !theirs.contains(where: { $0.id == row.id }) {
      rows.append(
        try Row(
          id: row.id, path: row.path, marks: row.marks, own: try row.comparedPoints(),
          given: nil))
    }
    total =
      own.result == nil && given.result == nil
      ? nil
      : try Row(
        id: given.scheme, path: [given.title], marks: given.marks, own: own.result,
        given: given.result)
  }

  private static func leaves(_ card: Scorecard) -> [IndicatorRow] {
    card.leaves + card.stages.flatMap { $0.card.map(leaves) ?? [] }
  }
}

extension ScoreComparison.Row {
  fileprivate init(
    id: String, path: [String], marks: Rational?, own: Interval?, given: Interval?
  ) throws(ScoringError) {
    (self.id, self.path, self.marks) = (id, path, marks)
    (self.own, self.given) = (own, given)
    if let own, let given { difference = try given - own }
  }

  public var ownText: String { isOwnMissing ? Wording.ownMissing : own?.text ?? "—" }
  public var givenText: String { given?.text ?? "—" }
  /// `-1.5`, `+2`, `0`, or a range while something is open.
  public var differenceText: String {
    guard let difference else { return "—" }
    return difference.value.map { $0 > 0 ? "+\($0.shown())" : $0.shown() } ?? difference.text
  }
}

extension IndicatorRow {
  /// Nobody has judged or assumed anything about it.
  fileprivate var isUnsaid: Bool {
    state != .notApplicable && criteria.allSatisfy { $0.source == .none }
  }

  /// Everything the indicator moves; nil when it does not apply.
  fileprivate func comparedPoints() throws(ScoringError) -> Interval? {
    guard state != .notApplicable else { return nil }
    var points = score
    if let bonus { points = try points + bonus }
    if let major { points = try points - major }
    return points
  }
}
