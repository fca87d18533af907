/// An element's name: a small number for the names that mean something to us, and a number past
/// those for every other name, which the tree keeps as text.
struct ElementName: Hashable, Sendable {
  let raw: UInt16

  static let document = ElementName(raw: 0)
  static let text = ElementName(raw: 1)
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

extension ElementName {
  static let a = ElementName("a")
  static let area = ElementName("area")
  static let body = ElementName("body")
  static let br = ElementName("br")
  static let caption = ElementName("caption")
  static let datastore = ElementName("datastore")
  static let dd = ElementName("dd")
  static let div = ElementName("div")
  static let dl = ElementName("dl")
  static let dt = ElementName("dt")
  static let form = ElementName("form")
  static let frame = ElementName("frame")
  static let frameset = ElementName("frameset")
  static let h1 = ElementName("h1")
  static let h2 = ElementName("h2")
  static let h3 = ElementName("h3")
  static let h4 = ElementName("h4")
  static let h5 = ElementName("h5")
  static let h6 = ElementName("h6")
  static let head = ElementName("head")
  static let html = ElementName("html")
  static let iframe = ElementName("iframe")
  static let img = ElementName("img")
  static let input = ElementName("input")
  static let label = ElementName("label")
  static let li = ElementName("li")
  static let link = ElementName("link")
  static let meta = ElementName("meta")
  static let noscript = ElementName("noscript")
  static let ol = ElementName("ol")
  static let option = ElementName("option")
  static let p = ElementName("p")
  static let script = ElementName("script")
  static let select = ElementName("select")
  static let span = ElementName("span")
  static let style = ElementName("style")
  static let svg = ElementName("svg")
  static let table = ElementName("table")
  static let tbody = ElementName("tbody")
  static let td = ElementName("td")
  static let template = ElementName("template")
  static let textarea = ElementName("textarea")
  static let tfoot = ElementName("tfoot")
  static let th = ElementName("th")
  static let thead = ElementName("thead")
  static let title = ElementName("title")
  static let tr = ElementName("tr")
  static let ul = ElementName("ul")
}

/// A set of known element names, tested in one step.
struct ElementSet: Sendable {
  private var members = [Bool](repeating: false, count: Int(ElementName.firstUnknown))

  init(_ names: String) {
    for name in names.split(separator: " ") {
      let found = Array(name.utf8).withUnsafeBufferPointer { ElementName($0) }
      if let found { members[Int(found.raw)] = true }
    }
  }

  func contains(_ name: ElementName) -> Bool {
    Int(name.raw) < members.count && members[Int(name.raw)]
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
  static let voids = ElementSet(
    "area base br col embed frame hr img input isindex link meta param source track wbr")
}
