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
    lines += Wording.making(self)
    for indicator in indicators { lines += indicator.textLines(depth: 0) }
    if !vetoes.isEmpty { lines.append("否决事项") }
    lines += vetoes.map { "  \($0.id)　\($0.text)　→ \($0.effectText(in: self))" }
    lines += grades.map { Wording.grade($0) }
    if !switches.isEmpty { lines.append("读法开关（可用 choices 改）") }
    lines += switches.map {
      "  \($0.id)（\($0.title)）：\($0.values.joined(separator: " / "))　现取 \(choices[$0.id] ?? "")"
    }
    return lines
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
