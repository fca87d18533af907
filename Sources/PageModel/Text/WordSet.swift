/// Words looked for in a text in one pass over its bytes, however many they are.
///
/// Most characters of a text begin no word: one look at a table of all characters (of the plane
/// that UTF-8 writes with three bytes) passes over them.
public struct WordSet: Sendable {
  /// One occurrence of a word.
  public struct Match: Sendable, Hashable {
    /// Place of the word in the list.
    public let word: Int
    /// Byte offsets in the text.
    public let bytes: Range<Int>
  }

  private let words: [[UInt8]]
  /// A bit for each start of a word.
  private var starts = [UInt64](repeating: 0, count: 1024)
  /// Words by their start.
  private var byStart: [UInt16: [Int]] = [:]
  /// Words of one or two bytes begin no known start; they are looked for one by one.
  private var short: [Int] = []

  /// - Parameter words: compared byte by byte; an empty word never occurs.
  public init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    for (index, word) in self.words.enumerated() {
      guard word.count >= 3 else {
        if !word.isEmpty { short.append(index) }
        continue
      }
      let start = WordSet.start(word[0], word[1], word[2])
      starts[Int(start >> 6)] |= 1 << UInt64(start & 63)
      byStart[start, default: []].append(index)
    }
  }

  /// Whether any of the words stands in the text.
  public func occurs(in text: String) -> Bool {
    var found = false
    forEachMatch(in: text) { _ in
      found = true
      return false
    }
    return found
  }

  /// Every occurrence of every word: those of one or two bytes first, then by where they begin.
  public func matches(in text: String) -> [Match] {
    var matches: [Match] = []
    forEachMatch(in: text) {
      matches.append($0)
      return true
    }
    return matches
  }

  /// The words that occur, in list order, with their first place.
  public func firstMatches(in text: String) -> [Match] {
    var first: [Int: Match] = [:]
    forEachMatch(in: text) { match in
      if first[match.word] == nil { first[match.word] = match }
      return first.count < words.count
    }
    return first.isEmpty ? [] : first.values.sorted { $0.word < $1.word }
  }

  /// Calls `visit` with each occurrence until it returns false.
  private func forEachMatch(in text: String, _ visit: (Match) -> Bool) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { scan($0, visit) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { scan($0, visit) } }
  }

  private func scan(_ text: UnsafeBufferPointer<UInt8>, _ visit: (Match) -> Bool) {
    guard scanShort(text, visit) else { return }
    starts.withUnsafeBufferPointer { starts in
      var at = 0
      let last = text.count - 3
      while at <= last {
        let byte = text[at]
        let start = WordSet.start(byte, text[at + 1], text[at + 2])
        if starts[Int(start >> 6)] >> UInt64(start & 63) & 1 == 1 {
          guard compare(start, text, at, visit) else { return }
        }
        // No word begins inside a character.
        at += byte < 0xE0 ? 1 : byte < 0xF0 ? 3 : 4
      }
    }
  }

  private func compare(
    _ start: UInt16, _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ visit: (Match) -> Bool
  ) -> Bool {
    for index in byStart[start] ?? [] {
      let word = words[index]
      guard at + word.count <= text.count,
        text[at..<at + word.count].elementsEqual(word)
      else { continue }
      guard visit(Match(word: index, bytes: at..<at + word.count)) else { return false }
    }
    return true
  }

  private func scanShort(
    _ text: UnsafeBufferPointer<UInt8>, _ visit: (Match) -> Bool
  ) -> Bool {
    for index in short {
      var from = 0
      while let at = words[index].withUnsafeBufferPointer({
        TextBytes.find($0, in: text, from: from)
      }) {
        from = at + words[index].count
        guard visit(Match(word: index, bytes: at..<from)) else { return false }
      }
    }
    return true
  }

  /// Three bytes as sixteen bits: in Chinese the character itself.
  private static func start(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt16 {
    UInt16(first & 15) << 12 | UInt16(second & 63) << 6 | UInt16(third & 63)
  }
}

extension String {
  /// The indices of a match in this text.
  public func range(of match: WordSet.Match) -> Range<Index> { range(match.bytes) }
}
