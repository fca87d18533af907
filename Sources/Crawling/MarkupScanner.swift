/// Cuts markup into tags and text in one pass, without building anything.
struct MarkupScanner {
  enum Token {
    /// Local name in lower case, and the bytes behind it.
    case open(String, ArraySlice<UInt8>)
    case close(String)
    /// Character data with entities resolved, or the inside of a CDATA section.
    case text(ArraySlice<UInt8>)
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// `<loc/>` closes as soon as it is opened.
  private var pendingClose: String?

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func next() -> Token? {
    if let name = pendingClose {
      pendingClose = nil
      return .close(name)
    }
    while position < bytes.endIndex {
      guard bytes[position] == UInt8(ascii: "<") else { return text() }
      if starts("<![CDATA[") { return section() }
      if starts("<!--") {
        skip(past: "-->")
      } else if starts("<!") || starts("<?") {
        skip(past: ">")
      } else {
        return tag()
      }
    }
    return nil
  }

  private func starts(_ prefix: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    return bytes[position...].starts(with: wanted)
  }

  private mutating func text() -> Token {
    let start = position
    position = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    return .text(CharacterReferences.resolved(bytes[start..<position]))
  }

  private mutating func section() -> Token {
    let start = position + 9
    skip(past: "]]>")
    let end =
      position < bytes.endIndex || bytes.suffix(3).elementsEqual("]]>".utf8)
      ? max(start, position - 3) : position
    return .text(bytes[start..<end])
  }

  private mutating func tag() -> Token {
    let start = position + 1
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    position = min(end + 1, bytes.endIndex)
    let isClosing = start < end && bytes[start] == UInt8(ascii: "/")
    let content = bytes[(isClosing ? start + 1 : start)..<end]
    let full = content.prefix { $0 > 32 && $0 != UInt8(ascii: "/") }
    let colon = full.lastIndex(of: UInt8(ascii: ":"))
    let prefix = String(decoding: full[..<(colon ?? full.startIndex)], as: UTF8.self)
    // `image:loc` is not the page's address; a prefix for the sitemap namespace itself is.
    let isForeign = MarkupScanner.foreignPrefixes.contains(prefix.lowercased())
    let local = String(decoding: full[(colon.map { $0 + 1 } ?? full.startIndex)...], as: UTF8.self)
    let name = isForeign ? prefix + ":" + local.lowercased() : local.lowercased()
    if isClosing { return .close(name) }
    if content.last == UInt8(ascii: "/") { pendingClose = name }
    return .open(name, content[full.endIndex...])
  }

  private static let foreignPrefixes: Set<String> = [
    "image", "video", "news", "mobile", "xhtml", "pagemap", "media", "dc", "geo",
  ]

  private mutating func skip(past end: StaticString) {
    let wanted = Array(
      UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount))
    while position < bytes.endIndex {
      guard let next = bytes[position...].firstIndex(of: wanted[0]) else { break }
      position = next
      if bytes[position...].starts(with: wanted) {
        position += wanted.count
        return
      }
      position += 1
    }
    position = bytes.endIndex
  }

  /// The value of an attribute with entities resolved; nil when absent.
  static func attribute(_ name: String, in attributes: ArraySlice<UInt8>) -> String? {
    var rest = attributes
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let found = RobotsLine.trimmed(rest[..<equals])
      let value = rest[(equals + 1)...].drop { $0 <= 32 }
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      else { return nil }
      let inner = value.dropFirst().prefix { $0 != quote }
      if String(decoding: found, as: UTF8.self).lowercased() == name {
        return String(decoding: CharacterReferences.resolved(inner), as: UTF8.self)
      }
      rest = attributes[min(inner.endIndex + 1, attributes.endIndex)...]
    }
    return nil
  }
}

/// The five entities of XML and numeric references.
enum CharacterReferences {
  static func resolved(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "&"),
        let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(text[(index + 1)..<end])
      {
        result.append(contentsOf: String(scalar).utf8)
        index = end + 1
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result[...]
  }

  private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let text = String(decoding: name, as: UTF8.self)
    switch text {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard text.hasPrefix("#") else { return nil }
      let isHex = text.hasPrefix("#x") || text.hasPrefix("#X")
      return UInt32(text.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
        .flatMap(Unicode.Scalar.init)
    }
  }
}
