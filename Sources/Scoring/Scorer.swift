/// Scores one unit after another under one scheme.
public struct Scorer: Sendable {
  let scheme: Scheme

  public init(_ scheme: Scheme) { self.scheme = scheme }

  /// The scorecard. Throws ``ScoringError/refused(entry:reason:)`` for a judgement that does not
  /// fit, and ``ScoringError/overflow`` when a total leaves the exact range.
  public func score(_ input: ScoreInput) throws(ScoringError) -> Scorecard {
    let book = try FactBook(scheme, input)
    var facts: [String: [ResolvedFact]] = [:]
    for leaf in scheme.leaves {
      var resolved: [ResolvedFact] = []
      for criterion in leaf.criteria { resolved.append(try book.fact(for: criterion, of: leaf)) }
      facts[leaf.id] = resolved
    }
    let marks = try marks(book, facts)
    var tree = TreeScore(
      scheme: scheme, book: book, facts: facts, marks: marks,
      lateEvidence: effect(of: book) { $0 == .lateEvidence })
    let rows = try tree.rows()
    return try Totals(scheme: scheme, book: book, rows: rows).card(unit: input.unit)
  }

  private func effect(of book: FactBook, _ matches: (Veto.Effect) -> Bool) -> Truth {
    scheme.vetoes.filter { $0.effects.contains(where: matches) }
      .reduce(Truth.no) { $0.or(book.happened($1)) }
  }

  /// Full points of every leaf that applies.
  private func marks(
    _ book: FactBook, _ facts: [String: [ResolvedFact]]
  ) throws(ScoringError) -> [String: Rational?] {
    guard scheme.form == .weights else {
      return Dictionary(scheme.leaves.map { ($0.id, $0.marks) }, uniquingKeysWith: { $1 })
    }
    let allotment = try Allotment(scheme) { leaf in
      !isNotApplicable(leaf, book, facts[leaf.id] ?? [], scheme.form)
    }
    return Dictionary(
      scheme.leaves.map { ($0.id, allotment.points[$0.id]) }, uniquingKeysWith: { $1 })
  }
}

/// Whether a leaf drops out: a person says so, or, in a tree of weights, the machine finds
/// nothing that applies. A row of deductions stays: what does not apply triggers nothing.
func isNotApplicable(
  _ leaf: Indicator, _ book: FactBook, _ facts: [ResolvedFact], _ form: Scheme.Form
) -> Bool {
  if let status = book.status(of: leaf) { return status.status == .notApplicable }
  return form == .weights && !facts.isEmpty
    && facts.allSatisfy { $0.source == .machine && $0.machine?.isNotApplicable == true }
}

/// Turns the indicator tree into rows, leaves first.
struct TreeScore {
  let scheme: Scheme
  let book: FactBook
  let facts: [String: [ResolvedFact]]
  let marks: [String: Rational?]
  let lateEvidence: Truth

  mutating func rows() throws(ScoringError) -> [IndicatorRow] {
    var rows: [IndicatorRow] = []
    for indicator in scheme.indicators {
      rows.append(try row(indicator, path: [], isPooled: false))
    }
    return rows
  }

  private func row(
    _ indicator: Indicator, path: [String], isPooled: Bool
  ) throws(ScoringError) -> IndicatorRow {
    let path = path + [indicator.name]
    guard !indicator.isLeaf else { return leafRow(indicator, path: path, isPooled: isPooled) }
    var children: [IndicatorRow] = []
    for child in indicator.children {
      children.append(try row(child, path: path, isPooled: indicator.isPool))
    }
    return try IndicatorRow(group: indicator, path: path, children: children)
  }

  private func leafRow(_ leaf: Indicator, path: [String], isPooled: Bool) -> IndicatorRow {
    let resolved = facts[leaf.id] ?? []
    let mayGoNegative = isPooled || (scheme.policy.spillsOverMarks && leaf.start != .zero)
    let leafFacts = LeafFacts(
      leaf: leaf, marks: marks[leaf.id] ?? nil, facts: resolved, mayGoNegative: mayGoNegative)
    guard !isNotApplicable(leaf, book, resolved, scheme.form) else {
      return IndicatorRow(dropped: leafFacts, path: path, status: book.status(of: leaf))
    }
    var score = leafFacts.score()
    if leaf.needsEvidence { score.apply(lateEvidence: lateEvidence) }
    return IndicatorRow(leafFacts, score, path: path, status: book.status(of: leaf))
  }
}

extension LeafScore {
  /// 逾期未报视为无相关工作内容: rows that rest on handed-in documents count nothing.
  fileprivate mutating func apply(lateEvidence: Truth) {
    guard lateEvidence != .no else { return }
    own = lateEvidence.apply(to: own)
    bonus = lateEvidence.apply(to: bonus)
    if lateEvidence == .yes {
      state = .determined
      explanation = Wording.lateEvidence
    } else if state == .determined, !isSingle {
      state = .partly
    }
  }
}
