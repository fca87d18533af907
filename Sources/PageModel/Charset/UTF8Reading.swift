/// UTF-8, one U+FFFD for each maximal part of a broken sequence
/// (https://encoding.spec.whatwg.org/#utf-8-decoder).
enum UTF8Reading {
  static func decode(_ input: UnsafeBufferPointer<UInt8>, into text: inout DecodedText) {
    var at = 0
    var copied = 0
    while at < input.count {
      if input[at] < 0x80 {
        at += 1
        continue
      }
      let (length, isValid) = sequence(input, at: at)
      if !isValid {
        text.bytes.append(contentsOf: input[copied..<at])
        text.appendReplacement()
        copied = at + length
      }
      at += length
    }
    text.bytes.append(contentsOf: input[copied..<input.count])
  }

  /// Whether every sequence is whole and allowed.
  static func isValid(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < input.count {
      at = afterPlain(input, at: at)
      guard at < input.count else { return true }
      let (length, isValid) = sequence(input, at: at)
      if !isValid { return false }
      at += length
    }
    return true
  }

  /// Past ASCII, eight bytes at a time, and past whole sequences of three bytes that are allowed
  /// whatever follows their lead, which nearly all of Chinese is made of.
  private static func afterPlain(_ input: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(input)
    var at = start
    while at + 8 <= input.count {
      if raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
        at += 8
      } else if input[at] < 0x80 {
        at += 1
      } else if input[at] &- 0xE1 < 0x0C, input[at + 1] & 0xC0 == 0x80, input[at + 2] & 0xC0 == 0x80
      {
        at += 3
      } else {
        return at
      }
    }
    while at < input.count, input[at] < 0x80 { at += 1 }
    return at
  }

  /// Count of broken sequences, at most `limit`; a sequence cut off by the end is no fault.
  static func faults(_ input: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    var at = 0
    var count = 0
    while at < input.count, count < limit {
      at = afterPlain(input, at: at)
      guard at < input.count else { break }
      let (length, isValid) = sequence(input, at: at)
      if !isValid, at + length < input.count { count += 1 }
      at += length
    }
    return count
  }

  /// Bytes taken by the sequence at `at`, and whether it is whole and allowed.
  private static func sequence(
    _ input: UnsafeBufferPointer<UInt8>, at: Int
  ) -> (length: Int, isValid: Bool) {
    let lead = input[at]
    let needed: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: needed = 1
    case 0xE0: (needed, low) = (2, 0xA0)
    case 0xED: (needed, high) = (2, 0x9F)
    case 0xE1...0xEF: needed = 2
    case 0xF0: (needed, low) = (3, 0x90)
    case 0xF4: (needed, high) = (3, 0x8F)
    case 0xF1...0xF3: needed = 3
    default: return (1, false)
    }
    for offset in 1...needed {
      guard at + offset < input.count else { return (offset, false) }
      let next = input[at + offset]
      guard next >= low, next <= high else { return (offset, false) }
      (low, high) = (0x80, 0xBF)
    }
    return (needed + 1, true)
  }
}
