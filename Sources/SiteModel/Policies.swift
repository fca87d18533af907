public import AuditModel
import PageModel
public import WebAddress

/// A policy document, with every place on the site where it was published.
public struct PolicyDocument: Sendable, Identifiable {
  /// Document number when it has one, else the folded title: stable across sweeps.
  public let id: String
  /// Its document number.
  public let number: String?
  /// Its title or name.
  public let title: String
  /// The day it was published.
  public let day: Day?
  /// The page of each copy, the first one seen first.
  public let copies: [WebURL]
  /// Names on its position line.
  public let trail: [String]
  /// Bears a document number and stands in a policy column.
  public let isMarked: Bool
  /// By title or column the kind of document that must be interpreted.
  public let isNormative: Bool
  /// Stands in a column of normative documents, or is numbered or registered as one.
  public let isRegistered: Bool
  /// Each page it was published on, with what its head says.
  public let sightings: [PolicyCopy]
  /// Whose document it is.
  public let origin: PolicyOrigin

  /// Whether the document is another body's, so that its faults are not this unit's.
  public var isForeign: Bool {
    if case .other = origin { true } else { false }
  }

  /// Whether some copy bears the number as its own and not as one it cites.
  public var isNumbered: Bool { sightings.contains(where: \.isNumbered) }

  /// Whether the document is certainly the unit's own.
  public var isOwn: Bool { origin == .own }

  /// The day it was drawn up, as a copy says; nil when none does or copies disagree.
  public var created: Day? {
    let days = Set(sightings.compactMap { $0.created?.day })
    return days.count == 1 ? days.first : nil
  }

  /// The first value any copy shows for a head entry.
  public func value(_ label: String) -> String? {
    sightings.lazy.compactMap { $0.value(label) }.first
  }
}

/// An interpretation of a policy.
public struct Interpretation: Sendable, Identifiable {
  /// The address key: titles of interpretations repeat.
  public let id: String
  /// Its address.
  public let url: WebURL
  /// Its title or name.
  public let title: String
  /// The day it was published.
  public let day: Day?
  /// What it interprets, as far as title and text say.
  public let core: String
  /// The number or name of the policy it speaks of, for the finding when the site has it not.
  public let subject: String?
  /// False when only its column, not its title, makes it an interpretation.
  public let isMarked: Bool
  /// How it speaks: in words, pictures, film …
  public let forms: Set<InterpretationForm>
  /// Why its page may hold more than was read; nil when it was read whole.
  public let doubt: InconclusiveReason?
}

/// An interpretation and the policy it belongs to, with what ties them together.
public struct PolicyPair: Sendable {
  /// One tie between two documents.
  public enum Evidence: Sendable, Hashable {
    /// The policy's page links to the interpretation.
    case linkFromPolicy
    /// The interpretation links to the policy's page.
    case linkFromInterpretation
    case documentNumber(String)
    /// Titles are the same once issuer, 关于印发…的通知 and 解读 are taken away.
    case title(String)

    /// Stable word with its value, for exports.
    public var description: String {
      switch self {
      case .linkFromPolicy: "link:policy"
      case .linkFromInterpretation: "link:interpretation"
      case .documentNumber(let number): "number:\(number)"
      case .title(let core): "title:\(core)"
      }
    }
  }

  /// Positions in ``Site/policies`` and ``Site/interpretations``.
  public let policy: Int
  /// Position of the interpretation.
  public let interpretation: Int
  /// What ties the two together.
  public let evidence: [Evidence]
  /// True when 文号 or the exact title core ties them, or both pages link to each other.
  public let isCertain: Bool
}
