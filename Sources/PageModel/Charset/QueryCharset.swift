/// The encodings a page's own may give to what stands behind `?` in its addresses. A browser
/// writes a query in the page's encoding, so `?q=公开` asks a GBK page's server for other bytes than
/// a UTF-8 page's (https://url.spec.whatwg.org/#query-state).
enum QueryCharset: Sendable {
  case gbk, gb18030, big5

  /// Nil for pages whose queries are written in UTF-8.
  init?(_ decision: CharsetDecision) {
    switch decision.name {
    case Charset.gb18030.rawValue:
      let label = decision.declared?.lowercased().filter { !$0.isWhitespace }
      self = label == "gb18030" ? .gb18030 : .gbk
    case Charset.big5.rawValue: self = .big5
    default: return nil
    }
  }

  /// UTF-8 bytes in this encoding; what it lacks becomes a percent-encoded reference, as in
  /// browsers (https://url.spec.whatwg.org/#string-percent-encode-after-encoding).
  func encode(_ utf8: ArraySlice<UInt8>) -> [UInt8] {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return Array(utf8) }
    var bytes: [UInt8] = []
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let code = code(of: scalar.value) {
        bytes += code
      } else {
        bytes += Array("%26%23\(scalar.value)%3B".utf8)
      }
    }
    return bytes
  }

  private func code(of scalar: UInt32) -> [UInt8]? {
    switch self {
    case .big5: Big5Reading.code(of: scalar)
    case .gbk: scalar == 0x20AC ? [0x80] : GB18030Reading.code(of: scalar, isShort: true)
    case .gb18030: GB18030Reading.code(of: scalar, isShort: false)
    }
  }
}

extension GB18030Reading {
  /// The bytes of a character beyond ASCII (https://encoding.spec.whatwg.org/#gb18030-encoder).
  /// - Parameter isShort: two bytes at most, which is GBK.
  fileprivate static func code(of scalar: UInt32, isShort: Bool) -> [UInt8]? {
    if scalar == 0xE5E5 { return nil }
    if scalar <= 0xFFFF, let pointer = pointers[UInt16(scalar)] {
      let (lead, trail) = (UInt8(pointer / 190), UInt8(pointer % 190))
      return [lead + 0x81, trail + (trail < 0x3F ? 0x40 : 0x41)]
    }
    guard !isShort, let pointer = fourBytePointer(of: Int(scalar)) else { return nil }
    return [
      UInt8(pointer / 12600) + 0x81, UInt8(pointer / 1260 % 10) + 0x30,
      UInt8(pointer / 10 % 126) + 0x81, UInt8(pointer % 10) + 0x30,
    ]
  }

  private static func fourBytePointer(of scalar: Int) -> Int? {
    if scalar == 0xE7C7 { return 7457 }
    if scalar >= 0x1_0000 { return scalar - 0x1_0000 + 189_000 }
    let range = ranges.last { $0.scalar <= scalar }
    return range.map { $0.pointer + scalar - $0.scalar }
  }

  /// The first code of each character.
  private static let pointers: [UInt16: Int] = Dictionary(
    twoByte.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Big5Reading {
  /// The bytes of a character beyond ASCII (https://encoding.spec.whatwg.org/#big5-encoder).
  fileprivate static func code(of scalar: UInt32) -> [UInt8]? {
    guard let pointer = pointers[scalar] else { return nil }
    let (lead, trail) = (UInt8(pointer / 157), UInt8(pointer % 157))
    return [lead + 0x81, trail + (trail < 0x3F ? 0x40 : 0x62)]
  }

  /// Codes of Big5 proper; the Hong Kong ones below are only ever read. Six characters are written
  /// with their last code.
  private static let pointers: [UInt32: Int] = {
    let last: Set<UInt32> = [0x2550, 0x255E, 0x2561, 0x256A, 0x5341, 0x5345]
    var table: [UInt32: Int] = [:]
    for (pointer, scalar) in characters.enumerated() where pointer >= (0xA1 - 0x81) * 157 {
      if scalar == 0x20 || (table[scalar] != nil && !last.contains(scalar)) { continue }
      table[scalar] = pointer
    }
    return table
  }()
}
