/// Why an office file could not be read. Nothing of a refused file is used.
public struct OfficeFileError: Error, Hashable, Sendable {
  public enum Code: String, Hashable, Sendable {
    /// No ZIP package at all.
    case notAPackage
    /// The package or a member of it is damaged.
    case broken
    /// Protected by a password.
    case encrypted
    /// A binary format of old (.xls, .doc) or a kind that is not read (.xlsb).
    case oldFormat
    /// A package of another kind, such as a presentation or a plain archive.
    case wrongKind
    /// Beyond one of ``OfficeLimits``.
    case tooLarge
    /// Something no honest program writes: a name that leaves the package, a doctype.
    case suspicious
    /// The program that reads such files is not installed.
    case noProgram
    /// The file could not be opened at all.
    case unreadable
  }

  public var code: Code
  /// The part of the file: a member, a sheet, a cell; empty for the file as a whole.
  public var place: String
  /// What exactly, in Chinese, bounded.
  public var detail: String

  init(_ code: Code, _ place: String = "", _ detail: String = "") {
    self.code = code
    self.place = String(place.prefix(120))
    self.detail = String(detail.prefix(200))
  }
}
