/// Just enough of RFC 1950-1952 to serve gzip and PNG without importing zlib, which another room
/// owns: stored blocks, one run-length block for the bomb, and the two checksums.
enum Deflate {
  /// The bytes in uncompressed deflate blocks (RFC 1951, 3.2.4).
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + 65_535, bytes.count)
      let length = UInt16(end - start)
      output.append(end == bytes.count ? 1 : 0)
      output += littleEndian(length) + littleEndian(~length)
      output += bytes[start..<end]
      start = end
    } while start < bytes.count
    return output
  }

  /// A gzip file of the bytes, uncompressed inside.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    gzipHeader + stored(bytes) + littleEndian(crc32(bytes))
      + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// A gzip file that unpacks to at least `count` zero bytes, about 160 times its own size.
  ///
  /// One fixed-Huffman block (RFC 1951, 3.2.6): a literal zero, then copies of 258 bytes from one
  /// byte back, each 13 bits. Eight copies fill 13 bytes, so from the second eight on the same 13
  /// bytes repeat.
  static func bomb(_ count: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.append(0b1, width: 1)
    bits.append(0b01, width: 2)
    bits.appendCode(0b0011_0000, width: 8)
    for _ in 0..<16 {
      bits.appendCode(0b1100_0101, width: 8)
      bits.appendCode(0, width: 5)
    }
    let rounds = max(0, (count - 1 - 16 * 258 + 8 * 258 - 1) / (8 * 258))
    bits.repeatLast(13, times: rounds)
    bits.appendCode(0, width: 7)
    let size = (16 + rounds * 8) * 258 + 1
    return gzipHeader + bits.finished() + littleEndian(crc32(zeros: size))
      + littleEndian(UInt32(truncatingIfNeeded: size))
  }

  private static let gzipHeader: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  static func littleEndian<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { (sum: UInt32, byte) in
      (sum >> 8) ^ table[Int((sum ^ UInt32(byte)) & 0xFF)]
    }
  }

  /// Feeding a zero byte is linear over GF(2), so many are fed by squaring the step.
  static func crc32(zeros count: Int) -> UInt32 {
    var step = (0..<32).map { bit in
      let sum = UInt32(1) << UInt32(bit)
      return (sum >> 8) ^ table[Int(sum & 0xFF)]
    }
    var sum: UInt32 = 0xFFFF_FFFF
    var left = count
    while left > 0 {
      if left & 1 == 1 { sum = apply(step, to: sum) }
      let square = step
      step = square.map { apply(square, to: $0) }
      left >>= 1
    }
    return ~sum
  }

  private static func apply(_ step: [UInt32], to sum: UInt32) -> UInt32 {
    step.enumerated().reduce(0) { result, column in
      sum >> UInt32(column.offset) & 1 == 1 ? result ^ column.element : result
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return high << 16 | low
  }
}

/// Bits in deflate's order: least significant first, Huffman codes most significant first.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt32 = 0
  private var count = 0

  mutating func append(_ value: UInt32, width: Int) {
    pending |= value << UInt32(count)
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  mutating func appendCode(_ code: UInt32, width: Int) {
    for bit in (0..<width).reversed() { append((code >> UInt32(bit)) & 1, width: 1) }
  }

  /// Writes the last whole bytes again; the bits still pending stay as they are.
  mutating func repeatLast(_ length: Int, times: Int) {
    let unit = bytes.suffix(length)
    for _ in 0..<times { bytes += unit }
  }

  mutating func finished() -> [UInt8] {
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    return bytes
  }
}
