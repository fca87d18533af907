/// UTF-16 in either byte order (https://encoding.spec.whatwg.org/#shared-utf-16-decoder).
enum UTF16Reading {
  static func decode(
    _ input: UnsafeBufferPointer<UInt8>, lowFirst: Bool, into text: inout DecodedText
  ) {
    var lead: UInt32?
    var at = 0
    while at + 1 < input.count {
      let (first, second) = (UInt32(input[at]), UInt32(input[at + 1]))
      let unit = lowFirst ? second << 8 | first : first << 8 | second
      at += 2
      if let waiting = lead {
        lead = nil
        if unit & 0xFC00 == 0xDC00 {
          text.append(0x1_0000 + (waiting & 0x3FF) << 10 + unit & 0x3FF)
          continue
        }
        text.appendReplacement()
      }
      if unit & 0xFC00 == 0xD800 {
        lead = unit
      } else if unit & 0xFC00 == 0xDC00 {
        text.appendReplacement()
      } else {
        text.append(unit)
      }
    }
    if lead != nil || at < input.count { text.appendReplacement() }
  }
}

/// windows-1252, which is what the web means by ISO-8859-1 and ASCII.
enum Windows1252Reading {
  static func decode(_ input: UnsafeBufferPointer<UInt8>, into text: inout DecodedText) {
    for byte in input {
      if byte >= 0x80, byte < 0xA0 {
        text.append(UInt32(upper[Int(byte &- 0x80)]))
      } else {
        text.append(UInt32(byte))
      }
    }
  }

  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
