import AuditModel
public import Scoring

extension Scheme {
  /// The scheme as a person would read it: head, how the result is made, the tree with marks and
  /// rules, vetoes, grades, and the readings taken.
  public var textLines: [String] {
    var lines = [
      "\(title)（\(id)）", "出处：\(citation.description)",
      "印发：\(issuer)，\(year)年；适用：\(appliesTo)\(Wording.listed(units))",
    ]
    if !units.isEmpty { lines.append("单位：\(units.joined(separator: "、"))") }
    lines += Wording.making(self)
    for indicator in indicators { lines += indicator.textLines(depth: 0) }
    if !vetoes.isEmpty { lines.append("否决事项") }
    lines += vetoes.map { "  \($0.id)　\($0.text)　→ \($0.effectText(in: self))" }
    lines += grades.map { Wording.grade($0) }
    return lines + switchLines(switches, choices)
  }
}

extension Combination {
  /// How the stages are put together; each stage is a scheme with a text of its own.
  public var textLines: [String] {
    var lines = ["\(title)（\(id)）", "出处：\(citation.description)"]
    lines += stages.map { "  \($0.weight.shownAsPercent())　\($0.scheme.title)（\($0.scheme.id)）" }
    lines.append(bonusOnTotal ? "加分和扣分加在综合得分上" : "加分和扣分算在各自的环节里")
    if !units.isEmpty { lines.append("单位：\(units.joined(separator: "、"))") }
    lines += grades.map { Wording.grade($0) }
    return lines + switchLines(switches, choices)
  }
}

private func switchLines(_ switches: [Switch], _ choices: [String: String]) -> [String] {
  guard !switches.isEmpty else { return [] }
  return ["读法开关（可用 choices 改）"]
    + switches.map {
      "  \($0.id)（\($0.title)）：\($0.values.joined(separator: " / "))　现取 \(choices[$0.id] ?? "")"
    }
}

extension QuotaTask {
  /// `市级部门　市司法局　市级 80　省级 6`.
  public var textLine: String {
    "\(group)　\(unit)　市级 \(municipal.shown())　省级 \(provincial.shown())"
      + (remark.map { "　\($0)" } ?? "")
  }
}

extension Indicator {
  func textLines(depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let head = [
      isLeaf ? id : "", name, Wording.marks(self), Wording.role(role),
      isLeaf ? determination.title : "",
    ]
    var lines = [indent + head.filter { !$0.isEmpty }.joined(separator: "　")]
    for criterion in criteria {
      lines.append(
        "\(indent)  ·\(criterion.text)：\(criterion.ruleText(in: self))"
          + "［\(Wording.determined(criterion))］")
    }
    if let note { lines.append("\(indent)  读法：\(note)") }
    for child in children { lines += child.textLines(depth: depth + 1) }
    return lines
  }
}

/// One thing a person must judge.
public struct TemplateRow: Hashable, Sendable, Codable {
  public var criterion: String
  public var path: [String]
  public var text: String
  public var rule: String
  /// What may be entered.
  public var expected: String
  /// Probes that determine it wholly or in part; a judgement overrides them.
  public var probes: [String]
}

extension Scheme {
  /// A row per criterion, in the order of the document.
  public var templateRows: [TemplateRow] { indicators.flatMap { $0.templateRows(path: []) } }
}

extension Indicator {
  fileprivate func templateRows(path: [String]) -> [TemplateRow] {
    let path = path + [name]
    guard isLeaf else { return children.flatMap { $0.templateRows(path: path) } }
    return criteria.map {
      TemplateRow(
        criterion: $0.id, path: path, text: $0.text, rule: $0.ruleText(in: self),
        expected: $0.expectedText, probes: $0.feeds.map(\.probe))
    }
  }
}
