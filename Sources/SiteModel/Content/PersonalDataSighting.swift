public import AuditModel

/// Numbers of natural persons on one page, already masked; the numbers themselves are not kept.
public struct PersonalDataSighting: Sendable, Hashable {
  /// What the numbers are.
  public enum Kind: String, Sendable, CaseIterable {
    case identityNumber, phone, bankCard
  }

  /// How sure the page makes it.
  public enum Certainty: Int, Sendable, Comparable {
    /// The form fits, the words around it do not say what it is, or say it is an example.
    case possible
    /// The form fits and the page calls it so.
    case named

    public static func < (one: Certainty, other: Certainty) -> Bool {
      one.rawValue < other.rawValue
    }
  }

  /// What the numbers are.
  public let kind: Kind
  /// The page they stand on.
  public let page: PageReference
  /// The surest of them.
  public var certainty: Certainty
  /// Distinct numbers on the page.
  public var count: Int
  /// The first few, masked.
  public var masked: [String]
  /// The words around the first one, every number in them masked.
  public var quote: String
}
