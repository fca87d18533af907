import PageModel
import Testing

/// Words found in one pass are those that looking for each alone finds.
struct WordSetTests {
  private static let words = ["公开", "此件公开", "bet365", "a", "件公", "废止", "", "开云", "公开发布"]
  private static let texts = [
    "", "公", "此件公开发布。", "此件主动公开，bet365 与 BET365", "已废止；公开公开公开", "a中a文🙂公开a",
    "ａ全角与半角a混排公", "《政府信息公开条例》此件公开",
  ]

  @Test("the same as one by one", arguments: texts)
  func sameAsOneByOne(text: String) {
    let set = WordSet(Self.words)
    let found = Set(set.matches(in: text).map { "\($0.word) \($0.bytes)" })
    #expect(found == Self.oneByOne(text))
    #expect(set.occurs(in: text) == !found.isEmpty)
    let first = set.firstMatches(in: text)
    #expect(first.map(\.word) == first.map(\.word).sorted())
    for match in first {
      let word = Self.words[match.word]
      #expect(text.firstBytes(of: word) == text.range(of: match))
      #expect(String(text[text.range(of: match)]) == word)
    }
  }

  private static func oneByOne(_ text: String) -> Set<String> {
    let bytes = Array(text.utf8)
    var found = Set<String>()
    for (number, word) in words.enumerated() where !word.isEmpty {
      let wanted = Array(word.utf8)
      for start in bytes.indices where bytes[start...].starts(with: wanted) {
        found.insert("\(number) \(start..<start + wanted.count)")
      }
    }
    return found
  }

  @Test("a text is as long as its characters")
  func charactersAreCounted() {
    for text in ["", "中", "中文", "e\u{301}a", "🇨🇳中"] {
      for count in 0...4 { #expect(text.hasCharacters(count) == (text.count >= count)) }
    }
  }
}
