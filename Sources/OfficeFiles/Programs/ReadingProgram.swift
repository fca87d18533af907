import Glibc

/// The programs by which documents are read that no library of ours reads.
public enum ReadingProgram: String, CaseIterable, Sendable {
  /// poppler: words of a PDF with their places.
  case pdftotext
  /// poppler: lines and pictures of a PDF.
  case pdftocairo
  /// wv: Word documents of before 2007.
  case wvWare

  /// The Debian package it comes in.
  public var package: String {
    switch self {
    case .pdftotext, .pdftocairo: "poppler-utils"
    case .wvWare: "wv"
    }
  }

  /// Where Debian puts it.
  public var path: String { "/usr/bin/\(rawValue)" }

  /// Whether it is there and may be run.
  public var isInstalled: Bool { access(path, X_OK) == 0 }

  func output(_ arguments: [String], for input: [UInt8]) throws(OfficeFileError) -> [UInt8] {
    do throws(BoundedProgram.Failure) {
      return try BoundedProgram(path: path, arguments: arguments).output(for: input)
    } catch {
      switch error {
      case .missing: throw OfficeFileError(.noProgram, "", Wording.program(rawValue, package))
      case .failed: throw OfficeFileError(.broken)
      case .tooSlow: throw OfficeFileError(.tooLarge, "", Wording.time)
      case .tooLarge: throw OfficeFileError(.tooLarge, "", Wording.output)
      }
    }
  }
}
