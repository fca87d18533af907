/// Questions asked of eight bytes at once
/// (https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord).
///
/// Words and not SIMD vectors: the masks that Swift's vector comparisons give are gone through lane
/// by lane, which took longer than asking each byte.
enum ByteWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Whether any of the eight bytes is below `limit`, which is 128 at most.
  @inline(__always)
  static func holdsByte(_ word: UInt64, below limit: UInt8) -> Bool {
    (word &- ones &* UInt64(limit)) & ~word & tops != 0
  }

  /// Whether any of the eight bytes is an ASCII digit.
  @inline(__always)
  static func holdsDigit(_ word: UInt64) -> Bool {
    // The digits, and no other bytes, become 0 to 9.
    holdsByte(word ^ (ones &* 0x30), below: 10)
  }
}

extension UnsafeRawBufferPointer {
  /// Where the first byte stands that `matches`; bytes are only looked at one by one in words that
  /// `may` hold one.
  @inline(__always)
  func firstIndex(inWordsThat may: (UInt64) -> Bool, where matches: (UInt8) -> Bool) -> Int? {
    var at = 0
    while at + 8 <= count {
      if may(loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
        for index in at..<at + 8 where matches(self[index]) { return index }
      }
      at += 8
    }
    while at < count {
      if matches(self[at]) { return at }
      at += 1
    }
    return nil
  }
}
