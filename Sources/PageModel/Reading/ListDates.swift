internal import AuditModel
internal import WebAddress

/// Finds the date of one list entry.
struct ListDates {
  private let list: ListReader
  private let units: ListUnits
  private var outline: Outline { list.outline }
  private var tree: MarkupTree { list.tree }

  init(_ list: ListReader, _ units: ListUnits) {
    self.list = list
    self.units = units
  }

  func date(of unit: ListUnits.Unit, anchor: Int, title: String) -> DatedText? {
    let spans = own(unit.node)
    if let date = full(in: spans, of: unit.node, anchor) { return date }
    if let date = split(in: spans) { return date }
    if ListDates.loose.contains(tree.name(unit.node)), let date = beside(unit.node) { return date }
    return PartialDates(list).date(in: spans, anchor: anchor)
  }

  /// Entries without a row of their own around entry and date.
  private static let loose = ElementSet("a span dt h2 h3 h4 h5 h6 strong b em i font")

  // MARK: Full dates

  /// Text nodes of the row that belong to no row within it.
  private func own(_ unit: Int) -> [Int] {
    var nodes: [Int] = []
    var skipUntil = 0
    for node in unit..<Int(outline.end[unit]) where node >= skipUntil {
      if node > unit, units.unit(node) != nil, tree.name(node) != .a {
        skipUntil = Int(outline.end[node])
      } else if tree.name(node) == .text, outline.textEnd[node] > outline.textStart[node] {
        nodes.append(node)
      }
    }
    return nodes
  }

  private func full(in nodes: [Int], of unit: Int, _ anchor: Int) -> DatedText? {
    var best: (score: Int, date: FoundDate, node: Int)?
    for node in nodes {
      let range = outline.textRange(node)
      for date in dates(in: range) {
        let score = self.score(date, node, range, unit, anchor)
        if score > 0, score >= (best?.score ?? 0) { best = (score, date, node) }
      }
    }
    return best.map { make($0.date.day, outline.line($0.date.range), $0.node) }
  }

  /// A date alone in its element says more than one inside a title.
  private func score(
    _ date: FoundDate, _ node: Int, _ range: Range<Int>, _ unit: Int, _ anchor: Int
  ) -> Int {
    let rest = range.count - date.range.count
    if tree.name(unit) == .tr, let header = header(of: node, row: unit) {
      if header.holds("发布") || header.holds("公开") || header.holds("更新") { return 9 }
      if header.holds("日期") || header.holds("时间") { return 7 }
    }
    let isInAnchor = outline.isInside(node, anchor)
    if rest <= 12 { return isInAnchor ? 6 : 8 }
    let label = outline.text[range.lowerBound..<date.range.lowerBound]
    let role = DateRoles.role(after: label.suffix(60))
    if role.strength == .labelled, rest <= 80, !isInAnchor || label.count <= 30 {
      return role.role == .published ? 7 : 5
    }
    let isAtEdge =
      date.range.upperBound + 4 >= range.upperBound
      || date.range.lowerBound <= range.lowerBound + 3
    if isInAnchor { return isAtEdge && isBracketed(date) ? 5 : 0 }
    if rest <= 40 { return 4 }
    return role.strength == .labelled ? 5 : 0
  }

  private func isBracketed(_ date: FoundDate) -> Bool {
    let before = outline.text[max(0, date.range.lowerBound - 3)..<date.range.lowerBound]
    let marks: [StaticString] = ["(", "[", "（", "【", "［", "〔"]
    return marks.contains { before.firstIndexIgnoringCase(of: $0, from: before.startIndex) != nil }
      || before.last == Ascii.space
  }

  /// The heading over a cell's column.
  private func header(of node: Int, row: Int) -> String? {
    guard let cell = tree.ancestor(of: node, where: { tree.parent($0) == row }) else { return nil }
    var column = 0
    var isFound = false
    tree.forEachChild(of: row) { child in
      if child == cell { isFound = true }
      if !isFound, ElementSet.cells.contains(tree.name(child)) { column += 1 }
    }
    let first = tree.parent(row)
    var headers: [Int] = []
    tree.forEachChild(of: Int(tree[first].firstChild) >= 0 ? firstRow(first) : row) { child in
      if ElementSet.cells.contains(tree.name(child)) { headers.append(child) }
    }
    guard column < headers.count, headers[column] != cell else { return nil }
    let text = outline.line(headers[column], limit: 60)
    return text.count <= 10 ? text : nil
  }

  private func firstRow(_ section: Int) -> Int {
    var found = section
    tree.forEachChild(of: section) { child in
      if found == section, tree.name(child) == .tr { found = child }
    }
    return found
  }

  private func dates(in range: Range<Int>) -> [FoundDate] {
    DateScanner(outline.text[range]).all(limit: 8)
  }

  /// For entries without a row of their own: what stands beside them up to the next entry. In a
  /// run that begins with a date, each date stands before its entry.
  private func beside(_ node: Int) -> DatedText? {
    let siblings = list.siblings(of: tree.parent(node))
    // One link beside one date is an attachment above a signature, not a list.
    guard let place = siblings.firstIndex(of: node), siblings.count(where: holdsEntry) >= 2 else {
      return nil
    }
    let first = siblings.first { holdsEntry($0) || !dates(in: outline.textRange($0)).isEmpty }
    if let first, !holdsEntry(first) {
      return nearest(siblings[..<place].reversed())
    }
    return nearest(siblings[(place + 1)...])
  }

  private func holdsEntry(_ node: Int) -> Bool {
    tree.name(node) == .a || list.reading.places.anchorCount(in: node) > 0
  }

  private func nearest(_ siblings: some Sequence<Int>) -> DatedText? {
    for node in siblings.prefix(4) {
      if holdsEntry(node) || tree.name(node) == .br { return nil }
      let range = outline.textRange(node)
      if range.count < 60, let date = dates(in: range).first {
        return make(date.day, outline.line(date.range), node)
      }
    }
    return nil
  }

  // MARK: Dates in parts

  /// Day and year-month in elements of their own: `<em>25</em><span>2020-12</span>`.
  private func split(in nodes: [Int]) -> DatedText? {
    guard nodes.count >= 2 else { return nil }
    let texts = nodes.map { node in
      outline.textRange(node).count <= 24 ? TextFold.line(tree.textBytes(node)) : "-x-"
    }
    for index in texts.indices.dropLast() {
      if let (day, count) = DateParts.date(in: texts[index...]) {
        return make(day, texts[index..<index + count].joined(separator: " "), nodes[index])
      }
    }
    return nil
  }

  private func make(_ day: Day, _ quote: String, _ node: Int) -> DatedText {
    let element = tree.name(node) == .text ? tree.parent(node) : node
    return DatedText(day: day, quote: quote, role: .listed, source: list.reading.xpath(element))
  }
}
