import CZlib

/// Unpacks gzip bodies that arrive as files (`sitemap.xml.gz`), within a limit.
public enum GzipBytes {
  /// Whether the bytes begin like gzip (RFC 1952 §2.3.1).
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1f, 0x8b, 8]) }

  /// All members unpacked, one after the other. What comes before a fault or the limit is kept;
  /// nil when nothing could be unpacked.
  public static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var result: [UInt8] = []
    var start = 0
    while start < bytes.count, result.count < limit, isGzip(Array(bytes[start...].prefix(3))) {
      let used = member(bytes[start...], into: &result, limit: limit)
      guard used > 0 else { break }
      start += used
    }
    return result.isEmpty ? nil : result
  }

  /// - Returns: bytes the member took; 0 when it has a fault, no end, or goes beyond the limit.
  private static func member(
    _ bytes: ArraySlice<UInt8>, into result: inout [UInt8], limit: Int
  ) -> Int {
    var stream = z_stream()
    guard czlib_inflate_init(&stream) == Z_OK else { return 0 }
    defer { inflateEnd(&stream) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    return bytes.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = uInt(min(input.count, Int(UInt32.max)))
      while true {
        let before = Int(stream.total_out)
        let state = piece.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = uInt(output.count)
          return CZlib.inflate(&stream, Z_NO_FLUSH)
        }
        let produced = min(Int(stream.total_out) - before, limit - result.count)
        result.append(contentsOf: piece.prefix(produced))
        if state == Z_STREAM_END { return Int(stream.total_in) }
        guard state == Z_OK, result.count < limit, produced > 0 || stream.avail_in > 0 else {
          return 0
        }
      }
    }
  }
}
