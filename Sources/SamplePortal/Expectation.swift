/// What an audit of the sample portal has to find, or must not.
public struct Expectation: Sendable, Hashable {
  /// How sure the audit has to be of it.
  public enum Certainty: String, Sendable {
    /// Has to be reported.
    case required
    /// Has to be reported when a browser was there as the second witness; without one it may stay
    /// suspected.
    case withBrowser
    /// A side of a required one; may be reported as well, or be left out.
    case allowed
  }

  /// Unit id in the registry: `yunxi`, `yunxi-jtj`, `yunxi-mzj`.
  public let unit: String
  /// Observation code, such as `columns.required.missing`.
  public let code: String
  /// The observation's subject, or a part of it: a column's id (`guide`), a topic's, `home`, a
  /// document number, or a part of the address (a column's without the closing slash).
  public let subject: String
  /// Raw value of the outcome: `fail`, `inconclusive`, `review`, `nilReturn` …
  public let outcome: String
  /// Where a person sees it: `http://host/path` without a port.
  public let address: String
  /// Why, in a few words.
  public let note: String
  /// Whether it has to be reported or only may be.
  public let certainty: Certainty
}

/// Something that looks like a fault and is none: no observation of the code may fail on it.
public struct Decoy: Sendable, Hashable {
  /// Unit id in the registry.
  public let unit: String
  /// The code that must not be reported as `fail`.
  public let code: String
  /// The subject it must not be reported for: a column key, or a part of the address.
  public let subject: String
  /// Where it stands: `http://host/path` without a port.
  public let address: String
  /// Why it is none, in a few words.
  public let note: String
}

extension Expectation {
  /// Whether an observation's subject is the expected one.
  public func covers(subject found: String) -> Bool { Subject.covers(subject, found) }
}

extension Decoy {
  /// Whether an observation's subject is the decoy.
  public func covers(subject found: String) -> Bool { Subject.covers(subject, found) }
}

private enum Subject {
  /// Paths are compared from the end, hosts within an address, all others whole.
  static func covers(_ subject: String, _ found: String) -> Bool {
    guard !subject.hasPrefix("/") else {
      return found.hasSuffix(subject) || found.hasSuffix(subject + "/")
    }
    return found == subject || found.contains("//\(subject)")
  }
}

/// The observation codes the sample speaks of.
enum Code {
  static let missing = "columns.required.missing"
  static let undecidedColumn = "columns.required.undecided"
  static let blankRequired = "columns.required.blank"
  static let unreachable = "columns.required.unreachable"
  /// The column is there but holds something else.
  static let wrongContent = "columns.required.wrong-content"
  static let blank = "columns.blank.blank"
  static let unreachableForm = "interaction.forms.unreachable"
  /// Topics of 条例 art. 20 and of local schemes; subjects such as `statutory.8`, `decisions`.
  static let topicMissing = "columns.topics.missing"
  static let topicBlank = "columns.topics.blank"
  static let stale = "freshness.column.stale"
  static let undated = "freshness.column.undated"
  static let staleHome = "freshness.home.stale"
  static let deadPage = "links.dead-page.dead"
  static let deadAttachment = "links.dead-attachment.dead"
  static let deadImage = "links.dead-image.dead"
  static let deadExternal = "links.dead-external.dead"
  static let policyLink = "interpretation.policy-to-interpretation.missing-link"
  static let interpretationLink = "interpretation.interpretation-to-policy.missing-link"
}
