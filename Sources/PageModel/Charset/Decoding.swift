/// UTF-8 bytes being written, with a count of the replacement characters among them.
struct DecodedText {
  var bytes: [UInt8] = []
  var replacements = 0

  mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      appendTail(scalar, 0)
    case 0x800..<0x1_0000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      appendTail(scalar, 6)
      appendTail(scalar, 0)
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      appendTail(scalar, 12)
      appendTail(scalar, 6)
      appendTail(scalar, 0)
    }
  }

  mutating func appendReplacement() {
    replacements += 1
    append(0xFFFD)
  }

  private mutating func appendTail(_ scalar: UInt32, _ shift: UInt32) {
    bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> shift) & 0x3F)
  }
}

extension Charset {
  /// Decodes `body` from `start`, one U+FFFD where the WHATWG decoders write one.
  func decode(_ body: [UInt8], from start: Int = 0) -> DecodedText {
    var text = DecodedText()
    text.bytes.reserveCapacity(body.count - start + body.count / 4)
    body.withUnsafeBufferPointer { buffer in
      let input = UnsafeBufferPointer(rebasing: buffer[start...])
      switch self {
      case .utf8: UTF8Reading.decode(input, into: &text)
      case .gb18030: GB18030Reading.decode(input, into: &text)
      case .big5: Big5Reading.decode(input, into: &text)
      case .utf16LittleEndian: UTF16Reading.decode(input, lowFirst: true, into: &text)
      case .utf16BigEndian: UTF16Reading.decode(input, lowFirst: false, into: &text)
      case .windows1252: Windows1252Reading.decode(input, into: &text)
      }
    }
    return text
  }
}
