/// One scheme's score as a report shows it: every number already a finished text.
public struct ScorecardRows: PageValue, Sendable, Codable, Hashable {
  /// The scheme's id, such as `suizhou-2020-third-party-department`.
  public var scheme: String
  /// Title of the scheme.
  public var title: String
  /// The document the scheme comes from.
  public var source: String
  /// Full marks, such as `100`.
  public var marks: String
  /// `86.5～91`, or `88` when nothing is open.
  public var interval: String
  /// Whether everything is determined, so that one number says it.
  public var isSingle: Bool
  /// The interval's ends as a share of full marks, 0...1, for drawing only; nil: nothing to draw.
  public var lowShare: Double?
  /// See ``lowShare``.
  public var highShare: Double?
  /// How much of the marks has been determined, such as `62%`.
  public var coverage: String
  /// The grade, or those still possible; nil where the document draws no line.
  public var grade: String?
  /// A conclusion or remark in words: a veto, a grade, how numbers were rounded.
  public var remarks: [String]
  /// Every indicator, parents before children.
  public var indicators: [IndicatorLine]
  /// What mending brings back, most points first.
  public var fixFirst: [FixFirstRow]

  /// A row of finished texts.
  public init(
    scheme: String, title: String, source: String, marks: String, interval: String,
    isSingle: Bool, lowShare: Double?, highShare: Double?, coverage: String,
    grade: String? = nil, remarks: [String] = [], indicators: [IndicatorLine],
    fixFirst: [FixFirstRow] = []
  ) {
    self.scheme = scheme
    self.title = title
    self.source = source
    self.marks = marks
    self.interval = interval
    self.isSingle = isSingle
    self.lowShare = lowShare
    self.highShare = highShare
    self.coverage = coverage
    self.grade = grade
    self.remarks = remarks
    self.indicators = indicators
    self.fixFirst = fixFirst
  }
}

/// One indicator of the tree, in the scheme's order, parents before children.
public struct IndicatorLine: PageValue, Sendable, Codable, Hashable, Identifiable {
  /// The indicator's id in the scheme.
  public var id: String
  /// Id of the row above; nil at the top.
  public var parent: String?
  /// Titles from the root to this indicator.
  public var path: [String]
  /// Full points, or `—` when the document states none.
  public var marks: String
  /// A single number or an interval.
  public var score: String
  /// Stable English id: `determined`, `partly`, `open`, `notApplicable`, `error`.
  public var state: String
  /// The state in Chinese.
  public var stateTitle: String
  /// The arithmetic, in Chinese, one line each.
  public var explanation: [String]
  /// Ids of the findings behind the score.
  public var findings: [String]

  /// A row of finished texts.
  public init(
    id: String, parent: String? = nil, path: [String], marks: String, score: String,
    state: String, stateTitle: String, explanation: [String] = [], findings: [String] = []
  ) {
    self.id = id
    self.parent = parent
    self.path = path
    self.marks = marks
    self.score = score
    self.state = state
    self.stateTitle = stateTitle
    self.explanation = explanation
    self.findings = findings
  }

  /// The last part of the path.
  public var title: String { path.last ?? id }
}
