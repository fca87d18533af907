import OfficeFiles
import Scoring

/// The sheet that says what the workbook is: keys with their values, then the table of sheets.
struct AboutSheet {
  struct Entry {
    let row: Int
    let sheet: String
    let scheme: String
    let version: String
    let ownScore: Spreadsheet.Value?
    let givenScore: Spreadsheet.Value?
  }

  private var values: [String: (row: Int, text: String)] = [:]
  private(set) var entries: [Entry] = []

  init?(_ book: Spreadsheet) {
    guard let sheet = book.sheets.first(where: { $0.name == FormText.aboutSheet }) else {
      return nil
    }
    var isInTable = false
    for row in sheet.rows {
      guard let first = AboutSheet.text(row[0]) else { continue }
      if first == FormText.sheetHeadings[0] {
        isInTable = true
      } else if isInTable {
        let fields = (1...2).map { AboutSheet.text(row[$0]) ?? "" }
        entries.append(
          Entry(
            row: row.number, sheet: first, scheme: fields[0], version: fields[1],
            ownScore: row[3]?.value, givenScore: row[4]?.value))
      } else if let text = AboutSheet.text(row[1]), values[first] == nil {
        values[first] = (row.number, text)
      }
    }
  }

  subscript(key: String) -> String? { values[key]?.text }

  func row(of key: String) -> Int { values[key]?.row ?? 0 }

  private static func text(_ cell: Spreadsheet.Cell?) -> String? {
    (try? CellText.read(cell?.value)).flatMap { $0 }
  }
}
