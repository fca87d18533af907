/// The heading or label each node stands under, such as `相关解读`.
struct LabelMap {
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var texts: [String] = []
  /// For each label, the one that was in force around it, or -1.
  private var outer: [Int] = []

  init() {}

  init(_ reading: PageReading) {
    let tree = reading.tree
    for node in 1..<tree.count {
      guard let text = LabelMap.labelText(reading, node) else { continue }
      let scope = LabelMap.scope(reading, node)
      var around = starts.count - 1
      while around >= 0, ends[around] <= node { around = outer[around] }
      if around >= 0, LabelMap.isSame(text, texts[around]), ends[around] == scope { continue }
      starts.append(node)
      ends.append(scope)
      texts.append(text)
      outer.append(around)
    }
  }

  /// The innermost label in force at a node, without its colon.
  func label(of node: Int) -> String? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= node { low = middle + 1 } else { high = middle }
    }
    var at = low - 1
    var steps = 0
    while at >= 0, steps < 64 {
      if ends[at] > node { return texts[at] }
      at = outer[at] >= 0 ? outer[at] : at - 1
      steps += 1
    }
    return nil
  }

  private static func isSame(_ first: String, _ second: String) -> Bool { first == second }

  private static let titled: [StaticString] = ["title", "tit", "_bt", "-bt", "hd", "head"]

  private static func labelText(_ reading: PageReading, _ node: Int) -> String? {
    let tree = reading.tree
    let name = tree.name(node)
    if name == .text {
      let shown = reading.outline.textRange(node).count
      let size = reading.isHidden(node) ? tree.textBytes(node).count : shown
      guard size >= 6, size < 64 || shown == 0 && size < 200, reading.outline.anchor[node] < 0
      else { return nil }
      return fromText(TextFold.line(tree.textBytes(node)))
    }
    guard ElementSet.headings.contains(name) || name == .dt || isTitled(tree, node) else {
      return nil
    }
    let size = reading.outline.textRange(node).count
    guard size >= 6 && size <= 90 || reading.isHidden(node) else { return nil }
    let text = reading.outline.line(node)
    return text.isEmpty ? nil : withoutColon(text)
  }

  private static func isTitled(_ tree: MarkupTree, _ node: Int) -> Bool {
    guard tree.name(node) == .div || tree.name(node) == .p || tree.name(node) == .span,
      let names = tree.attributeBytes(node, "class"), names.count < 80
    else { return false }
    return titled.contains { names.firstIndexIgnoringCase(of: $0, from: names.startIndex) != nil }
  }

  private static func fromText(_ text: String) -> String? {
    let isMarked = text.hasSuffix("：") || text.hasSuffix(":") || text.hasSuffix("】")
    let bare = withoutColon(text)
    guard isMarked && text.count <= 14 || PlaceWords.related.contains(bare) else { return nil }
    return bare.isEmpty ? nil : bare
  }

  private static let marks: Set<Character> = ["：", ":", "【", "】", "[", "]", " ", ">", "»"]

  private static func withoutColon(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.last, marks.contains(last) { rest = rest.dropLast() }
    while let first = rest.first, marks.contains(first) { rest = rest.dropFirst() }
    return String(rest)
  }

  /// A label speaks for what follows it in its parent, or higher when the parent only frames it.
  private static func scope(_ reading: PageReading, _ node: Int) -> Int {
    let tree = reading.tree
    let own = reading.outline.textRange(node).count
    var parent = tree.parent(node)
    for _ in 0..<4 {
      let name = tree.name(parent)
      if name == .body || name == .td || parent <= 0 { break }
      guard reading.outline.textRange(parent).count <= own + 12,
        reading.places.anchorCount(in: parent) <= 1
      else { break }
      parent = tree.parent(parent)
    }
    return Int(reading.outline.end[max(parent, 0)])
  }
}
