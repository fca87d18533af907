/// A leaf with everything that is known about it, for words.
struct LeafFacts {
  let plan: SchemePlan
  let index: Int
  var marks: Rational?
  var facts: [ResolvedFact]
  /// What it comes to by its rules alone.
  let figures: LeafFigures
  /// Points of each of its criteria, after caps.
  private let magnitudes: [Interval]
  private let isInError: Bool

  var leaf: Indicator { plan.indicators[index] }
  private var criteria: Range<Int> { plan.leaves[index].criteria }

  init(_ assessment: Assessment, leaf index: Int) {
    plan = assessment.plan
    self.index = index
    let book = assessment.book
    marks = assessment.nodes[plan.leaves[index].node].marks
    facts = plan.leaves[index].criteria.map { book.fact(for: $0) }
    var scratch = [Interval](repeating: .zero, count: plan.criteria.count)
    let known = try? plan.figures(of: index, book.readings, marks: marks, &scratch)
    isInError = known == nil
    figures =
      known ?? (try? plan.openFigures(of: index, marks: marks))
      ?? LeafFigures(own: Interval(low: 0, high: marks))
    if known == nil {
      _ = try? plan.figures(of: index, plan.unknown, marks: marks, &scratch)
    }
    magnitudes = Array(scratch[plan.leaves[index].criteria])
  }

  /// The line of arithmetic, for the state the leaf is in by its rules alone.
  func explanation(_ state: IndicatorState) -> String {
    if isInError { return Wording.ruleError(figures.own) }
    if state == .open { return Wording.open(figures.own) }
    return Wording.leaf(
      start: plan.leaves[index].startsFull ? plan.leaves[index].startPoints(marks) : nil,
      terms: terms, unclamped: figures.unclamped, score: figures.own, fails: figures.fails,
      bonus: figures.bonus, major: figures.major)
  }

  /// Each criterion's arithmetic, with its own cap.
  var arithmetic: [String] {
    criteria.map { criterion in
      let reading: FactReading =
        isInError ? .unknown : facts[criterion - criteria.lowerBound].reading
      let own = plan.criteria[criterion]
      let place = LeafPlace(
        marks: marks, startsFull: plan.leaves[index].startsFull, role: own.role)
      let magnitude = (try? own.rule.magnitude(reading, at: place)) ?? .zero
      let text = own.rule.arithmetic(reading, magnitude, at: place)
      guard let cap = own.cap, magnitude.clamped(ceiling: cap) != magnitude else { return text }
      return Wording.capped(text, cap)
    }
  }

  /// The terms of the sum in the leaf's own role.
  private var terms: [SignedTerm] {
    let texts = arithmetic
    let isSigned = plan.leaves[index].role == .base
    return criteria.filter { plan.criteria[$0].isTerm(of: plan.leaves[index].role) }.map {
      SignedTerm(isNegative: isSigned && plan.criteria[$0].sign < 0, text: term($0, texts))
    }
  }

  private func term(_ criterion: Int, _ texts: [String]) -> String {
    let own = plan.criteria[criterion]
    guard !own.shared.isEmpty else { return texts[criterion - criteria.lowerBound] }
    let parts = own.shared.map { texts[$0 - criteria.lowerBound] }
    let plain = parts.count == 1 ? parts[0] : "(\(parts.joined(separator: "+")))"
    let sum = own.shared.reduce(Optional(Interval.zero)) { sum, member in
      sum.flatMap { try? $0 + magnitudes[member - criteria.lowerBound] }
    }
    guard let cap = own.sharedCap, let sum, sum.clamped(ceiling: cap) != sum else { return plain }
    return Wording.capped(parts.joined(separator: "+"), cap)
  }
}

/// One term of the explaining line.
struct SignedTerm: Hashable {
  var isNegative: Bool
  var text: String
}
