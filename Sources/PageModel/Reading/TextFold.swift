/// Folds the many blanks of Chinese pages into one.
enum TextFold {
  /// Calls `visit` with each byte; a blank of any kind comes as a space, invisible marks not at all.
  static func forEachByte(_ bytes: ArraySlice<UInt8>, _ visit: (UInt8) -> Void) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte < 0x80 {
        visit(Ascii.isSpace(byte) ? Ascii.space : byte)
        at += 1
      } else if byte == 0xC2, at + 1 < bytes.endIndex, bytes[at + 1] == 0xA0 {
        visit(Ascii.space)
        at += 2
      } else if byte == 0xE2 || byte == 0xE3 || byte == 0xEF, at + 2 < bytes.endIndex {
        visitWide(byte, bytes[at + 1], bytes[at + 2], visit)
        at += 3
      } else {
        visit(byte)
        at += 1
      }
    }
  }

  /// U+2000…U+200A, U+3000 are blanks; U+200B…U+200F, U+FEFF show nothing.
  private static func visitWide(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ visit: (UInt8) -> Void
  ) {
    switch (first, second, third) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF): visit(Ascii.space)
    case (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF): break
    default:
      visit(first)
      visit(second)
      visit(third)
    }
  }

  /// On one line, blanks folded, none at the ends.
  static func line(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    forEachByte(bytes) { byte in
      if byte != Ascii.space {
        result.append(byte)
      } else if let last = result.last, last != Ascii.space {
        result.append(byte)
      }
    }
    if result.last == Ascii.space { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  static func line(_ text: some StringProtocol) -> String { line(Array(text.utf8)[...]) }

  /// Cuts a character that lost its end.
  static func dropPartialCharacter(_ bytes: inout [UInt8]) {
    var tail = 0
    while let last = bytes.last, last & 0xC0 == 0x80, tail < 3 {
      bytes.removeLast()
      tail += 1
    }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
  }
}

/// What an inline style says about being seen.
enum InlineStyle {
  static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    var compact: [UInt8] = []
    for byte in style.prefix(4096) where !Ascii.isSpace(byte) { compact.append(Ascii.lower(byte)) }
    return words.contains { compact.firstIndexIgnoringCase(of: $0, from: 0) != nil }
      || isFarOff(compact)
  }

  private static let words: [StaticString] = ["display:none", "visibility:hidden"]

  /// Pushed out of the window, as hidden links are: `left:-9999px`.
  static func isFarOff(_ style: [UInt8]) -> Bool {
    let sides: [StaticString] = ["left:-", "top:-", "right:-", "text-indent:-"]
    return sides.contains { side in
      guard let at = style.firstIndexIgnoringCase(of: side, from: 0) else { return false }
      let digits = style[(at + side.utf8CodeUnitCount)...].prefix(while: Ascii.isDigit)
      return digits.count >= 4 || (digits.count == 3 && (digits.first ?? 0) >= UInt8(ascii: "8"))
    }
  }
}
