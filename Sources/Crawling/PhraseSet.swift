/// Words looked for in a text in one pass over its bytes.
struct PhraseSet: Sendable {
  private let phrases: [[UInt8]]
  private let texts: [String]
  /// Places in ``phrases`` by the first three bytes, which in Chinese are one character.
  private var byStart: [UInt32: [Int]] = [:]
  /// Whether any phrase begins with a byte.
  private var opens = [Bool](repeating: false, count: 256)

  /// - Parameter phrases: of three bytes or more, letters in lower case.
  init(_ phrases: [String]) {
    texts = phrases
    self.phrases = phrases.map { Array($0.utf8) }
    for (index, phrase) in self.phrases.enumerated() where phrase.count >= 3 {
      byStart[PhraseSet.start(phrase, 0), default: []].append(index)
      opens[Int(phrase[0])] = true
    }
  }

  /// The phrase that stands earliest in the list of those that occur in `text`; nil when none does.
  func first(in text: [UInt8], except excluded: String? = nil) -> String? {
    var best: Int?
    for at in text.indices.dropLast(2) where opens[Int(text[at])] {
      for index in byStart[PhraseSet.start(text, at)] ?? [] where index < best ?? .max {
        let phrase = phrases[index]
        if text[at...].starts(with: phrase), texts[index] != excluded { best = index }
      }
    }
    return best.map { texts[$0] }
  }

  private static func start(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
  }
}

/// Text as phrases are looked for in it: ASCII letters in lower case, blanks folded into one space,
/// none at the ends.
enum FoldedText {
  static func bytes(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = folded.last, last != 0x20 { folded.append(0x20) }
      } else if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        folded.append(byte &- 65 < 26 ? byte | 0x20 : byte)
      } else {
        folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return folded
  }
}
