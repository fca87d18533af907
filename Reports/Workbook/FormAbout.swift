import CWorkbook
import Scoring

/// The sheet of a form that says what it is and how to fill it in.
struct FormAbout {
  private let form: JudgementForm

  init(_ form: JudgementForm) { self.form = form }

  func write(to sheet: Sheet, _ styles: FormStyles) throws(ReportError) {
    let keys = keys
    let lines =
      keys.map { [Cell.strong($0.key), .text($0.text)] }
      + FormGuide.lines(form).map { [Cell.strong($0.title), .text($0.text)] } + [[]]
    let parts = form.sheets.map { [Cell.text($0.name), .text($0.scheme), .text($0.version)] }
    try sheet.writeLines(
      lines + [headings.map(Cell.strong)] + parts, widths: widths, styles: styles.base)
    // A4 upright; the widths fill it at about the size they are written in.
    worksheet_set_margins(sheet.pointer, 0.5, 0.5, 0.6, 0.6)
    try check(keys.map(\.key), on: sheet, styles)
    guard form.isCombination else { return }
    for index in form.sheets.indices {
      try writeScores(to: sheet, at: lxw_row_t(lines.count + 1 + index), styles)
    }
  }

  private var headings: [String] {
    FormText.sheetHeadings + (form.isCombination ? FormText.scoreHeadings : [])
  }

  private var widths: [Double] {
    form.isCombination ? [14, 44, 18, 13, 13] : [14, 56, 18]
  }

  /// What may be written into the cells of this sheet.
  private func check(
    _ keys: [String], on sheet: Sheet, _ styles: FormStyles
  ) throws(ReportError) {
    let words = FormText.othersWords.map(\.word)
    let checks = [
      (FormText.othersKey, CellCheck.words(words)),
      (FormText.choicesKey, .choices(form.switchLines)),
    ]
    for (key, check) in checks {
      guard let row = keys.firstIndex(of: key) else { continue }
      try check.apply(to: sheet, row: lxw_row_t(row), column: 1)
    }
  }

  /// The cells for a stage's finished scores from elsewhere.
  private func writeScores(
    to sheet: Sheet, at row: lxw_row_t, _ styles: FormStyles
  ) throws(ReportError) {
    for (column, side) in [(3, FormColumn.ownValue), (4, .value)] {
      let style = styles.cell(side, .general)
      try sheet.check(worksheet_write_blank(sheet.pointer, row, lxw_col_t(column), style.pointer))
    }
  }

  private var keys: [(key: String, text: String)] {
    [
      (FormText.schemeKey, form.scheme), (FormText.titleKey, SafeText.line(form.title)),
      (FormText.unitKey, SafeText.line(form.unit)),
      (FormText.othersKey, FormText.othersWords[0].word),
      (FormText.choicesKey, FormText.choices(form.choices)),
    ]
  }
}
