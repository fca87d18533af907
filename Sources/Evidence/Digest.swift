import Crypto

/// Hashes, as lower-case hexadecimal text. The only place that knows the crypto library.
public enum Digest {
  /// SHA-256 of bytes in memory.
  public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    let done: Void? = bytes.withContiguousStorageIfAvailable {
      hash.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if done == nil { Array(bytes).withUnsafeBytes { hash.update(bufferPointer: $0) } }
    return hexadecimal(hash.finalize())
  }

  /// SHA-256 of a file, read in pieces.
  /// - Throws: ``EvidenceError`` when the file cannot be read.
  public static func sha256(ofFile path: String) throws(EvidenceError) -> String {
    try measure(file: path).sha256
  }

  /// SHA-256 and size of a file in one reading.
  static func measure(file path: String) throws(EvidenceError) -> (sha256: String, size: Int) {
    let file = try ReadableFile(path: path)
    var hash = SHA256()
    var size = 0
    while true {
      let piece = try file.bytes(at: size, count: 1 << 18)
      if piece.isEmpty { return (hexadecimal(hash.finalize()), size) }
      piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
      size += piece.count
    }
  }

  /// The digest of a WARC field such as `sha1:BASE32` or `sha256:hex`, over `bytes`.
  /// - Returns: nil when the algorithm is not one we know.
  static func agrees(field: String, with bytes: ArraySlice<UInt8>) -> Bool? {
    guard let colon = field.firstIndex(of: ":") else { return nil }
    let value = String(field[field.index(after: colon)...])
    guard let raw = raw(algorithm: field[..<colon].lowercased(), bytes) else { return nil }
    return value.lowercased() == hexadecimal(raw)
      || value.uppercased().filter { $0 != "=" } == base32(raw)
  }

  private static func raw(algorithm: String, _ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    switch algorithm.filter({ $0 != "-" }) {
    case "sha1": Array(Insecure.SHA1.hash(data: bytes))
    case "md5": Array(Insecure.MD5.hash(data: bytes))
    case "sha256": Array(SHA256.hash(data: bytes))
    case "sha512": Array(SHA512.hash(data: bytes))
    default: nil
    }
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// RFC 4648 base 32 without padding, as WARC writers use for SHA-1.
  private static func base32(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var text = ""
    var buffer: UInt64 = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt64(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[Int(buffer >> UInt64(bits) & 31)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(buffer << UInt64(5 - bits) & 31)]) }
    return text
  }
}
