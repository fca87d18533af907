import Scoring

/// Reads the text of a value cell after the rule it belongs to.
struct EntryText {
  let rule: Rule

  /// The value meant; nil when it cannot be told.
  func value(_ text: String) -> FactValue? {
    switch rule {
    case .fail(let fail): fail.need == nil ? flagOrNumber(text) : plainNumber(text)
    case .step(let step): value(text, step)
    case .band(let band): band.isShare ? number(text) : plainNumber(text)
    case .ratio: pair(text, "part", "whole") ?? number(text)
    case .judge(let judge): value(text, judge)
    case .quota(let quota): self.quota(text, units: quota.tasks.map(\.unit))
    }
  }

  private func value(_ text: String, _ step: StepRule) -> FactValue? {
    switch step.count {
    case .once, .each: flagOrNumber(text)
    case .shortfall, .wholeSteps: plainNumber(text)
    case .conditions(let conditions):
      text.contains("=")
        ? record(text, names: conditions.map(\.measure))
        : (conditions.count == 1 ? flagOrNumber(text, percent: true) : nil)
    }
  }

  private func value(_ text: String, _ judge: JudgeRule) -> FactValue? {
    switch judge.unit {
    case .rate: number(text)
    case .points: plainNumber(text)
    case .scaled: pair(text, "score", "out_of") ?? plainNumber(text)
    }
  }

  private func flagOrNumber(_ text: String, percent: Bool = false) -> FactValue? {
    flag(text) ?? (percent ? number(text) : plainNumber(text))
  }

  private func flag(_ text: String) -> FactValue? {
    switch text.lowercased() {
    case "是", "true": .flag(true)
    case "否", "false": .flag(false)
    default: nil
    }
  }

  /// A percentage stays text, as in a YAML file: only a share may be one.
  private func number(_ text: String) -> FactValue? {
    Rational(text).map { text.hasSuffix("%") ? .text(text) : .number($0) }
  }

  /// A count or an amount of points: `4%` of them would be a slip, and `3/4` may be meant as a rate.
  private func plainNumber(_ text: String) -> FactValue? {
    text.contains("%") || text.contains("/") ? nil : number(text)
  }

  /// `249/500` as its two numbers.
  private func pair(_ text: String, _ first: String, _ second: String) -> FactValue? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(trimmed)
    guard parts.count == 2, let above = plainNumber(parts[0]), let below = plainNumber(parts[1])
    else { return nil }
    return .record([first: above, second: below])
  }

  /// `排名=11；纳入=是`, a line break or a comma between the parts.
  private func record(_ text: String, names: [String]) -> FactValue? {
    var record: [String: FactValue] = [:]
    for (written, value) in pairs(text) ?? [] {
      let key = known(written, names)
      guard record[key] == nil else { return nil }
      record[key] = flagOrNumber(value, percent: true) ?? .text(value)
    }
    return record.isEmpty ? nil : .record(record)
  }

  /// Keys that are ids of the points scheme are adopted items with their number.
  private func quota(_ text: String, units: [String]) -> FactValue? {
    var record: [String: FactValue] = [:]
    var items: [FactValue] = []
    for (key, value) in pairs(text) ?? [] {
      if key.contains("#") {
        guard let count = plainNumber(value) else { return nil }
        items.append(.record(["criterion": .text(key), "value": count]))
      } else {
        let name = key == "单位" ? "unit" : key
        guard record[name] == nil else { return nil }
        record[name] = plainNumber(value) ?? .text(known(value, units))
      }
    }
    if !items.isEmpty { record["采用"] = .list(items) }
    return record.isEmpty ? nil : .record(record)
  }

  /// The name as the scheme writes it, which may have full-width brackets.
  private func known(_ written: String, _ names: [String]) -> String {
    names.first { plain($0) == written } ?? written
  }

  private func pairs(_ text: String) -> [(String, String)]? {
    var pairs: [(String, String)] = []
    for part in text.split(whereSeparator: { ";,、\n".contains($0) }) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(trimmed)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        if trimmed(part).isEmpty { continue }
        return nil
      }
      pairs.append((sides[0], sides[1]))
    }
    return pairs
  }
}

/// Full-width digits and signs as their plain forms (`３．９９％` is `3.99%`), blanks at the ends gone.
func plain(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: scalars.append(UnicodeScalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x3000, 0xA0: scalars.append(" ")
    case 0xD: continue
    default: scalars.append(scalar)
    }
  }
  return trimmed(Substring(String(scalars)))
}

func trimmed(_ text: Substring) -> String {
  let front = text.drop { $0.isWhitespace }
  guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(front[...last])
}
