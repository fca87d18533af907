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
    var starts = FoldedText.Starts(bytes)
    for word in words {
      let word = Array(word.utf8)
      guard starts.mayHold(word) else { continue }
      let length = bytes.count
      FoldedText.remove(word, from: &bytes)
      if bytes.count != length { starts = FoldedText.Starts(bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Hasher {
  /// Takes a text in by its bytes: hashing Chinese as `String` does brings it into normal form first.
  mutating func combine(bytesOf text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { Array(text.utf8).withUnsafeBytes { combine(bytes: $0) } }
    // What ends here is told from what the next text begins with.
    combine(UInt8(0xFF))
  }
}

private enum FoldedText {
  /// Which six bytes, two ideographs, follow each other anywhere in a text; most words that are to
  /// be taken away are seen not to be there by their start.
  struct Starts {
    private var bits = [UInt64](repeating: 0, count: 1024)

    init(_ text: [UInt8]) {
      guard text.count >= 6 else { return }
      for at in 0...text.count - 6 {
        let start = Starts.hash(text, at)
        bits[start >> 6] |= 1 << UInt64(start & 63)
      }
    }

    func mayHold(_ word: [UInt8]) -> Bool {
      guard word.count >= 6 else { return true }
      let start = Starts.hash(word, 0)
      return bits[start >> 6] >> UInt64(start & 63) & 1 == 1
    }

    private static func hash(_ bytes: [UInt8], _ at: Int) -> Int {
      let high = UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
      let low = UInt32(bytes[at + 3]) << 16 | UInt32(bytes[at + 4]) << 8 | UInt32(bytes[at + 5])
      return Int((high &* 0x9E37_79B1 ^ low &* 0x85EB_CA77) >> 16)
    }
  }

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
