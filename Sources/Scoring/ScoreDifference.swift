/// How a bound interval moved.
public enum Movement: String, Hashable, Sendable, Codable, CaseIterable {
  /// Surely up or down: the two do not even touch, or only at one end.
  case higher, lower
  /// More is known, or less.
  case narrower, wider
  /// Both bounds moved the same way, but the two still overlap.
  case upward, downward
  case same

  public init(_ before: Interval, _ after: Interval) {
    guard before != after else {
      self = .same
      return
    }
    if let top = before.high, let low = after.low, low >= top { self = .higher; return }
    if let bottom = before.low, let high = after.high, high <= bottom { self = .lower; return }
    if before.contains(after) { self = .narrower; return }
    if after.contains(before) { self = .wider; return }
    self = Movement.isUp(before, after) ? .upward : .downward
  }

  private static func isUp(_ before: Interval, _ after: Interval) -> Bool {
    guard let old = before.high else { return false }
    return after.high.map { $0 > old } ?? true
  }

  public var title: String { title(ofLoss: false) }

  /// The word for it; of a deduction, more is worse.
  public func title(ofLoss: Bool) -> String { Wording.title(of: self, isLoss: ofLoss) }
}

/// Why an indicator moved, as a fact; ``text`` has the sentence.
public enum DifferenceReason: Hashable, Sendable {
  case findingAppeared(String)
  case findingGone(String)
  /// Undecided before, decided now, or the other way round.
  case findingSettled(String)
  case findingReopened(String)
  case judgement(criterion: String, before: String?, after: String?)
  case rule(criterion: String, before: String?, after: String?)
  case marks(before: String, after: String)
  case state(before: IndicatorState, after: IndicatorState)
  case onlyBefore
  case onlyAfter
  case input(criterion: String, before: String, after: String)

  public var text: String { Wording.sentence(for: self) }

  /// Stable English id of the kind of reason.
  public var kind: String {
    switch self {
    case .findingAppeared: "findingAppeared"
    case .findingGone: "findingGone"
    case .findingSettled: "findingSettled"
    case .findingReopened: "findingReopened"
    case .judgement: "judgement"
    case .rule: "rule"
    case .marks: "marks"
    case .state: "state"
    case .onlyBefore: "onlyBefore"
    case .onlyAfter: "onlyAfter"
    case .input: "input"
    }
  }

  /// The finding it speaks of.
  public var finding: String? {
    switch self {
    case .findingAppeared(let id), .findingGone(let id), .findingSettled(let id),
      .findingReopened(let id):
      id
    default: nil
    }
  }
}

/// One unit scored twice: what moved, by how much, and why.
public struct ScoreDifference: Hashable, Sendable {
  public struct Row: Hashable, Sendable, Identifiable {
    public var id: String
    public var path: [String]
    public var before: Interval?
    public var after: Interval?
    /// How the number moved; see ``movementTitle`` for what that means.
    public var movement: Movement
    /// The number is a deduction.
    public var isLoss: Bool
    public var reasons: [DifferenceReason]

    public var movementTitle: String {
      if before == nil { return Wording.onlyAfter }
      return after == nil ? Wording.onlyBefore : movement.title(ofLoss: isLoss)
    }
  }

  public var unit: String
  public var before: Side
  public var after: Side
  public var movement: Movement
  /// Indicators that moved or whose grounds changed, in the order of the document.
  public var rows: [Row]
  /// What moved the result beside indicators: vetoes, readings.
  public var remarks: [String]

  public struct Side: Hashable, Sendable {
    public var scheme: String
    public var title: String
    public var result: Interval
    public var coverage: Rational
    public var resultTitle: String
    public var isLoss: Bool
    /// How the result comes about.
    public var arithmetic: [String]
  }

  public init(from old: Scorecard, to new: Scorecard) {
    unit = new.unit.isEmpty ? old.unit : new.unit
    before = Side(old)
    after = Side(new)
    movement = Movement(before.result, after.result)
    rows = DifferenceRows(old, new).rows
    remarks = Wording.remarks(from: old, to: new)
  }

  public var isEmpty: Bool { movement == .same && rows.isEmpty && remarks.isEmpty }
}

extension ScoreDifference.Side {
  init(_ card: Scorecard) {
    scheme = card.scheme
    title = card.title
    result = card.result ?? .zero
    coverage = card.coverage
    resultTitle = card.resultTitle
    isLoss = card.isLoss
    arithmetic = card.ending?.lines ?? []
  }
}

/// Sets the indicators of two sheets beside each other: by id, and where two schemes share no
/// ids, by name.
private struct DifferenceRows {
  private let old: [IndicatorRow]
  private let new: [IndicatorRow]

  init(_ old: Scorecard, _ new: Scorecard) {
    self.old = old.cards.flatMap(\.leaves)
    self.new = new.cards.flatMap(\.leaves)
  }

  var rows: [ScoreDifference.Row] {
    let byID = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(grouping: old, by: \.name)
    var met: Set<String> = []
    var rows = new.compactMap { row -> ScoreDifference.Row? in
      let named = names[row.name].flatMap { $0.count == 1 ? $0[0] : nil }
      let partner = byID[row.id] ?? named
      if let partner { met.insert(partner.id) }
      return compare(partner, row)
    }
    rows += old.filter { !met.contains($0.id) }.compactMap { compare($0, nil) }
    return rows
  }

  private func compare(_ before: IndicatorRow?, _ after: IndicatorRow?) -> ScoreDifference.Row? {
    guard let shown = after ?? before else { return nil }
    let movement: Movement =
      if let before, let after { Movement(before.score, after.score) } else { .same }
    let reasons = reasons(before, after)
    guard movement != .same || !reasons.isEmpty else { return nil }
    return ScoreDifference.Row(
      id: shown.id, path: shown.path, before: before?.score, after: after?.score,
      movement: movement, isLoss: shown.role == .major, reasons: reasons)
  }

  private func reasons(_ before: IndicatorRow?, _ after: IndicatorRow?) -> [DifferenceReason] {
    guard let before else { return [.onlyAfter] }
    guard let after else { return [.onlyBefore] }
    var reasons: [DifferenceReason] = []
    if before.marks != after.marks {
      reasons.append(.marks(before: before.marksText, after: after.marksText))
    }
    let isStated = before.state == .notApplicable || after.state == .notApplicable
    if isStated, before.state != after.state {
      reasons.append(.state(before: before.state, after: after.state))
    }
    return reasons + findings(before, after) + criteria(before, after)
  }

  private func findings(_ before: IndicatorRow, _ after: IndicatorRow) -> [DifferenceReason] {
    let (oldFaults, newFaults) = (Set(before.findings), Set(after.findings))
    let (oldOpen, newOpen) = (Set(before.undecided), Set(after.undecided))
    let all = oldFaults.union(newFaults).union(oldOpen).union(newOpen).sorted()
    return all.compactMap { id in
      let was = oldFaults.contains(id) ? 2 : oldOpen.contains(id) ? 1 : 0
      let now = newFaults.contains(id) ? 2 : newOpen.contains(id) ? 1 : 0
      switch (was, now) {
      case (0, 1), (0, 2): return .findingAppeared(id)
      case (1, 0), (2, 0): return .findingGone(id)
      case (1, 2): return .findingSettled(id)
      case (2, 1): return .findingReopened(id)
      default: return nil
      }
    }
  }

  private func criteria(_ before: IndicatorRow, _ after: IndicatorRow) -> [DifferenceReason] {
    let hasSameIDs = before.id == after.id
    let old = Dictionary(
      before.criteria.map { (hasSameIDs ? $0.id : $0.number, $0) }, uniquingKeysWith: { $1 })
    let new = Dictionary(
      after.criteria.map { (hasSameIDs ? $0.id : $0.number, $0) }, uniquingKeysWith: { $1 })
    let keys =
      after.criteria.map { hasSameIDs ? $0.id : $0.number }
      + before.criteria.map { hasSameIDs ? $0.id : $0.number }.filter { new[$0] == nil }
    return keys.flatMap { reasons($0, old[$0], new[$0]) }
  }

  private func reasons(
    _ id: String, _ old: CriterionRow?, _ new: CriterionRow?
  ) -> [DifferenceReason] {
    var reasons: [DifferenceReason] = []
    if old?.rule != new?.rule {
      reasons.append(.rule(criterion: id, before: old?.rule, after: new?.rule))
    }
    guard old?.input != new?.input else { return reasons }
    let people = [old, new].contains { $0?.source == .judgement }
    if people {
      let before = old?.source == .judgement ? old?.input : nil
      let after = new?.source == .judgement ? new?.input : nil
      reasons.append(.judgement(criterion: id, before: before, after: after))
    } else if let old, let new {
      reasons.append(.input(criterion: id, before: old.input, after: new.input))
    }
    return reasons
  }
}

extension CriterionRow {
  /// Its number within the indicator.
  fileprivate var number: String { String(id.split(separator: "#").last ?? "") }
}
