public import AuditModel

/// Several schemes put together with weights (综合得分).
public struct Combination: Hashable, Sendable, Identifiable {
  public struct Stage: Hashable, Sendable {
    public var scheme: Scheme
    public var weight: Rational
    /// What people call the stage (第三方评估); empty: the scheme's title serves.
    public var name: String

    public init(scheme: Scheme, weight: Rational, name: String = "") {
      self.scheme = scheme
      self.weight = weight
      self.name = name
    }
  }

  public var id: String
  public var title: String
  public var citation: Citation
  public var stages: [Stage]
  /// Bonus and major deductions act on the total instead of inside their stage.
  public var bonusOnTotal: Bool
  public var units: [String]
  /// Of the combined result, from the best down.
  public var grades: [Grade]
  public var switches: [Switch]
  public var choices: [String: String]
  public var inconsistencies: [Inconsistency]

  public init(
    id: String, title: String, citation: Citation, stages: [Stage], bonusOnTotal: Bool = false,
    units: [String] = [], grades: [Grade] = [], switches: [Switch] = [],
    choices: [String: String] = [:], inconsistencies: [Inconsistency] = []
  ) {
    self.id = id
    self.title = title
    self.citation = citation
    self.stages = stages
    self.bonusOnTotal = bonusOnTotal
    self.units = units
    self.grades = grades
    self.switches = switches
    self.choices = choices
    self.inconsistencies = inconsistencies
  }
}
