import CWorkbook
import Scoring

/// What the office program checks while somebody types. Everything only warns: 未考核 and 不适用 are
/// always possible, and reading back checks again.
enum CellCheck {
  case entry(JudgementForm.Entry, expected: String)
  case day
  case words([String])
  /// Several readings in one text, with what may be chosen.
  case choices([String])

  func apply(to sheet: Sheet, row: lxw_row_t, column: lxw_col_t) throws(ReportError) {
    let texts = [title, String(prompt.prefix(200))] + list
    let result = withCopies(texts) { copies in
      var check = lxw_data_validation()
      check.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
      check.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
      check.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
      check.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      check.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
      (check.input_title, check.input_message) = (copies[0], copies[1])
      (check.error_title, check.error_message) = (copies[0], copies[1])
      var words: [UnsafeMutablePointer<CChar>?] = Array(copies.dropFirst(2))
      words.append(nil)
      return words.withUnsafeMutableBufferPointer { words in
        limit(&check, words.baseAddress)
        return worksheet_data_validation_cell(sheet.pointer, row, column, &check)
      }
    }
    try sheet.check(result)
  }

  private var title: String { FormText.promptTitle }

  private var prompt: String {
    switch self {
    case .entry(_, let expected): expected
    case .day: FormText.dayPrompt
    case .words(let words): words.joined(separator: "、")
    case .choices(let lines): lines.joined(separator: "\n")
    }
  }

  private var list: [String] {
    switch self {
    case .entry(.flag, _): FormText.flagWords + FormText.statusWords.map(\.word)
    case .entry(.event, _): FormText.flagWords
    case .words(let words): words
    default: []
    }
  }

  private func limit(
    _ check: inout lxw_data_validation, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  ) {
    check.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch self {
    case .words, .entry(.flag, _), .entry(.event, _):
      check.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      check.value_list = words
    case .entry(.count, _):
      check.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      check.maximum_number = 1_000_000_000
    case .entry(.share, _):
      check.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      check.maximum_number = 1
    case .entry(.points(let maximum), _):
      check.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      check.maximum_number = maximum.map { Double($0.numerator) / Double($0.denominator) } ?? 1e9
    case .entry(.text, _), .choices:
      check.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      (check.minimum_number, check.maximum_number) = (1, 500)
    case .day:
      check.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      (check.minimum_datetime.year, check.minimum_datetime.month, check.minimum_datetime.day) =
        (2000, 1, 1)
      (check.maximum_datetime.year, check.maximum_datetime.month, check.maximum_datetime.day) =
        (2099, 12, 31)
    }
  }
}
