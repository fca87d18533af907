/// The objects of a JSON text, as far as a list of articles needs them: their own texts and numbers
/// by name. One pass over the bytes, no recursion; broken JSON gives what stood before the break.
struct JSONRows {
  /// One object, inner ones before the outer one.
  struct Row: Equatable {
    /// Texts, and numbers as they are written.
    fileprivate(set) var values: [String: String] = [:]
  }

  private static let rowLimit = 5_000
  private static let depthLimit = 64
  private static let textLimit = 4_096

  private(set) var rows: [Row] = []
  private let bytes: [UInt8]
  private var at = 0
  private var open: [Row] = []
  private var name: String?

  init(_ utf8: [UInt8]) {
    bytes = utf8
    while at < bytes.count, rows.count < JSONRows.rowLimit, open.count <= JSONRows.depthLimit {
      step()
    }
    while let row = open.popLast() { rows.append(row) }
  }

  private mutating func step() {
    let byte = bytes[at]
    switch byte {
    case Ascii.openBrace:
      open.append(Row())
      (name, at) = (nil, at + 1)
    case Ascii.closeBrace:
      if let row = open.popLast() { rows.append(row) }
      (name, at) = (nil, at + 1)
    case Ascii.quote: take(readText())
    case Ascii.hyphen, UInt8(ascii: "0")...UInt8(ascii: "9"): keep(readNumber())
    case Ascii.comma, Ascii.openSquare, Ascii.closeSquare: (name, at) = (nil, at + 1)
    default: at += 1
    }
  }

  /// A text before a colon names what follows.
  private mutating func take(_ text: String) {
    var next = at
    while next < bytes.count, Ascii.isSpace(bytes[next]) { next += 1 }
    if name == nil, next < bytes.count, bytes[next] == Ascii.colon {
      (name, at) = (text, next + 1)
    } else {
      keep(text)
    }
  }

  private mutating func keep(_ value: String) {
    guard let name, let last = open.indices.last else { return }
    if open[last].values.count < 200 { open[last].values[name] = value }
    self.name = nil
  }

  private mutating func readNumber() -> String {
    let start = at
    while at < bytes.count, Ascii.isDigit(bytes[at]) || "+-.eE".utf8.contains(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<min(at, start + 40)], as: UTF8.self)
  }

  /// The text behind the quote at hand, escapes resolved (RFC 8259 §7).
  private mutating func readText() -> String {
    var units: [UInt16] = []
    var text: [UInt8] = []
    at += 1
    while at < bytes.count, bytes[at] != Ascii.quote {
      if bytes[at] == Ascii.backslash, at + 1 < bytes.count {
        readEscape(into: &text, &units)
      } else {
        JSONRows.flush(&units, into: &text)
        if text.count < JSONRows.textLimit { text.append(bytes[at]) }
        at += 1
      }
    }
    at += 1
    JSONRows.flush(&units, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readEscape(into text: inout [UInt8], _ units: inout [UInt16]) {
    let mark = bytes[at + 1]
    at += 2
    if mark == UInt8(ascii: "u"), at + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    {
      if units.count < JSONRows.textLimit { units.append(unit) }
      at += 4
      return
    }
    JSONRows.flush(&units, into: &text)
    let isBlank = [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b")]
      .contains(mark)
    if text.count < JSONRows.textLimit { text.append(isBlank ? Ascii.space : mark) }
  }

  /// Two halves of a character stand in two escapes.
  private static func flush(_ units: inout [UInt16], into text: inout [UInt8]) {
    guard !units.isEmpty else { return }
    text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    units.removeAll()
  }
}
