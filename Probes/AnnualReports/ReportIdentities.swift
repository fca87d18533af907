import SiteModel

/// One equation of the form, with the cells that stand in it.
struct ReportIdentity {
  /// Where it is checked: a column's or a row's name.
  let place: String
  /// What is added up on each side, with the words of the form.
  let left: [(name: String, cell: ReportCell)]
  let right: [(name: String, cell: ReportCell)]

  enum Verdict {
    case holds
    case broken
    /// It does not hold, but a sum was left empty.
    case brokenByBlank
    /// A cell holds no number.
    case unknown
  }

  var verdict: Verdict {
    guard let first = ReportIdentity.sum(left), let second = ReportIdentity.sum(right) else {
      return .unknown
    }
    if first == second { return .holds }
    // Two and two: every cell is a sum by itself.
    let sums =
      left.count + right.count == 4
      ? left + right : [left, right].filter { $0.count == 1 }.joined().map(\.self)
    let isBlank = sums.contains { $0.cell.isBlank }
    return isBlank ? .brokenByBlank : .broken
  }

  private static func sum(_ side: [(name: String, cell: ReportCell)]) -> Int? {
    var total = 0
    for (_, cell) in side {
      guard let value = cell.value else { return nil }
      total += value
    }
    return total
  }

  /// `自然人:一 12 + 二 3 = 15,三(七)13 + 四 1 = 14,相差 1`
  var line: String {
    let (first, second) = (ReportIdentity.sum(left) ?? 0, ReportIdentity.sum(right) ?? 0)
    return "\(place)：\(ReportIdentity.words(left))，\(ReportIdentity.words(right))，"
      + "相差\(abs(first - second))"
  }

  private static func words(_ side: [(name: String, cell: ReportCell)]) -> String {
    if side.count == 1 { return "\(side[0].name)为\(shown(side[0].cell))" }
    let sum = ReportIdentity.sum(side) ?? 0
    let shownParts = side.filter { $0.cell.value != 0 }
    guard side.count > 4 else {
      return side.map { "\($0.name)\(shown($0.cell))" }.joined(separator: "＋") + "＝\(sum)"
    }
    // A column of twenty rows: zeros say nothing.
    let parts = shownParts.prefix(12).map { "\($0.name)\(shown($0.cell))" }
    return "各项之和" + (parts.isEmpty ? "" : "（\(parts.joined(separator: "＋"))）") + "＝\(sum)"
  }

  private static func shown(_ cell: ReportCell) -> String {
    cell.isBlank ? "（空）" : String(cell.value ?? 0)
  }
}

/// Every equation the form's tables must satisfy (国办公开办函〔2021〕30号, the note in table 三).
enum ReportIdentities {
  static func of(_ table: ApplicationTable) -> [ReportIdentity] {
    var result: [ReportIdentity] = []
    let (received, carriedIn) = (table.row(.received), table.row(.carriedIn))
    let (total, carriedOut) = (table.row(.total), table.row(.carriedOut))
    for (index, column) in ApplicationTable.applicants.enumerated() {
      if let received, let carriedIn, let total, let carriedOut {
        result.append(
          ReportIdentity(
            place: "“\(column)”列",
            left: [("一", received.cells[index]), ("二", carriedIn.cells[index])],
            right: [("三（七）", total.cells[index]), ("四", carriedOut.cells[index])]))
      }
      if let total, !table.results.isEmpty {
        result.append(
          ReportIdentity(
            place: "“\(column)”列", left: [("三（七）总计", total.cells[index])],
            right: table.results.map { (short($0.label), $0.cells[index]) }))
      }
    }
    for row in table.rows {
      let names = ApplicationTable.applicants
      let parts = zip(names, row.cells).dropLast().map { (name: $0, cell: $1) }
      guard let sum = row.cells.last else { continue }
      result.append(
        ReportIdentity(place: "“\(short(row.label))”行", left: [("总计", sum)], right: parts))
    }
    return result
  }

  static func of(_ table: DisputeTable) -> [ReportIdentity] {
    table.groups.compactMap { group in
      guard let sum = group.cells.last else { return nil }
      let parts = zip(DisputeTable.outcomes, group.cells).dropLast().map { (name: $0, cell: $1) }
      return ReportIdentity(place: "“\(group.title)”", left: [("总计", sum)], right: parts)
    }
  }

  private static func short(_ label: String) -> String {
    label.count > 16 ? "\(label.prefix(15))…" : label
  }
}
