import CXML2

/// Searching texts by their bytes. `String.contains` and `firstRange` compare by canonical
/// equivalence and take fifty times as long; nothing in these words has two spellings.
extension String {
  /// Whether the bytes of `word` stand in the text.
  public func holdsBytes(of word: String) -> Bool { byteOffset(of: word, from: 0) != nil }

  /// Where the bytes of `word` first stand at or after `start`.
  public func firstBytes(of word: String, from start: Index? = nil) -> Range<Index>? {
    let from = start.map { utf8.distance(from: startIndex, to: $0) } ?? 0
    return byteOffset(of: word, from: from).map { range($0..<($0 + word.utf8.count)) }
  }

  /// Whether the text has at least so many characters; a long text is not counted to its end.
  public func hasCharacters(_ count: Int) -> Bool {
    // A character has at least one byte.
    utf8.count >= count && index(startIndex, offsetBy: count, limitedBy: endIndex) != nil
  }

  /// The indices of a range of bytes.
  func range(_ bytes: Range<Int>) -> Range<Index> {
    let lower = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return lower..<utf8.index(lower, offsetBy: bytes.count)
  }

  private func byteOffset(of word: String, from start: Int) -> Int? {
    let found = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { TextBytes.find($0, in: text, from: start) }
    }
    if let found, let found { return found }
    return Array(word.utf8).withUnsafeBufferPointer { word in
      Array(utf8).withUnsafeBufferPointer { TextBytes.find(word, in: $0, from: start) }
    }
  }
}

/// Finds bytes in bytes.
public enum TextBytes {
  /// Where `word` first stands at or after `start`; an empty word stands anywhere.
  public static func find(
    _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Int? {
    guard let base = text.baseAddress, let wanted = word.baseAddress, !word.isEmpty else {
      return word.isEmpty ? start : nil
    }
    guard start >= 0, text.count - start >= word.count else { return nil }
    let found = cxml2_find(base + start, text.count - start, wanted, word.count)
    return found.map { $0 - UnsafeRawPointer(base) }
  }
}
