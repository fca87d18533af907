import AuditModel
import OfficeFiles
import Scoring

/// One row of a form, its cells found by their headings.
struct RowCells {
  let row: Spreadsheet.Row
  let heading: HeadingRow

  subscript(column: FormColumn) -> Spreadsheet.Value? {
    guard let place = heading[column], let value = row[place]?.value else { return nil }
    // A cell somebody emptied with the space bar.
    if case .text(let text) = value, trimmed(text[...]).isEmpty { return nil }
    return value
  }

  var isBlank: Bool { FormColumn.allCases.allSatisfy { self[$0] == nil } }

  /// The form promised that what probes found counts while nobody writes another value.
  var isLeftToProbes: Bool {
    guard case .text(let text) = self[.machine] else { return false }
    return text.contains(FormText.leftToProbes)
  }

  /// Who, when and why a value of that column was given; the column at fault when a cell cannot be
  /// read.
  func note(of column: FormColumn) -> Result<EntryNote, NoteFault> {
    var texts: [FormColumn: String] = [:]
    let wanted: [FormColumn] = column == .ownValue ? [.ownNote] : [.evidence, .by, .at, .note]
    for column in wanted {
      guard let value = self[column] else { continue }
      do throws(CellRefusal) {
        texts[column] =
          column == .at ? try CellDay.read(value).description : try CellText.read(value)
      } catch { return .failure(NoteFault(column: column, sentence: error.sentence)) }
    }
    let parts = [texts[.ownNote], texts[.evidence].map(Wording.evidence), texts[.note]]
    let text = parts.compactMap { $0 }.joined(separator: "；")
    return .success(EntryNote(by: texts[.by], at: texts[.at], text: text.isEmpty ? nil : text))
  }
}

/// A cell beside a value that cannot be read.
struct NoteFault: Error {
  let column: FormColumn
  let sentence: String
}
