import CWorkbook
import Foundation

/// What goes into one cell. There is no case for a formula or a live link, on purpose.
enum Cell {
  /// Always written as a string.
  case text(String)
  /// A string in the middle, for short fixed words.
  case word(String)
  case strong(String)
  case count(Int)
  /// The text of a figure: a number where it is one, so that it can be sorted and added up.
  case figure(String)
  /// A number that names a row.
  case index(Int)
  case empty
}

/// A column's heading and width in characters.
struct SheetColumn {
  let title: String
  let width: Double

  init(_ title: String, _ width: Double) {
    self.title = title
    self.width = width
  }
}

/// A sheet of an open workbook; must not outlive it.
struct Sheet {
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  let file: String

  /// A table with a frozen, repeated heading, filters, and A3 landscape pages one table wide.
  func writeTable(
    _ columns: [SheetColumn], rows: [[Cell]], styles: Styles, rowHeight: Double? = nil
  ) throws(ReportError) {
    for (index, column) in columns.enumerated() {
      let at = lxw_col_t(index)
      try check(worksheet_set_column(pointer, at, at, column.width, nil))
      try check(worksheet_write_string(pointer, 0, at, column.title, styles.header.pointer))
    }
    try check(worksheet_set_row(pointer, 0, 26, nil))
    for (index, row) in rows.enumerated() {
      let height = max(rowHeight ?? 0, RowHeight.points(row, widths: columns.map(\.width)))
      try write(row, at: index + 1, styles: styles, height: height)
    }
    setUpPages(lastRow: rows.count, lastColumn: columns.count - 1)
  }

  /// Plain lines below each other, without a heading.
  func writeLines(_ lines: [[Cell]], widths: [Double], styles: Styles) throws(ReportError) {
    for (index, width) in widths.enumerated() {
      try check(worksheet_set_column(pointer, lxw_col_t(index), lxw_col_t(index), width, nil))
    }
    for (index, line) in lines.enumerated() {
      let height = RowHeight.points(line, widths: widths)
      try write(line, at: index, styles: styles, height: height)
    }
    worksheet_set_paper(pointer, 9)
    worksheet_fit_to_pages(pointer, 1, 0)
  }

  /// Puts a picture into a cell, scaled to fit the box, its proportions kept.
  func insert(
    _ picture: Picture, row: Int, column: Int, box: (width: Double, height: Double)
  ) throws(ReportError) {
    let scale = min(
      box.width / Double(picture.width), box.height / Double(picture.height), 1)
    let result = withCopies(["页面截图缩略图"]) { texts in
      var options = lxw_image_options()
      options.x_offset = 4
      options.y_offset = 4
      options.x_scale = scale
      options.y_scale = scale
      options.object_position = UInt8(LXW_OBJECT_MOVE_AND_SIZE.rawValue)
      options.description = texts[0]
      return picture.bytes.withUnsafeBytes { bytes in
        worksheet_insert_image_buffer_opt(
          pointer, lxw_row_t(row), lxw_col_t(column),
          bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, &options)
      }
    }
    try check(result)
  }

  private func write(
    _ row: [Cell], at index: Int, styles: Styles, height: Double
  ) throws(ReportError) {
    let line = lxw_row_t(index)
    try check(worksheet_set_row(pointer, line, height, nil))
    for (column, cell) in row.enumerated() {
      let at = lxw_col_t(column)
      switch cell {
      case .text(let text):
        try writeString(text, line, at, styles.forText(text))
      case .word(let text): try writeString(text, line, at, styles.centred)
      case .strong(let text): try writeString(text, line, at, styles.strong)
      case .count(let number):
        try check(worksheet_write_number(pointer, line, at, Double(number), styles.number.pointer))
      case .figure(let text): try writeFigure(text, line, at, styles)
      case .index(let number):
        try check(worksheet_write_number(pointer, line, at, Double(number), styles.centred.pointer))
      case .empty: try check(worksheet_write_blank(pointer, line, at, styles.text.pointer))
      }
    }
  }

  private func writeFigure(
    _ text: String, _ row: lxw_row_t, _ column: lxw_col_t, _ styles: Styles
  ) throws(ReportError) {
    let isPlain = text.allSatisfy { "0123456789.-".contains($0) }
    guard isPlain, let number = Double(text) else {
      return try writeString(text, row, column, styles.centred)
    }
    try check(worksheet_write_number(pointer, row, column, number, styles.centred.pointer))
  }

  /// A cell holds 32,767 UTF-16 units at most; half as many scalars always fit.
  func writeString(
    _ text: String, _ row: lxw_row_t, _ column: lxw_col_t, _ style: CellFormat
  ) throws(ReportError) {
    if text.isEmpty {
      try check(worksheet_write_blank(pointer, row, column, style.pointer))
    } else {
      let fitting = String(text.unicodeScalars.prefix(16_000))
      try check(worksheet_write_string(pointer, row, column, fitting, style.pointer))
    }
  }

  func setUpPages(lastRow: Int, lastColumn: Int) {
    worksheet_freeze_panes(pointer, 1, 0)
    worksheet_autofilter(pointer, 0, 0, lxw_row_t(lastRow), lxw_col_t(lastColumn))
    worksheet_repeat_rows(pointer, 0, 0)
    worksheet_set_landscape(pointer)
    worksheet_set_paper(pointer, 8)
    worksheet_set_margins(pointer, 0.4, 0.4, 0.5, 0.6)
    worksheet_fit_to_pages(pointer, 1, 0)
    worksheet_set_footer(pointer, "&C第 &P 页，共 &N 页")
  }

  func check(_ result: lxw_error) throws(ReportError) {
    guard result == LXW_NO_ERROR else {
      throw .workbook(file: file, detail: String(cString: cworkbook_error_text(result)))
    }
  }
}

/// How tall a row must be for its wrapped text. Only Excel fits rows by itself on opening; WPS and
/// LibreOffice show one line unless told.
enum RowHeight {
  static func points(_ row: [Cell], widths: [Double]) -> Double {
    let tallest = zip(row, widths).map { lines(text($0), width: $1) }.max() ?? 1
    return min(Double(max(tallest, 1)) * 14.5 + 4, 260)
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .word(let text), .strong(let text), .figure(let text): text
    case .count, .index, .empty: ""
    }
  }

  private static func lines(_ text: String, width: Double) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { total, line in
      let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
      return total + max(1, Int((Double(columns) / max(width - 1, 1)).rounded(.up)))
    }
  }
}
