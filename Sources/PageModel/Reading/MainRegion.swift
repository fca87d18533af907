/// The element that holds what the page is about.
struct MainRegion {
  /// The element; the body when nothing smaller holds most of the content.
  let node: Int
  /// Bytes of content text in the whole page that stand in no frame.
  let contentBytes: Int
  /// True when the text reads as an article: much of it outside links.
  let isArticle: Bool

  init(_ outline: Outline, _ places: PlaceMap) {
    let tree = outline.tree
    var before = [Int32](repeating: 0, count: tree.count + 1)
    var linked = before
    for node in 0..<tree.count {
      let isText = tree.name(node) == .text && places.isContent(node)
      let size = isText ? outline.textEnd[node] - outline.textStart[node] : 0
      before[node + 1] = before[node] + size
      linked[node + 1] = linked[node] + (outline.anchor[node] >= 0 ? size : 0)
    }
    func weight(_ node: Int) -> Int { Int(before[Int(outline.end[node])] - before[node]) }
    var at = tree.nodes.indices.first { tree.name($0) == .body } ?? 0
    contentBytes = weight(at)
    while let child = MainRegion.heaviest(tree, at, weight),
      weight(child) * 10 >= weight(at) * 6, !MainRegion.stops.contains(tree.name(child))
    { at = child }
    node = at
    let link = Int(linked[Int(outline.end[at])] - linked[at])
    let own = weight(at)
    isArticle = own >= 120 && link * 10 < own * 4
  }

  private static let stops = ElementSet(
    "p li tr td th a span font strong b h1 h2 h3 h4 table tbody select dd dt form")

  private static func heaviest(_ tree: MarkupTree, _ node: Int, _ weight: (Int) -> Int) -> Int? {
    var best: Int?
    var most = 0
    tree.forEachChild(of: node) { child in
      guard tree.isElement(child) else { return }
      let size = weight(child)
      if size > most {
        most = size
        best = child
      }
    }
    return best
  }
}
