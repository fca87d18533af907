extension Criterion {
  /// The rule as a person would read it: `每项扣1分，最多4分`.
  public func ruleText(in leaf: Indicator) -> String { Wording.rule(self, of: leaf) }

  /// What a person may enter, in words.
  public var expectedText: String { Wording.expected(rule) }
}

extension Scorecard {
  /// The scorecard as text: one block per indicator with clause, inputs, arithmetic, findings and
  /// judgements.
  public var explanationLines: [String] {
    var lines = ["\(title)　\(unit)", Wording.summary(self)]
    for row in leaves {
      lines.append("")
      lines += row.explanationLines
    }
    for stage in stages {
      lines += ["", "\(stage.scheme)：\(stage.explanation)"]
      lines += stage.card?.explanationLines ?? []
    }
    return lines
  }
}

extension IndicatorRow {
  /// This indicator's block of the explanation.
  public var explanationLines: [String] {
    var lines = ["\(id)　\(pathText)　［\(marksText)分，\(stateText)］"]
    for criterion in criteria {
      lines.append("  ·\(criterion.text)（\(criterion.rule)）")
      lines.append("    \(criterion.input)" + (criterion.overridden.map { "；被人工评定替代：\($0)" } ?? ""))
    }
    lines.append("  \(explanation)")
    if !findings.isEmpty { lines.append("  问题：\(findings.joined(separator: "、"))") }
    if !undecided.isEmpty { lines.append("  待定：\(undecided.joined(separator: "、"))") }
    lines += judgements.map { "  评定：\(Wording.note($0))" }
    return lines
  }
}
