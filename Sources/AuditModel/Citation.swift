/// Where a rule comes from: the document, the place in it, and how sure we are of the wording.
public struct Citation: Hashable, Sendable, Codable {
  /// How well the rule's wording and number are established.
  public enum Confidence: String, Codable, Sendable {
    /// Two or more public copies agree.
    case verified
    /// One public source.
    case single
    /// From memory: yields findings but never points.
    case memory
    /// Seen in practice (a notice, a local scheme), not a national rule.
    case observed

    public var title: String {
      switch self {
      case .verified: "已核对"
      case .single: "单一来源"
      case .memory: "待核"
      case .observed: "实践"
      }
    }
  }

  /// Document name with number, such as `政府信息公开条例(国务院令第711号)`.
  public let document: String
  /// Article or item, such as `第十二条`.
  public let place: String
  public let confidence: Confidence

  public init(document: String, place: String, confidence: Confidence) {
    self.document = document
    self.place = place
    self.confidence = confidence
  }

  public var description: String { place.isEmpty ? document : "\(document) \(place)" }
}
