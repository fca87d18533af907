public import AuditModel
import CWorkbook
public import Scoring

/// The form people fill in, as a workbook: a sheet that says how, and a sheet for each scheme.
public enum JudgementWorkbook {
  /// Writes the form to `file`.
  /// - Parameter created: the creation time the file carries.
  public static func write(
    _ form: JudgementForm, to file: String, created: Instant
  ) throws(ReportError) {
    let workbook = try Workbook(
      file: file, title: SafeText.line("\(form.title) \(form.unit)", limit: 120),
      created: created)
    let styles = try FormStyles(workbook)
    try FormAbout(form).write(to: workbook.addSheet(FormText.aboutSheet), styles)
    for part in form.sheets { try write(part, to: workbook.addSheet(part.name), styles) }
    try workbook.close()
  }

  private static func write(
    _ part: JudgementForm.Sheet, to sheet: Sheet, _ styles: FormStyles
  ) throws(ReportError) {
    for (index, column) in FormColumn.allCases.enumerated() {
      let at = lxw_col_t(index)
      try sheet.check(worksheet_set_column(sheet.pointer, at, at, column.width, nil))
      try sheet.writeString(column.title, 0, at, styles.heading(column))
    }
    try sheet.check(worksheet_set_row(sheet.pointer, 0, 26, nil))
    for (index, row) in part.rows.enumerated() {
      try write(row, to: sheet, at: lxw_row_t(index + 1), styles)
    }
    sheet.setUpPages(lastRow: part.rows.count, lastColumn: FormColumn.allCases.count - 1)
    worksheet_freeze_panes(sheet.pointer, 1, 2)
  }

  private static func write(
    _ row: JudgementForm.Row, to sheet: Sheet, at line: lxw_row_t, _ styles: FormStyles
  ) throws(ReportError) {
    let texts = FormColumn.allCases.map { Cell.text(row.text(of: $0)) }
    let height = RowHeight.points(texts, widths: FormColumn.allCases.map(\.width))
    try sheet.check(worksheet_set_row(sheet.pointer, line, height, nil))
    for (index, column) in FormColumn.allCases.enumerated() {
      let at = lxw_col_t(index)
      let text = row.text(of: column)
      let style = styles.cell(column, column.format(of: row.entry))
      if FormStyles.Side(column) == .reading {
        try sheet.writeString(text, line, at, styles.base.forText(text))
      } else {
        try sheet.check(worksheet_write_blank(sheet.pointer, line, at, style.pointer))
        try column.check(of: row)?.apply(to: sheet, row: line, column: at)
      }
    }
  }
}

extension JudgementForm.Row {
  /// What stands in a column that is only read; empty for one that waits.
  fileprivate func text(of column: FormColumn) -> String {
    switch column {
    case .id: SafeText.line(id)
    case .path: SafeText.line(path, limit: 400)
    case .rule: SafeText.line(rule, limit: 600)
    case .source: SafeText.line(source)
    case .expected: SafeText.line(expected)
    case .machine: SafeText.line(machineText)
    case .ownValue, .ownNote, .value, .evidence, .by, .at, .note: ""
    }
  }
}

extension JudgementForm.Row {
  private var machineText: String {
    isLeftToProbes ? "\(machine)；\(FormText.leftToProbes)" : machine
  }
}

extension FormColumn {
  fileprivate var width: Double {
    switch self {
    case .id: 16
    case .path: 26
    case .rule: 40
    case .source: 34
    case .machine: 18
    case .expected, .evidence: 24
    case .ownValue, .value: 13
    case .ownNote: 20
    case .by: 10
    case .at: 12
    case .note: 16
    }
  }

  fileprivate func format(of entry: JudgementForm.Entry) -> FormStyles.Format {
    switch self {
    case .ownValue, .value: FormStyles.Format(entry)
    case .at: .day
    default: .text
    }
  }

  fileprivate func check(of row: JudgementForm.Row) -> CellCheck? {
    switch self {
    case .ownValue, .value: .entry(row.entry, expected: row.expected)
    case .at: .day
    default: nil
    }
  }
}
