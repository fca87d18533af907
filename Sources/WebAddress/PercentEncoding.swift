/// A set of bytes that must be written as `%XX`. Bytes of 0x80 and above always belong to it.
struct PercentEncodeSet {
  private let low: UInt64
  private let high: UInt64

  /// The C0 control set, plus the printable characters listed.
  init(_ characters: StaticString) {
    var low: UInt64 = 0xFFFF_FFFF
    var high: UInt64 = 1 << 63
    for byte in UnsafeBufferPointer(
      start: characters.utf8Start, count: characters.utf8CodeUnitCount)
    {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
    self.low = low
    self.high = high
  }

  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
    if byte < 128 { return high >> UInt64(byte - 64) & 1 == 1 }
    return true
  }

  /// The sets of the URL Standard, https://url.spec.whatwg.org/#percent-encoded-bytes
  static let control = PercentEncodeSet("")
  static let fragment = PercentEncodeSet(" \"<>`")
  static let query = PercentEncodeSet(" \"#<>")
  static let specialQuery = PercentEncodeSet(" \"#<>'")
  static let path = PercentEncodeSet(" \"#<>?^`{}")
  static let userinfo = PercentEncodeSet(" \"#<>?^`{}/:;=@[\\]|")
}

extension [UInt8] {
  /// Appends bytes, those in the set as `%XX` with capital digits.
  mutating func append(_ bytes: ArraySlice<UInt8>, encoding set: PercentEncodeSet) {
    guard bytes.contains(where: set.contains) else {
      append(contentsOf: bytes)
      return
    }
    for byte in bytes {
      if set.contains(byte) { appendPercentEncoded(byte) } else { append(byte) }
    }
  }

  mutating func appendPercentEncoded(_ byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(ASCII.upperHexDigit(byte >> 4))
    append(ASCII.upperHexDigit(byte & 15))
  }
}

/// Replaces every `%XX` by its byte; a `%` without two hexadecimal digits stays.
func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
  var decoded: [UInt8] = []
  decoded.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
      let upper = ASCII.hexValue(bytes[index + 1]), let lower = ASCII.hexValue(bytes[index + 2])
    {
      decoded.append(upper << 4 | lower)
      index += 3
    } else {
      decoded.append(bytes[index])
      index += 1
    }
  }
  return decoded
}
