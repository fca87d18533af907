/// The rows a page is made of: list elements, table rows, or what surrounds a single anchor.
struct ListUnits {
  struct Unit {
    var node: Int
    var anchors: [Int]
    /// The smallest row element itself; `node` may reach one step further out.
    var core: Int
  }

  private(set) var all: [Unit] = []
  private var index: [Int: Int] = [:]
  private let tree: MarkupTree
  private let reading: PageReading

  private static let rows = ElementSet("li tr dd record")

  init(_ reading: PageReading) {
    self.reading = reading
    tree = reading.tree
    let distinct = ListUnits.distinctAnchors(reading)
    for node in 1..<tree.count where tree.name(node) == .a && isCandidate(node) {
      add(node, distinct)
    }
  }

  /// The row a node belongs to, itself included.
  func owner(of node: Int) -> Int? {
    tree.ancestor(of: node) { index[$0] != nil || ListUnits.rows.contains(tree.name($0)) }
  }

  /// The next row outside a row.
  func owner(above node: Int) -> Int? {
    tree.ancestor(of: tree.parent(node)) { index[$0] != nil }
  }

  func unit(_ node: Int) -> Unit? { index[node].map { all[$0] } }

  private func isCandidate(_ node: Int) -> Bool {
    guard !reading.isHidden(node), reading.places.isContent(node) else { return false }
    return !reading.outline.textRange(node).isEmpty
  }

  private mutating func add(_ anchor: Int, _ distinct: [Int32]) {
    let node = unitNode(anchor, distinct)
    if let at = index[node] {
      all[at].anchors.append(anchor)
      return
    }
    index[node] = all.count
    all.append(Unit(node: node, anchors: [anchor], core: node))
  }

  private func unitNode(_ anchor: Int, _ distinct: [Int32]) -> Int {
    let row = tree.ancestor(of: anchor) { ListUnits.rows.contains(tree.name($0)) }
    if let row, ownAnchors(row, distinct) <= 4 { return row }
    // No row of its own: the largest element that holds this anchor and no other.
    var node = anchor
    while true {
      let parent = tree.parent(node)
      let name = tree.name(parent)
      if parent <= 0 || distinct[parent] > 1 || name == .body || name == .td || parent == row {
        return node
      }
      node = parent
    }
  }

  /// Anchors of a row that stand in no row within it.
  private func ownAnchors(_ row: Int, _ distinct: [Int32]) -> Int {
    var own = Int(distinct[row])
    guard own > 4 else { return own }
    for node in row + 1..<Int(reading.outline.end[row])
    where ListUnits.rows.contains(tree.name(node)) {
      let outer = tree.ancestor(of: tree.parent(node)) { ListUnits.rows.contains(tree.name($0)) }
      if outer == row { own -= Int(distinct[node]) }
    }
    return own
  }

  /// For each node, how many different targets the anchors below it have.
  private static func distinctAnchors(_ reading: PageReading) -> [Int32] {
    let tree = reading.tree
    var counts = [Int32](repeating: 0, count: tree.count)
    var last: (parent: Int, href: ArraySlice<UInt8>?) = (-1, nil)
    for node in 1..<tree.count where tree.name(node) == .a {
      guard !reading.outline.textRange(node).isEmpty, !reading.isHidden(node) else { continue }
      let href = tree.attributeBytes(node, "href")
      // An image and a headline with the same target are one entry.
      let isScript = href?.matchesIgnoringCase("javascript", at: href?.startIndex ?? 0) ?? true
      let repeats = !isScript && href == last.href
      last = (tree.parent(node), href)
      if !repeats { counts[node] = 1 }
    }
    for node in stride(from: tree.count - 1, to: 0, by: -1) {
      counts[tree.parent(node)] += counts[node]
    }
    return counts
  }
}
