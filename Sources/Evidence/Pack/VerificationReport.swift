/// What checking a pack gave.
public struct VerificationReport: Sendable, Hashable, Codable {
  /// One thing that is not as it should be.
  public struct Problem: Sendable, Hashable, Codable {
    /// Stable ids.
    public enum Code: String, Sendable, Codable {
      case manifestMissing = "manifest-missing"
      case manifestUnreadable = "manifest-unreadable"
      case sealMissing = "seal-missing"
      case sealWrong = "seal-wrong"
      case fileMissing = "file-missing"
      case fileUnlisted = "file-unlisted"
      case fileChanged = "file-changed"
      case fileUnreadable = "file-unreadable"
      case pathUnsafe = "path-unsafe"
      case listUnreadable = "list-unreadable"
      case archiveFaulty = "archive-faulty"
      case recordMissing = "record-missing"
      case recordDiffers = "record-differs"
      case pictureUnlisted = "picture-unlisted"
      case pictureDiffers = "picture-differs"
      case numberTwice = "number-twice"
    }

    /// What kind of fault it is.
    public var code: Code
    /// Path inside the pack.
    public var path: String
    /// Values that belong to it.
    public var detail: String

    /// A problem; `detail` is cut at 300 characters.
    public init(_ code: Code, path: String, detail: String = "") {
      self.code = code
      self.path = path
      self.detail = String(detail.prefix(300))
    }
  }

  /// Everything that is not as it should be.
  public var problems: [Problem]
  /// Files whose hash was computed, archive records re-read, entries resolved.
  public var files: Int
  /// Archive records re-read.
  public var records: Int
  /// Entries resolved.
  public var entries: Int
  /// SHA-256 of the manifest: what to note down elsewhere to recognise this pack again.
  public var manifestSHA256: String

  /// Whether nothing was found.
  public var isIntact: Bool { problems.isEmpty }

  /// A report; empty means intact.
  public init(
    problems: [Problem] = [], files: Int = 0, records: Int = 0, entries: Int = 0,
    manifestSHA256: String = ""
  ) {
    self.problems = problems
    self.files = files
    self.records = records
    self.entries = entries
    self.manifestSHA256 = manifestSHA256
  }
}
