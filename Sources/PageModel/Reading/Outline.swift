/// The tree with what every reader asks for: the text in reading order, what is hidden, which
/// anchor a node stands in, and where each subtree ends. Built in two passes, none recursive.
struct Outline {
  let tree: MarkupTree
  /// One past the last node of each subtree; nodes stand in document order.
  private(set) var end: [Int32]
  private(set) var isHidden: [Bool]
  /// The anchor a node stands in, or -1.
  private(set) var anchor: [Int32]
  /// Visible text: blanks folded, blocks on lines of their own, table cells after a tab.
  private(set) var text: [UInt8] = []
  /// For each text node in `text`, the node and where it starts.
  private(set) var pieces: [(node: Int32, start: Int32)] = []
  /// Where in `text` each node's own text begins and ends.
  private(set) var textStart: [Int32]
  private(set) var textEnd: [Int32]
  /// Bytes of visible text inside anchors, up to each piece, for densities.
  private(set) var linkedBytes: [Int32]

  init(_ tree: MarkupTree) {
    self.tree = tree
    let count = tree.count
    end = (0..<Int32(count)).map { $0 + 1 }
    isHidden = [Bool](repeating: false, count: count)
    anchor = [Int32](repeating: -1, count: count)
    textStart = [Int32](repeating: 0, count: count)
    textEnd = textStart
    linkedBytes = textStart
    for node in stride(from: count - 1, to: 0, by: -1) {
      let parent = tree.parent(node)
      end[parent] = max(end[parent], end[node])
    }
    walk()
    for node in stride(from: count - 1, to: 0, by: -1) {
      let parent = tree.parent(node)
      textEnd[parent] = max(textEnd[parent], textEnd[node])
      linkedBytes[parent] += linkedBytes[node]
    }
  }

  func isInside(_ node: Int, _ ancestor: Int) -> Bool {
    node >= ancestor && node < Int(end[ancestor])
  }

  private mutating func walk() {
    var blocks: [Int] = []
    var pending: UInt8 = 0
    for node in 1..<tree.count {
      let name = tree.name(node)
      let parent = tree.parent(node)
      isHidden[node] = isHidden[parent] || Outline.isHiding(tree, node)
      anchor[node] = name == .a || name == .area ? Int32(node) : anchor[parent]
      while let block = blocks.last, node >= Int(end[block]) {
        blocks.removeLast()
        pending = ElementSet.cells.contains(tree.name(block)) ? Ascii.tab : Ascii.newline
      }
      if name == .text {
        textStart[node] = Int32(text.count)
        if !isHidden[node] { append(node, &pending) }
      } else {
        if ElementSet.cells.contains(name) {
          if pending == 0 { pending = Ascii.tab }
          blocks.append(node)
        } else if ElementSet.blocks.contains(name) {
          // The first block of a cell opens no line of its own.
          if pending != Ascii.tab || blocks.last != parent { pending = Ascii.newline }
          blocks.append(node)
        }
        textStart[node] = Int32(text.count)
      }
      textEnd[node] = Int32(text.count)
    }
  }

  private mutating func append(_ node: Int, _ pending: inout UInt8) {
    var isFirst = true
    let before = text.count
    TextFold.forEachByte(tree.textBytes(node)) { byte in
      if byte == Ascii.space {
        if pending == 0 { pending = Ascii.space }
        return
      }
      if pending != 0, !text.isEmpty { text.append(pending) }
      pending = 0
      if isFirst {
        isFirst = false
        textStart[node] = Int32(text.count)
        pieces.append((Int32(node), Int32(text.count)))
      }
      text.append(byte)
    }
    if anchor[node] >= 0 { linkedBytes[node] = Int32(text.count - before) }
  }

  /// Whether an element keeps what is in it from being seen.
  static func isHiding(_ tree: MarkupTree, _ node: Int) -> Bool {
    let name = tree.nodes[node].name
    if ElementSet.silent.contains(name) { return true }
    return tree.nodes[node].attributeCount > 0 && hides(tree, node, name)
  }

  private static func hides(_ tree: MarkupTree, _ node: Int, _ name: ElementName) -> Bool {
    if tree.hasAttribute(node, "hidden") { return true }
    if name == .input, let type = tree.attributeBytes(node, "type") {
      return type.count == 6 && type.matchesIgnoringCase("hidden", at: type.startIndex)
    }
    guard let style = tree.attributeBytes(node, "style") else { return false }
    return InlineStyle.hides(style)
  }
}

extension Outline {
  /// The visible text of a subtree as it stands in `text`.
  func textRange(_ node: Int) -> Range<Int> {
    let start = firstByte(node)
    return start..<max(start, Int(textEnd[node]))
  }

  /// The first byte a subtree contributes; a pending break before it is not counted.
  private func firstByte(_ node: Int) -> Int {
    var at = Int(textStart[node])
    while at < Int(textEnd[node]), at < text.count, Ascii.isSpace(text[at]) { at += 1 }
    return at
  }

  /// The visible text of a subtree on one line.
  func line(_ node: Int, limit: Int = 2000) -> String {
    line(textRange(node), limit: limit)
  }

  func line(_ range: Range<Int>, limit: Int = 2000) -> String {
    var bytes: [UInt8] = []
    let upper = min(range.upperBound, range.lowerBound + limit, text.count)
    guard range.lowerBound < upper else { return "" }
    bytes.reserveCapacity(upper - range.lowerBound)
    for byte in text[range.lowerBound..<upper] {
      if byte < 0x21 {
        if let last = bytes.last, last != Ascii.space { bytes.append(Ascii.space) }
      } else {
        bytes.append(byte)
      }
    }
    if upper < range.upperBound { TextFold.dropPartialCharacter(&bytes) }
    if bytes.last == Ascii.space { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text node that shows the byte at `offset` of `text`.
  func node(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(pieces[middle].start) <= offset { low = middle } else { high = middle }
    }
    return low < pieces.count ? Int(pieces[low].node) : 0
  }

  /// The element that holds the byte at `offset` of `text`.
  func element(at offset: Int) -> Int { tree.parent(node(at: offset)) }
}
