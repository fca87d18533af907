import CXML2

/// Makes decoded bytes harmless and readable for the parser before it sees them.
struct InputCleaner {
  /// More attributes than this in one tag are dropped: libxml2 compares each with every other.
  static let attributesPerTag = 512

  private(set) var html: [UInt8]
  private(set) var truncations: [String] = []
  private var holdsData = false

  init(_ utf8: [UInt8]) {
    html = utf8
    if let first = html.withUnsafeBytes(InputCleaner.firstControl) { replaceControls(from: first) }
    scanTags()
    if holdsData { unwrapData() }
  }

  private static func firstControl(_ bytes: UnsafeRawBufferPointer) -> Int? {
    bytes.firstIndex(inWordsThat: { ByteWord.holdsByte($0, below: 0x20) }, where: isControl)
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// Control characters end libxml2's text; a browser shows nothing for them either.
  private mutating func replaceControls(from first: Int) {
    html.withUnsafeMutableBufferPointer { buffer in
      for index in first..<buffer.count where InputCleaner.isControl(buffer[index]) {
        buffer[index] = Ascii.space
      }
    }
  }

  /// Blanks what follows the last allowed attribute of a tag, and looks out for data islands.
  private mutating func scanTags() {
    var isThinned = false
    var holdsData = false
    html.withUnsafeMutableBufferPointer { buffer in
      var tag = TagScan()
      var index = -1
      while index + 1 < buffer.count {
        index += 1
        if !tag.isInside { index = InputCleaner.nextTag(buffer, from: index) }
        guard index < buffer.count else { break }
        let byte = buffer[index]
        let next = index + 1 < buffer.count ? buffer[index + 1] : 0
        if byte == Ascii.less, Ascii.lower(next) == UInt8(ascii: "d"),
          buffer.matchesIgnoringCase("<datastore", at: index)
        {
          holdsData = true
        }
        if tag.step(byte, next: next) {
          buffer[index] = Ascii.space
          isThinned = true
        }
      }
    }
    self.holdsData = holdsData
    if isThinned { truncations.append("attributes:\(InputCleaner.attributesPerTag)") }
  }

  private static func nextTag(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(Ascii.less), bytes.count - start)
    else { return bytes.count }
    return found - UnsafeMutableRawPointer(base)
  }

  /// Hanweb keeps its list rows as CDATA inside `<datastore>`; without the marks they are HTML.
  private mutating func unwrapData() {
    html = InputCleaner.unwrapped(html)
  }

  static func unwrapped(_ text: [UInt8]) -> [UInt8] {
    var result = text
    var at = 0
    while let open = result.firstIndexIgnoringCase(of: "<![cdata[", from: at) {
      for index in open..<open + 9 { result[index] = Ascii.space }
      at = open + 9
    }
    at = 0
    while let close = result.firstIndexIgnoringCase(of: "]]>", from: at) {
      for index in close..<close + 3 { result[index] = Ascii.space }
      at = close + 3
    }
    return result
  }
}

/// Counts the attributes of the tag being read; quoted values count once.
private struct TagScan {
  private(set) var isInside = false
  private var quote: UInt8 = 0
  private var breaks = 0

  /// Whether the byte belongs to an attribute too many.
  mutating func step(_ byte: UInt8, next: UInt8) -> Bool {
    guard isInside else {
      if byte == Ascii.less, Ascii.isLetter(next) { self = TagScan(isInside: true) }
      return false
    }
    if quote != 0 {
      if byte == quote {
        quote = 0
        breaks += 1
      }
      return breaks > InputCleaner.attributesPerTag
    }
    switch byte {
    case Ascii.greater, Ascii.less:
      self = TagScan(isInside: byte == Ascii.less && Ascii.isLetter(next))
      return false
    case Ascii.quote, Ascii.apostrophe:
      quote = byte
    case Ascii.space, Ascii.newline, Ascii.tab, 0x0D:
      if !Ascii.isSpace(next) { breaks += 1 }
    default: break
    }
    return breaks > InputCleaner.attributesPerTag
  }

  init(isInside: Bool = false) { self.isInside = isInside }
}
