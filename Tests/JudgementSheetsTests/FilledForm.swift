import AuditModel
import Foundation
import OfficeFiles
import Reports
import Schemes
import Scoring

@testable import JudgementSheets

/// A form as a person hands it back: written as `score template` writes it, read, and changed in
/// memory cell by cell.
struct FilledForm {
  static let catalogue = Catalogue(folder: catalogueFolder)

  let form: JudgementForm
  var book: Spreadsheet

  /// - Parameters:
  ///   - unit: nil: the first the document lists.
  ///   - seen: what probes saw of it.
  init(
    _ id: String, unit: String? = nil, choices: [String: String] = [:], seen: ScoreInput? = nil
  ) throws {
    let unit = try unit ?? Self.catalogue.item(id)?.unitNames.names.first ?? "某市"
    form = try Self.catalogue.form(id, unit: unit, choices: choices, seen: seen)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("mingcha-form-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    try JudgementWorkbook.write(form, to: file, created: Instant(milliseconds: 0))
    book = try SpreadsheetReader().read(try OfficeFileBytes.read(path: file))
  }

  /// Places are those of the template: headings in row 1, columns in the order of ``FormColumn``.
  mutating func set(_ id: String, _ column: FormColumn, _ value: Spreadsheet.Value) {
    for index in book.sheets.indices where book.sheets[index].name != FormText.aboutSheet {
      guard let row = book.sheets[index].rows.firstIndex(where: { $0[0]?.value == .text(id) })
      else { continue }
      let place = FormColumn.allCases.firstIndex(of: column) ?? 0
      book.sheets[index].rows[row].cells.removeAll { $0.column == place }
      book.sheets[index].rows[row].cells.append(
        Spreadsheet.Cell(column: place, value: value, isComputed: false))
    }
  }

  mutating func fill(_ id: String, _ text: String, by: String? = nil, at: String? = nil) {
    set(id, .value, .text(text))
    if let by { set(id, .by, .text(by)) }
    if let at { set(id, .at, .text(at)) }
  }

  /// Changes the only sheet of rows.
  mutating func change(_ body: (inout Spreadsheet.Sheet) -> Void) {
    body(&book.sheets[1])
  }

  /// Changes a value of the sheet that says what the book is; nil empties the cell.
  mutating func setAbout(_ key: String, _ text: String?) {
    for row in book.sheets[0].rows.indices {
      guard book.sheets[0].rows[row][0]?.value == .text(key) else { continue }
      book.sheets[0].rows[row].cells.removeAll { $0.column == 1 }
      guard let text else { return }
      book.sheets[0].rows[row].cells.append(
        Spreadsheet.Cell(column: 1, value: .text(text), isComputed: false))
      return
    }
  }

  func read(wanted: String? = nil) throws -> JudgementFile {
    try FormReader(Self.catalogue, file: "评定.xlsx").read(book, wanted: wanted)
  }

  /// What a person is told; empty when the form can be used.
  func problems(wanted: String? = nil) -> [String] {
    do {
      _ = try read(wanted: wanted)
      return []
    } catch let error as SheetProblems {
      return error.problems.map(\.description)
    } catch { return ["\(error)"] }
  }

  private static var catalogueFolder: String {
    var url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.appendingPathComponent("Sources/Schemes/Catalogue").path
  }
}
