/// A path pattern of an Allow or Disallow line: `*` stands for any bytes, a closing `$` for the end.
struct RobotsPattern: Hashable, Sendable {
  private let pieces: [[UInt8]]
  private let isAnchored: Bool
  /// Length of the pattern as written; the longest match decides (RFC 9309 §2.2.2).
  let length: Int

  init(_ value: ArraySlice<UInt8>) {
    let pattern = RobotsPattern.encoded(value)
    length = pattern.count
    isAnchored = pattern.last == UInt8(ascii: "$")
    let body = isAnchored ? pattern.dropLast() : pattern[...]
    pieces = body.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map(Array.init)
  }

  /// Leftmost matching of the pieces between the stars, which is exact because nothing but `*`
  /// varies in length.
  func matches(_ path: [UInt8]) -> Bool {
    guard length > 0, path.starts(with: pieces[0]) else { return false }
    var position = pieces[0].count
    for (index, piece) in pieces.enumerated().dropFirst() {
      if isAnchored, index == pieces.count - 1 {
        let start = path.count - piece.count
        return start >= position && path[start...].elementsEqual(piece)
      }
      guard let end = RobotsPattern.end(of: piece, in: path, from: position) else { return false }
      position = end
    }
    return !isAnchored || position == path.count
  }

  private static func end(of piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
    guard let first = piece.first else { return start }
    var index = start
    while index + piece.count <= path.count {
      if path[index] == first, path[index..<(index + piece.count)].elementsEqual(piece) {
        return index + piece.count
      }
      index += 1
    }
    return nil
  }

  /// Bytes beyond ASCII become `%XX`, digits of existing escapes capitals, so that a pattern
  /// compares with a serialised address byte by byte.
  private static func encoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var escapeDigits = 0
    for byte in value {
      if byte >= 0x80 {
        result += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      } else if escapeDigits > 0, (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) {
        result.append(byte - 32)
      } else {
        result.append(byte)
      }
      escapeDigits = byte == UInt8(ascii: "%") ? 2 : max(0, escapeDigits - 1)
    }
    return result
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 55 + nibble }
}
