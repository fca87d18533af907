import Auditing
import Foundation
import JudgementSheets
import OfficeFiles
import Schemes
import Scoring

/// Judgements as people hand them in: YAML or JSON, or a filled-in workbook.
enum JudgementFiles {
  /// - Parameter wanted: the scheme to be scored; nil: the file says.
  /// - Throws: everything that is wrong with the file, at once; nothing of it is used then.
  static func read(_ path: String, wanted: String? = nil) throws -> JudgementFile {
    guard isWorkbook(path) else { return try JudgementReader().read(path: path) }
    let name = (path as NSString).lastPathComponent
    let book: Spreadsheet
    do throws(OfficeFileError) {
      let bytes = try OfficeFileBytes.read(path: path, limits: limits)
      book = try SpreadsheetReader(limits: limits).read(bytes)
    } catch { throw AuditError(.options, "--judgements", "\(name): \(error)。") }
    let file = try FormReader(try SchemeShelf.catalogue(), file: name).read(book, wanted: wanted)
    let unsigned = file.given.flatMap(\.facts).count { $0.by == nil || $0.at == nil }
    if unsigned > 0 { complain("提醒:\(name) 有 \(unsigned) 个考评值没有写评定人或评定时间。") }
    return file
  }

  /// A form has a few hundred rows; what is far larger is another file.
  private static var limits: OfficeLimits {
    var limits = OfficeLimits()
    limits.fileBytes = 16 << 20
    limits.memberBytes = 64 << 20
    limits.rows = 20_000
    limits.cells = 500_000
    limits.strings = 200_000
    return limits
  }

  private static func isWorkbook(_ path: String) -> Bool {
    let ending = (path as NSString).pathExtension.lowercased()
    return ["xlsx", "xlsm", "xls", "et", "xlsb"].contains(ending)
  }
}

extension JudgementFile {
  /// Every set of what the assessors decided.
  fileprivate var given: [Judgements] {
    [judgements]
      + stages.values.compactMap { stage in
        if case .judgements(let judgements) = stage { return judgements }
        return nil
      }
  }
}
