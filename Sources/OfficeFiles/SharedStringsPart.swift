/// `xl/sharedStrings.xml`: the texts cells refer to by number. Reading aids (phonetic runs) are
/// left out.
final class SharedStringsPart: XMLListener {
  private(set) var strings: [String] = []
  private let limit: Int
  private var collector = RunText()

  init(limit: Int) { self.limit = limit }

  func start(_ name: String, _ attributes: [String: String]) throws(OfficeFileError) {
    if name == "si" {
      guard strings.count < limit else {
        throw OfficeFileError(.tooLarge, "", Wording.limit(Wording.strings, limit))
      }
      collector = RunText()
    }
    collector.start(name)
  }

  func text(_ text: String) { collector.take(text) }

  func end(_ name: String) {
    collector.end(name)
    if name == "si" { strings.append(collector.finished) }
  }
}

/// The `t` elements of a string item or an inline string, put together.
struct RunText {
  private var text = ""
  private var isInside = false
  private var isPhonetic = false

  mutating func start(_ name: String) {
    if name == "rPh" { isPhonetic = true }
    if name == "t" { isInside = !isPhonetic }
  }

  mutating func take(_ piece: String) {
    if isInside { text += piece }
  }

  mutating func end(_ name: String) {
    if name == "rPh" { isPhonetic = false }
    if name == "t" { isInside = false }
  }

  var finished: String { EscapedText.read(text) }
}

/// `_x000D_` stands for a character XML cannot hold (ECMA-376 Part 1 §22.9.2.19).
enum EscapedText {
  static func read(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      if first == "_", let scalar = scalar(rest.prefix(7)) {
        result.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }

  private static func scalar(_ letters: ArraySlice<UnicodeScalar>) -> UnicodeScalar? {
    let letters = Array(letters)
    guard letters.count == 7, letters[1] == "x", letters[6] == "_" else { return nil }
    let digits = letters[2..<6].map { Character($0) }
    guard digits.allSatisfy(\.isHexDigit), let value = UInt32(String(digits), radix: 16) else {
      return nil
    }
    return UnicodeScalar(value)
  }
}
