import AuditModel

/// What people are asked to fill in for one unit: a sheet for a scheme, or one for each stage of a
/// combination. Who writes it as a workbook and who reads it back share this description.
public struct JudgementForm: Hashable, Sendable {
  /// Id of the scheme or combination.
  public var scheme: String
  public var title: String
  public var unit: String
  public var isCombination: Bool
  /// Readings that can be chosen, those of the stages included.
  public var switches: [Switch]
  /// Readings chosen when the form was made; what is not named has its default.
  public var choices: [String: String]
  public var sheets: [Sheet]

  public struct Sheet: Hashable, Sendable {
    /// Name of the tab.
    public var name: String
    /// Id of the scheme it belongs to.
    public var scheme: String
    public var title: String
    /// Changes whenever an id or a rule of the scheme does, never with the readings chosen.
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
    /// Probes have an answer, which counts while nobody writes another.
    public var isLeftToProbes: Bool
  }

  /// What a cell can check while somebody types.
  public enum Entry: Hashable, Sendable {
    case flag, count, share
    /// A veto: happened or not, without a status of its own.
    case event
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

extension Rule {
  var formEntry: JudgementForm.Entry {
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
