/// Folds names byte by byte (``Naming/fold(_:)``): taking a text apart into characters costs more
/// than all else that is done with it.
enum FoldedBytes {
  /// What folding keeps of a text, in UTF-8.
  static func fold(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: text.count) { folded in
      var (at, end) = (0, 0)
      while at < text.count {
        let length = FoldedBytes.length(text[at])
        guard at + length <= text.count else { break }
        switch keep(text, at, length) {
        case .nothing: break
        case .ascii(let byte):
          folded[end] = byte
          end += 1
        case .whole:
          for offset in 0..<length { folded[end + offset] = text[at + offset] }
          end += length
        }
        at += length
      }
      return end
    }
  }

  /// How many characters folding keeps, counted up to `most`.
  static func count(_ text: UnsafeBufferPointer<UInt8>, most: Int) -> Int {
    var (at, count) = (0, 0)
    while at < text.count, count < most {
      let length = FoldedBytes.length(text[at])
      guard at + length <= text.count else { break }
      if case .nothing = keep(text, at, length) {} else { count += 1 }
      at += length
    }
    return count
  }

  private enum Kept {
    case nothing, ascii(UInt8), whole
  }

  /// Bytes of the character that begins with `byte`.
  private static func length(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  @inline(__always)
  private static func keep(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int
  ) -> Kept {
    switch length {
    case 1: return ascii(text[at])
    case 3:
      let code =
        UInt32(text[at] & 15) << 12 | UInt32(text[at + 1] & 63) << 6 | UInt32(text[at + 2] & 63)
      if code >= 0xFF01, code <= 0xFF5E { return ascii(UInt8(truncatingIfNeeded: code - 0xFEE0)) }
      return isIdeograph(code) ? .whole : .nothing
    case 4:
      let plane = UInt32(text[at] & 7) << 18 | UInt32(text[at + 1] & 63) << 12
      // Planes 2 and 3 hold ideographs only.
      return (0x20000...0x3FFFF).contains(plane) ? .whole : .nothing
    default: return .nothing
    }
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> Kept {
    if byte &- 0x30 < 10 || byte &- 0x61 < 26 { return .ascii(byte) }
    return byte &- 0x41 < 26 ? .ascii(byte + 32) : .nothing
  }

  private static func isIdeograph(_ code: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(code) || (0x3400...0x4DBF).contains(code) || code == 0x3007
      || (0xF900...0xFAFF).contains(code)
  }
}
