import Scoring

/// A scorecard as lines on a terminal.
struct ScoreText {
  private let card: Scorecard
  private let sentences: [String: String]

  /// - Parameter sentences: finished sentences of findings, by id.
  init(_ card: Scorecard, sentences: [String: String] = [:]) {
    self.card = card
    self.sentences = sentences
  }

  /// The result and how much of it is known.
  var summary: String {
    var lines = ["\(card.title)(\(card.document))"]
    if !card.unit.isEmpty { lines.append("单位:\(card.unit)") }
    lines.append(
      "\(card.resultTitle):\(card.totalText)  已核:\(card.coverageText)  未评定指标:\(card.unassessed)")
    lines += card.ending?.lines ?? []
    lines += card.vetoes.filter { $0.state != .no }.map(veto)
    lines += card.barTitles.map { "不得评为:\($0)" }
    if let grade = card.gradeText { lines.append("等次:\(grade)") }
    return lines.joined(separator: "\n")
  }

  private func veto(_ veto: VetoRow) -> String {
    let state = veto.state == .yes ? "已发生" : "待定"
    let seen =
      veto.candidates.isEmpty ? "" : ";检查发现 \(veto.candidates.joined(separator: "、")),待人确认"
    return "否决项 \(veto.id)(\(state)):\(veto.text)(\(veto.effect))\(seen)"
  }

  /// Every indicator with its arithmetic, findings and judgements.
  var full: String {
    var lines = [summary, ""]
    for stage in card.stages {
      lines.append(stage.explanation)
      if let part = stage.card { lines += ScoreText(part, sentences: sentences).staged }
    }
    return (lines + rows).joined(separator: "\n")
  }

  /// As a part of a combination.
  private var staged: [String] { (card.ending?.lines ?? []) + rows }

  private var rows: [String] { card.rows.flatMap { text($0, indent: "") } }

  private func text(_ row: IndicatorRow, indent: String) -> [String] {
    var lines = [
      "\(indent)\(row.id) \(row.name)〔\(row.marksText)〕 \(sign(row))\(row.scoreText) \(row.stateText)"
        + (row.line.map { " 原文第\($0)行" } ?? "")
    ]
    let inner = indent + "  "
    if row.children.isEmpty { lines.append("\(inner)\(row.explanation)") }
    lines += row.criteria.flatMap { self.lines($0, indent: inner) }
    lines += row.findings.map { "\(inner)问题:\(finding($0))" }
    lines += row.undecided.map { "\(inner)待定:\(finding($0))" }
    for note in row.judgements {
      let who = [note.by, note.at, note.note].compactMap { $0 }.joined(separator: ",")
      lines.append("\(inner)人工评定 \(note.criterion) = \(note.value)\(who.isEmpty ? "" : "(\(who))")")
    }
    return lines + row.children.flatMap { text($0, indent: inner) }
  }

  private func finding(_ id: String) -> String { "\(id) \(sentences[id] ?? "")" }

  /// Bonuses and deductions are no marks earned.
  private func sign(_ row: IndicatorRow) -> String {
    guard row.children.isEmpty, row.score != .zero, row.state != .notApplicable else { return "" }
    return row.role == .major ? "扣" : row.role == .bonus ? "加" : ""
  }

  /// Clause, rule, input and arithmetic of one scoring standard.
  private func lines(_ criterion: CriterionRow, indent: String) -> [String] {
    let sum = criterion.arithmetic.isEmpty ? "" : ";算式:\(criterion.arithmetic)"
    let other = criterion.overridden.map { ";被人工评定替代:\($0)" } ?? ""
    return [
      "\(indent)\(criterion.id) \(criterion.text);规则:\(criterion.rule);输入:\(criterion.input)\(sum)\(other)"
    ]
  }
}
