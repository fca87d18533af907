import Scoring

/// The colours of a form: dark headings over what is only read, green over what the unit writes,
/// ochre over what the assessors write; a cell that waits for somebody is tinted the same way.
struct FormStyles {
  let base: Styles
  private let headings: [Side: CellFormat]
  private let cells: [Side: [Format: CellFormat]]

  enum Side: Hashable, CaseIterable {
    case reading, own, given

    init(_ column: FormColumn) {
      switch column {
      case .id, .path, .rule, .source, .expected, .machine: self = .reading
      case .ownValue, .ownNote: self = .own
      case .value, .evidence, .by, .at, .note: self = .given
      }
    }

    var headingFill: UInt32 {
      switch self {
      case .reading: 0x173A5E
      case .own: 0x2E6B4F
      case .given: 0x8A5A12
      }
    }

    var fill: UInt32? {
      switch self {
      case .reading: nil
      case .own: 0xE9F5EE
      case .given: 0xFFF6DD
      }
    }
  }

  /// The number format of a cell that waits.
  enum Format: String, Hashable, CaseIterable {
    case general = ""
    case text = "@"
    case share = "0.00##%"
    case day = "yyyy-mm-dd"
  }

  init(_ workbook: borrowing Workbook) throws(ReportError) {
    base = try Styles(workbook)
    var headings: [Side: CellFormat] = [:]
    var cells: [Side: [Format: CellFormat]] = [:]
    for side in Side.allCases {
      headings[side] = try workbook.addStyle(CellStyle(isHeader: true, fill: side.headingFill))
      for format in Format.allCases {
        let style = CellStyle(
          fill: side.fill, numberFormat: format == .general ? nil : format.rawValue)
        cells[side, default: [:]][format] = try workbook.addStyle(style)
      }
    }
    (self.headings, self.cells) = (headings, cells)
  }

  func heading(_ column: FormColumn) -> CellFormat { headings[Side(column)] ?? base.header }

  func cell(_ column: FormColumn, _ format: Format) -> CellFormat {
    cells[Side(column)]?[format] ?? base.text
  }
}

extension FormStyles.Format {
  /// Several numbers in one text must not become a date; a share may be typed as a percentage.
  init(_ entry: JudgementForm.Entry) {
    switch entry {
    case .flag, .event, .text: self = .text
    case .count, .points: self = .general
    case .share: self = .share
    }
  }
}
