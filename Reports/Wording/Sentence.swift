/// A Chinese sentence with places for values.
///
/// `{name}` is replaced by the value; `{name|word}` says `word` when the value is missing;
/// `[…]` is left out when a value inside it is missing. Values are inserted, never read as
/// pattern, so what a page says cannot change the sentence around it.
struct Sentence: Sendable {
  private let pattern: String

  init(_ pattern: String) { self.pattern = pattern }

  /// The sentence with the values that `value` finds.
  func filled(_ value: (String) -> String?) -> String {
    var rest = Substring(pattern)
    var result = ""
    while let open = rest.firstIndex(of: "[") {
      let close = rest[open...].firstIndex(of: "]") ?? rest.endIndex
      result += Self.fill(rest[..<open], value).text
      let optional = Self.fill(rest[open..<close].dropFirst(), value)
      if optional.isComplete { result += optional.text }
      rest = rest[close...].dropFirst()
    }
    return result + Self.fill(rest, value).text
  }

  private static func fill(
    _ part: Substring, _ value: (String) -> String?
  ) -> (text: String, isComplete: Bool) {
    var rest = part
    var text = ""
    var isComplete = true
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let names = rest[open..<close].dropFirst().split(separator: "|", maxSplits: 1)
      let found = names.first.flatMap { value(String($0)) }
      let fallback = names.count > 1 ? String(names[1]) : nil
      text += within(text, found ?? fallback ?? "")
      isComplete = isComplete && (found ?? fallback) != nil
      rest = rest[close...].dropFirst()
    }
    return (text + rest, isComplete)
  }

  /// Titles within a title take single marks (GB/T 15834-2011, 4.15).
  private static func within(_ text: String, _ value: String) -> String {
    guard text.hasSuffix("《") else { return value }
    return value.replacing("《", with: "〈").replacing("》", with: "〉")
  }
}
