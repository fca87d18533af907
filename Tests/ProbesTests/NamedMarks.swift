import AuditModel

/// Reads a fixture's marks of what a scheme would name.
///
///     named-column: epidemic 疫情防控 疫情防控,疫情专题 duty
///     named-document: decisions 决策目录 titles=重大行政决策+目录,决策事项+清单 columns=重大行政决策
///       due=06-30 duty
///
/// Further keys: `without`, `back`, `deadline`, `least`, `every`, `hosts`, and the word `news`.
enum NamedMarks {
  static func list(_ words: [String]) -> NamedList {
    guard words.count >= 3 else { return .empty }
    switch words[0] {
    case "named-column:":
      return NamedList(columns: [
        NamedColumn(
          id: words[1], title: words[2], names: parts(words.count > 3 ? words[3] : ""),
          isDuty: words.contains("duty"))
      ])
    case "named-document:": return NamedList(documents: [document(words)])
    default: return .empty
    }
  }

  private static func document(_ words: [String]) -> NamedDocument {
    var values: [String: String] = [:]
    for word in words.dropFirst(3) {
      let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { values[pair[0]] = pair[1] }
    }
    let due = values["due"].flatMap { Day("2023-\($0)") }
    return NamedDocument(
      id: words[1], title: words[2],
      titles: parts(values["titles"] ?? "").map { $0.split(separator: "+").map(String.init) },
      without: parts(values["without"] ?? ""), columns: parts(values["columns"] ?? ""),
      due: due.map { NamedDocument.YearDay(month: $0.month, day: $0.day) },
      back: values["back"].flatMap { Int($0) } ?? 0,
      deadline: values["deadline"].flatMap { Day($0) },
      least: values["least"].flatMap { Int($0) } ?? 1,
      rhythm: values["every"].flatMap { NamedDocument.Rhythm(rawValue: $0) },
      isDuty: words.contains("duty"), isNews: words.contains("news"),
      hosts: parts(values["hosts"] ?? ""))
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
