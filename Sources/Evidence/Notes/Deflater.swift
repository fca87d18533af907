import CDeflate

/// Packs and unpacks whole blocks with a checksum, as gzip members. What libdeflate packs with is
/// made once: making it takes longer than packing a page.
final class Deflater {
  private let compressor: OpaquePointer?

  init() {
    compressor = libdeflate_alloc_compressor(1)
  }

  deinit { libdeflate_free_compressor(compressor) }

  /// Nil when memory is short.
  func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    guard let compressor else { return nil }
    let bound = libdeflate_gzip_compress_bound(compressor, bytes.count)
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, filled in
      filled = bytes.withUnsafeBytes {
        libdeflate_gzip_compress(compressor, $0.baseAddress, $0.count, output.baseAddress, bound)
      }
    }
    return packed.isEmpty ? nil : packed
  }

  /// The block of `count` bytes; nil when the bytes are not one member of that content.
  static func inflated(_ packed: [UInt8], count: Int) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, count)) { output, filled in
      var used = 0
      let result = packed.withUnsafeBytes {
        libdeflate_gzip_decompress_ex(
          decompressor, $0.baseAddress, $0.count, output.baseAddress, count, &used, nil)
      }
      isWhole = result == LIBDEFLATE_SUCCESS && used == packed.count
      filled = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }

  /// CRC-32, as gzip uses it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
