/// The bytes of a robots.txt file as lines.
enum RobotsText {
  /// Lines end with CR, LF or both. A byte order mark, even a broken one, is skipped; UTF-16 with
  /// a mark is read as its ASCII part.
  static func lines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let text = narrowed(bytes) ?? bytes.dropFirst(markLength(bytes))
    return text.split { $0 == 10 || $0 == 13 }
  }

  /// How many of the first bytes agree with the UTF-8 mark EF BB BF.
  private static func markLength(_ bytes: ArraySlice<UInt8>) -> Int {
    zip(bytes, [0xEF, 0xBB, 0xBF] as [UInt8]).prefix { $0 == $1 }.count
  }

  /// UTF-16 as UTF-8; nil without a UTF-16 mark.
  private static func narrowed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
    guard isBigEndian || bytes.starts(with: [0xFF, 0xFE]) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex + 2
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)[...]
  }

  /// A delay in seconds, whole or with a fraction; negative or absurd values are none.
  static func seconds(_ value: ArraySlice<UInt8>) -> Double? {
    let text = String(decoding: value.prefix(16), as: UTF8.self)
    guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
      let seconds = Double(text), seconds.isFinite
    else { return nil }
    return seconds
  }

  /// Who allows `/a/index.html` means `/a/` as well: the pattern `/a/$`, nil for other values.
  static func folderOfIndexPage(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let slash = value.lastIndex(of: UInt8(ascii: "/")),
      value[(slash + 1)...].starts(with: "index.htm".utf8)
    else { return nil }
    return value[...slash] + [UInt8(ascii: "$")]
  }
}
