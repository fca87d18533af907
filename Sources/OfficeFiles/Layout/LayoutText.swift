/// The lines outside tables, with what the layout broke put together again.
struct LayoutText {
  private struct Line {
    var page: Int
    var left: Double
    var right: Double
    var top: Double
    var height: Double
    var text: String
  }

  private let lines: [Line]

  /// - Parameter words: in reading order.
  init(_ words: [LayoutWord]) {
    var lines: [Line] = []
    var start = words.startIndex
    while start < words.endIndex {
      let end = words[start...].firstIndex { $0.line != words[start].line } ?? words.endIndex
      let part = words[start..<end]
      lines.append(
        Line(
          page: words[start].page, left: part.map(\.left).min() ?? 0,
          right: part.map(\.right).max() ?? 0, top: part.map(\.top).min() ?? 0,
          height: part.map(\.height).max() ?? 0, text: LayoutWord.joined(Array(part))))
      start = end
    }
    self.lines = lines.filter { !Self.isPageNumber($0.text) }
  }

  /// A line that reaches the right margin runs on in the next one, when that begins at the left
  /// margin; the first line of a paragraph is indented.
  func paragraphs() -> [String] {
    let right = lines.map(\.right).max() ?? 0
    let left = lines.map(\.left).min() ?? 0
    var result: [String] = []
    var previous: Line?
    for line in lines {
      if let before = previous, before.right >= right - before.height * 1.6,
        line.left < left + line.height, abs(line.height - before.height) < before.height * 0.2
      {
        result[result.count - 1] = LayoutWord.joined([result[result.count - 1], line.text])
      } else {
        result.append(line.text)
      }
      previous = line
    }
    return result
  }

  /// `3`, `- 3 -`, `第3页`, `3/12`.
  private static func isPageNumber(_ text: String) -> Bool {
    text.count <= 10 && text.contains(where: \.isNumber)
      && text.allSatisfy { $0.isNumber || " -—–/第页共".contains($0) }
  }
}
