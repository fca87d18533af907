import Scoring

/// What one side says on a sheet, 自评 or 考评, with the rows it says it in.
struct SideReading {
  /// The column of its values.
  let column: FormColumn
  private(set) var judgements = Judgements()
  private var factRows: [Int] = []
  private var statusRows: [Int] = []
  private var events: [String: Bool] = [:]

  init(_ column: FormColumn) { self.column = column }

  var isEmpty: Bool {
    judgements.facts.isEmpty && judgements.statuses.isEmpty && events.isEmpty
  }

  mutating func take(
    _ entry: CellEntry, _ target: FormTarget, _ note: EntryNote, row: Int
  ) throws(CellRefusal) {
    switch (entry, target.criterion) {
    case (.value(let value), .some):
      judgements.facts.append(
        Judgement(
          criterion: target.id, value: value, by: note.by, at: note.at, note: note.text))
      factRows.append(row)
    case (.status(let status), .some(let criterion)):
      judgements.statuses.append(
        StatusJudgement(
          indicator: criterion.leaf, status: status, by: note.by, at: note.at, note: note.text))
      statusRows.append(row)
    case (.value(.flag(let happened)), nil): events[target.id] = happened
    default: throw CellRefusal(sentence: Wording.statusForVeto)
    }
  }

  /// Checks every value against its rule. A veto nobody marks did not happen, as in a YAML file.
  mutating func finish(
    _ scheme: Scheme, _ targets: [String: FormTarget]
  ) -> [(row: Int, sentence: String)] {
    let faults = scheme.faults(in: judgements).map { fault -> (Int, String) in
      switch fault.place {
      case .fact(let index):
        (factRows[index], Wording.refused(fault.reason, targets[fault.entry]?.expected ?? ""))
      case .status(let index): (statusRows[index], fault.reason.description)
      case .event: (0, fault.reason.description)
      }
    }
    judgements.events = scheme.vetoes.map(\.id).filter { events[$0] == true }
    return faults
  }
}
