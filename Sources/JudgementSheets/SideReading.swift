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

  mutating func leaveToProbes(_ id: String) { judgements.leftToProbes.insert(id) }

  /// Checks every value against its rule, and that nothing measured was left out. A veto nobody
  /// marks did not happen, as in a YAML file.
  ///
  /// - Parameter rows: where each criterion stands.
  mutating func finish(
    _ scheme: Scheme, _ targets: [String: FormTarget], rows: [String: Int]
  ) -> [(row: Int, sentence: String)] {
    judgements.events = scheme.vetoes.map(\.id).filter { events[$0] == true }
    return checked(scheme, targets) + besideStatus(targets) + unmeasured(scheme, rows)
  }

  private func checked(
    _ scheme: Scheme, _ targets: [String: FormTarget]
  ) -> [(row: Int, sentence: String)] {
    scheme.faults(in: judgements).filter { $0.reason != .statusAndFact }.map { fault in
      switch fault.place {
      case .fact(let index):
        (factRows[index], Wording.refused(fault.reason, targets[fault.entry]?.expected ?? ""))
      case .status(let index): (statusRows[index], fault.reason.description)
      case .event: (0, fault.reason.description)
      }
    }
  }

  /// A word about the whole indicator beside values of it: the word is what must be looked at.
  private func besideStatus(_ targets: [String: FormTarget]) -> [(row: Int, sentence: String)] {
    var filled: [String: [Int]] = [:]
    for (fact, row) in zip(judgements.facts, factRows) {
      if let leaf = targets[fact.criterion]?.criterion?.leaf {
        filled[leaf, default: []].append(row)
      }
    }
    return zip(judgements.statuses, statusRows).compactMap { status, row in
      filled[status.indicator].map {
        (row, Wording.statusOfWhole(status.status.title, besides: $0))
      }
    }
  }

  private func unmeasured(
    _ scheme: Scheme, _ rows: [String: Int]
  ) -> [(row: Int, sentence: String)] {
    let stated = Set(judgements.statuses.map(\.indicator))
    let waived = judgements.leftToProbes.union(
      scheme.leaves.filter { stated.contains($0.id) }.flatMap(\.criteria).map(\.id))
    return scheme.unmeasured(in: judgements).filter { !waived.contains($0) }
      .compactMap { id in rows[id].map { ($0, Wording.unmeasured) } }
  }
}
