/// GB18030 with its two- and four-byte forms (https://encoding.spec.whatwg.org/#gb18030-decoder).
///
/// Labels gb2312 and gbk mean this decoder too.
enum GB18030Reading {
  static func decode(_ input: UnsafeBufferPointer<UInt8>, into text: inout DecodedText) {
    twoByte.withUnsafeBufferPointer { table in
      var at = 0
      while at < input.count {
        let lead = input[at]
        if lead < 0x80 {
          let start = at
          while at < input.count, input[at] < 0x80 { at += 1 }
          text.bytes.append(contentsOf: input[start..<at])
        } else {
          let (scalar, length) = character(input, at: at, table)
          if let scalar { text.append(scalar) } else { text.appendReplacement() }
          at += length
        }
      }
    }
  }

  /// Count of byte sequences that are no character, at most `limit`; the cut end is no fault.
  static func faults(_ input: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    twoByte.withUnsafeBufferPointer { table in
      var at = 0
      var count = 0
      while at < input.count, count < limit {
        if input[at] < 0x80 {
          at += 1
          continue
        }
        let (scalar, length) = character(input, at: at, table)
        if scalar == nil || isPrivate(scalar), at + length < input.count { count += 1 }
        at += length
      }
      return count
    }
  }

  /// Private use areas hold what GB18030 left empty: bytes of another encoding land there.
  private static func isPrivate(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return scalar >= 0xE000 && scalar < 0xF900
  }

  /// The character at a byte of 80 or more, nil for a fault, and the bytes it takes.
  private static func character(
    _ input: UnsafeBufferPointer<UInt8>, at: Int, _ table: UnsafeBufferPointer<UInt16>
  ) -> (UInt32?, Int) {
    let lead = input[at]
    if lead == 0x80 { return (0x20AC, 1) }
    guard lead != 0xFF, at + 1 < input.count else { return (nil, 1) }
    let second = input[at + 1]
    if second >= 0x30, second <= 0x39 { return fourByte(input, at: at) }
    guard second >= 0x40, second != 0x7F, second != 0xFF else {
      return (nil, second < 0x80 ? 1 : 2)
    }
    let offset: UInt8 = second < 0x7F ? 0x40 : 0x41
    let pointer = Int(lead &- 0x81) * 190 + Int(second &- offset)
    return (UInt32(table[pointer]), 2)
  }

  private static func fourByte(
    _ input: UnsafeBufferPointer<UInt8>, at: Int
  ) -> (UInt32?, Int) {
    // A sequence cut off by the end of the body is one fault and takes what is left of it.
    guard at + 2 < input.count else { return (nil, input.count - at) }
    let third = input[at + 2]
    guard third >= 0x81, third <= 0xFE else { return (nil, 1) }
    guard at + 3 < input.count else { return (nil, input.count - at) }
    let fourth = input[at + 3]
    guard fourth >= 0x30, fourth <= 0x39 else { return (nil, 1) }
    let high = Int(input[at] &- 0x81) * 12600 + Int(input[at + 1] &- 0x30) * 1260
    let pointer = high + Int(third &- 0x81) * 10 + Int(fourth &- 0x30)
    let scalar = fourByteScalar(pointer)
    return (scalar, scalar == nil ? 1 : 4)
  }

  /// https://encoding.spec.whatwg.org/#index-gb18030-ranges-code-point
  private static func fourByteScalar(_ pointer: Int) -> UInt32? {
    if pointer == 7457 { return 0xE7C7 }
    if pointer >= 189_000 {
      let scalar = pointer - 189_000 + 0x1_0000
      return scalar <= 0x10_FFFF ? UInt32(scalar) : nil
    }
    guard pointer <= 39_419 else { return nil }
    var low = 0
    var high = ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle].pointer <= pointer { low = middle } else { high = middle }
    }
    return UInt32(ranges[low].scalar + pointer - ranges[low].pointer)
  }

  static let twoByte: [UInt16] = GB18030Table.twoByte.description.unicodeScalars.map {
    UInt16(truncatingIfNeeded: $0.value)
  }

  static let ranges: [(pointer: Int, scalar: Int)] =
    GB18030Table.ranges.description.split(separator: " ").compactMap { entry in
      let parts = entry.split(separator: ":")
      guard parts.count == 2, let pointer = Int(parts[0], radix: 16),
        let scalar = Int(parts[1], radix: 16)
      else { return nil }
      return (pointer, scalar)
    }
}
