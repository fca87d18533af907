import AuditModel
import Schemes
import Scoring

/// What `scheme show --json` says.
struct SchemeAnswer: Encodable {
  struct Row: Encodable {
    let id: String
    let path: [String]
    let role: Role
    let marks: Rational?
    let weight: Rational?
    let determination: Determination
    let line: Int?
    let note: String?
    let criteria: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let text: String
    let kind: String
    let rule: String
    let expected: String
    let determination: Determination
    let probes: [String]
  }

  struct VetoLine: Encodable {
    let id: String
    let text: String
    let effect: String
  }

  let id: String
  let title: String
  let document: String
  let issuer: String
  let year: Int
  let appliesTo: String
  let units: [String]
  let form: String
  let choices: [String: String]
  let indicators: [Row]
  let vetoes: [VetoLine]

  init(_ scheme: Scheme) {
    id = scheme.id
    title = scheme.title
    document = scheme.citation.description
    issuer = scheme.issuer
    year = scheme.year
    appliesTo = scheme.appliesTo
    units = scheme.units
    form = scheme.form.rawValue
    choices = scheme.choices
    indicators = scheme.indicators.flatMap { Self.rows($0, path: []) }
    vetoes = scheme.vetoes.map {
      VetoLine(id: $0.id, text: $0.text, effect: $0.effectText(in: scheme))
    }
  }

  private static func rows(_ node: Indicator, path: [String]) -> [Row] {
    let path = path + [node.name]
    guard node.isLeaf else { return node.children.flatMap { rows($0, path: path) } }
    let criteria = node.criteria.map {
      Rule(
        id: $0.id, text: $0.text, kind: $0.rule.kind.id, rule: $0.ruleText(in: node),
        expected: $0.expectedText, determination: $0.determination,
        probes: Set($0.feeds.map(\.probe)).sorted())
    }
    return [
      Row(
        id: node.id, path: path, role: node.role, marks: node.marks, weight: node.weight,
        determination: node.determination, line: node.line, note: node.note, criteria: criteria)
    ]
  }
}

/// What `scheme show --json` says of a combination.
struct CombinationAnswer: Encodable {
  struct Stage: Encodable {
    let weight: Rational
    let scheme: SchemeAnswer
  }

  let id: String
  let title: String
  let kind = "combination"
  let document: String
  let bonusOnTotal: Bool
  let units: [String]
  let choices: [String: String]
  let stages: [Stage]

  init(_ whole: Combination) {
    (id, title, document) = (whole.id, whole.title, whole.citation.description)
    (bonusOnTotal, units, choices) = (whole.bonusOnTotal, whole.units, whole.choices)
    stages = whole.stages.map { Stage(weight: $0.weight, scheme: SchemeAnswer($0.scheme)) }
  }
}

/// One remark of `scheme lint --json`.
struct LintLine: Encodable {
  let scheme: String
  let subject: String
  /// Number of the inconsistency in the analysis of the source.
  let number: String?
  let severity: String?
  let place: String
  let text: String
  let reading: String?

  init(_ scheme: String, _ remark: LintRemark) {
    self.scheme = scheme
    subject = remark.subject.id
    place = remark.place
    text = remark.text
    reading = remark.reading
    guard case .inconsistency(let number, let severity) = remark.subject else {
      (self.number, self.severity) = (nil, nil)
      return
    }
    (self.number, self.severity) = (number, severity)
  }
}
