/// What went wrong with the store, as a code with values; ``wording`` says it in Chinese.
public struct LedgerError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case cannotOpen, notALedger, tooNew, diskFull, busy, corrupt, failed, sweepUnknown
  }

  public let code: Code
  /// The file, sweep or statement concerned.
  public let subject: String
  /// What SQLite said.
  public let detail: String

  public init(code: Code, subject: String, detail: String = "") {
    self.code = code
    self.subject = subject
    self.detail = detail
  }

  public var description: String { wording }
}
