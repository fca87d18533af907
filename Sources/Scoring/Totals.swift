/// The figures at the foot of the sheet: bonus, deductions, vetoes, conversion.
public struct Totals: Hashable, Sendable {
  /// Base points, before bonus and major deductions. Nil for a tally.
  public internal(set) var base: Interval?
  public internal(set) var bonus: Interval?
  public internal(set) var extraDeduction: Interval?
  public internal(set) var total: Interval?
  /// After the document's conversion to another maximum.
  public internal(set) var converted: Interval?
  /// Share of the marks that is determined, 0...1.
  public internal(set) var coverage: Rational = 0
  /// Marks in all, as the tree adds up.
  public internal(set) var marks: Rational = 0

  /// What the document's arithmetic ends in: the converted result where there is one.
  public var result: Interval? { converted ?? total }

  init(_ book: FactBook, nodes: [NodeFigures], sides: [Int: SideFigures]) throws(ScoringError) {
    let sums = try Sums(book: book, nodes: nodes, sides: sides)
    coverage = try sums.coverage()
    marks = sums.all
    guard book.plan.scheme.form != .tally else { return }
    let (ownBase, extra) = (try sums.base(), try sums.extra())
    let zeroed = book.happened { $0 == .zeroScheme }
    let base = zeroed.apply(to: ownBase)
    self.base = base
    bonus = zeroed.apply(to: try sums.bonus(base))
    extraDeduction = zeroed.apply(to: extra)
    // Under an uncertain zeroing veto everything goes together, never the parts apart.
    let total = zeroed.apply(to: try ownBase + (try sums.bonus(ownBase)) - extra)
    self.total = total
    converted = try sums.converted(total)
  }
}

/// Adds up the tree of one unit.
private struct Sums {
  let book: FactBook
  let nodes: [NodeFigures]
  let sides: [Int: SideFigures]
  /// Marks of all leaves, and of those that count.
  let all: Rational
  private let counted: Rational
  /// Nothing drops out.
  private let isWhole: Bool

  init(book: FactBook, nodes: [NodeFigures], sides: [Int: SideFigures]) throws(ScoringError) {
    (self.book, self.nodes, self.sides) = (book, nodes, sides)
    let renormalises = book.plan.scheme.policy.renormalisesUnassessed
    var (all, counted, isWhole) = (Rational.zero, Rational.zero, true)
    for leaf in book.plan.leaves {
      let state = nodes[leaf.node].state
      let counts = state != .notApplicable && !(renormalises && state == .open)
      if !counts { isWhole = false }
      guard leaf.role == .base, let marks = nodes[leaf.node].marks else { continue }
      all = try all + marks
      if counts { counted = try counted + marks }
    }
    (self.all, self.counted, self.isWhole) = (all, counted, isWhole)
  }

  private var plan: SchemePlan { book.plan }
  private var policy: Policy { book.plan.scheme.policy }

  /// Whether a leaf's points count, or it drops out and the rest is rescaled.
  private func counts(_ leaf: Int) -> Bool {
    let state = nodes[book.plan.leaves[leaf].node].state
    return state != .notApplicable && !(policy.renormalisesUnassessed && state == .open)
  }

  // MARK: base

  func base() throws(ScoringError) -> Interval {
    var points = Interval.zero
    for node in plan.siblings(in: 0..<nodes.count) where plan.nodes[node].role == .base {
      points = try points + self.points(of: node)
    }
    guard counted != all else { return points }
    guard counted > 0 else { return Interval(low: 0, high: all) }
    return try points * (all / counted)
  }

  /// A group's own score already holds its pool; it is taken apart only when parts drop out.
  private func points(of node: Int) throws(ScoringError) -> Interval {
    let isComplete =
      isWhole
      || book.plan.nodes[node].leaves.allSatisfy { leaf in
        counts(leaf) || nodes[book.plan.leaves[leaf].node].state == .notApplicable
          || book.plan.leaves[leaf].role != .base
      }
    if isComplete { return nodes[node].state == .notApplicable ? .zero : nodes[node].score }
    guard !plan.nodes[node].isLeaf else {
      return counts(plan.nodes[node].leaves.lowerBound) ? nodes[node].score : .zero
    }
    var points = Interval.zero
    for child in plan.siblings(in: node + 1..<plan.nodes[node].end)
    where plan.nodes[child].role == .base {
      points = try points + self.points(of: child)
    }
    return points
  }

  /// The share of the marks that is determined.
  func coverage() throws(ScoringError) -> Rational {
    var (open, applying) = (Rational.zero, isWhole ? all : .zero)
    for leaf in book.plan.leaves where leaf.role == .base {
      guard nodes[leaf.node].state != .notApplicable else { continue }
      let marks = nodes[leaf.node].marks ?? 0
      if !isWhole { applying = try applying + marks }
      if nodes[leaf.node].state != .determined || nodes[leaf.node].score.value == nil {
        open = try open + min(marks, nodes[leaf.node].score.width() ?? marks)
      }
    }
    guard applying > 0 else {
      return book.plan.leaves.allSatisfy { nodes[$0.node].score.value != nil } ? 1 : 0
    }
    return try 1 - open / applying
  }

  // MARK: bonus and deductions

  func bonus(_ base: Interval) throws(ScoringError) -> Interval {
    var bonus = Interval.zero
    for (index, leaf) in book.plan.leaves.enumerated() where leaf.role == .bonus || leaf.hasBonus {
      guard nodes[leaf.node].state != .notApplicable else { continue }
      if leaf.role == .bonus { bonus = try bonus + nodes[leaf.node].score }
      if let side = sides[index] { bonus = try bonus + side.bonus }
    }
    if let limit = policy.bonusAbove { bonus = gated(bonus, base, above: limit) }
    return book.happened { $0 == .noBonus }.apply(to: bonus)
  }

  private func gated(_ bonus: Interval, _ base: Interval, above limit: Rational) -> Interval {
    if let low = base.low, low > limit { return bonus }
    if let high = base.high, high <= limit { return .zero }
    return bonus.joined(with: .zero)
  }

  func extra() throws(ScoringError) -> Interval {
    var extra = Interval.zero
    for (index, leaf) in book.plan.leaves.enumerated() where leaf.role == .major || leaf.hasMajor {
      guard nodes[leaf.node].state != .notApplicable else { continue }
      if leaf.role == .major { extra = try extra + nodes[leaf.node].score }
      if let side = sides[index] { extra = try extra + side.major }
    }
    for (index, veto) in plan.scheme.vetoes.enumerated() {
      for case .subtract(let points) in veto.effects {
        extra = try extra + possibly(book.happened(index), points)
      }
    }
    return extra
  }

  private func possibly(_ truth: Truth, _ points: Rational) -> Interval {
    Interval(low: truth == .yes ? points : 0, high: truth == .no ? 0 : points)
  }

  // MARK: conversion

  func converted(_ total: Interval) throws(ScoringError) -> Interval? {
    guard let conversion = plan.scheme.conversion else { return nil }
    let subject = conversion.ofLoss ? try Interval(conversion.outOf) - total : total
    let plain = try subject * (conversion.points / conversion.outOf)
    let outer = plan.scheme.vetoes.flatMap(\.effects).compactMap { effect in
      if case .outer(let points, let adds) = effect { (points: points, adds: adds) } else { nil }
    }.first
    guard let outer else { return plain }
    let with = outer.adds ? try plain + Interval(outer.points) : Interval(outer.points)
    switch book.happened({ if case .outer = $0 { true } else { false } }) {
    case .yes: return with
    case .no: return plain
    case .unknown: return plain.joined(with: with)
    }
  }
}
