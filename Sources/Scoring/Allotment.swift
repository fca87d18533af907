/// Points of 100 that each leaf of a weight tree is worth, once what does not apply has dropped
/// out and its siblings have been rescaled to what the group was worth.
struct Allotment {
  private(set) var points: [String: Rational] = [:]
  private let normalises: Bool
  private let applies: (Indicator) -> Bool

  init(
    _ scheme: Scheme, applies: @escaping (Indicator) -> Bool
  ) throws(ScoringError) {
    normalises = scheme.policy.normalisesWeights
    self.applies = applies
    try allot(100, among: scheme.indicators)
  }

  private mutating func allot(
    _ whole: Rational, among siblings: [Indicator]
  ) throws(ScoringError) {
    let share = try Rational(1, over: Int128(max(1, siblings.count)))
    var (weights, all, applying) = (Rational.zero, Rational.zero, Rational.zero)
    for sibling in siblings {
      let reachable = try reachable(sibling, share)
      weights = try weights + (sibling.weight ?? share)
      all = try all + reachable
      if sibling.leaves.contains(where: applies) { applying = try applying + reachable }
    }
    guard applying > 0 else { return }
    let factor = try whole * (all / applying) / (normalises ? weights : 1)
    for sibling in siblings where sibling.leaves.contains(where: applies) {
      let points = try factor * (sibling.weight ?? share)
      if sibling.isLeaf {
        self.points[sibling.id] = points
      } else {
        try allot(points, among: sibling.children)
      }
    }
  }

  /// The part of its parent a node can reach. Where printed weights add up to less than 100 %,
  /// that is less than its weight; a node that drops out hands on no more than it could reach.
  private func reachable(
    _ node: Indicator, _ share: Rational
  ) throws(ScoringError) -> Rational {
    let weight = node.weight ?? share
    guard !normalises, !node.isLeaf else { return weight }
    let childShare = try Rational(1, over: Int128(max(1, node.children.count)))
    var sum = Rational.zero
    for child in node.children { sum = try sum + reachable(child, childShare) }
    return try weight * sum
  }
}
