/// A document number in running text, such as `道府办发〔2020〕5号`, and the name before it.
struct DocumentMention: Sendable, Hashable {
  /// With up to twelve characters before the year, brackets unified to 〔〕.
  let number: String
  /// The 《…》 that ends right before the number.
  let name: String?

  /// Whether the mention means the document that bears `own`.
  func means(_ own: String) -> Bool {
    number == own || (number.hasSuffix(own) && own.first.map { $0 != "〔" } == true)
  }

  static func numbers(in text: some StringProtocol) -> [String] { all(in: text).map(\.number) }

  static func normalise(_ number: String) -> String { numbers(in: number).first ?? number }

  /// The first forty of a text.
  static func all(in text: some StringProtocol) -> [DocumentMention] {
    let fast = text.utf8.withContiguousStorageIfAvailable { MentionScanner(text: $0).mentions() }
    return fast
      ?? Array(text.utf8).withUnsafeBufferPointer { MentionScanner(text: $0).mentions() }
  }
}

/// Finds document numbers by their brackets, in one pass over a text's bytes.
private struct MentionScanner {
  let text: UnsafeBufferPointer<UInt8>
  private static let limit = 40

  func mentions() -> [DocumentMention] {
    var found: [DocumentMention] = []
    var at = 0
    while at < text.count, found.count < MentionScanner.limit {
      guard let open = opener(at), let (number, end) = number(after: at + open) else {
        at += 1
        continue
      }
      let start = prefixStart(before: at)
      if start < at {
        found.append(
          DocumentMention(number: string(start..<at) + number, name: name(before: start)))
      }
      at = end
    }
    return found
  }

  /// Bytes of the bracket that opens at `at`: one of 〔 [ ［ 【 ( （.
  private func opener(_ at: Int) -> Int? {
    switch text[at] {
    case 0x5B, 0x28: 1
    case 0xE3: stands("〔", at) || stands("【", at) ? 3 : nil
    case 0xEF: stands("［", at) || stands("（", at) ? 3 : nil
    default: nil
    }
  }

  private func closer(_ at: Int) -> Int? {
    guard at < text.count else { return nil }
    switch text[at] {
    case 0x5D, 0x29: return 1
    case 0xE3: return stands("〕", at) || stands("】", at) ? 3 : nil
    case 0xEF: return stands("］", at) || stands("）", at) ? 3 : nil
    default: return nil
    }
  }

  /// `2020〕5号` behind the bracket; spaces and 第 are allowed, as portals write them.
  private func number(after start: Int) -> (String, Int)? {
    let yearEnd = digits(start, most: 4)
    guard yearEnd == start + 4, let close = closer(yearEnd) else { return nil }
    var at = yearEnd + close
    while at < text.count, text[at] == 0x20 || stands("第", at) { at += text[at] == 0x20 ? 1 : 3 }
    let serialEnd = digits(at, most: 5)
    guard serialEnd > at else { return nil }
    let serial = Int(string(at..<serialEnd)) ?? 0
    at = serialEnd
    while at < text.count, text[at] == 0x20 { at += 1 }
    guard stands("号", at) else { return nil }
    return ("〔\(string(start..<yearEnd))〕\(serial)号", at + 3)
  }

  private func digits(_ start: Int, most: Int) -> Int {
    var at = start
    while at < text.count, at - start < most, text[at] &- 0x30 < 10 { at += 1 }
    return at
  }

  /// Up to twelve ideographs and letters before the bracket.
  private func prefixStart(before end: Int) -> Int {
    var start = end
    for _ in 0..<12 {
      guard let next = letterStart(before: start) else { break }
      start = next
    }
    return start
  }

  /// Where the ideograph (U+4E00…U+9FFF) or ASCII letter begins that ends at `end`.
  private func letterStart(before end: Int) -> Int? {
    guard end > 0 else { return nil }
    let last = text[end - 1]
    if last < 0x80 { return (last | 0x20) &- 0x61 < 26 ? end - 1 : nil }
    guard end >= 3, text[end - 3] >= 0xE4, text[end - 3] <= 0xE9,
      text[end - 3] > 0xE4 || text[end - 2] >= 0xB8
    else { return nil }
    return end - 3
  }

  /// `…《名称》(` + number: the name, of at most 119 characters.
  private func name(before end: Int) -> String? {
    var at = end
    while at > 0 {
      if text[at - 1] == 0x28 || text[at - 1] == 0x20 {
        at -= 1
      } else if at >= 3, stands("（", at - 3) {
        at -= 3
      } else {
        break
      }
    }
    guard at >= 3, stands("》", at - 3) else { return nil }
    let close = at - 3
    var start = close
    for _ in 0..<120 {
      guard start > 0 else { return nil }
      start -= 1
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      if stands("《", start) { return string(start + 3..<close) }
    }
    return nil
  }

  private func stands(_ character: StaticString, _ at: Int) -> Bool {
    guard at >= 0, at + 3 <= text.count else { return false }
    let wanted = character.utf8Start
    return text[at] == wanted[0] && text[at + 1] == wanted[1] && text[at + 2] == wanted[2]
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
  }
}
