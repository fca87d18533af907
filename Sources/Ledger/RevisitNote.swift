public import AuditModel
import GRDB

/// What one answer leaves behind for the next sweep: by what to ask whether it changed, and when.
public struct RevisitNote: Sendable, Hashable, Codable {
  /// By what a server tells whether its answer changed (RFC 9110 §8.8).
  public enum Validator: Sendable, Hashable, Codable {
    /// An entity tag, as received.
    case tag(String)
    /// A `Last-Modified` date, as received.
    case date(String)
  }

  /// Nil when the server gave none.
  public var validator: Validator?
  /// When the bytes were taken, if not by this request: the server said that nothing changed, or
  /// nobody asked and an earlier capture was taken over.
  public var capturedAt: Instant?
  /// Seconds after which the page ought to be looked at again; nil when it was seen for the first
  /// time.
  public var interval: Int?

  public init(validator: Validator? = nil, capturedAt: Instant? = nil, interval: Int? = nil) {
    self.validator = validator
    self.capturedAt = capturedAt
    self.interval = interval
  }

  var isEmpty: Bool { self == RevisitNote() }
}

extension RevisitNote {
  /// One column for both kinds: an entity tag ends in a quotation mark (RFC 9110 §8.8.3), a date
  /// never does.
  init(validator text: String?, capturedAt: Int64?, interval: Int?) {
    self.init(
      validator: text.map { $0.hasSuffix("\"") ? .tag($0) : .date($0) },
      capturedAt: capturedAt.map(Instant.init(milliseconds:)), interval: interval)
  }

  var values: StatementArguments {
    let text: String? =
      switch validator {
      case .tag(let text), .date(let text): text
      case nil: nil
      }
    return [text, capturedAt?.milliseconds, interval]
  }
}
