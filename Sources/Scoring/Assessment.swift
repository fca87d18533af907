/// What one unit came to, in numbers: quick to make, for thousands of units at once. Words are
/// made only when ``scorecard()`` asks for them.
public struct Assessment: Sendable {
  public var unit: String { book.input.unit }
  public private(set) var totals: Totals
  let book: FactBook
  /// By node of the tree.
  let nodes: [NodeFigures]
  /// Bonus and major deductions of the leaves that have such criteria.
  let sides: [Int: SideFigures]

  var plan: SchemePlan { book.plan }

  init(_ book: FactBook) throws(ScoringError) {
    self.book = book
    var tree = try TreeFigures(book)
    try tree.fill()
    nodes = tree.nodes
    sides = tree.sides
    totals = try Totals(book, nodes: tree.nodes, sides: tree.sides)
  }

  /// The points of each indicator without children, in the order of the document.
  public var indicatorScores: [Interval] { plan.leaves.map { nodes[$0.node].score } }
}

/// One node of the tree, in numbers.
struct NodeFigures: Sendable {
  var score: Interval = .zero
  var marks: Rational?
  var state: IndicatorState = .open
}

/// What a leaf's criteria of other roles come to.
struct SideFigures: Sendable {
  var bonus: Interval
  var major: Interval
}

/// Evaluates the tree, leaves first.
struct TreeFigures {
  let book: FactBook
  private(set) var nodes: [NodeFigures]
  private(set) var sides: [Int: SideFigures] = [:]
  private let marks: [Rational?]
  private let dropped: [Bool]
  private let lateEvidence: Truth
  private var magnitudes: [Interval]

  private var plan: SchemePlan { book.plan }

  init(_ book: FactBook) throws(ScoringError) {
    self.book = book
    nodes = Array(repeating: NodeFigures(), count: book.plan.nodes.count)
    magnitudes = Array(repeating: .zero, count: book.plan.criteria.count)
    lateEvidence = book.happened { $0 == .lateEvidence }
    let out = book.plan.leaves.indices.map { book.isNotApplicable($0) }
    dropped = out
    marks = try TreeFigures.marks(book, dropped: out)
  }

  /// Full points of every leaf that applies.
  private static func marks(
    _ book: FactBook, dropped: [Bool]
  ) throws(ScoringError) -> [Rational?] {
    let plan = book.plan
    guard plan.scheme.form == .weights else { return plan.marks ?? [] }
    let applies = dropped.map { !$0 }
    if let marks = plan.marks, !applies.contains(false) { return marks }
    return try Allotment(plan, applies: applies).points
  }

  mutating func fill() throws(ScoringError) {
    for node in book.plan.nodes.indices.reversed() {
      if book.plan.nodes[node].isLeaf {
        fillLeaf(node, book.plan.nodes[node].leaves.lowerBound)
      } else {
        try fillGroup(node)
      }
    }
  }

  /// A fault of a rule leaves the whole range open and says so; it never moves a point.
  private mutating func fillLeaf(_ node: Int, _ leaf: Int) {
    nodes[node].marks = marks[leaf]
    guard !dropped[leaf] else { return nodes[node].state = .notApplicable }
    var (figures, state) = evaluated(leaf)
    if lateEvidence != .no, book.plan.leaves[leaf].needsEvidence {
      applyLateEvidence(&figures, &state)
    }
    if book.plan.leaves[leaf].hasBonus || book.plan.leaves[leaf].hasMajor {
      sides[leaf] = SideFigures(bonus: figures.bonus, major: figures.major)
    }
    nodes[node].state = state
    nodes[node].score = figures.own
  }

  private mutating func evaluated(_ leaf: Int) -> (LeafFigures, IndicatorState) {
    let criteria = book.plan.leaves[leaf].criteria
    if criteria.allSatisfy({ book.readings[$0].isUnknown }), let open = open(leaf) {
      return (open, open.isSingle ? .determined : .open)
    }
    guard
      let figures = try? book.plan.figures(
        of: leaf, book.readings, marks: marks[leaf], &magnitudes)
    else { return (open(leaf) ?? fallback(leaf), .error) }
    if figures.isSingle { return (figures, .determined) }
    return (figures, figures.isOpen(besides: open(leaf) ?? fallback(leaf)) ? .open : .partly)
  }

  private func open(_ leaf: Int) -> LeafFigures? {
    if let all = book.plan.marks, all[leaf] == marks[leaf] { return book.plan.open[leaf] }
    return try? book.plan.openFigures(of: leaf, marks: marks[leaf])
  }

  private func fallback(_ leaf: Int) -> LeafFigures {
    LeafFigures(own: Interval(low: 0, high: marks[leaf]))
  }

  /// 逾期未报视为无相关工作内容: rows that rest on handed-in documents count nothing.
  private func applyLateEvidence(_ figures: inout LeafFigures, _ state: inout IndicatorState) {
    figures.own = lateEvidence.apply(to: figures.own)
    figures.bonus = lateEvidence.apply(to: figures.bonus)
    if lateEvidence == .yes {
      state = .determined
    } else if state == .determined, !figures.isSingle {
      state = .partly
    }
  }

  /// A group: its children added up, or clamped as one pool.
  private mutating func fillGroup(_ node: Int) throws(ScoringError) {
    var (sum, full) = (Interval.zero, Rational.zero)
    var (counted, all) = (StateMerge(), StateMerge())
    var child = node + 1
    while child < book.plan.nodes[node].end {
      all.add(nodes[child].state)
      if book.plan.nodes[child].role == .base, nodes[child].state != .notApplicable {
        counted.add(nodes[child].state)
        sum = try sum + nodes[child].score
        full = try full + (nodes[child].marks ?? 0)
      }
      child = book.plan.nodes[child].end
    }
    let isPool = book.plan.nodes[node].isPool
    nodes[node].score = isPool ? sum.clamped(floor: 0, ceiling: full) : sum
    nodes[node].marks = full
    nodes[node].state = counted.isEmpty ? all.merged : counted.merged
  }
}

/// The states of siblings as one.
struct StateMerge {
  private var first: IndicatorState?
  private var isMixed = false
  private var hasError = false
  private(set) var isEmpty = true

  mutating func add(_ state: IndicatorState) {
    isEmpty = false
    guard state != .notApplicable else { return }
    if state == .error { hasError = true }
    if let first, first != state { isMixed = true }
    first = first ?? state
  }

  var merged: IndicatorState {
    guard let first else { return isEmpty ? .determined : .notApplicable }
    if hasError { return .error }
    return isMixed ? .partly : first
  }
}
