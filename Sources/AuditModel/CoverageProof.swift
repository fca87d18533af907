/// The proof that every address of a unit was looked at within the window a sweep promises, or the
/// list of those that were not and why.
public struct CoverageProof: Hashable, Sendable, Codable {
  /// An address that was not looked at.
  public struct Example: Hashable, Sendable, Codable {
    public var url: String
    /// A reason id as in ``Coverage/notExamined``, or a ``LinkVerdict/Cause`` raw value.
    public var reason: String

    public init(url: String, reason: String) {
      self.url = url
      self.reason = reason
    }
  }

  /// Seconds within which every page must have been looked at; 0 when every sweep looks at all.
  public var window: Double
  /// Addresses of the unit that are known: pages, attachments and pictures in its scope.
  public var known = 0
  /// Of these, looked at within the window, this sweep included.
  public var examined = 0
  /// Of the examined: this sweep asked, and the server said that the earlier capture still holds.
  public var unchanged = 0
  /// Of the examined: an earlier sweep looked, and this one took its capture or verdict over.
  public var carried = 0
  /// Verdicts on links out of scope that an earlier sweep came to and this one took over.
  public var carriedOutside = 0
  /// When the oldest look this sweep relies on was taken; nil when it took nothing over.
  public var oldest: Instant?
  /// The other addresses, by reason id.
  public var missing: [String: Int] = [:]
  /// Some of the other addresses, at most ``exampleLimit``.
  public var examples: [Example] = []

  public static let exampleLimit = 20

  public init(window: Double) { self.window = window }

  /// Whether nothing is left.
  public var isComplete: Bool { examined == known }

  /// Counts an address that was not looked at.
  public mutating func miss(_ url: String, _ reason: String) {
    missing[reason, default: 0] += 1
    if examples.count < Self.exampleLimit { examples.append(Example(url: url, reason: reason)) }
  }
}
