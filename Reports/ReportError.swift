/// Why a report could not be written. ``description`` names the place and the remedy.
public enum ReportError: Error, Hashable, Sendable {
  /// None of the folders holds the page templates.
  case templatesMissing(lookedIn: [String])
  /// A template cannot be read as one.
  case templateInvalid(file: String, detail: String)
  /// The file could not be written: folder missing, no permission, disk full.
  case cannotWrite(file: String, detail: String)
  /// The workbook library refused something.
  case workbook(file: String, detail: String)
}

extension ReportError: CustomStringConvertible {
  /// The error in Chinese: what, where, and what to do.
  public var description: String { Wording.text(self) }
}
