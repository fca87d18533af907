/// Why keeping or reading evidence failed: a code, the file it happened in, and what the system
/// said. ``description`` is the Chinese sentence.
public struct EvidenceError: Error, Hashable, Sendable {
  /// Stable ids; never reworded.
  public enum Code: String, Sendable, Codable {
    case cannotOpen = "cannot-open"
    case cannotRead = "cannot-read"
    case cannotWrite = "cannot-write"
    case diskFull = "disk-full"
    case archiveBusy = "archive-busy"
    case archiveDamaged = "archive-damaged"
    case recordUnreadable = "record-unreadable"
    case recordTooLarge = "record-too-large"
    case unsafePath = "unsafe-path"
    case unsafeFile = "unsafe-file"
    case duplicateNumber = "duplicate-number"
    case digestChanged = "digest-changed"
    case compression
  }

  /// What kind of failure it is.
  public let code: Code
  /// The file or folder concerned.
  public let path: String
  /// What the system said, or where in the file; bounded, not translated.
  public let detail: String

  /// An error; `detail` is cut at 300 characters.
  public init(_ code: Code, path: String, detail: String = "") {
    self.code = code
    self.path = path
    self.detail = String(detail.prefix(300))
  }
}
