import AuditModel

/// What cells refer to: shared strings, number formats, the first day.
struct CellContext {
  var strings: [String]
  var looks: [NumberLook]
  var uses1904: Bool

  /// The value of a cell of type `type` (ECMA-376 Part 1 §18.18.11) with style number `style`;
  /// nil for an empty cell.
  func value(
    type: String, style: Int, text: String
  ) throws(OfficeFileError) -> Spreadsheet.Value? {
    switch type {
    case "s":
      guard let index = Int(text), strings.indices.contains(index) else {
        throw OfficeFileError(.broken, "", Wording.sharedString(text))
      }
      return strings[index].isEmpty ? nil : .text(strings[index])
    case "str", "inlineStr":
      let text = EscapedText.read(text)
      return text.isEmpty ? nil : .text(text)
    case "b": return text.isEmpty ? nil : .flag(XMLFlag.isTrue(text))
    case "e": return text.isEmpty ? nil : .error(text)
    case "d": return text.isEmpty ? nil : .date(writtenDate(text))
    default: return text.isEmpty ? nil : try number(text, style)
    }
  }

  private func number(_ text: String, _ style: Int) throws(OfficeFileError) -> Spreadsheet.Value {
    guard let number = Double(text) else {
      throw OfficeFileError(.broken, "", Wording.value(text))
    }
    switch looks.indices.contains(style) ? looks[style] : .number(.general) {
    case .number(let format): return .number(CellNumber(raw: text, format: format))
    case .date(let showsDay, let showsTime):
      return .date(
        CellDate(
          day: showsDay ? day(number) : nil, seconds: showsTime ? seconds(number) : nil,
          raw: text))
    }
  }

  /// Serial day 1 is 1900-01-01, and 60 a 29 February that never was; or day 0 is 1904-01-01.
  private func day(_ serial: Double) -> Day? {
    guard serial >= (uses1904 ? 0 : 1), serial < 2_958_466 else { return nil }
    let whole = Int(serial.rounded(.down))
    if uses1904 { return Day(year: 1904, month: 1, day: 1)?.adding(days: whole) }
    guard whole != 60 else { return nil }
    return Day(year: 1899, month: 12, day: whole < 60 ? 31 : 30)?.adding(days: whole)
  }

  private func seconds(_ serial: Double) -> Int? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let fraction = serial - serial.rounded(.down)
    return min(86_399, Int((fraction * 86_400).rounded()))
  }

  /// `2022-12-20` or `2022-12-20T09:30:00`, as strict files may write them.
  private func writtenDate(_ text: String) -> CellDate {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    let clock = (parts.count > 1 ? parts[1] : "").prefix(8).split(separator: ":").map { Int($0) }
    var seconds: Int?
    if clock.count >= 2, let hour = clock[0], let minute = clock[1] {
      seconds = hour * 3600 + minute * 60 + ((clock.count > 2 ? clock[2] : 0) ?? 0)
    }
    return CellDate(day: parts.first.flatMap { Day($0) }, seconds: seconds, raw: text)
  }
}
