public import Scoring

/// A file of judgements as read: for one scheme, or for the stages of a combination.
public struct JudgementFile: Hashable, Sendable {
  public var scheme: String?
  public var unit: String?
  public var choices: [String: String]
  /// 考评: what the assessors decided.
  public var judgements: Judgements
  public var stages: [String: Stage]
  /// 自评: what the unit says of itself; scored apart, never mixed with the former.
  public var own: Assessment?
  /// Where the entries of 考评 stand in the text.
  public var places: JudgementPlaces

  public init(
    scheme: String?, unit: String?, choices: [String: String] = [:], judgements: Judgements,
    stages: [String: Stage] = [:], own: Assessment? = nil, places: JudgementPlaces = .init()
  ) {
    self.scheme = scheme
    self.unit = unit
    self.choices = choices
    self.judgements = judgements
    self.stages = stages
    self.own = own
    self.places = places
  }

  public enum Stage: Hashable, Sendable {
    case judgements(Judgements)
    case score(Rational)
    case unassessed
  }

  /// The same file with 自评 in the place of 考评; nil when the unit has said nothing.
  public var selfAssessment: JudgementFile? {
    own.map {
      JudgementFile(
        scheme: scheme, unit: unit, choices: choices, judgements: $0.judgements,
        stages: $0.stages, places: $0.places)
    }
  }
}

/// One set of judgements: for a scheme, or by stage for a combination.
public struct Assessment: Hashable, Sendable {
  public var judgements: Judgements
  public var stages: [String: JudgementFile.Stage]
  /// Where the entries stand in the text.
  public var places: JudgementPlaces

  public init(
    judgements: Judgements, stages: [String: JudgementFile.Stage] = [:],
    places: JudgementPlaces = .init()
  ) {
    self.judgements = judgements
    self.stages = stages
    self.places = places
  }
}
