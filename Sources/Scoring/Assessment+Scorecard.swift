import AuditModel

extension Assessment {
  /// The whole sheet with its explanation.
  public var scorecard: Scorecard {
    let scheme = plan.scheme
    var next = 0
    var leaf = 0
    let rows = scheme.indicators.map { row($0, path: [], &next, &leaf) }
    let leaves = rows.flatMap(\.leaves)
    return Scorecard(
      scheme: scheme.id, title: scheme.title, document: scheme.citation.description, unit: unit,
      choices: scheme.choices, base: totals.base, bonus: totals.bonus,
      extraDeduction: totals.extraDeduction, total: totals.total, converted: totals.converted,
      tallies: scheme.form == .tally
        ? leaves.filter { $0.role == .tally }.map { .init(name: $0.name, points: $0.score) } : [],
      coverage: totals.coverage, marks: totals.marks, rows: rows, vetoes: vetoRows, bars: bars,
      grades: scheme.grades.map(grade), stages: [], ending: ending)
  }

  /// Rows that rest on documents count nothing, because those came too late.
  var isEvidenceLate: Bool { book.happened { $0 == .lateEvidence } == .yes }

  private func row(
    _ indicator: Indicator, path: [String], _ node: inout Int, _ leaf: inout Int
  ) -> IndicatorRow {
    let path = path + [indicator.name]
    let own = node
    node += 1
    guard !indicator.isLeaf else {
      defer { leaf += 1 }
      return IndicatorRow(LeafFacts(self, leaf: leaf), of: self, path: path)
    }
    let children = indicator.children.map { row($0, path: path, &node, &leaf) }
    return IndicatorRow(indicator, nodes[own], path: path, children: children)
  }

  private var bars: [String] {
    var bars: [String] = []
    for (index, veto) in plan.scheme.vetoes.enumerated() where book.happened(index) == .yes {
      for case .bar(let grade) in veto.effects where !bars.contains(grade) { bars.append(grade) }
    }
    return bars
  }

  private func grade(_ grade: Grade) -> GradeRow {
    let barred = book.happened { $0 == .bar(grade: grade.name) }
    return GradeRow(grade, result: totals.result, isBarred: barred)
  }

  private var vetoRows: [VetoRow] {
    plan.scheme.vetoes.enumerated().map { index, veto in
      VetoRow(
        id: veto.id, text: veto.text, effect: Wording.effects(veto.effects, plan.scheme.grades),
        state: book.happened(index), candidates: book.candidates(for: index))
    }
  }
}
