import OfficeFiles
import Scoring

/// Reads one sheet of a filled-in form against its scheme. Problems are gathered, not thrown, so
/// that a person sees them all at once.
struct SheetReading {
  private(set) var own = SideReading(.ownValue)
  private(set) var given = SideReading(.value)
  private(set) var problems: [SheetProblem] = []

  private let scheme: Scheme
  private let sheet: Spreadsheet.Sheet
  private let file: String
  private let unit: String?
  private let targets: [String: FormTarget]
  private var rows: [String: Int] = [:]

  /// Whoever has this many problems has the wrong file.
  private static let mostProblems = 500

  /// - Parameter unit: the assessed unit, as the book names it.
  init(_ sheet: Spreadsheet.Sheet, scheme: Scheme, unit: String?, file: String) {
    (self.sheet, self.scheme, self.unit, self.file) = (sheet, scheme, unit, file)
    targets = FormTarget.all(of: scheme)
    read()
    problems.sort { ($0.row == 0 ? .max : $0.row) < ($1.row == 0 ? .max : $1.row) }
  }

  private mutating func read() {
    guard let heading = HeadingRow(sheet) else { return add(0, nil, Wording.noHeading) }
    for fault in heading.problems { add(heading.number, fault.column, fault.sentence) }
    guard heading.problems.isEmpty else { return }
    for row in sheet.rows where row.number > heading.number {
      guard problems.count < SheetReading.mostProblems else { return }
      read(RowCells(row: row, heading: heading))
    }
    for id in (scheme.criteria.map(\.id) + scheme.vetoes.map(\.id)) where rows[id] == nil {
      add(0, nil, Wording.missingID(id))
    }
    for fault in own.finish(scheme, targets, rows: rows) {
      add(fault.row, heading[.ownValue], fault.sentence)
    }
    for fault in given.finish(scheme, targets, rows: rows) {
      add(fault.row, heading[.value], fault.sentence)
    }
    refuseMerges(heading)
  }

  private mutating func read(_ cells: RowCells) {
    guard !cells.isBlank, let target = target(cells) else { return }
    if cells[.value] == nil, target.criterion != nil, cells.isLeftToProbes {
      given.leaveToProbes(target.id)
    }
    read(cells, target, into: \.own)
    read(cells, target, into: \.given)
  }

  /// What the row is about; nil when it says nothing or cannot be told.
  private mutating func target(_ cells: RowCells) -> FormTarget? {
    let (number, column) = (cells.row.number, cells.heading[.id])
    guard let id = (try? CellText.read(cells[.id])).flatMap({ $0 }).map(plain) else {
      if cells[.value] != nil || cells[.ownValue] != nil { add(number, column, Wording.noID) }
      return nil
    }
    guard let target = targets[id] else {
      add(number, column, Wording.unknownID(id, nearest(to: id, in: targets.keys.sorted())))
      return nil
    }
    if let earlier = rows[id] {
      add(number, column, Wording.doubledID(id, earlier))
      return nil
    }
    rows[id] = number
    return target
  }

  private mutating func read(
    _ cells: RowCells, _ target: FormTarget,
    into side: WritableKeyPath<SheetReading, SideReading>
  ) {
    let column = self[keyPath: side].column
    guard let value = cells[column] else { return }
    let note: EntryNote
    switch cells.note(of: column) {
    case .success(let read): note = read
    case .failure(let fault):
      return add(cells.row.number, cells.heading[fault.column], fault.sentence)
    }
    do throws(CellRefusal) {
      let entry = try CellEntry(value, rule: target.rule, expected: target.expected)
        .about(unit, rule: target.rule, issuer: scheme.issuer)
      try self[keyPath: side].take(entry, target, note, row: cells.row.number)
    } catch { add(cells.row.number, cells.heading[column], error.sentence) }
  }

  private mutating func refuseMerges(_ heading: HeadingRow) {
    let filled = [FormColumn.id, .ownValue, .value, .by, .at].compactMap { heading[$0] }
    for area in sheet.merges where area.rows.upperBound > heading.number {
      guard let column = filled.first(where: { area.columns.contains($0) }) else { continue }
      add(area.rows.lowerBound, column, Wording.merged)
    }
  }

  private mutating func add(_ row: Int, _ column: Int?, _ sentence: String) {
    problems.append(
      SheetProblem(
        file: file, sheet: sheet.name, row: row,
        column: column.map(Spreadsheet.columnName) ?? "", sentence: sentence))
  }
}
