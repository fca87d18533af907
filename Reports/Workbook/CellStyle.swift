import CWorkbook

/// How a cell looks, in a handful of values.
struct CellStyle {
  var isBold = false
  var isHeader = false
  var isCentred = false
  var isRight = false
  /// Text that a spreadsheet might take for a formula when someone edits the cell is kept as text
  /// by the number format `@` (number 49); a cell value of type string is never evaluated anyway.
  var isGuarded = false
  var colour: UInt32?
  var size = 10.5
  /// Background.
  var fill: UInt32?
  /// `@`, `0.00##%`, `yyyy-mm-dd`; nil: as the office program likes.
  var numberFormat: String?

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, "宋体")
    format_set_font_size(format, size)
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, 0xC9D1DB)
    if isBold { format_set_bold(format) }
    if isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    if isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if isGuarded { format_set_num_format_index(format, 49) }
    if let colour { format_set_font_color(format, colour) }
    if isHeader { applyHeader(to: format) }
    if let fill { format_set_bg_color(format, fill) }
    if let numberFormat { format_set_num_format(format, numberFormat) }
  }

  private func applyHeader(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_bold(format)
    format_set_font_color(format, 0xFFFFFF)
    format_set_bg_color(format, 0x173A5E)
    format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
  }
}

/// A style of one workbook.
struct CellFormat {
  let pointer: UnsafeMutablePointer<lxw_format>
}

/// The styles every sheet of ours uses.
struct Styles {
  let header, text, guarded, centred, number, strong, title: CellFormat

  init(_ workbook: borrowing Workbook) throws(ReportError) {
    header = try workbook.addStyle(CellStyle(isHeader: true))
    text = try workbook.addStyle(CellStyle())
    guarded = try workbook.addStyle(CellStyle(isGuarded: true))
    centred = try workbook.addStyle(CellStyle(isCentred: true))
    number = try workbook.addStyle(CellStyle(isRight: true))
    strong = try workbook.addStyle(CellStyle(isBold: true))
    title = try workbook.addStyle(CellStyle(isBold: true, size: 14))
  }

  /// The style for a text nobody vetted.
  func forText(_ text: String) -> CellFormat {
    guard let first = text.unicodeScalars.first else { return self.text }
    return "=+-@\t\r|%".unicodeScalars.contains(first) ? guarded : self.text
  }
}
