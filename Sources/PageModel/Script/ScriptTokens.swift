/// One word of a script.
enum ScriptToken: Equatable, Sendable {
  case name(String)
  case text(String)
  case number(Int)
  case mark(String)
  /// A regular expression or anything else whose value is not looked at.
  case opaque
}

/// Cuts a script into words, as far as portal templates need it.
struct ScriptScanner {
  /// Words looked at in one script; what follows is not read.
  static let limit = 20_000

  private let bytes: [UInt8]
  private var position = 0
  private(set) var tokens: [ScriptToken] = []

  static func tokens(of script: [UInt8]) -> [ScriptToken] {
    var scanner = ScriptScanner(bytes: script)
    scanner.run()
    return scanner.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    while position < bytes.count, tokens.count < ScriptScanner.limit {
      let byte = bytes[position]
      if Ascii.isSpace(byte) {
        position += 1
      } else if isName(byte) {
        readName()
      } else if Ascii.isDigit(byte) {
        readNumber()
      } else if byte == Ascii.quote || byte == Ascii.apostrophe || byte == UInt8(ascii: "`") {
        readText(byte)
      } else if byte == Ascii.slash {
        readSlash()
      } else if bytes.matchesIgnoringCase("<!--", at: position) {
        skipLine()
      } else {
        readMark(byte)
      }
    }
  }

  private func isName(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || byte == Ascii.underscore || byte == Ascii.dollar || byte >= 0x80
  }

  private mutating func readName() {
    let start = position
    while position < bytes.count, isName(bytes[position]) || Ascii.isDigit(bytes[position]) {
      position += 1
    }
    tokens.append(.name(String(decoding: bytes[start..<position], as: UTF8.self)))
  }

  private mutating func readNumber() {
    let start = position
    while position < bytes.count, Ascii.isWord(bytes[position]) || bytes[position] == Ascii.dot {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    tokens.append(Int(text).map { .number($0) } ?? .opaque)
  }

  private mutating func readText(_ quote: UInt8) {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != quote {
      let byte = bytes[position]
      if byte == Ascii.newline, quote != UInt8(ascii: "`") { break }
      position += 1
      if byte == Ascii.backslash { readEscape(into: &text) } else { text.append(byte) }
    }
    position += 1
    tokens.append(.text(String(decoding: text, as: UTF8.self)))
  }

  private mutating func readEscape(into text: inout [UInt8]) {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(Ascii.newline)
    case UInt8(ascii: "t"): text.append(Ascii.tab)
    case UInt8(ascii: "x"): readHexadecimal(2, into: &text)
    case UInt8(ascii: "u"): readHexadecimal(4, into: &text)
    case Ascii.newline: break
    default: text.append(byte)
    }
  }

  private mutating func readHexadecimal(_ count: Int, into text: inout [UInt8]) {
    guard position + count <= bytes.count else { return }
    let digits = String(decoding: bytes[position..<position + count], as: UTF8.self)
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { return }
    position += count
    text.append(contentsOf: Array(String(Character(scalar)).utf8))
  }

  private mutating func readSlash() {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if next == Ascii.slash {
      skipLine()
    } else if next == UInt8(ascii: "*") {
      position += 2
      while position < bytes.count, !bytes.matchesIgnoringCase("*/", at: position) {
        position += 1
      }
      position += 2
    } else if isValueBefore {
      readMark(Ascii.slash)
    } else {
      skipExpression()
    }
  }

  /// After a value a slash divides; elsewhere it opens a regular expression.
  private var isValueBefore: Bool {
    switch tokens.last {
    case .name, .number, .text, .opaque, .mark(")"), .mark("]"): true
    default: false
    }
  }

  private mutating func skipExpression() {
    position += 1
    var isInSet = false
    while position < bytes.count, bytes[position] != Ascii.newline {
      let byte = bytes[position]
      position += 1
      if byte == Ascii.backslash { position += 1 }
      if byte == Ascii.openSquare { isInSet = true }
      if byte == Ascii.closeSquare { isInSet = false }
      if byte == Ascii.slash, !isInSet { break }
    }
    while position < bytes.count, Ascii.isLetter(bytes[position]) { position += 1 }
    tokens.append(.opaque)
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != Ascii.newline { position += 1 }
  }

  private static let longMarks: [StaticString] = ["===", "!==", "==", "!=", "<=", ">=", "&&", "||"]

  private mutating func readMark(_ byte: UInt8) {
    for mark in ScriptScanner.longMarks where bytes.matchesIgnoringCase(mark, at: position) {
      position += mark.utf8CodeUnitCount
      tokens.append(.mark(mark.description))
      return
    }
    position += 1
    tokens.append(.mark(String(decoding: [byte], as: UTF8.self)))
  }
}
