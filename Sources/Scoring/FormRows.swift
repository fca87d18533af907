import AuditModel

extension Scheme {
  /// The rows of a form, every criterion in the order of the document, vetoes last: what a form
  /// leaves out could become points nobody checked.
  func formRows(_ sightings: [String: FormSighting] = [:]) -> [JudgementForm.Row] {
    indicators.flatMap { rows(of: $0, path: [], sightings) } + vetoes.map(row)
  }

  /// What may be written for each criterion and veto, by id; every form has all of them.
  public var formEntries: [String: String] {
    Dictionary(formRows().map { ($0.id, $0.expected) }, uniquingKeysWith: { first, _ in first })
  }

  /// 64-bit FNV-1a over ids and rules, as 16 hexadecimal digits.
  public var formVersion: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let parts = leaves.flatMap { leaf in
      leaf.criteria.flatMap { [$0.id, $0.ruleText(in: leaf), $0.expectedText] }
    }
    // The first part tells forms that list every criterion from earlier ones.
    let text = (["every criterion"] + parts + vetoes.map(\.id)).joined(separator: "\n")
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func rows(
    of indicator: Indicator, path: [String], _ sightings: [String: FormSighting]
  ) -> [JudgementForm.Row] {
    let path = path + [indicator.name]
    guard indicator.isLeaf else {
      return indicator.children.flatMap { rows(of: $0, path: path, sightings) }
    }
    return indicator.criteria.map { row($0, of: indicator, path: path, sightings[$0.id]) }
  }

  private func row(
    _ criterion: Criterion, of leaf: Indicator, path: [String], _ sighting: FormSighting?
  ) -> JudgementForm.Row {
    let isNeeded = leaf.criteria.count > 1 && criterion.mustBeMeasured(in: leaf)
    return JudgementForm.Row(
      id: criterion.id, path: path.joined(separator: " › "),
      rule: "\(criterion.text)：\(criterion.ruleText(in: leaf))",
      source: Wording.source(citation.description, line: leaf.line),
      expected: Wording.formEntry(criterion.rule) + (isNeeded ? Wording.neededEntry : ""),
      entry: criterion.rule.formEntry, written: criterion.expectedText,
      machine: sighting?.text ?? "", isLeftToProbes: sighting?.isAnswer ?? false)
  }

  private func row(_ veto: Veto) -> JudgementForm.Row {
    JudgementForm.Row(
      id: veto.id, path: Wording.vetoPath, rule: "\(veto.text)：\(veto.effectText(in: self))",
      source: Wording.source(citation.description, line: veto.line),
      expected: Wording.vetoEntry, entry: .event, written: "", machine: "",
      isLeftToProbes: false)
  }
}
