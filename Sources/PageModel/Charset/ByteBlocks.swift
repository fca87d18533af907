extension Collection where Element == UInt8 {
  /// Whether any byte passes the test, sixteen bytes at a time.
  ///
  /// - Parameter test: the same for each byte; a byte of 0x40, which may fill up the last block,
  ///   must not pass it.
  @inline(__always)
  func contains(where test: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> Bool {
    let found = withContiguousStorageIfAvailable { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var at = 0
      while at + 16 <= raw.count {
        if any(test(raw.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self))) { return true }
        at += 16
      }
      var rest = SIMD16<UInt8>(repeating: 0x40)
      for index in at..<raw.count { rest[index - at] = raw[index] }
      return any(test(rest))
    }
    return found ?? Array(self).contains(where: test)
  }
}
