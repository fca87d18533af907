/// Puts one table together and unfolds its spanning cells.
final class TableBuilder {
  private let limits: OfficeLimits
  private var rows: [Row] = []
  private var open: Row?

  private struct Row {
    var cells: [Cell] = []
    var before = 0
    var isDropped = false
  }

  private struct Cell {
    var content = WordDocument.Cell(text: "", tables: [], isRepeated: false)
    var span = 1
    /// Goes on with the cell above.
    var continuesAbove = false
    /// Goes on with the cell to the left (old files).
    var continuesLeft = false
  }

  init(limits: OfficeLimits) { self.limits = limits }

  func startRow() throws(OfficeFileError) {
    guard rows.count < limits.rows else {
      throw OfficeFileError(.tooLarge, "", Wording.limit(Wording.rows, limits.rows))
    }
    open = Row()
  }

  /// The row was deleted, and the deletion only waits to be accepted.
  func dropRow() { open?.isDropped = true }

  func startCell() { open?.cells.append(Cell()) }

  /// A property of the open row or cell.
  func property(_ name: String, _ value: String?) {
    let number = min(limits.columns, max(1, value.flatMap { Int($0) } ?? 1))
    switch name {
    case "gridBefore": open?.before = number
    case "gridSpan": update { $0.span = number }
    case "vMerge": update { $0.continuesAbove = value != "restart" }
    case "hMerge": update { $0.continuesLeft = value != "restart" }
    default: break
    }
  }

  func endCell(_ blocks: [WordDocument.Block]) {
    var lines: [String] = []
    var tables: [WordDocument.Table] = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): lines.append(paragraph.text)
      case .table(let table): tables.append(table)
      }
    }
    let text = lines.joined(separator: "\n")
    update { $0.content = WordDocument.Cell(text: text, tables: tables, isRepeated: false) }
  }

  func endRow() {
    if let open, !open.isDropped { rows.append(open) }
    open = nil
  }

  /// Places the table covers once unfolded.
  var places: Int {
    rows.reduce(0) { $0 + $1.before + $1.cells.reduce(0) { $0 + $1.span } }
  }

  var finished: WordDocument.Table {
    var unfolded: [[WordDocument.Cell]] = []
    for row in rows { unfolded.append(unfold(row, below: unfolded.last ?? [])) }
    return WordDocument.Table(cells: unfolded)
  }

  private func unfold(_ row: Row, below above: [WordDocument.Cell]) -> [WordDocument.Cell] {
    let blank = WordDocument.Cell(text: "", tables: [], isRepeated: false)
    var line = [WordDocument.Cell](repeating: blank, count: row.before)
    for cell in row.cells {
      var content = cell.content
      if cell.continuesAbove, line.count < above.count {
        content = above[line.count]
        content.isRepeated = true
      } else if cell.continuesLeft, let left = line.last {
        content = left
        content.isRepeated = true
      }
      line.append(content)
      content.isRepeated = true
      for _ in 1..<max(1, cell.span) where line.count < limits.columns { line.append(content) }
    }
    return line
  }

  private func update(_ change: (inout Cell) -> Void) {
    guard var row = open, !row.cells.isEmpty else { return }
    open = nil
    change(&row.cells[row.cells.count - 1])
    open = row
  }
}
