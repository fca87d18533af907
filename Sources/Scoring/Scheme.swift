public import AuditModel

/// One assessment scheme (考核方案) under one choice of readings: data, never code.
public struct Scheme: Hashable, Sendable, Identifiable {
  /// How indicators become a total.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Marks are added.
    case sum
    /// A tree of percentages.
    case weights
    /// Points are counted per indicator; there is no total.
    case tally
  }

  public var id: String
  public var title: String
  /// Issuing document with its number, and how well it is established.
  public var citation: Citation
  public var issuer: String
  public var year: Int
  public var appliesTo: String
  /// Kinds of unit it is made for; empty when the document covers every kind.
  public var assesses: [AuditedUnit.Kind]
  /// Assessed units, where the document lists them.
  public var units: [String]
  public var method: String
  public var form: Form
  public var policy: Policy
  public var conversion: Conversion?
  public var indicators: [Indicator]
  public var vetoes: [Veto]
  /// From the best down.
  public var grades: [Grade]
  public var switches: [Switch]
  /// The reading taken for each switch.
  public var choices: [String: String]
  public var inconsistencies: [Inconsistency]
  /// Columns and documents that its feeds speak of by name.
  public var named: NamedList

  public init(
    id: String, title: String, citation: Citation, issuer: String, year: Int, appliesTo: String,
    assesses: [AuditedUnit.Kind] = [], units: [String] = [], method: String = "", form: Form,
    policy: Policy = Policy(),
    conversion: Conversion? = nil, indicators: [Indicator], vetoes: [Veto] = [],
    grades: [Grade] = [], switches: [Switch] = [], choices: [String: String] = [:],
    inconsistencies: [Inconsistency] = [], named: NamedList = .empty
  ) {
    self.named = named
    self.id = id
    self.title = title
    self.citation = citation
    self.issuer = issuer
    self.year = year
    self.appliesTo = appliesTo
    self.assesses = assesses
    self.units = units
    self.method = method
    self.form = form
    self.policy = policy
    self.conversion = conversion
    self.indicators = indicators
    self.vetoes = vetoes
    self.grades = grades
    self.switches = switches
    self.choices = choices
    self.inconsistencies = inconsistencies
  }

  /// Every indicator without children, in the order of the document.
  public var leaves: [Indicator] { indicators.flatMap(\.leaves) }

  public var criteria: [Criterion] { leaves.flatMap(\.criteria) }
}

/// Readings that concern the scheme as a whole.
public struct Policy: Hashable, Sendable {
  /// Deductions beyond an indicator's marks stop at nothing left, or go on below zero.
  public var spillsOverMarks: Bool
  /// Weights that do not add up to 100 % are taken as printed, or rescaled.
  public var normalisesWeights: Bool
  /// Open indicators widen the result, or drop out and the rest is rescaled.
  public var renormalisesUnassessed: Bool
  /// Bonuses count only when the base score is greater than this.
  public var bonusAbove: Rational?

  public init(
    spillsOverMarks: Bool = false, normalisesWeights: Bool = false,
    renormalisesUnassessed: Bool = false, bonusAbove: Rational? = nil
  ) {
    self.spillsOverMarks = spillsOverMarks
    self.normalisesWeights = normalisesWeights
    self.renormalisesUnassessed = renormalisesUnassessed
    self.bonusAbove = bonusAbove
  }
}

/// Linear conversion of the score, or of what was lost, to another maximum.
public struct Conversion: Hashable, Sendable {
  public var ofLoss: Bool
  public var points: Rational
  public var outOf: Rational

  public init(ofLoss: Bool, points: Rational, outOf: Rational) {
    self.ofLoss = ofLoss
    self.points = points
    self.outOf = outOf
  }
}

/// What kind of points an indicator or a criterion moves.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
  case base, bonus, major, tally
}

/// A node of the indicator tree (指标).
public struct Indicator: Hashable, Sendable, Identifiable {
  /// Where a leaf's score begins.
  public enum Start: Hashable, Sendable {
    /// 倒扣: from its marks.
    case full
    /// 从零得分.
    case zero
    /// From a stated number, such as 得3分 on a row of 5.
    case points(Rational)
  }

  public var id: String
  public var name: String
  public var role: Role
  public var weight: Rational?
  public var marks: Rational?
  public var start: Start
  /// The children share one pool of marks: no floor of their own, one for the group.
  public var isPool: Bool
  /// Shared caps (合计上限), by the name criteria refer to.
  public var caps: [String: Rational]
  /// Rests on documents the unit hands in (佐证材料).
  public var needsEvidence: Bool
  public var method: String
  public var responsible: String
  /// Line of the source document.
  public var line: Int?
  public var note: String?
  public var criteria: [Criterion]
  public var children: [Indicator]

  public init(
    id: String, name: String, role: Role = .base, weight: Rational? = nil,
    marks: Rational? = nil, start: Start = .full, isPool: Bool = false,
    caps: [String: Rational] = [:], needsEvidence: Bool = false, method: String = "",
    responsible: String = "", line: Int? = nil, note: String? = nil,
    criteria: [Criterion] = [], children: [Indicator] = []
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.weight = weight
    self.marks = marks
    self.start = start
    self.isPool = isPool
    self.caps = caps
    self.needsEvidence = needsEvidence
    self.method = method
    self.responsible = responsible
    self.line = line
    self.note = note
    self.criteria = criteria
    self.children = children
  }

  public var isLeaf: Bool { children.isEmpty }

  public var leaves: [Indicator] { isLeaf ? [self] : children.flatMap(\.leaves) }
}

/// One scoring standard (评分标准) of an indicator.
public struct Criterion: Hashable, Sendable, Identifiable {
  public var id: String
  /// The rule in our own short words.
  public var text: String
  public var rule: Rule
  public var role: Role
  public var cap: Rational?
  /// Name of the shared cap it falls under.
  public var capGroup: String?
  public var feeds: [Feed]
  public var note: String?

  public init(
    id: String, text: String, rule: Rule, role: Role = .base, cap: Rational? = nil,
    capGroup: String? = nil, feeds: [Feed] = [], note: String? = nil
  ) {
    self.id = id
    self.text = text
    self.rule = rule
    self.role = role
    self.cap = cap
    self.capGroup = capGroup
    self.feeds = feeds
    self.note = note
  }
}

/// An event that acts on the scheme as a whole (单项否决, 一票否决).
public struct Veto: Hashable, Sendable, Identifiable {
  public enum Effect: Hashable, Sendable {
    case zeroScheme
    case subtract(Rational)
    case noBonus
    /// Points off an outer total; in place of the converted result or on top of it.
    case outer(Rational, adds: Bool)
    case bar(grade: String)
    /// Indicators that rest on handed-in documents count nothing.
    case lateEvidence
  }

  public var id: String
  public var text: String
  public var effects: [Effect]
  public var line: Int?
  /// Observations that make it a candidate; only a person makes it more.
  public var feeds: [Feed]

  public init(
    id: String, text: String, effects: [Effect], line: Int? = nil, feeds: [Feed] = []
  ) {
    self.id = id
    self.text = text
    self.effects = effects
    self.line = line
    self.feeds = feeds
  }
}

/// A place that can be read in more than one way; the first value is the default reading.
public struct Switch: Hashable, Sendable, Identifiable {
  public var id: String
  public var title: String
  public var values: [String]

  public init(id: String, title: String, values: [String]) {
    self.id = id
    self.title = title
    self.values = values
  }
}

/// A place where the source contradicts itself or leaves something open, and the reading taken.
public struct Inconsistency: Hashable, Sendable {
  public var number: String
  public var place: String
  public var what: String
  public var reading: String
  /// S changes scores, M changes what is assessed, T typographical.
  public var severity: String

  public init(number: String, place: String, what: String, reading: String, severity: String) {
    self.number = number
    self.place = place
    self.what = what
    self.reading = reading
    self.severity = severity
  }
}

/// Which observations determine a criterion, and how they are read.
public struct Feed: Hashable, Sendable {
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// Everything named is there (full rate, not triggered), or not.
    case presence
    /// Passed over passed and failed.
    case share
    /// Distinct faults.
    case count
    /// Shown to whoever judges; determines nothing.
    case support
  }

  public var probe: String
  /// Named subjects; empty means whatever the probe looked at.
  public var subjects: [String]
  /// Only observations with these codes; empty means all.
  public var codes: [String]
  /// Only observations whose values match, such as `type: [news]`.
  public var matching: [String: [String]]
  public var reading: Reading
  /// Value key by which faults are grouped, so that one is charged once; nil: the subject.
  public var groupBy: String?
  /// The web shows only part of the rule: a fault proves, its absence does not.
  public var isPartial: Bool
  /// 零报告 counts as a failure instead of a pass.
  public var nilReturnFails: Bool

  public init(
    probe: String, subjects: [String] = [], codes: [String] = [],
    matching: [String: [String]] = [:], reading: Reading, groupBy: String? = nil,
    isPartial: Bool = false, nilReturnFails: Bool = false
  ) {
    self.probe = probe
    self.subjects = subjects
    self.codes = codes
    self.matching = matching
    self.reading = reading
    self.groupBy = groupBy
    self.isPartial = isPartial
    self.nilReturnFails = nilReturnFails
  }
}
