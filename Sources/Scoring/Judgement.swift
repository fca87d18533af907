/// The raw value of a judgement, as written; what it must look like depends on the rule.
public indirect enum FactValue: Hashable, Sendable, Codable {
  case flag(Bool)
  case number(Rational)
  case text(String)
  case record([String: FactValue])
  case list([FactValue])
}

/// What one person decided about one criterion.
public struct Judgement: Hashable, Sendable, Codable {
  public var criterion: String
  public var value: FactValue
  public var by: String?
  public var at: String?
  public var note: String?

  public init(
    criterion: String, value: FactValue, by: String? = nil, at: String? = nil, note: String? = nil
  ) {
    self.criterion = criterion
    self.value = value
    self.by = by
    self.at = at
    self.note = note
  }
}

/// A person's word on a whole indicator.
public struct StatusJudgement: Hashable, Sendable, Codable {
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    case unassessed
    case notApplicable = "not_applicable"
  }

  public var indicator: String
  public var status: Status
  public var by: String?
  public var at: String?
  public var note: String?

  public init(
    indicator: String, status: Status, by: String? = nil, at: String? = nil, note: String? = nil
  ) {
    self.indicator = indicator
    self.status = status
    self.by = by
    self.at = at
    self.note = note
  }
}

/// Everything people decided about one unit under one scheme.
public struct Judgements: Hashable, Sendable, Codable {
  /// The state of every indicator that no entry mentions.
  public enum Others: String, Hashable, Sendable, Codable, CaseIterable {
    case unassessed, satisfied, zero
  }

  public var unit: String?
  public var others: Others
  public var facts: [Judgement]
  public var statuses: [StatusJudgement]
  /// Vetoes that happened. Nil: nobody has said, so under ``Others/unassessed`` they are unknown;
  /// a list is complete.
  public var events: [String]?
  /// Criteria that a form leaves to what probes found. While nobody has judged them and no probe
  /// speaks of them they stay open, whatever is said beside them.
  public var leftToProbes: Set<String> = []

  public init(
    unit: String? = nil, others: Others = .unassessed, facts: [Judgement] = [],
    statuses: [StatusJudgement] = [], events: [String]? = nil,
    leftToProbes: Set<String> = []
  ) {
    self.unit = unit
    self.others = others
    self.facts = facts
    self.statuses = statuses
    self.events = events
    self.leftToProbes = leftToProbes
  }
}
