import CXML2

/// The ASCII bytes that markup, scripts and dates are read by.
enum Ascii {
  static let space = UInt8(ascii: " ")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let slash = UInt8(ascii: "/")
  static let bang = UInt8(ascii: "!")
  static let question = UInt8(ascii: "?")
  static let equals = UInt8(ascii: "=")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let semicolon = UInt8(ascii: ";")
  static let comma = UInt8(ascii: ",")
  static let ampersand = UInt8(ascii: "&")
  static let newline = UInt8(ascii: "\n")
  static let tab = UInt8(ascii: "\t")
  static let hyphen = UInt8(ascii: "-")
  static let underscore = UInt8(ascii: "_")
  static let dot = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let backslash = UInt8(ascii: "\\")
  static let openRound = UInt8(ascii: "(")
  static let closeRound = UInt8(ascii: ")")
  static let openSquare = UInt8(ascii: "[")
  static let closeSquare = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let hash = UInt8(ascii: "#")
  static let dollar = UInt8(ascii: "$")
  static let plus = UInt8(ascii: "+")

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Whether `text` (lower case) stands at `index`, letters compared without case.
  @inline(__always)
  func matchesIgnoringCase(_ text: StaticString, at index: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index >= startIndex, index + count <= endIndex else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<count where Ascii.lower(self[index + offset]) != wanted[offset] {
        return false
      }
      return true
    }
  }

  /// Where `text` (lower case) first stands at or after `start`, letters compared without case.
  func firstIndexIgnoringCase(of text: StaticString, from start: Int) -> Int? {
    let from = Swift.max(start, startIndex)
    let found = withContiguousStorageIfAvailable { buffer in
      ByteSearch.find(text, in: buffer, from: from - startIndex)
    }
    return found.flatMap { $0 }.map { $0 + startIndex }
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Whether `word` (lower case) occurs in the bytes, letters compared without case.
  func holds(_ word: StaticString) -> Bool {
    firstIndexIgnoringCase(of: word, from: startIndex) != nil
  }
}

extension StringProtocol {
  /// Whether `word` (lower case) occurs in the text, letters compared without case.
  func holds(_ word: StaticString) -> Bool {
    let fast = utf8.withContiguousStorageIfAvailable { ByteSearch.find(word, in: $0, from: 0) }
    if let fast { return fast != nil }
    return Array(utf8).firstIndexIgnoringCase(of: word, from: 0) != nil
  }
}

/// Finds a word in bytes.
private enum ByteSearch {
  static func find(
    _ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let count = word.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard count > 0, start >= 0, bytes.count - start >= count, let base = bytes.baseAddress else {
      return nil
    }
    if !wanted.contains(where: Ascii.isLetter) {
      // Chinese has no cases: the C library passes over whole words at a time.
      let found = cxml2_find(base + start, bytes.count - start, word.utf8Start, count)
      return found.map { $0 - UnsafeRawPointer(base) }
    }
    // Most bytes are passed over by looking at one letter.
    // The last byte of a Chinese word tells more than its first.
    let tail = wanted[count - 1]
    let raised = Ascii.isLetter(tail) ? tail & 0xDF : tail
    var at = start + count - 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == tail || byte == raised, matches(wanted, bytes, at - count + 1) {
        return at - count + 1
      }
      at += 1
    }
    return nil
  }

  private static func matches(
    _ wanted: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    for offset in wanted.indices where Ascii.lower(bytes[start + offset]) != wanted[offset] {
      return false
    }
    return true
  }
}
