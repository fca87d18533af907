import AuditModel
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
    if file.unit == nil {
      complain("提醒:\(name) 没有写单位,请填“\(FormText.aboutSheet)”的“\(FormText.unitKey)”一行(B3)。")
    }
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

extension StoredSweep {
  /// The units a file of judgements may be used for: the one it names. One file is about one unit,
  /// so in a sweep over many it must say which.
  func units(_ wanted: String?, judgedBy file: JudgementFile?) throws -> [AuditedUnit] {
    let units = try units(wanted)
    guard let file else { return units }
    guard let named = file.unit else {
      guard units.count > 1 else { return units }
      throw AuditError(
        .options, "--unit", "结果目录里有 \(units.count) 个单位,评定文件是哪一个的?请用 --unit 指明,或在文件里写 unit。")
    }
    let own = units.filter { $0.name == named || $0.id == named }
    guard own.isEmpty else { return own }
    throw AuditError(
      .options, "--judgements",
      "评定文件是“\(named)”的,不能用于\(units.map(\.name).joined(separator: "、"))。请核对文件里的单位和 --unit。")
  }
}

extension JudgementFile {
  /// Refuses to score one unit with what was decided about another.
  func check(isAbout wanted: String?, _ path: String) throws {
    guard let wanted, let unit, wanted != unit else { return }
    throw AuditError(.options, "--unit", "\(path) 是“\(unit)”的评定,不能用于“\(wanted)”。")
  }

  /// Says how much stays open because the form leaves it to probes and no sweep was given.
  func remindOfProbes(_ name: String) {
    let left = Set(given.flatMap(\.leftToProbes)).count
    guard left > 0 else { return }
    complain("提醒:\(name) 有 \(left) 行没有填考评值,留给检测;没有加 --out,这些条保持待定。")
  }

  /// Every set of what the assessors decided.
  fileprivate var given: [Judgements] {
    [judgements]
      + stages.values.compactMap { stage in
        if case .judgements(let judgements) = stage { return judgements }
        return nil
      }
  }
}
