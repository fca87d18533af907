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
    var (all, applying) = (Rational.zero, Rational.zero)
    for sibling in siblings {
      let weight = sibling.weight ?? share
      all = try all + weight
      if sibling.leaves.contains(where: applies) { applying = try applying + weight }
    }
    guard applying > 0 else { return }
    let factor = try (normalises ? whole : whole * all) / applying
    for sibling in siblings where sibling.leaves.contains(where: applies) {
      let points = try factor * (sibling.weight ?? share)
      if sibling.isLeaf {
        self.points[sibling.id] = points
      } else {
        try allot(points, among: sibling.children)
      }
    }
  }
}
