import Scoring

/// What stands beside a score: vetoes, bonuses, conversions, judgements.
enum ScorecardWording {
  static func remarks(_ card: Scorecard) -> [String] {
    var lines: [String] = []
    lines += (card.ending?.lines ?? []).map { "\($0)。" }
    if card.total != nil, let converted = card.converted {
      lines.append("\(card.resultTitle) \(converted.text)。")
    }
    lines += card.vetoes.compactMap(veto)
    lines += card.barTitles.map { "不得评为：\($0)。" }
    if let grade = card.gradeText { lines.append("等次：\(grade)。") }
    lines += card.stages.map(\.explanation).filter { !$0.isEmpty }
    return lines
  }

  /// The arithmetic of an indicator, what went into it, and who judged.
  static func explanation(_ row: IndicatorRow) -> [String] {
    var lines = [row.explanation]
    lines += row.criteria.map(criterion)
    lines += row.judgements.map(judgement)
    if let note = row.note { lines.append("读法：\(note)") }
    return lines.map { SafeText.line($0, limit: 600) }.filter { !$0.isEmpty }
  }

  private static func veto(_ veto: VetoRow) -> String? {
    switch veto.state {
    case .yes: "已触发否决事项：\(veto.text)（\(veto.effect)）。"
    case .unknown: "否决事项尚未判定：\(veto.text)（\(veto.effect)）。\(candidates(veto))"
    case .no: nil
    }
  }

  private static func candidates(_ veto: VetoRow) -> String {
    veto.candidates.isEmpty ? "" : "检测发现 \(veto.candidates.count) 处可能触发，须由人确认。"
  }

  private static func criterion(_ row: CriterionRow) -> String {
    let parts = [row.text, row.rule, row.input, row.arithmetic].filter { !$0.isEmpty }
    let machine = row.overridden.map { "（机器检测结果：\($0)，以人工评定为准）" } ?? ""
    return parts.joined(separator: "；") + machine
  }

  private static func judgement(_ note: JudgementNote) -> String {
    let who = [note.by, note.at].compactMap { $0 }.joined(separator: "，")
    return "人工评定：\(note.value)" + (who.isEmpty ? "" : "（\(who)）")
      + (note.note.map { "，\($0)" } ?? "")
  }
}
