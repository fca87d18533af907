import CXML2

/// A document as one flat array of nodes over one array of bytes.
///
/// Nothing here is recursive and nothing points into C memory, so depth costs no stack and the
/// tree is an ordinary value. Node 0 is the document, and nodes stand in document order.
struct MarkupTree: Sendable {
  struct Node: Sendable {
    var name: ElementName
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    /// Attributes of an element: a range in `attributes`.
    var attributeStart: Int32 = 0
    var attributeCount: Int32 = 0
    /// Bytes of a text node.
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    /// Written by a script or read from a data island: the served document has no such node.
    var isSynthetic = false
    /// 1-based place among the siblings of the same name.
    var position: Int32 = 0
  }

  struct Attribute: Sendable {
    var name: Range<Int32>
    var value: Range<Int32>
  }

  var nodes: [Node] = [Node(name: .document, parent: -1)]
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  var unknownNames: [[UInt8]] = []
  var doctypeAddress: String?
  var truncations: [String] = []

  static let root = 0

  subscript(_ node: Int) -> Node { nodes[node] }

  var count: Int { nodes.count }

  func name(_ node: Int) -> ElementName { nodes[node].name }
  func parent(_ node: Int) -> Int { Int(nodes[node].parent) }

  func isElement(_ node: Int) -> Bool {
    let name = nodes[node].name
    return name != .text && name != .document
  }

  /// The name as written in a path; unknown names come from the document.
  func nameText(_ node: Int) -> String {
    let raw = nodes[node].name.raw
    guard raw >= ElementName.firstUnknown else {
      return raw < 2 ? "" : ElementName.known[Int(raw) - 2].description
    }
    return String(decoding: unknownNames[Int(raw - ElementName.firstUnknown)], as: UTF8.self)
  }

  /// The nearest node at or above `node` that `matches`; nil when there is none.
  func ancestor(of node: Int, where matches: (Int) -> Bool) -> Int? {
    var at = node
    while at > 0 {
      if matches(at) { return at }
      at = parent(at)
    }
    return nil
  }

  /// Calls `visit` for each child, in order.
  func forEachChild(of node: Int, _ visit: (Int) -> Void) {
    var child = Int(nodes[node].firstChild)
    while child >= 0 {
      visit(child)
      child = Int(nodes[child].next)
    }
  }

  /// Whether `node` is `ancestor` or stands below it.
  func isInside(_ node: Int, _ ancestor: Int) -> Bool {
    var at = node
    while at > ancestor { at = parent(at) }
    return at == ancestor
  }
}

extension MarkupTree {
  /// The value of an attribute, as bytes; nil when the element has none of that name.
  func attributeBytes(_ node: Int, _ name: StaticString) -> ArraySlice<UInt8>? {
    let start = Int(nodes[node].attributeStart)
    let length = name.utf8CodeUnitCount
    for index in start..<start + Int(nodes[node].attributeCount) {
      let range = attributes[index].name
      if range.count == length, bytes.matchesIgnoringCase(name, at: Int(range.lowerBound)) {
        let value = attributes[index].value
        return bytes[Int(value.lowerBound)..<Int(value.upperBound)]
      }
    }
    return nil
  }

  func attribute(_ node: Int, _ name: StaticString) -> String? {
    attributeBytes(node, name).map { String(decoding: $0, as: UTF8.self) }
  }

  func hasAttribute(_ node: Int, _ name: StaticString) -> Bool {
    attributeBytes(node, name) != nil
  }

  func textBytes(_ node: Int) -> ArraySlice<UInt8> {
    bytes[Int(nodes[node].textStart)..<Int(nodes[node].textEnd)]
  }

  /// The text of the element's direct text children, as a script or a title holds it.
  func directText(_ node: Int) -> [UInt8] {
    var text: [UInt8] = []
    forEachChild(of: node) { child in
      if name(child) == .text { text.append(contentsOf: textBytes(child)) }
    }
    return text
  }

  /// Names and values in turn, as libxml2 hands them over: a null name ends the list, and a value
  /// may be absent.
  typealias RawAttributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>

  /// Copies attributes in.
  mutating func append(_ raw: RawAttributes) {
    var index = 0
    while let name = raw[index] {
      let nameStart = Int32(bytes.count)
      bytes.append(contentsOf: MarkupTree.buffer(name))
      let valueStart = Int32(bytes.count)
      if let value = raw[index + 1] { bytes.append(contentsOf: MarkupTree.buffer(value)) }
      attributes.append(
        Attribute(name: nameStart..<valueStart, value: valueStart..<Int32(bytes.count)))
      index += 2
    }
  }

  /// A C string's bytes, good as long as the string is.
  static func buffer(_ text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    text.withMemoryRebound(to: CChar.self, capacity: 1) {
      UnsafeBufferPointer(start: text, count: strlen($0))
    }
  }

  /// Writes each node's place among siblings of its name; synthetic nodes have none.
  mutating func numberSiblings() {
    var counts = [Int32](repeating: 0, count: Int(ElementName.firstUnknown) + unknownNames.count)
    var touched: [Int] = []
    for node in 0..<nodes.count {
      var child = Int(nodes[node].firstChild)
      while child >= 0 {
        if !nodes[child].isSynthetic {
          let name = Int(nodes[child].name.raw)
          if counts[name] == 0 { touched.append(name) }
          counts[name] += 1
          nodes[child].position = counts[name]
        }
        child = Int(nodes[child].next)
      }
      for name in touched { counts[name] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
  }
}
