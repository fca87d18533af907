import PageModel

/// Comparisons for names that ``Naming`` folded: byte by byte, as nothing in them has two spellings.
/// `String.contains` and `hasSuffix` compare by canonical equivalence and take fifty times as long.
extension String {
  /// Whether the word stands anywhere in the name.
  public func holdsFolded(_ word: String) -> Bool {
    FoldedText.find(word, in: self) != nil
  }

  /// Whether the name ends in the word.
  public func endsFolded(in word: String) -> Bool {
    utf8.count >= word.utf8.count && utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
  }

  /// Without every occurrence of the words, each taken away before the next is looked for.
  func withoutFolded(_ words: [String]) -> String {
    var bytes = Array(utf8)
    for word in words { FoldedText.remove(Array(word.utf8), from: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private enum FoldedText {
  static func remove(_ word: [UInt8], from text: inout [UInt8]) {
    guard let first = word.first, text.count >= word.count else { return }
    var (read, write) = (0, 0)
    while read < text.count {
      if text[read] == first, read + word.count <= text.count,
        text[read..<read + word.count].elementsEqual(word)
      {
        read += word.count
        continue
      }
      if write < read { text[write] = text[read] }
      (read, write) = (read + 1, write + 1)
    }
    text.removeSubrange(write...)
  }

  static func find(_ word: String, in text: String) -> Int? {
    let found = text.utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { find($0, in: text) }
    }
    if let found, let found { return found }
    return Array(word.utf8).withUnsafeBufferPointer { word in
      Array(text.utf8).withUnsafeBufferPointer { find(word, in: $0) }
    }
  }

  private static func find(
    _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let first = word.first, text.count >= word.count else { return word.isEmpty ? 0 : nil }
    // The C library's search pays off on longer texts only.
    if text.count > 64 { return TextBytes.find(word, in: text) }
    for start in 0...text.count - word.count where text[start] == first {
      var at = 1
      while at < word.count, text[start + at] == word[at] { at += 1 }
      if at == word.count { return start }
    }
    return nil
  }
}
