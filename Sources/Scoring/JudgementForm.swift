import AuditModel

/// What people are asked to fill in for one unit: a sheet for a scheme, or one for each stage of a
/// combination. Who writes it as a workbook and who reads it back share this description.
public struct JudgementForm: Hashable, Sendable {
  /// Id of the scheme or combination.
  public var scheme: String
  public var title: String
  public var unit: String
  public var isCombination: Bool
  public var sheets: [Sheet]

  public init(
    scheme: String, title: String, unit: String, isCombination: Bool, sheets: [Sheet]
  ) {
    self.scheme = scheme
    self.title = title
    self.unit = unit
    self.isCombination = isCombination
    self.sheets = sheets
  }

  public struct Sheet: Hashable, Sendable {
    /// Name of the tab.
    public var name: String
    /// Id of the scheme it belongs to.
    public var scheme: String
    public var title: String
    /// Changes whenever an id or a rule of the scheme does.
    public var version: String
    public var rows: [Row]
  }

  /// One thing a person must judge.
  public struct Row: Hashable, Sendable, Identifiable {
    /// Of a criterion, or of a veto.
    public var id: String
    public var path: String
    /// The rule in short own words.
    public var rule: String
    /// Document and line.
    public var source: String
    /// What may be written, in words.
    public var expected: String
    public var entry: Entry
    /// What may be written into a YAML file of judgements instead.
    public var written: String
    /// What probes found so far; empty when nothing.
    public var machine: String
  }

  /// What a cell can check while somebody types.
  public enum Entry: Hashable, Sendable {
    case flag, count, share
    case points(maximum: Rational?)
    /// A ratio, a converted score, paired conditions, a quota: several numbers in one text.
    case text
  }
}

/// The columns of a form, found again by their headings wherever they have been moved.
public enum FormColumn: String, Hashable, Sendable, CaseIterable {
  case id, path, rule, source, expected, machine
  case ownValue, ownNote, value, evidence, by, at, note
}

extension Scheme {
  /// The rows of a form, in the order of the document, vetoes last.
  ///
  /// - Parameters:
  ///   - all: also what probes decide wholly, so that a person may overrule them.
  ///   - machine: what probes found, by criterion; one of ``CriterionRow/Source/none`` needs a
  ///     person after all.
  public func formSheet(
    name: String, all: Bool = false, machine: [String: CriterionRow] = [:]
  ) -> JudgementForm.Sheet {
    let rows = indicators.flatMap { indicator in
      FormRows(scheme: self, all: all, machine: machine).rows(indicator, path: [])
    }
    return JudgementForm.Sheet(
      name: name, scheme: id, title: title, version: formVersion,
      rows: rows + vetoes.map { FormRows.row($0, of: self) })
  }

  /// Ids that a form of this scheme has in any case.
  public var formIDs: [String] { formSheet(name: "").rows.map(\.id) }

  /// 64-bit FNV-1a over ids and rules, as 16 hexadecimal digits.
  public var formVersion: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let parts = leaves.flatMap { leaf in
      leaf.criteria.flatMap { [$0.id, $0.ruleText(in: leaf), $0.expectedText] }
    }
    for byte in (parts + vetoes.map(\.id)).joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Makes the rows of one scheme's form.
private struct FormRows {
  let scheme: Scheme
  let all: Bool
  let machine: [String: CriterionRow]

  func rows(_ indicator: Indicator, path: [String]) -> [JudgementForm.Row] {
    let path = path + [indicator.name]
    guard indicator.isLeaf else { return indicator.children.flatMap { rows($0, path: path) } }
    return indicator.criteria.filter(needsPerson).map { row($0, of: indicator, path: path) }
  }

  private func needsPerson(_ criterion: Criterion) -> Bool {
    all || criterion.feeds.isEmpty || criterion.feeds.contains(where: \.isPartial)
      || machine[criterion.id]?.source == CriterionRow.Source.none
  }

  private func row(
    _ criterion: Criterion, of leaf: Indicator, path: [String]
  ) -> JudgementForm.Row {
    let seen = machine[criterion.id].flatMap { row in
      criterion.feeds.isEmpty ? nil : row.overridden ?? row.input
    }
    return JudgementForm.Row(
      id: criterion.id, path: path.joined(separator: " › "),
      rule: "\(criterion.text)：\(criterion.ruleText(in: leaf))",
      source: Wording.source(scheme.citation.description, line: leaf.line),
      expected: Wording.formEntry(criterion.rule), entry: criterion.rule.formEntry,
      written: criterion.expectedText, machine: seen ?? "")
  }

  static func row(_ veto: Veto, of scheme: Scheme) -> JudgementForm.Row {
    JudgementForm.Row(
      id: veto.id, path: Wording.vetoPath, rule: "\(veto.text)：\(veto.effectText(in: scheme))",
      source: Wording.source(scheme.citation.description, line: veto.line),
      expected: Wording.vetoEntry, entry: .flag, written: "", machine: "")
  }
}

extension Rule {
  fileprivate var formEntry: JudgementForm.Entry {
    switch self {
    case .fail(let fail): fail.need == nil ? .flag : .count
    case .step(let step): step.formEntry
    case .band(let band): band.isShare ? .share : .count
    case .ratio, .quota: .text
    case .judge(let judge): judge.formEntry
    }
  }
}

extension StepRule {
  fileprivate var formEntry: JudgementForm.Entry {
    switch count {
    case .once: .flag
    case .each, .shortfall, .wholeSteps: .count
    case .conditions: .text
    }
  }
}

extension JudgeRule {
  fileprivate var formEntry: JudgementForm.Entry {
    switch unit {
    case .rate: .share
    case .points(let maximum): .points(maximum: maximum)
    case .scaled: .text
    }
  }
}
