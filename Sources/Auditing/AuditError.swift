/// Why an audit could not start or go on: a code, the thing concerned, and what was wrong with it.
public struct AuditError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The registry or an option is wrong; nothing was started.
    case registry, unknownUnit, badTarget, options
    /// The target answered nothing that can be audited.
    case targetUnreachable, targetBlocked
    /// Our own store failed.
    case ledger, archive, output
    case interrupted
  }

  public let code: Code
  public let subject: String
  public let detail: String

  public init(_ code: Code, _ subject: String, _ detail: String) {
    self.code = code
    self.subject = subject
    self.detail = detail
  }

  public var description: String { Wording.sentence(self) }
}
