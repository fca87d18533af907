/// `xl/worksheets/sheet1.xml`: the cells of one sheet.
final class SheetPart: XMLListener {
  private(set) var sheet: Spreadsheet.Sheet
  private(set) var cellsLeft: Int
  private let context: CellContext
  private let limits: OfficeLimits
  private var isInExtension = false
  private var row = Spreadsheet.Row(number: 0, isHidden: false, cells: [])
  private var cell = OpenCell()

  /// The cell being read.
  private struct OpenCell {
    var column = -1
    var type = "n"
    var style = 0
    var text = ""
    var isInValue = false
    var isComputed = false
    var inline = RunText()
  }

  init(
    _ entry: WorkbookPart.Entry, _ context: CellContext, limits: OfficeLimits, cellsLeft: Int
  ) {
    sheet = Spreadsheet.Sheet(
      name: entry.name, isHidden: entry.isHidden, rows: [], merges: [], hiddenColumns: [])
    self.context = context
    self.limits = limits
    self.cellsLeft = cellsLeft
  }

  func start(_ name: String, _ attributes: [String: String]) throws(OfficeFileError) {
    guard !isInExtension else { return }
    switch name {
    case "extLst": isInExtension = true
    case "row": try startRow(attributes)
    case "c": try startCell(attributes)
    case "v": cell.isInValue = true
    case "f": cell.isComputed = true
    case "mergeCell": try merge(attributes["ref"] ?? "")
    case "col": hide(attributes)
    default: cell.inline.start(name)
    }
  }

  func text(_ text: String) {
    if cell.isInValue { cell.text += text } else { cell.inline.take(text) }
  }

  func end(_ name: String) throws(OfficeFileError) {
    switch name {
    case "extLst": isInExtension = false
    case "v": cell.isInValue = false
    case "c": try endCell()
    case "row": if !row.cells.isEmpty { sheet.rows.append(row) }
    default: cell.inline.end(name)
    }
  }

  private func startRow(_ attributes: [String: String]) throws(OfficeFileError) {
    let number = attributes["r"].map { Int($0) ?? 0 } ?? row.number + 1
    guard number > row.number, number <= 1_048_576 else {
      throw failure(.broken, Wording.cell(attributes["r"] ?? ""))
    }
    guard sheet.rows.count < limits.rows else {
      throw failure(.tooLarge, Wording.limit(Wording.rows, limits.rows))
    }
    row = Spreadsheet.Row(
      number: number, isHidden: XMLFlag.isTrue(attributes["hidden"]), cells: [])
    cell.column = -1
  }

  private func startCell(_ attributes: [String: String]) throws(OfficeFileError) {
    let previous = cell.column
    cell = OpenCell()
    cell.column = previous + 1
    if let text = attributes["r"] {
      guard let place = CellPlace(text), place.row == row.number, place.column > previous else {
        throw failure(.broken, Wording.cell(text))
      }
      cell.column = place.column
    }
    guard cell.column < limits.columns else {
      throw failure(.tooLarge, Wording.limit(Wording.columns, limits.columns))
    }
    cell.type = attributes["t"] ?? "n"
    cell.style = attributes["s"].flatMap { Int($0) } ?? 0
  }

  private func endCell() throws(OfficeFileError) {
    let text = cell.type == "inlineStr" ? cell.inline.finished : cell.text
    let value: Spreadsheet.Value?
    do throws(OfficeFileError) {
      value = try context.value(type: cell.type, style: cell.style, text: text)
    } catch { throw failure(error.code, error.detail) }
    guard let value = value ?? (cell.isComputed && cell.type != "str" ? .uncomputed : nil) else {
      return
    }
    cellsLeft -= 1
    guard cellsLeft >= 0 else {
      throw failure(.tooLarge, Wording.limit(Wording.cells, limits.cells))
    }
    row.cells.append(
      Spreadsheet.Cell(column: cell.column, value: value, isComputed: cell.isComputed))
  }

  private func merge(_ text: String) throws(OfficeFileError) {
    let corners = text.split(separator: ":").map { CellPlace(String($0)) }
    guard let first = corners.first, let start = first, let last = corners.last, let end = last,
      start.row <= end.row, start.column <= end.column
    else { throw failure(.broken, Wording.cell(text)) }
    guard sheet.merges.count < limits.rows else {
      throw failure(.tooLarge, Wording.limit(Wording.cells, limits.rows))
    }
    sheet.merges.append(
      Spreadsheet.Area(rows: start.row...end.row, columns: start.column...end.column))
  }

  private func hide(_ attributes: [String: String]) {
    guard XMLFlag.isTrue(attributes["hidden"]), let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), 1 <= first, first <= last,
      sheet.hiddenColumns.count < limits.columns
    else { return }
    sheet.hiddenColumns.append((first - 1)...(last - 1))
  }

  private func failure(_ code: OfficeFileError.Code, _ detail: String) -> OfficeFileError {
    let place =
      row.number > 0 && cell.column >= 0
      ? "\(sheet.name)!\(Spreadsheet.columnName(cell.column))\(row.number)" : sheet.name
    return OfficeFileError(code, place, detail)
  }
}

/// `B7` as a column counted from 0 and a row counted from 1; nil for anything else.
struct CellPlace {
  let column: Int
  let row: Int

  init?(_ text: String) {
    let letters = text.utf8.prefix { (65...90).contains($0) }
    let digits = text.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), (1...7).contains(digits.count),
      digits.allSatisfy({ (48...57).contains($0) }),
      let row = Int(String(decoding: digits, as: UTF8.self)),
      (1...1_048_576).contains(row)
    else { return nil }
    column = letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    self.row = row
    guard column < 16_384 else { return nil }
  }
}
