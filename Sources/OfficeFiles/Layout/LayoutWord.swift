/// A word of a page with its box, in points from the page's upper left corner.
struct LayoutWord: Hashable, Sendable {
  var page: Int
  /// Number of its line among the lines of the document, as the program saw them.
  var line: Int
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
  var text: String

  var height: Double { bottom - top }
  var middle: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }

  /// Reads what `pdftotext -tsv` prints: level, page, paragraph, block, line, word, left, top,
  /// width, height, confidence, text; level 5 are words.
  static func read(_ bytes: [UInt8], limit: Int) -> (words: [LayoutWord], pages: Int) {
    var words: [LayoutWord] = []
    var pages = 0
    var line = -1
    var key: ArraySlice<Substring> = []
    for row in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, let page = Int(fields[1]) else { continue }
      pages = max(pages, page)
      guard fields[0] == "5", words.count < limit, let left = Double(fields[6]),
        let top = Double(fields[7]), let width = Double(fields[8]), let height = Double(fields[9])
      else { continue }
      if key != fields[1..<5] { (key, line) = (fields[1..<5], line + 1) }
      words.append(
        LayoutWord(
          page: page - 1, line: line, left: left, top: top, right: left + width,
          bottom: top + height, text: String(fields[11])))
    }
    return (words, pages)
  }

  /// Words of one line as text: spaces stand between Latin words and numbers only, Chinese runs on.
  static func joined(_ words: [LayoutWord]) -> String { joined(words.map(\.text)) }

  static func joined(_ pieces: [String]) -> String {
    pieces.reduce(into: "") { text, piece in
      if let last = text.last, let first = piece.first, last.isLatin, first.isLatin { text += " " }
      text += piece
    }
  }

  /// The parts left and right of each line that cuts through the word, its signs taken to be as
  /// wide as they are drawn: a Latin sign half as wide as a Chinese one.
  func cut(at lines: [Double]) -> [LayoutWord] {
    let cuts = lines.filter { $0 > left + 1.5 && $0 < right - 1.5 }.sorted()
    guard !cuts.isEmpty else { return [self] }
    let total = text.reduce(0.0) { $0 + $1.relativeWidth }
    var parts: [LayoutWord] = []
    var part = self
    part.text = ""
    var position = left
    var rest = cuts[...]
    for sign in text {
      let width = sign.relativeWidth / total * (right - left)
      if let cut = rest.first, position + width / 2 > cut {
        part.right = position
        parts.append(part)
        part.text = ""
        part.left = position
        rest = rest.dropFirst()
      }
      part.text.append(sign)
      position += width
    }
    part.right = right
    return (parts + [part]).filter { !$0.text.isEmpty }
  }
}

extension Character {
  fileprivate var isLatin: Bool { isASCII && (isLetter || isNumber) }
  fileprivate var relativeWidth: Double { isASCII ? 1 : 2 }
}
