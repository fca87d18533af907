/// A scheme laid flat for scoring many units: indices instead of names, and whatever does not
/// depend on the unit computed once.
final class SchemePlan: Sendable {
  let scheme: Scheme
  /// The indicator tree, parents before children.
  let nodes: [NodePlan]
  let leaves: [LeafPlan]
  let criteria: [CriterionPlan]
  /// Leaves as the document has them, for words.
  let indicators: [Indicator]
  let leafOfID: [String: Int]
  let criterionOfID: [String: Int]
  let feeds: FeedIndex
  /// Full points of every leaf while all of them apply; nil when they cannot be computed.
  let marks: [Rational?]?
  /// What each leaf comes to while nothing is known, under ``marks``.
  let open: [LeafFigures?]
  /// Nothing known about any criterion.
  let unknown: [FactReading]

  convenience init(_ scheme: Scheme) {
    var builder = PlanBuilder(scheme)
    builder.addAll()
    let bare = SchemePlan(builder)
    let marks =
      scheme.form == .weights
      ? try? Allotment(bare, applies: Array(repeating: true, count: bare.leaves.count)).points
      : bare.indicators.map(\.marks)
    let open = bare.leaves.indices.map { leaf in
      marks.flatMap { marks in try? bare.openFigures(of: leaf, marks: marks[leaf]) }
    }
    self.init(builder, marks: marks, open: open)
  }

  private init(_ builder: PlanBuilder, marks: [Rational?]? = nil, open: [LeafFigures?] = []) {
    scheme = builder.scheme
    nodes = builder.nodes
    leaves = builder.leaves
    criteria = builder.criteria
    indicators = builder.indicators
    let ids = indicators.enumerated().map { ($1.id, $0) }
    leafOfID = Dictionary(ids, uniquingKeysWith: { $1 })
    let rules = indicators.flatMap(\.criteria)
    criterionOfID = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { $1 })
    feeds = FeedIndex(rules, scheme.vetoes)
    unknown = Array(repeating: .unknown, count: criteria.count)
    self.marks = marks
    self.open = open
  }

  /// The leaf a criterion belongs to.
  func leafOf(_ criterion: Int) -> Int {
    var (low, high) = (0, leaves.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if leaves[middle].criteria.lowerBound <= criterion { low = middle } else { high = middle }
    }
    return low
  }

  /// What a leaf comes to while nothing at all is known about it.
  func openFigures(of leaf: Int, marks: Rational?) throws(ScoringError) -> LeafFigures {
    var scratch = [Interval](repeating: .zero, count: criteria.count)
    return try figures(of: leaf, unknown, marks: marks, &scratch)
  }
}

/// A node of the tree: a leaf, or a group whose children follow it.
struct NodePlan: Sendable {
  /// The leaves below, or the leaf itself.
  var leaves: Range<Int>
  /// The index after the last node below.
  var end: Int
  var isLeaf: Bool
  var isPool: Bool
  var role: Role
  var weight: Rational?
}

/// A leaf without its words.
struct LeafPlan: Sendable {
  var node: Int
  var criteria: Range<Int>
  var role: Role
  var start: Indicator.Start
  var needsEvidence: Bool
  /// No floor at zero: by the reading taken, or because a group's pool has it.
  var mayGoNegative: Bool
  var hasBonus: Bool
  var hasMajor: Bool

  var startsFull: Bool { role == .base && start != .zero }

  func startPoints(_ marks: Rational?) -> Rational {
    guard role == .base else { return .zero }
    switch start {
    case .full: return marks ?? 0
    case .zero: return .zero
    case .points(let points): return points
    }
  }
}

/// A criterion without its words.
struct CriterionPlan: Sendable {
  var rule: Rule
  var role: Role
  /// −1 takes off, +1 earns, 0 is all or nothing.
  var sign: Int
  var cap: Rational?
  /// The criteria it shares a cap with, by their indices, itself among them; empty for none.
  var shared: [Int] = []
  var sharedCap: Rational?
  /// Stands for all that share its cap, or for itself.
  var isFirst = true

  /// Whether it is a term of the sum over one role.
  func isTerm(of role: Role) -> Bool { self.role == role && sign != 0 && isFirst }
}

/// Walks the tree once.
private struct PlanBuilder {
  let scheme: Scheme
  var nodes: [NodePlan] = []
  var leaves: [LeafPlan] = []
  var criteria: [CriterionPlan] = []
  var indicators: [Indicator] = []

  init(_ scheme: Scheme) { self.scheme = scheme }

  mutating func addAll() {
    for indicator in scheme.indicators { add(indicator, isPooled: false) }
  }

  private mutating func add(_ indicator: Indicator, isPooled: Bool) {
    let (node, first) = (nodes.count, leaves.count)
    nodes.append(
      NodePlan(
        leaves: first..<first, end: 0, isLeaf: indicator.isLeaf, isPool: indicator.isPool,
        role: indicator.isLeaf ? indicator.role : .base, weight: indicator.weight))
    if indicator.isLeaf {
      addLeaf(indicator, node, isPooled)
    } else {
      for child in indicator.children { add(child, isPooled: indicator.isPool) }
    }
    nodes[node].end = nodes.count
    nodes[node].leaves = first..<leaves.count
  }

  private mutating func addLeaf(_ leaf: Indicator, _ node: Int, _ isPooled: Bool) {
    let first = criteria.count
    let others = leaf.criteria.map(\.role)
    let plan = LeafPlan(
      node: node, criteria: first..<first + leaf.criteria.count, role: leaf.role,
      start: leaf.start, needsEvidence: leaf.needsEvidence,
      mayGoNegative: isPooled || (scheme.policy.spillsOverMarks && leaf.start != .zero),
      hasBonus: leaf.role != .bonus && others.contains(.bonus),
      hasMajor: leaf.role != .major && others.contains(.major))
    for criterion in leaf.criteria {
      var own = CriterionPlan(
        rule: criterion.rule, role: criterion.role,
        sign: criterion.rule.sign(startsFull: plan.startsFull), cap: criterion.cap)
      if let group = criterion.capGroup {
        own.shared = leaf.criteria.indices.filter {
          leaf.criteria[$0].capGroup == group && leaf.criteria[$0].role == criterion.role
        }.map { first + $0 }
        own.sharedCap = leaf.caps[group]
        let known = criteria
        own.isFirst = !own.shared.contains { $0 < known.count && known[$0].sign != 0 }
      }
      criteria.append(own)
    }
    leaves.append(plan)
    indicators.append(leaf)
  }
}
