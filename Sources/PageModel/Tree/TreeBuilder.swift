/// Builds the flat tree from start, end and text events, closing and adding elements where a
/// browser would: one html, head and body; a tbody around bare rows; a form in a table is empty.
///
/// A plain value: the parser's events reach it through a pointer, since a check for overlapping
/// access at every event would cost as much as the event.
struct TreeBuilder {
  struct Limits {
    var nodes: Int
    /// Browsers stop nesting at 512 elements; what is deeper becomes siblings.
    var depth = 512
  }

  var tree = MarkupTree()
  private let limits: Limits
  private var stack: [Int] = []
  private var html = -1
  private var head = -1
  private var body = -1
  private var unknown: [[UInt8]: UInt16] = [:]
  private var isSynthetic = false
  // Held here because reaching for a global costs more than asking the set.
  private let voids = ElementSet.voids
  private let cells = ElementSet.cells
  private let tableParts = ElementSet.tableParts
  private let sections = ElementSet.sections
  private let headOnly = ElementSet.headOnly
  /// Start tags past the depth limit that are still open.
  private var overflow = 0
  private(set) var isFull = false

  init(limits: Limits) {
    self.limits = limits
    tree.nodes.reserveCapacity(2048)
    html = append(.html, to: MarkupTree.root)
    head = append(.head, to: html)
    stack = [html]
  }

  // MARK: Events

  mutating func start(_ name: ElementName, _ attributes: MarkupTree.RawAttributes?) {
    if isSynthetic, name == .html || name == .head || name == .body { return }
    if name == .html || name == .head {
      let node = name == .html ? html : head
      if tree.nodes[node].attributeCount == 0, !isSynthetic { attach(node, attributes) }
      if name == .head, stack.count == 1, body < 0 { stack.append(head) }
      return
    }
    if name == .body {
      openBody()
      if tree.nodes[body].attributeCount == 0, !isSynthetic { attach(body, attributes) }
      return
    }
    guard makeRoom() else { return }
    placeForContent(name)
    let parent = prepareTable(for: name)
    let node = append(name, to: parent)
    attach(node, attributes)
    if voids.contains(name) { return }
    let isTablePart = tableParts.contains(tree.name(parent))
    if name == .form, isTablePart { return }
    if stack.count >= limits.depth { overflow += 1 } else { stack.append(node) }
  }

  mutating func end(_ name: ElementName) {
    if name == .html || name == .body || voids.contains(name) { return }
    guard let index = stack.lastIndex(where: { tree.name($0) == name }) else {
      if overflow > 0 { overflow -= 1 }
      return
    }
    if overflow > 0, index < stack.count - 1 || limits.depth <= stack.count {
      overflow -= 1
      return
    }
    guard index > 0 else { return }
    stack.removeSubrange(index...)
    overflow = 0
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let isBlank = bytes.allSatisfy(Ascii.isSpace)
    if isBlank, stack.count == 1 || stack.last == head { return }
    if !isBlank { placeForContent(.text) }
    guard let top = stack.last else { return }
    let last = Int(tree.nodes[top].lastChild)
    let start = Int32(tree.bytes.count)
    if last >= 0, tree.name(last) == .text, tree.nodes[last].textEnd == start,
      tree.nodes[last].isSynthetic == isSynthetic
    {
      tree.bytes.append(contentsOf: bytes)
      tree.nodes[last].textEnd = Int32(tree.bytes.count)
      return
    }
    guard makeRoom() else { return }
    let node = append(.text, to: top)
    tree.bytes.append(contentsOf: bytes)
    tree.nodes[node].textStart = start
    tree.nodes[node].textEnd = Int32(tree.bytes.count)
  }

  // MARK: Fragments

  /// The element a fragment would be written into now.
  var current: Int { stack.last ?? html }

  /// Where the builder stood before a fragment.
  struct Place {
    fileprivate var stack: [Int]
    fileprivate var isSynthetic: Bool
    fileprivate var overflow: Int
  }

  /// From here on events are content of `parent` that the served document does not hold.
  mutating func openFragment(into parent: Int) -> Place {
    let place = Place(stack: stack, isSynthetic: isSynthetic, overflow: overflow)
    if body < 0, !tree.isInside(parent, head) { openBody() }
    stack = chain(to: parent)
    isSynthetic = true
    overflow = 0
    return place
  }

  /// Goes on where the builder stood before the fragment.
  mutating func closeFragment(_ place: Place) {
    (stack, isSynthetic, overflow) = (place.stack, place.isSynthetic, place.overflow)
  }

  private func chain(to node: Int) -> [Int] {
    var chain: [Int] = []
    var at = node
    while at > 0 {
      chain.append(at)
      at = tree.parent(at)
    }
    return chain.reversed()
  }

  // MARK: Names

  mutating func name(_ bytes: UnsafeBufferPointer<UInt8>) -> ElementName {
    if let known = ElementName(bytes) { return known }
    let key = Array(bytes)
    if let raw = unknown[key] { return ElementName(raw: raw) }
    guard tree.unknownNames.count < 1000 else { return .span }
    let raw = ElementName.firstUnknown + UInt16(tree.unknownNames.count)
    tree.unknownNames.append(key)
    unknown[key] = raw
    return ElementName(raw: raw)
  }

  // MARK: Placing

  /// Content outside head and body goes where a browser puts it.
  private mutating func placeForContent(_ name: ElementName) {
    guard stack.count <= 2, stack.last == html || stack.last == head else { return }
    if headOnly.contains(name) {
      if body >= 0 { stack = [html, body] } else { stack = [html, head] }
    } else if name == .frameset {
      stack = [html]
    } else {
      openBody()
    }
  }

  private mutating func openBody() {
    if body < 0 {
      body = append(.body, to: html)
      tree.nodes[body].isSynthetic = false
    }
    if stack.count <= 2, stack.last == html || stack.last == head { stack = [html, body] }
  }

  /// Adds the tbody and row a browser would add, and tells the parent of the new element.
  private mutating func prepareTable(for name: ElementName) -> Int {
    guard let top = stack.last else { return html }
    let inside = tree.name(top)
    if inside == .table, name == .tr || cells.contains(name) {
      push(append(.tbody, to: top))
    } else if sections.contains(inside), sections.contains(name) {
      stack.removeLast()
    }
    if cells.contains(name), let top = stack.last,
      sections.contains(tree.name(top))
    {
      push(append(.tr, to: top))
    }
    return stack.last ?? html
  }

  private mutating func push(_ node: Int) { stack.append(node) }

  private mutating func append(_ name: ElementName, to parent: Int) -> Int {
    let node = tree.nodes.count
    tree.nodes.append(
      MarkupTree.Node(name: name, parent: Int32(parent), isSynthetic: isSynthetic))
    let last = Int(tree.nodes[parent].lastChild)
    if last >= 0 {
      tree.nodes[last].next = Int32(node)
    } else {
      tree.nodes[parent].firstChild = Int32(node)
    }
    tree.nodes[parent].lastChild = Int32(node)
    return node
  }

  private mutating func attach(_ node: Int, _ attributes: MarkupTree.RawAttributes?) {
    guard let attributes else { return }
    let start = tree.attributes.count
    tree.append(attributes)
    tree.nodes[node].attributeStart = Int32(start)
    tree.nodes[node].attributeCount = Int32(tree.attributes.count - start)
  }

  private mutating func makeRoom() -> Bool {
    if tree.nodes.count < limits.nodes { return true }
    if !isFull { tree.truncations.append("nodes:\(limits.nodes)") }
    isFull = true
    return false
  }
}
