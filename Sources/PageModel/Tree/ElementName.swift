/// An element's name: a small number for the names that mean something to us, and a number past
/// those for every other name, which the tree keeps as text.
struct ElementName: Hashable, Sendable {
  let raw: UInt16

  static var document: ElementName { ElementName(raw: 0) }
  static var text: ElementName { ElementName(raw: 1) }
  static let firstUnknown: UInt16 = 2 + UInt16(known.count)

  static let known: [StaticString] = [
    "a", "abbr", "address", "applet", "area", "article", "aside", "audio", "b", "base", "big",
    "blockquote", "body", "br", "button", "caption", "center", "cite", "code", "col", "colgroup",
    "dd", "del", "dir", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure",
    "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "html", "i", "iframe", "img", "input", "ins", "isindex", "label", "legend",
    "li", "link", "main", "map", "marquee", "menu", "meta", "nav", "noframes", "noscript",
    "object", "ol", "optgroup", "option", "p", "param", "pre", "s", "script", "section", "select",
    "small", "source", "span", "strong", "style", "sub", "sup", "svg", "table", "tbody", "td",
    "template", "textarea", "tfoot", "th", "thead", "title", "tr", "track", "tt", "u", "ul",
    "video", "wbr", "datastore", "record", "image", "picture", "time", "nextgroup", "recordset",
  ]

  /// Looks a lower-case name up; nil when it is none of ours.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let found = ElementName.index.find(bytes) else { return nil }
    raw = found
  }

  init(raw: UInt16) { self.raw = raw }

  init(_ name: StaticString) {
    let index = ElementName.known.firstIndex { $0.description == name.description }
    raw = index.map { UInt16($0) + 2 } ?? 0
  }

  private static let index = NameTable(known)
}

/// A small open-addressed table from known names to their numbers.
private struct NameTable: Sendable {
  private var slots = [UInt16](repeating: 0, count: 512)
  private let names: [[UInt8]]

  init(_ known: [StaticString]) {
    names = known.map { Array($0.description.utf8) }
    for (index, name) in names.enumerated() {
      var slot = name.withUnsafeBufferPointer { NameTable.hash($0) }
      while slots[slot] != 0 { slot = (slot + 1) & 511 }
      slots[slot] = UInt16(index + 2)
    }
  }

  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard bytes.count <= 10 else { return nil }
    var slot = NameTable.hash(bytes)
    while slots[slot] != 0 {
      if names[Int(slots[slot]) - 2].elementsEqual(bytes) { return slots[slot] }
      slot = (slot + 1) & 511
    }
    return nil
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int((hash ^ hash >> 13) & 511)
  }
}

/// Numbers in place of lookups: a global that has to be made costs a call at every use. A test
/// compares them with the table.
extension ElementName {
  static var a: ElementName { ElementName(raw: 2) }
  static var area: ElementName { ElementName(raw: 6) }
  static var base: ElementName { ElementName(raw: 11) }
  static var body: ElementName { ElementName(raw: 14) }
  static var br: ElementName { ElementName(raw: 15) }
  static var caption: ElementName { ElementName(raw: 17) }
  static var datastore: ElementName { ElementName(raw: 102) }
  static var dd: ElementName { ElementName(raw: 23) }
  static var div: ElementName { ElementName(raw: 26) }
  static var dl: ElementName { ElementName(raw: 27) }
  static var dt: ElementName { ElementName(raw: 28) }
  static var form: ElementName { ElementName(raw: 36) }
  static var frame: ElementName { ElementName(raw: 37) }
  static var frameset: ElementName { ElementName(raw: 38) }
  static var h1: ElementName { ElementName(raw: 39) }
  static var h2: ElementName { ElementName(raw: 40) }
  static var h3: ElementName { ElementName(raw: 41) }
  static var h4: ElementName { ElementName(raw: 42) }
  static var h5: ElementName { ElementName(raw: 43) }
  static var h6: ElementName { ElementName(raw: 44) }
  static var head: ElementName { ElementName(raw: 45) }
  static var html: ElementName { ElementName(raw: 48) }
  static var iframe: ElementName { ElementName(raw: 50) }
  static var img: ElementName { ElementName(raw: 51) }
  static var input: ElementName { ElementName(raw: 52) }
  static var label: ElementName { ElementName(raw: 55) }
  static var li: ElementName { ElementName(raw: 57) }
  static var link: ElementName { ElementName(raw: 58) }
  static var meta: ElementName { ElementName(raw: 63) }
  static var noscript: ElementName { ElementName(raw: 66) }
  static var ol: ElementName { ElementName(raw: 68) }
  static var option: ElementName { ElementName(raw: 70) }
  static var p: ElementName { ElementName(raw: 71) }
  static var script: ElementName { ElementName(raw: 75) }
  static var select: ElementName { ElementName(raw: 77) }
  static var span: ElementName { ElementName(raw: 80) }
  static var style: ElementName { ElementName(raw: 82) }
  static var svg: ElementName { ElementName(raw: 85) }
  static var table: ElementName { ElementName(raw: 86) }
  static var tbody: ElementName { ElementName(raw: 87) }
  static var td: ElementName { ElementName(raw: 88) }
  static var template: ElementName { ElementName(raw: 89) }
  static var textarea: ElementName { ElementName(raw: 90) }
  static var tfoot: ElementName { ElementName(raw: 91) }
  static var th: ElementName { ElementName(raw: 92) }
  static var thead: ElementName { ElementName(raw: 93) }
  static var title: ElementName { ElementName(raw: 94) }
  static var tr: ElementName { ElementName(raw: 95) }
  static var ul: ElementName { ElementName(raw: 99) }
}

/// A set of known element names, as bits.
struct ElementSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ names: String) {
    for name in names.split(separator: " ") {
      let found = Array(name.utf8).withUnsafeBufferPointer { ElementName($0) }
      if let found { insert(found) }
    }
  }

  private mutating func insert(_ name: ElementName) {
    if name.raw < 64 { low |= 1 << UInt64(name.raw) } else { high |= 1 << UInt64(name.raw - 64) }
  }

  func contains(_ name: ElementName) -> Bool {
    // A shift by 64 or more, as unknown names make, leaves nothing.
    name.raw < 64 ? low >> UInt64(name.raw) & 1 == 1 : high >> UInt64(name.raw - 64) & 1 == 1
  }

  /// Elements that begin a line of their own.
  static let blocks = ElementSet(
    """
    address article aside blockquote body caption center dd dir div dl dt fieldset figcaption \
    figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html isindex legend li main menu \
    nav noframes ol optgroup option p pre section select table tbody tfoot thead title tr ul \
    marquee iframe br
    """)
  /// Elements whose text nobody reads.
  static let silent = ElementSet("script style template noscript title textarea head noframes")
  static let headings = ElementSet("h1 h2 h3 h4 h5 h6")
  static let cells = ElementSet("td th")
  static let tableParts = ElementSet("table tbody thead tfoot tr")
  static let sections = ElementSet("tbody thead tfoot")
  /// Elements that stand in the head as long as no content has come.
  static let headOnly = ElementSet("title meta base link script style noscript template")
  static let voids = ElementSet(
    "area base br col embed frame hr img input isindex link meta param source track wbr")
}
