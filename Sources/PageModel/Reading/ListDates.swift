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
    if tree.name(unit.node) == .a || tree.name(unit.node) == .span,
      let date = beside(unit.node)
    {
      return date
    }
    return partial(in: spans, anchor)
  }

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
    if rest <= 12, !outline.isInside(node, anchor) { return 8 }
    if rest <= 12 { return 6 }
    let isAtEdge =
      date.range.upperBound + 4 >= range.upperBound
      || date.range.lowerBound <= range.lowerBound + 3
    if outline.isInside(node, anchor) { return isAtEdge && isBracketed(date) ? 5 : 0 }
    if rest <= 40 { return 4 }
    let label = outline.text[
      max(range.lowerBound, date.range.lowerBound - 30)..<date.range.lowerBound]
    let role = DateRoles.role(after: String(decoding: label, as: UTF8.self))
    return role.1 == .labelled ? 5 : 0
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

  /// For anchors in running text: what stands beside them up to the next anchor or break.
  private func beside(_ node: Int) -> DatedText? {
    var at = Int(tree[node].next)
    var steps = 0
    while at >= 0, steps < 4 {
      let name = tree.name(at)
      if name == .a || name == .br || list.reading.places.anchorCount(in: at) > 0 { break }
      let range = outline.textRange(at)
      if range.count < 60, let date = dates(in: range).first {
        return make(date.day, outline.line(date.range), at)
      }
      at = Int(tree[at].next)
      steps += 1
    }
    return nil
  }

  // MARK: Dates in parts

  /// Day and year-month in two elements: `<em>25</em><span>2020-12</span>`.
  private func split(in nodes: [Int]) -> DatedText? {
    let texts = nodes.map { TextFold.line(tree.textBytes($0)) }
    for index in texts.indices.dropLast() {
      let pair = (texts[index], texts[index + 1])
      if let day = ListDates.day(pair.0, pair.1) ?? ListDates.day(pair.1, pair.0) {
        return make(day, "\(pair.0) \(pair.1)", nodes[index])
      }
    }
    return nil
  }

  private static func day(_ day: String, _ month: String) -> Day? {
    let digits = day.hasSuffix("日") ? String(day.dropLast()) : day
    guard digits.count <= 2, let number = Int(digits) else { return nil }
    let parts = month.split { "-./年月 ".contains($0) }
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), month <= 12, parts[1].count <= 2, year > 1900, year < 2100
    else { return nil }
    return Day(year: year, month: month, day: number)
  }

  /// `12-30` with the year taken from an address like `/202012/t20201230_1.html`, when they agree.
  private func partial(in nodes: [Int], _ anchor: Int) -> DatedText? {
    guard let href = tree.attribute(anchor, "href"),
      let stated = AddressDate.find(in: href)
    else { return nil }
    for node in nodes {
      let text = TextFold.line(tree.textBytes(node))
      guard text.count <= 12, let (month, number) = ListDates.monthAndDay(text),
        month == stated.month, stated.day == nil || stated.day == number,
        let day = Day(year: stated.year, month: month, day: number)
      else { continue }
      var date = make(day, text, node)
      date.source = "year-from-url:\(date.source)"
      return date
    }
    return nil
  }

  private static func monthAndDay(_ text: String) -> (Int, Int)? {
    let marks: Set<Character> = ["(", ")", "[", "]", "（", "）", "【", "】", " ", "日"]
    let bare = text.filter { !marks.contains($0) }
    let parts = bare.split(omittingEmptySubsequences: false) { "-/.月".contains($0) }
    guard parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]),
      (1...12).contains(month), (1...31).contains(day), parts[0].count <= 2, parts[1].count <= 2
    else { return nil }
    return (month, day)
  }

  private func make(_ day: Day, _ quote: String, _ node: Int) -> DatedText {
    let element = tree.name(node) == .text ? tree.parent(node) : node
    return DatedText(day: day, quote: quote, role: .listed, source: tree.xpath(element))
  }
}
