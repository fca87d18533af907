/// A scored scheme for one unit, complete with its explanation: reports only lay it out.
public struct Scorecard: Hashable, Sendable, Codable {
  public var scheme: String
  public var title: String
  /// Issuing document with number.
  public var document: String
  public var unit: String
  /// The reading taken for each switch of the scheme.
  public var choices: [String: String]
  /// Base points, before bonus and major deductions. Nil for a tally and for a combination.
  public var base: Interval?
  public var bonus: Interval?
  public var extraDeduction: Interval?
  public var total: Interval?
  /// After the document's conversion to another maximum.
  public var converted: Interval?
  public var tallies: [Tally]
  /// Share of the marks that is determined, 0...1.
  public var coverage: Rational
  /// Marks in all, as the tree adds up.
  public var marks: Rational
  public var rows: [IndicatorRow]
  public var vetoes: [VetoRow]
  /// Grades the unit can no longer get, by the word of the source.
  public var bars: [String]
  /// Every grade the document knows, from the best down.
  public var grades: [GradeRow]
  /// For a combination: the schemes it is made of.
  public var stages: [StageRow]
  /// How the result comes about; nil in sheets stored by earlier versions.
  public var ending: Ending?

  public struct Tally: Hashable, Sendable, Codable {
    public var name: String
    public var points: Interval
  }

  public struct StageRow: Hashable, Sendable, Codable {
    public var weight: Rational
    /// What the stage adds to the result.
    public var contribution: Interval
    public var card: Scorecard?
    public var scheme: String
    public var explanation: String
  }

  /// What the document's arithmetic ends in: the converted result where there is one.
  public var result: Interval? { converted ?? total }

  /// Every row without children, in the order of the document.
  public var leaves: [IndicatorRow] { rows.flatMap(\.leaves) }

  /// Indicators nobody has determined anything about; a stage without any input counts as one.
  public var unassessed: Int {
    leaves.count { $0.state == .open || $0.state == .error }
      + stages.reduce(0) { count, stage in
        count + (stage.card?.unassessed ?? (stage.contribution.value == nil ? 1 : 0))
      }
  }
}

/// How far an indicator's score is known.
public enum IndicatorState: String, Hashable, Sendable, Codable, CaseIterable {
  case determined, partly, open, notApplicable, error

  public var title: String { Wording.title(of: self) }
}

/// One row of the indicator tree.
public struct IndicatorRow: Hashable, Sendable, Codable, Identifiable {
  public var id: String
  public var name: String
  /// Names from the top down to this one.
  public var path: [String]
  public var role: Role
  /// Full points; nil where the document states none.
  public var marks: Rational?
  /// The indicator's own points: base, bonus, major deduction or tally, after `role`.
  public var score: Interval
  /// Bonus earned by a base indicator's bonus criteria.
  public var bonus: Interval?
  public var major: Interval?
  public var state: IndicatorState
  /// One line of arithmetic in Chinese.
  public var explanation: String
  /// Points proven lost; nil when none are.
  public var deduction: Rational?
  /// Findings that cost points here.
  public var findings: [String]
  /// Findings that could not be decided and keep the score open.
  public var undecided: [String]
  public var judgements: [JudgementNote]
  public var criteria: [CriterionRow]
  public var method: String
  public var responsible: String
  public var line: Int?
  public var note: String?
  public var children: [IndicatorRow]

  public var leaves: [IndicatorRow] { children.isEmpty ? [self] : children.flatMap(\.leaves) }
}

/// One scoring standard with what went in and what came out.
public struct CriterionRow: Hashable, Sendable, Codable, Identifiable {
  /// Where the input came from.
  public enum Source: String, Hashable, Sendable, Codable {
    case judgement, machine, assumed, none
  }

  public var id: String
  public var text: String
  /// The rule in words, such as `每项扣1分,最多扣4分`.
  public var rule: String
  public var input: String
  public var arithmetic: String
  public var source: Source
  public var findings: [String]
  /// What the machine saw when a person's judgement overrides it.
  public var overridden: String?
}

/// Who decided what, when, and why.
public struct JudgementNote: Hashable, Sendable, Codable {
  public var criterion: String
  public var value: String
  public var by: String?
  public var at: String?
  public var note: String?

  public init(
    criterion: String, value: String, by: String? = nil, at: String? = nil, note: String? = nil
  ) {
    self.criterion = criterion
    self.value = value
    self.by = by
    self.at = at
    self.note = note
  }
}

/// A scheme-level veto and whether it happened.
public struct VetoRow: Hashable, Sendable, Codable, Identifiable {
  public var id: String
  public var text: String
  public var effect: String
  public var state: Truth
  /// Findings that make it a candidate while nobody has decided.
  public var candidates: [String]
}

/// What one finding costs, for the evidence list.
public struct FindingCharge: Hashable, Sendable, Codable {
  public var finding: String
  public var scheme: String
  public var indicator: String
  public var path: [String]
  /// Points the indicator proves to lose through this finding and those listed with it.
  public var points: Rational
  /// Other findings that share the loss.
  public var sharedWith: [String]

  /// `扣0.3分` or `与另2条共扣0.9分`.
  public var text: String { Wording.charge(points, others: sharedWith.count) }
}

extension Scorecard {
  /// Every finding that costs points, with the indicator it is charged under.
  public var charges: [FindingCharge] {
    let own = leaves.flatMap { row -> [FindingCharge] in
      guard let points = row.deduction, points > 0 else { return [] }
      return row.findings.map { id in
        FindingCharge(
          finding: id, scheme: scheme, indicator: row.id, path: row.path, points: points,
          sharedWith: row.findings.filter { $0 != id })
      }
    }
    return own + stages.flatMap { $0.card?.charges ?? [] }
  }
}
