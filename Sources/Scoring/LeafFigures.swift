/// What a leaf comes to, in numbers only.
struct LeafFigures: Hashable, Sendable {
  /// Points in the leaf's own role.
  var own: Interval
  var bonus: Interval = .zero
  var major: Interval = .zero
  /// Before the floor, the marks and the all-or-nothing rules.
  var unclamped: Interval = .zero
  var fails: Truth = .no

  var isSingle: Bool { own.value != nil && bonus.value != nil && major.value != nil }

  /// Open is an indicator of whose own points nothing is known; where those are settled, one of
  /// whose bonus and deductions nothing is.
  func isOpen(besides open: LeafFigures) -> Bool {
    guard own == open.own else { return false }
    return own.value == nil || (bonus == open.bonus && major == open.major)
  }
}

extension SchemePlan {
  /// Evaluates one leaf.
  /// - Parameters:
  ///   - readings: one per criterion of the scheme.
  ///   - magnitudes: room for one per criterion; those of the leaf are written, after caps.
  func figures(
    of leaf: Int, _ readings: [FactReading], marks: Rational?, _ magnitudes: inout [Interval]
  ) throws(ScoringError) -> LeafFigures {
    let plan = leaves[leaf]
    var fails = Truth.no
    for index in plan.criteria {
      let place = LeafPlace(
        marks: marks, startsFull: plan.startsFull, role: criteria[index].role)
      magnitudes[index] = try criteria[index].rule.magnitude(readings[index], at: place)
        .clamped(ceiling: criteria[index].cap)
      if let fired = criteria[index].rule.fires(readings[index]) { fails = fails.or(fired) }
    }
    let own = try total(plan.role, of: plan, magnitudes, signed: plan.role == .base)
    let unclamped = try Interval(plan.startPoints(marks)) + own
    let clamped = unclamped.clamped(floor: plan.mayGoNegative ? nil : 0, ceiling: marks)
    return LeafFigures(
      own: fails.apply(to: clamped),
      bonus: plan.hasBonus ? try total(.bonus, of: plan, magnitudes, signed: false) : .zero,
      major: plan.hasMajor ? try total(.major, of: plan, magnitudes, signed: false) : .zero,
      unclamped: unclamped, fails: fails)
  }

  /// The criteria of one role: those under a shared cap first summed and capped, then all added.
  private func total(
    _ role: Role, of leaf: LeafPlan, _ magnitudes: [Interval], signed: Bool
  ) throws(ScoringError) -> Interval {
    var sum = Interval.zero
    for index in leaf.criteria where criteria[index].isTerm(of: role) {
      let part = try term(index, magnitudes)
      sum = signed && criteria[index].sign < 0 ? try sum - part : try sum + part
    }
    return sum
  }

  /// A term's points: its own, or those of everything under its shared cap.
  func term(_ index: Int, _ magnitudes: [Interval]) throws(ScoringError) -> Interval {
    guard !criteria[index].shared.isEmpty else { return magnitudes[index] }
    var sum = Interval.zero
    for member in criteria[index].shared { sum = try sum + magnitudes[member] }
    return sum.clamped(ceiling: criteria[index].sharedCap)
  }
}

extension Truth {
  /// All-or-nothing: fires, does not, or may.
  func apply(to score: Interval) -> Interval {
    switch self {
    case .yes: .zero
    case .no: score
    case .unknown: score.joined(with: .zero)
    }
  }
}
