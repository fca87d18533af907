/// Points of 100 that each leaf of a weight tree is worth, once what does not apply has dropped
/// out and its siblings have been rescaled to what the group was worth.
struct Allotment {
  /// By leaf; nil for what drops out.
  private(set) var points: [Rational?]
  private let plan: SchemePlan
  private let applies: [Bool]

  private var normalises: Bool { plan.scheme.policy.normalisesWeights }

  init(_ plan: SchemePlan, applies: [Bool]) throws(ScoringError) {
    self.plan = plan
    self.applies = applies
    points = Array(repeating: nil, count: plan.leaves.count)
    try allot(100, among: 0..<plan.nodes.count)
  }

  private mutating func allot(
    _ whole: Rational, among nodes: Range<Int>
  ) throws(ScoringError) {
    let share = try share(among: nodes)
    var (weights, all, applying) = (Rational.zero, Rational.zero, Rational.zero)
    for sibling in plan.siblings(in: nodes) {
      let reachable = try reachable(sibling, share)
      weights = try weights + (plan.nodes[sibling].weight ?? share)
      all = try all + reachable
      if applies(sibling) { applying = try applying + reachable }
    }
    guard applying > 0 else { return }
    let factor = try whole * (all / applying) / (normalises ? weights : 1)
    for sibling in plan.siblings(in: nodes) where applies(sibling) {
      let points = try factor * (plan.nodes[sibling].weight ?? share)
      if plan.nodes[sibling].isLeaf {
        self.points[plan.nodes[sibling].leaves.lowerBound] = points
      } else {
        try allot(points, among: sibling + 1..<plan.nodes[sibling].end)
      }
    }
  }

  private func applies(_ node: Int) -> Bool { applies[plan.nodes[node].leaves].contains(true) }

  /// What a node without a printed weight is worth beside its siblings.
  private func share(among nodes: Range<Int>) throws(ScoringError) -> Rational {
    try Rational(1, over: Int128(max(1, plan.siblings(in: nodes).count)))
  }

  /// The part of its parent a node can reach. Where printed weights add up to less than 100 %,
  /// that is less than its weight; a node that drops out hands on no more than it could reach.
  private func reachable(_ node: Int, _ share: Rational) throws(ScoringError) -> Rational {
    let weight = plan.nodes[node].weight ?? share
    guard !normalises, !plan.nodes[node].isLeaf else { return weight }
    let children = node + 1..<plan.nodes[node].end
    let childShare = try self.share(among: children)
    var sum = Rational.zero
    for child in plan.siblings(in: children) { sum = try sum + reachable(child, childShare) }
    return try weight * sum
  }
}

extension SchemePlan {
  /// The topmost nodes of a stretch of the tree.
  func siblings(in stretch: Range<Int>) -> [Int] {
    var (found, next) = ([Int](), stretch.lowerBound)
    while next < stretch.upperBound {
      found.append(next)
      next = nodes[next].end
    }
    return found
  }
}
