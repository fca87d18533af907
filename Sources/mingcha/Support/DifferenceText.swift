import Scoring

/// A difference as lines on a terminal.
struct DifferenceText {
  private let difference: ScoreDifference
  private let sentences: [String: String]

  init(_ difference: ScoreDifference, sentences: [String: String]) {
    self.difference = difference
    self.sentences = sentences
  }

  var lines: [String] {
    let (before, after) = (difference.before, difference.after)
    var lines = [difference.unit.isEmpty ? "(未写明单位)" : difference.unit]
    lines.append(
      before.scheme == after.scheme
        ? "方案:\(after.title)" : "方案:\(before.title) → \(after.title)")
    lines.append(
      "\(after.resultTitle):\(before.result.text) → \(after.result.text)(\(movement));"
        + "已核:\(before.coverage.shownAsPercent()) → \(after.coverage.shownAsPercent())")
    if before.result != after.result, before.arithmetic != after.arithmetic {
      lines += before.arithmetic.map { "甲方:\($0)" } + after.arithmetic.map { "乙方:\($0)" }
    }
    lines += difference.remarks
    guard !difference.rows.isEmpty else {
      return lines + (difference.isEmpty ? ["没有变化。"] : [])
    }
    var table = TextTable(["变化", "甲", "乙", "指标"])
    for row in difference.rows {
      table.add([
        row.movementTitle, row.before?.text ?? "—", row.after?.text ?? "—",
        "\(row.id) \(row.path.joined(separator: " / "))",
      ])
    }
    let head = table.lines
    lines.append(head[0])
    for (line, row) in zip(head.dropFirst(), difference.rows) {
      lines.append(line)
      lines += row.reasons.map { "    · \(text($0))" }
    }
    return lines
  }

  private var movement: String { difference.movement.title(ofLoss: difference.after.isLoss) }

  private func text(_ reason: DifferenceReason) -> String {
    let sentence = reason.finding.flatMap { sentences[$0] }
    return reason.text + (sentence.map { ":\($0)" } ?? "")
  }
}

/// A difference for machines; bounds are exact texts, null where there is no bound.
struct DifferenceAnswer: Encodable {
  struct Side: Encodable {
    let scheme: String
    let title: String
    let bounds: [Rational?]
    let coverage: Rational

    init(_ side: ScoreDifference.Side) {
      (scheme, title, coverage) = (side.scheme, side.title, side.coverage)
      bounds = [side.result.low, side.result.high]
    }
  }

  struct Row: Encodable {
    let id: String
    let path: [String]
    let before: [Rational?]?
    let after: [Rational?]?
    let movement: Movement
    let reasons: [Reason]
  }

  struct Reason: Encodable {
    let kind: String
    let finding: String?
    let text: String
  }

  let unit: String
  let before: Side
  let after: Side
  let movement: Movement
  let rows: [Row]
  let remarks: [String]

  init(_ difference: ScoreDifference) {
    unit = difference.unit
    before = Side(difference.before)
    after = Side(difference.after)
    movement = difference.movement
    remarks = difference.remarks
    rows = difference.rows.map { row in
      Row(
        id: row.id, path: row.path, before: row.before.map { [$0.low, $0.high] },
        after: row.after.map { [$0.low, $0.high] }, movement: row.movement,
        reasons: row.reasons.map { Reason(kind: $0.kind, finding: $0.finding, text: $0.text) })
    }
  }
}
