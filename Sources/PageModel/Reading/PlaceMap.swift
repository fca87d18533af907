/// For each node, the part of the page it stands in.
struct PlaceMap {
  private(set) var places: [Link.Place]
  /// The element that holds the position line, when there is one.
  private(set) var breadcrumb: Int?
  private let outline: Outline
  private let dateOffsets: [Int]
  private let anchorsBefore: [Int32]

  init(_ outline: Outline, dates: [FoundDate]) {
    self.outline = outline
    dateOffsets = dates.map(\.range.lowerBound)
    places = [Link.Place](repeating: .other, count: outline.tree.count)
    var count: Int32 = 0
    anchorsBefore = (0..<outline.tree.count).map { node in
      defer { if outline.tree.name(node) == .a, !outline.isHidden[node] { count += 1 } }
      return count
    }
    breadcrumb = findBreadcrumb()
    walk()
    markFooter()
    markLinkBlocks()
  }

  subscript(_ node: Int) -> Link.Place { places[node] }

  /// Marks a subtree; parts already known to be something else keep that.
  mutating func mark(_ node: Int, _ place: Link.Place, over old: Set<Link.Place> = [.other]) {
    for inner in node..<Int(outline.end[node]) where old.contains(places[inner]) {
      places[inner] = place
    }
  }

  mutating func set(_ node: Int, _ place: Link.Place) { places[node] = place }

  /// Whether a node is part of what the page is about, not of its frame.
  func isContent(_ node: Int) -> Bool {
    switch places[node] {
    case .other, .list, .article, .related: true
    default: false
    }
  }

  func dateCount(in node: Int) -> Int {
    let range = outline.textRange(node)
    return lowerBound(range.upperBound) - lowerBound(range.lowerBound)
  }

  func anchorCount(in node: Int) -> Int {
    let end = Int(outline.end[node])
    let last = end < anchorsBefore.count ? anchorsBefore[end] : (anchorsBefore.last ?? 0)
    return Int(last - anchorsBefore[node])
  }

  private func lowerBound(_ offset: Int) -> Int {
    var low = 0
    var high = dateOffsets.count
    while low < high {
      let middle = (low + high) / 2
      if dateOffsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: By name

  /// Elements whose names may speak of the part of the page they frame.
  static let framed = ElementSet(
    "div ul ol nav header footer section table tbody tr td p dl form aside span h1 h2 h3 center")

  private mutating func walk() {
    let total = max(outline.text.count, 1)
    for node in 1..<outline.tree.count {
      let inherited = places[outline.tree.parent(node)]
      places[node] = inherited
      if let breadcrumb, node == breadcrumb { places[node] = .breadcrumb }
      if outline.tree.name(node) == .select { places[node] = .navigation }
      guard inherited == .other || inherited == .navigation, places[node] != .breadcrumb,
        PlaceMap.framed.contains(outline.tree.name(node)),
        outline.tree[node].attributeCount > 0 || outline.tree.name(node).raw < 60,
        let named = PlaceWords.place(tree: outline.tree, node)
      else { continue }
      if isBelievable(named, node, total: total) { places[node] = named }
    }
  }

  /// Class names lie: a part that holds most of the page, or dated rows, is no frame.
  private func isBelievable(_ place: Link.Place, _ node: Int, total: Int) -> Bool {
    let size = outline.textRange(node).count
    switch place {
    case .navigation, .aside:
      return size < 60 || size * 2 < total && dateCount(in: node) < 2 && !holdsFields(node)
    case .footer: return size * 5 < total * 3 && dateCount(in: node) < 3 || size < 60
    case .breadcrumb: return breadcrumb == nil && size > 6 && size < 400
    case .pagination: return size < 600 && dateCount(in: node) == 0
    default: return true
    }
  }

  private static let fields: [StaticString] = ["索引号", "发布时间", "发布日期", "发布机构", "成文日期"]

  /// A document's head stands in no menu, whatever its class is called.
  private func holdsFields(_ node: Int) -> Bool {
    let text = outline.text[outline.textRange(node)]
    return PlaceMap.fields.contains { text.firstIndexIgnoringCase(of: $0, from: 0) != nil }
  }

  // MARK: Position line

  private func findBreadcrumb() -> Int? {
    var best: Int?
    for word in PlaceWords.position {
      guard let at = outline.text.firstIndexIgnoringCase(of: word, from: 0) else { continue }
      let node = outline.element(at: at)
      guard let holder = holder(of: node), best.map({ holder < $0 }) ?? true else { continue }
      best = holder
    }
    return best ?? classed() ?? separated()
  }

  /// The smallest block around the label that also holds the steps.
  private func holder(of label: Int) -> Int? {
    var at = label
    for _ in 0..<5 {
      guard at > 0, outline.textRange(at).count < 500 else { return nil }
      let hasSteps = anchorCount(in: at) > 0 || outline.textRange(at).count > 24
      if hasSteps, ElementSet.blocks.contains(outline.tree.name(at)) || anchorCount(in: at) > 1 {
        return at
      }
      at = outline.tree.parent(at)
    }
    return nil
  }

  /// TRS writes its steps as anchors of class `CurrChnlCls`, often without a label.
  private func classed() -> Int? {
    let tree = outline.tree
    let step = tree.nodes.indices.first { node in
      tree.name(node) == .a
        && (tree.attributeBytes(node, "class").map {
          $0.matchesIgnoringCase("currchnlcls", at: $0.startIndex)
        } ?? false)
    }
    return step.map { tree.parent($0) }.flatMap { outline.textRange($0).count < 500 ? $0 : nil }
  }

  /// Steps without a label: `首页 › 政务公开 › 应急管理`, told from a menu by what parts them.
  private func separated() -> Int? {
    let tree = outline.tree
    for node in 1..<tree.count where tree.name(node) == .a && !outline.isHidden[node] {
      let range = outline.textRange(node)
      guard range.count <= 15, PlaceMap.homes.contains(outline.line(range)),
        separator(at: range.upperBound)
      else { continue }
      let parent = tree.parent(node)
      let holder = anchorCount(in: parent) > 1 ? parent : tree.parent(parent)
      if outline.textRange(holder).count < 400, (1...8).contains(anchorCount(in: holder)) {
        return holder
      }
    }
    return nil
  }

  private static let homes: Set<String> = ["首页", "网站首页", "主页", "Home", "门户首页", "本站首页"]
  private static let separators = [">", "›", "»", "＞", "》", "→", "->"]

  private func separator(at offset: Int) -> Bool {
    var at = offset
    while at < outline.text.count, outline.text[at] <= Ascii.space { at += 1 }
    let rest = outline.text[at...].prefix(4)
    return PlaceMap.separators.contains { rest.starts(with: $0.utf8) }
  }

  // MARK: By content

  private static let footerMarks: [StaticString] = [
    "网站标识码", "icp备", "公网安备", "版权所有", "主办单位",
  ]

  private mutating func markFooter() {
    let lower = outline.text.count / 2
    for word in PlaceMap.footerMarks {
      // The last one: an article may speak of its 主办单位 long before the footer does.
      guard let at = lastIndex(of: word, from: lower) else { continue }
      var node = outline.element(at: at)
      guard places[node] != .footer else { continue }
      var parent = outline.tree.parent(node)
      while parent > 0, canBeFooter(parent) {
        node = parent
        parent = outline.tree.parent(node)
      }
      guard marks(in: node) >= 2 else { continue }
      mark(node, .footer, over: [.other, .navigation])
      for inner in node..<Int(outline.end[node]) { places[inner] = .footer }
    }
  }

  private func lastIndex(of word: StaticString, from lower: Int) -> Int? {
    var found: Int?
    var from = lower
    while let at = outline.text.firstIndexIgnoringCase(of: word, from: from) {
      found = at
      from = at + word.utf8CodeUnitCount
    }
    return found
  }

  /// How many kinds of footer mark stand in a node: one alone is a word like any other.
  private func marks(in node: Int) -> Int {
    let range = outline.textRange(node)
    return PlaceMap.footerMarks.count { word in
      outline.text.firstIndexIgnoringCase(of: word, from: range.lowerBound)
        .map { $0 < range.upperBound } ?? false
    }
  }

  private func canBeFooter(_ node: Int) -> Bool {
    let name = outline.tree.name(node)
    let range = outline.textRange(node)
    return name != .body && name != .html && range.count < 1200
      && range.count * 2 < outline.text.count && dateCount(in: node) == 0
  }

  /// Photo columns have short titles too, but their addresses are those of articles.
  private func leadsToArticles(_ node: Int, _ anchors: Int) -> Bool {
    let tree = outline.tree
    let articles = (node..<Int(outline.end[node])).count { inner in
      tree.name(inner) == .a && AddressDate.isArticle(tree.attribute(inner, "href") ?? "")
    }
    return articles * 2 > anchors
  }

  /// Pictures that editors put up stand in content; a menu's icons lie among the template's files.
  private func showsUploads(_ node: Int) -> Bool {
    let tree = outline.tree
    let uploads = (node..<Int(outline.end[node])).count { inner in
      guard tree.name(inner) == .img, let source = tree.attribute(inner, "src") else {
        return false
      }
      return source.utf8.count < 400
        && (source.holds("upload") || AddressDate.find(in: source) != nil)
    }
    return uploads >= 3
  }

  private static let linkHolders = ElementSet("div ul ol dl table td tr nav section p")

  /// Three or more short links and hardly anything else are a menu, whatever it is called.
  private mutating func markLinkBlocks() {
    for node in 1..<outline.tree.count where places[node] == .other {
      guard PlaceMap.linkHolders.contains(outline.tree.name(node)) else { continue }
      let anchors = anchorCount(in: node)
      guard anchors >= 3 else { continue }
      let size = outline.textRange(node).count
      let linked = Int(outline.linkedBytes[node])
      if size > 0, linked * 100 >= size * 80, linked / anchors <= 30, dateCount(in: node) == 0,
        !leadsToArticles(node, anchors), !showsUploads(node)
      {
        mark(node, .navigation)
      }
    }
  }
}
