import CWorkbook
import Scoring

/// The sheet of a form that says what it is and how to fill it in.
struct FormAbout {
  private let form: JudgementForm

  init(_ form: JudgementForm) { self.form = form }

  func write(to sheet: Sheet, _ styles: FormStyles) throws(ReportError) {
    let widths: [Double] = [16, 60, 22, 16, 16]
    let keys = keys
    let lines =
      keys.map { [Cell.strong($0.key), .text($0.text)] }
      + FormGuide.lines.map { [Cell.strong($0.title), .text($0.text)] } + [[]]
    let headings = FormText.sheetHeadings.map(Cell.strong)
    let parts = form.sheets.map { [Cell.text($0.name), .text($0.scheme), .text($0.version)] }
    try sheet.writeLines(lines + [headings] + parts, widths: widths, styles: styles.base)
    if let row = keys.firstIndex(where: { $0.key == FormText.othersKey }) {
      try CellCheck.words(FormText.othersWords.map(\.word)).apply(
        to: sheet, row: lxw_row_t(row), column: 1)
    }
    guard form.isCombination else { return }
    for index in form.sheets.indices {
      let row = lxw_row_t(lines.count + 1 + index)
      for (column, side) in [(3, FormColumn.ownValue), (4, .value)] {
        let style = styles.cell(side, .general)
        try sheet.check(
          worksheet_write_blank(sheet.pointer, row, lxw_col_t(column), style.pointer))
      }
    }
  }

  private var keys: [(key: String, text: String)] {
    [
      (FormText.schemeKey, form.scheme), (FormText.titleKey, SafeText.line(form.title)),
      (FormText.unitKey, SafeText.line(form.unit)),
      (FormText.othersKey, FormText.othersWords[0].word), (FormText.choicesKey, ""),
    ]
  }
}
