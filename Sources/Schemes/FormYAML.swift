public import Scoring

extension JudgementForm {
  /// The same form as a file of judgements to be filled in with an editor: every entry stands in a
  /// comment, so that the file is valid as it is.
  public var yaml: String {
    var lines = [
      "# \(comment(title))", "# 去掉要填的行首的 #，value 后写值；没有去掉的行不计。",
      "scheme: \(scheme)", "unit: \(quoted(unit.isEmpty ? "单位名称" : unit))",
      "others: unassessed   # 没有写到的指标：unassessed 未考核 | satisfied 全部符合 | zero 未得分、未扣分",
      "# zero：得分的条不得分，扣分的条不扣分（从满分扣起的指标仍得满分）。",
    ]
    if sheets.contains(where: { $0.rows.contains(where: \.isLeftToProbes) }) {
      lines.append("# 注明“检测”的条，用 --out 计分时不写则按检测结果计；不用 --out 时与其他没有写的条一样。")
    }
    if !choices.isEmpty {
      let pairs = choices.sorted { $0.key < $1.key }.map { "\($0.key): \(quoted($0.value))" }
      lines.append("choices: { \(pairs.joined(separator: ", ")) }")
    }
    if isCombination {
      lines.append("stages:")
      for sheet in sheets {
        lines.append("  \(sheet.scheme):   # \(comment(sheet.title))")
        lines.append("    others: unassessed")
        lines += entries(sheet, indent: "    ")
      }
    } else if let sheet = sheets.first {
      lines += entries(sheet, indent: "")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func entries(_ sheet: Sheet, indent: String) -> [String] {
    let vetoes = sheet.rows.filter { $0.written.isEmpty }
    let criteria = sheet.rows.filter { !$0.written.isEmpty }
    var lines: [String] = []
    if !vetoes.isEmpty {
      lines.append("\(indent)# 发生了的否决事项；都没有发生写 events: []")
      lines += vetoes.map { "\(indent)#   \(quoted($0.id))：\(comment($0.rule))" }
      lines.append("\(indent)# events: []")
    }
    lines.append("\(indent)# facts:")
    for row in criteria {
      lines.append("\(indent)#   \(comment(row.path))｜\(comment(row.rule))")
      if !row.machine.isEmpty { lines.append("\(indent)#   \(comment(row.machine))") }
      lines.append(
        "\(indent)#   - { criterion: \(quoted(row.id)), value: , by: , at: , note: }   # \(comment(row.written))"
      )
    }
    return lines
  }

  private func comment(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func quoted(_ text: String) -> String {
    let escaped = comment(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
