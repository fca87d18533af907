/// Big5 with the Hong Kong additions (https://encoding.spec.whatwg.org/#big5-decoder).
enum Big5Reading {
  static func decode(_ input: UnsafeBufferPointer<UInt8>, into text: inout DecodedText) {
    var at = 0
    while at < input.count {
      let lead = input[at]
      if lead < 0x80 {
        text.bytes.append(lead)
        at += 1
      } else if at + 1 < input.count, let pointer = pointer(lead, input[at + 1]) {
        at += append(pointer, trail: input[at + 1], &text)
      } else {
        // A trail byte that is ASCII is read again by itself: it may be a `<`.
        let takesTrail = lead > 0x80 && lead < 0xFF && at + 1 < input.count && input[at + 1] >= 0x80
        text.appendReplacement()
        at += takesTrail ? 2 : 1
      }
    }
  }

  /// Count of byte sequences that are no character, at most `limit`.
  static func faults(_ input: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    var text = DecodedText()
    let sample = UnsafeBufferPointer(rebasing: input[..<min(input.count, 65_536)])
    decode(sample, into: &text)
    return min(limit, text.replacements)
  }

  /// Writes the character and returns the bytes it took.
  private static func append(_ pointer: Int, trail: UInt8, _ text: inout DecodedText) -> Int {
    switch pointer {
    case 1133, 1135, 1164, 1166:
      text.append(pointer < 1160 ? 0xCA : 0xEA)
      text.append(pointer == 1133 || pointer == 1164 ? 0x304 : 0x30C)
      return 2
    default:
      let scalar = characters[pointer]
      if scalar != 0x20 {
        text.append(scalar)
        return 2
      }
      text.appendReplacement()
      return trail < 0x80 ? 1 : 2
    }
  }

  private static func pointer(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard lead >= 0x81, lead <= 0xFE else { return nil }
    switch trail {
    case 0x40...0x7E: return Int(lead &- 0x81) * 157 + Int(trail &- 0x40)
    case 0xA1...0xFE: return Int(lead &- 0x81) * 157 + Int(trail &- 0x62)
    default: return nil
    }
  }

  static let characters: [UInt32] = Big5Table.characters.description.unicodeScalars.map {
    $0.value
  }
}
