import OfficeFiles
import Scoring

/// The row of headings: which column stands where.
struct HeadingRow {
  let number: Int
  private var columns: [FormColumn: Int] = [:]
  private(set) var problems: [(column: Int?, sentence: String)] = []

  /// Looks among the first rows for the one with the heading of the ids; nil when there is none.
  init?(_ sheet: Spreadsheet.Sheet) {
    let found = sheet.rows.prefix(20).first { row in
      row.cells.contains { HeadingRow.text($0) == FormColumn.id.title }
    }
    guard let row = found else { return nil }
    number = row.number
    var strangers: [String] = []
    for cell in row.cells {
      guard let title = HeadingRow.text(cell) else { continue }
      guard let column = FormColumn.allCases.first(where: { $0.title == title }) else {
        strangers.append(title)
        continue
      }
      if columns.updateValue(cell.column, forKey: column) != nil {
        problems.append((cell.column, Wording.doubledColumn(title)))
      }
    }
    for column in FormColumn.allCases where columns[column] == nil {
      let near = nearest(to: column.title, in: strangers)
      problems.append((nil, Wording.missingColumn(column.title, nearest: near)))
    }
  }

  subscript(column: FormColumn) -> Int? { columns[column] }

  private static func text(_ cell: Spreadsheet.Cell) -> String? {
    guard case .text(let text) = cell.value else { return nil }
    return plain(text).filter { !$0.isWhitespace }
  }
}
