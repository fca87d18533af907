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
    var text = text
    return text.withUTF8 { bytes in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      var at = 0
      while at < bytes.count {
        let blank = blankLength(bytes, at)
        if blank == 0 {
          folded.append(bytes[at] &- 65 < 26 ? bytes[at] | 0x20 : bytes[at])
        } else if let last = folded.last, last != 0x20 {
          folded.append(0x20)
        }
        at += max(1, blank)
      }
      if folded.last == 0x20 { folded.removeLast() }
      return folded
    }
  }

  /// Bytes of the White_Space character at `at` (Unicode, PropList.txt); 0 when it is none. Asking
  /// Unicode's tables for each character takes twenty times as long.
  private static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = bytes[at]
    if first < 0x80 { return first == 0x20 || first &- 9 < 5 ? 1 : 0 }
    guard first == 0xC2 || first &- 0xE1 < 3, at + 1 < bytes.count else { return 0 }
    let second = bytes[at + 1]
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard at + 2 < bytes.count else { return 0 }
    return switch (first, second, bytes[at + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      3
    default: 0
    }
  }
}
