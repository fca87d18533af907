import CDeflate
import CZlib

/// One gzip member, made and read as a whole.
///
/// Members we write carry their own length in the header's extra field (RFC 1952 §2.3.1.1,
/// subfield `MC`), so that the end of an archive is found by hopping instead of inflating it all.
enum GzipMember {
  /// 10 bytes of header, 2 of extra length, 4 of subfield head, 8 of length.
  static let headerLength = 24
  private static let signature: [UInt8] = [
    0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 12, 0, 77, 67, 8, 0,
  ]

  /// Compresses `bytes` into one member.
  static func compress(_ bytes: [UInt8], level: Int32) throws(EvidenceError) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else {
      throw EvidenceError(.compression, path: "")
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
    var size = 0
    var member = [UInt8](unsafeUninitializedCapacity: headerLength + bound + trailerLength) {
      output, filled in
      let room = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(output)[headerLength...])
      size = bytes.withUnsafeBytes {
        libdeflate_deflate_compress(compressor, $0.baseAddress, $0.count, room.baseAddress, bound)
      }
      output[..<headerLength].initialize(repeating: 0)
      filled = headerLength + size
    }
    guard size > 0 else { throw EvidenceError(.compression, path: "") }
    // CRC and length of the content end a member (RFC 1952 §2.3.1).
    let sum = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    member += littleEndian(UInt64(sum), 4) + littleEndian(UInt64(bytes.count), 4)
    member.replaceSubrange(
      0..<headerLength, with: signature + littleEndian(UInt64(member.count), 8))
    return member
  }

  private static let trailerLength = 8

  private static func littleEndian(_ value: UInt64, _ width: UInt64) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// The member length that a header of ours states; nil for anybody else's header.
  static func statedLength(_ header: some Collection<UInt8>) -> Int? {
    guard header.count >= headerLength, header.starts(with: signature) else { return nil }
    let value = header.dropFirst(16).prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return value > UInt64(headerLength) && value < 1 << 40 ? Int(value) : nil
  }

  /// What reading one member gave.
  struct Inflated {
    var bytes: [UInt8]
    /// Length of the member in the file.
    var length: Int
  }

  enum Fault: Error, Hashable {
    /// The file ends inside the member.
    case cutOff
    /// Not a gzip member, or its checksum does not agree.
    case damaged
    /// More bytes come out than the limit allows.
    case tooLarge
  }

  /// Inflates the member at `offset`, checking its CRC, within `limit` bytes of output.
  static func inflate(
    _ file: ReadableFile, at offset: Int, limit: Int
  ) throws -> Inflated {
    if let whole = try inflateOurs(file, at: offset, limit: limit) { return whole }
    var stream = z_stream()
    guard czlib_inflate_init(&stream) == Z_OK else {
      throw EvidenceError(.compression, path: file.path)
    }
    defer { inflateEnd(&stream) }
    var result = Inflated(bytes: [], length: 0)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let input = try file.bytes(at: offset + result.length, count: 1 << 16)
      if input.isEmpty { throw Fault.cutOff }
      let state = try step(&stream, input, &piece, into: &result, limit: limit)
      if state == Z_STREAM_END { return result }
    }
  }

  /// Members of ours up to this length are inflated in one go.
  private static let shortLength = 8 << 20

  /// A member that states its length, in one go: libdeflate is three times as fast as zlib. Nil
  /// when it is another's, or not as it says; then going step by step tells what is wrong.
  private static func inflateOurs(
    _ file: ReadableFile, at offset: Int, limit: Int
  ) throws(EvidenceError) -> Inflated? {
    var member = try file.bytes(at: offset, count: 1 << 14)
    guard let length = statedLength(member.prefix(headerLength)),
      length > headerLength + trailerLength, length <= shortLength
    else { return nil }
    if length <= member.count {
      member.removeSubrange(length...)
    } else {
      member += try file.bytes(at: offset + member.count, count: length - member.count)
    }
    guard member.count == length else { return nil }
    let count = member.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard count <= min(limit, shortLength * 8) else { return nil }
    return Deflater.inflated(member, count: count).map { Inflated(bytes: $0, length: length) }
  }

  private static func step(
    _ stream: inout z_stream, _ input: [UInt8], _ piece: inout [UInt8],
    into result: inout Inflated, limit: Int
  ) throws(Fault) -> Int32 {
    var used = 0
    // Output may be waiting inside zlib after the last input byte: go on while the piece was full.
    repeat {
      let before = stream.total_out
      let state = input.withUnsafeBufferPointer { source in
        piece.withUnsafeMutableBufferPointer { target in
          stream.next_in = source.baseAddress.map { UnsafeMutablePointer(mutating: $0 + used) }
          stream.avail_in = uInt(input.count - used)
          stream.next_out = target.baseAddress
          stream.avail_out = uInt(target.count)
          return CZlib.inflate(&stream, Z_NO_FLUSH)
        }
      }
      used = input.count - Int(stream.avail_in)
      result.bytes.append(contentsOf: piece.prefix(Int(stream.total_out - before)))
      if result.bytes.count > limit { throw .tooLarge }
      if state == Z_STREAM_END {
        result.length += used
        return state
      }
      guard state == Z_OK || state == Z_BUF_ERROR else { throw .damaged }
    } while used < input.count || stream.avail_out == 0
    result.length += used
    return Z_OK
  }
}
