/// Finds the label a document declares in its first 1024 bytes, as the HTML standard prescribes
/// (https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding).
///
/// Real portals put comments and scripts before the meta element, so the window is wider here.
struct MetaPrescan {
  static let window = 16_384

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  private init(_ body: [UInt8]) {
    bytes = body[..<min(body.count, MetaPrescan.window)]
    position = 0
  }

  /// The first label that a meta element declares, as written; nil when none does.
  static func label(in body: [UInt8]) -> String? {
    var scan = MetaPrescan(body)
    return scan.run()
  }

  private mutating func run() -> String? {
    while position < bytes.endIndex {
      if bytes[position] != Ascii.less {
        position += 1
      } else if starts(with: "<!--") {
        skipComment()
      } else if starts(with: "<meta"), let next = byte(at: position + 5), isBreak(next) {
        position += 5
        if let label = readMeta() { return label }
      } else if let next = byte(at: position + 1), Ascii.isLetter(next) || next == Ascii.slash {
        skipTag()
      } else if let next = byte(at: position + 1), next == Ascii.bang || next == Ascii.question {
        skip(to: Ascii.greater)
      } else {
        position += 1
      }
    }
    return nil
  }

  private mutating func readMeta() -> String? {
    var isPragma = false
    var charset: String?
    var content: String?
    while let (name, value) = readAttribute() {
      switch name {
      case "http-equiv": isPragma = value.lowercased() == "content-type"
      case "charset" where charset == nil: charset = value
      case "content" where content == nil: content = MetaPrescan.charset(inContent: value)
      default: break
      }
    }
    guard position < bytes.endIndex else { return nil }
    if let charset { return charset }
    return isPragma ? content : nil
  }

  /// The charset parameter of a content type, `text/html; charset=gb2312`.
  static func charset(inContent value: some StringProtocol) -> String? {
    let text = Array(value.utf8)
    var start = 0
    while let found = text.firstIndexIgnoringCase(of: "charset", from: start) {
      var at = found + 7
      while at < text.count, Ascii.isSpace(text[at]) { at += 1 }
      guard at < text.count, text[at] == Ascii.equals else {
        start = found + 7
        continue
      }
      at += 1
      while at < text.count, Ascii.isSpace(text[at]) { at += 1 }
      return label(text[at...])
    }
    return nil
  }

  private static func label(_ text: ArraySlice<UInt8>) -> String? {
    guard let first = text.first else { return nil }
    if first == Ascii.quote || first == Ascii.apostrophe {
      let rest = text.dropFirst()
      guard let end = rest.firstIndex(of: first) else { return nil }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    let end = text.firstIndex { Ascii.isSpace($0) || $0 == Ascii.semicolon } ?? text.endIndex
    return String(decoding: text[..<end], as: UTF8.self)
  }

  private mutating func skipComment() {
    position += 2
    while position < bytes.endIndex, !starts(with: "-->") { position += 1 }
    position += 3
  }

  private mutating func skipTag() {
    while let next = byte(at: position), !isBreak(next), next != Ascii.greater { position += 1 }
    while readAttribute() != nil {}
    position += 1
  }

  private mutating func skip(to stop: UInt8) {
    while position < bytes.endIndex, bytes[position] != stop { position += 1 }
    position += 1
  }

  /// One attribute, its name in lower case; nil at the end of the tag.
  private mutating func readAttribute() -> (String, String)? {
    while let next = byte(at: position), isBreak(next) { position += 1 }
    guard let first = byte(at: position), first != Ascii.greater else { return nil }
    let start = position
    while let next = byte(at: position), !isBreak(next), next != Ascii.greater,
      next != Ascii.equals || position == start
    { position += 1 }
    let name = text(start..<position).lowercased()
    skipSpace()
    guard byte(at: position) == Ascii.equals else { return (name, "") }
    position += 1
    skipSpace()
    return (name, readValue())
  }

  private mutating func readValue() -> String {
    guard let first = byte(at: position) else { return "" }
    if first == Ascii.quote || first == Ascii.apostrophe {
      let start = position + 1
      position = start
      while position < bytes.endIndex, bytes[position] != first { position += 1 }
      defer { position += 1 }
      return text(start..<min(position, bytes.endIndex))
    }
    let start = position
    while let next = byte(at: position), !Ascii.isSpace(next), next != Ascii.greater {
      position += 1
    }
    return text(start..<position)
  }

  private mutating func skipSpace() {
    while let next = byte(at: position), Ascii.isSpace(next) { position += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func byte(at index: Int) -> UInt8? { index < bytes.endIndex ? bytes[index] : nil }
  private func isBreak(_ byte: UInt8) -> Bool { Ascii.isSpace(byte) || byte == Ascii.slash }

  private func starts(with prefix: StaticString) -> Bool {
    bytes.matchesIgnoringCase(prefix, at: position)
  }
}
