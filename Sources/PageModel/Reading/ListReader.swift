internal import AuditModel
internal import WebAddress

/// Finds the entries of the lists in the page's main part.
struct ListReader {
  /// One entry before it is decided whether its list is one.
  struct Candidate {
    var unit: Int
    var anchor: Int
    var title: String
    var date: DatedText?
    var isPinned: Bool
    var isNested: Bool
  }

  let reading: PageReading
  let isArticle: Bool
  private(set) var itemAnchors: [Int] = []
  private let children = ChildLists()
  var tree: MarkupTree { reading.tree }
  var outline: Outline { reading.outline }

  init(_ reading: PageReading, isArticle: Bool) {
    self.reading = reading
    self.isArticle = isArticle
  }

  mutating func items(_ truncations: inout [String]) -> [ListItem] {
    let units = ListUnits(reading)
    let candidates = units.all.compactMap { candidate($0, units) }
    var groups: [(parent: Int, members: [Candidate])] = []
    for candidate in candidates where !candidate.isNested {
      let parent = groupParent(candidate.unit)
      if let last = groups.indices.last, groups[last].parent == parent {
        groups[last].members.append(candidate)
      } else if let at = groups.indices.last(where: { groups[$0].parent == parent }) {
        groups[at].members.append(candidate)
      } else {
        groups.append((parent, [candidate]))
      }
    }
    var items: [ListItem] = []
    for group in groups where isList(group.members) {
      for member in group.members where member.date != nil || member.title.count >= 4 {
        if items.count >= reading.limits.listItems {
          truncations.append("listItems:\(reading.limits.listItems)")
          return items
        }
        items.append(item(member))
        itemAnchors.append(member.anchor)
      }
    }
    return items
  }

  /// The children of a node that show text, in order.
  func siblings(of parent: Int) -> [Int] {
    if let known = children.of[parent] { return known }
    var found: [Int] = []
    tree.forEachChild(of: parent) { child in
      if tree.name(child) == .br || !outline.textRange(child).isEmpty { found.append(child) }
    }
    children.of[parent] = found
    return found
  }

  private func item(_ member: Candidate) -> ListItem {
    let href = tree.attribute(member.anchor, "href") ?? ""
    return ListItem(
      title: member.title, url: href.isEmpty ? nil : reading.resolve(href), date: member.date,
      isPinned: member.isPinned, xpath: reading.xpath(member.unit))
  }

  /// Rows of a table and single wrappers are one list with their neighbours.
  private func groupParent(_ unit: Int) -> Int {
    var parent = tree.parent(unit)
    if tree.name(unit) == .tr { parent = tree.parent(parent) }
    // `<div><ul><li>…</li></ul><ul>…`: five rows, a rule, five more.
    if reading.tree.name(parent) == .ul || reading.tree.name(parent) == .ol {
      let holder = tree.parent(parent)
      if isListsOnly(holder) { parent = holder }
    }
    return parent
  }

  private func isListsOnly(_ node: Int) -> Bool {
    var isOnly = true
    tree.forEachChild(of: node) { child in
      let name = tree.name(child)
      if tree.isElement(child), name != .ul, name != .ol, !outline.textRange(child).isEmpty {
        isOnly = false
      }
    }
    return isOnly
  }

  private func isList(_ members: [Candidate]) -> Bool {
    let dated = members.count { $0.date != nil }
    let inArticle = isArticle && members.allSatisfy { outline.isInside($0.unit, reading.main.node) }
    if inArticle { return dated >= 2 && dated * 2 >= members.count }
    if dated > 0 { return true }
    let size = members.reduce(0) { $0 + $1.title.count }
    let articles = members.count {
      AddressDate.isArticle(tree.attribute($0.anchor, "href") ?? "")
    }
    return members.count >= 2 && (size >= members.count * 8 || articles * 2 > members.count)
  }

  // MARK: Candidates

  private func candidate(_ unit: ListUnits.Unit, _ units: ListUnits) -> Candidate? {
    guard let anchor = titleAnchor(unit.anchors), !isRelated(anchor) else { return nil }
    let shown = shownTitle(anchor)
    guard shown.count >= 2 else { return nil }
    let dates = ListDates(self, units)
    let date = dates.date(of: unit, anchor: anchor, title: shown)
    return Candidate(
      unit: unit.node, anchor: anchor, title: ListTitle.clean(shown, date: date), date: date,
      isPinned: isPinned(unit.node, shown), isNested: isNested(unit, units, dates))
  }

  /// What an article calls its related material is no list of a column.
  private func isRelated(_ anchor: Int) -> Bool {
    isArticle && (reading.labels.label(of: anchor).map(PlaceWords.related.contains) ?? false)
  }

  private func titleAnchor(_ anchors: [Int]) -> Int? {
    var best: Int?
    var most = 0
    for anchor in anchors {
      let size = max(outline.textRange(anchor).count, titleSize(anchor))
      if size > most { (best, most) = (anchor, size) }
    }
    return best
  }

  private func titleSize(_ anchor: Int) -> Int {
    outline.textRange(anchor).isEmpty ? 0 : tree.attributeBytes(anchor, "title")?.count ?? 0
  }

  /// The title attribute where the words are cut short, else the first line of the words.
  private func shownTitle(_ anchor: Int) -> String {
    let shown = headline(anchor)
    guard let title = tree.attributeBytes(anchor, "title").map({ TextFold.line($0) }),
      title.count > shown.count
    else { return shown }
    let bare = shown.filter { $0 != "." && $0 != "…" && !$0.isWhitespace }
    return title.filter { !$0.isWhitespace }.hasPrefix(bare.prefix(6)) ? title : shown
  }

  /// A heading within the anchor, else the first of its longest lines.
  private func headline(_ anchor: Int) -> String {
    let end = Int(outline.end[anchor])
    let heading = (anchor..<end).first { node in
      ElementSet.headings.contains(tree.name(node)) && outline.textRange(node).count >= 6
    }
    let range = outline.textRange(heading ?? anchor)
    let lines = outline.text[range].split(separator: Ascii.newline).filter { !isDateOnly($0) }
    let line = lines.max { weight($0) < weight($1) }
    return line.map { TextFold.line($0) } ?? ""
  }

  private func isDateOnly(_ line: ArraySlice<UInt8>) -> Bool {
    guard let date = DateScanner(line).all(limit: 1).first else { return false }
    return line.count - date.range.count <= 4
  }

  /// The first of lines that repeat the title is the headline.
  private func weight(_ line: ArraySlice<UInt8>) -> Int { min(line.count, 24) }

  private func isPinned(_ unit: Int, _ title: String) -> Bool {
    if title.holds("置顶") { return true }
    let range = outline.textRange(unit)
    if range.count < 600,
      outline.text[range].firstIndexIgnoringCase(of: "置顶", from: range.lowerBound) != nil
    {
      return true
    }
    let names = (tree.attribute(unit, "class") ?? "").split(separator: " ")
    return names.contains { ["top", "istop", "zd", "sticky", "zhiding", "ontop"].contains($0) }
  }

  /// Entries of a box inside a dated entry, such as the interpretations of a policy.
  private func isNested(_ unit: ListUnits.Unit, _ units: ListUnits, _ dates: ListDates) -> Bool {
    guard let outer = units.owner(above: unit.node), let outside = units.unit(outer) else {
      return false
    }
    guard let anchor = titleAnchor(outside.anchors) else { return false }
    return dates.date(of: outside, anchor: anchor, title: shownTitle(anchor)) != nil
  }
}

/// Children looked up once, however many entries ask.
private final class ChildLists {
  var of: [Int: [Int]] = [:]
}

/// Cleans the titles of list entries.
enum ListTitle {
  /// `2023-05-12 关于…`: the date the entry shows, before its words.
  private static func withoutLeadingDate(_ text: String, _ date: DatedText?) -> String {
    guard let date, text.hasPrefix(date.quote) else { return text }
    let rest = text.dropFirst(date.quote.count).drop { $0.isWhitespace || $0 == "|" || $0 == "：" }
    return rest.count >= 4 ? String(rest) : text
  }

  /// Whether the text begins with a byte that one of the marks begins with.
  private static func mayBeMarked(_ text: Substring) -> Bool {
    switch text.utf8.first {
    case Ascii.openSquare?, 0xC2?, 0xE2?, 0xE3?, 0xE7?: true
    default: false
    }
  }

  /// Whether the text holds a byte of an opening bracket or a blank.
  private static func holdsOpener(_ text: Substring) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case Ascii.openRound, Ascii.openSquare, Ascii.space, 0xE3, 0xEF: true
      default: false
      }
    }
  }

  /// Without the date in brackets at the end and without marks before it.
  static func clean(_ title: String, date: DatedText? = nil) -> String {
    var rest = title[...]
    if let date, rest.hasSuffix(date.quote), rest.count >= date.quote.count + 4 {
      rest = rest.dropLast(date.quote.count)
    }
    if mayBeMarked(rest) {
      for mark in ["[置顶]", "【置顶】", "置顶", "·", "•", "■", "◆", "▪", "●"]
      where rest.hasPrefix(mark) {
        rest = rest.dropFirst(mark.count).drop { $0.isWhitespace }
      }
    }
    if holdsOpener(rest) {
      while let last = rest.last, "([（【 ".contains(last) { rest = rest.dropLast() }
    }
    let text = withoutLeadingDate(String(rest), date)
    // A date at the end that is to go has an opening bracket or a blank before it.
    guard holdsOpener(text[...]) else { return text }
    let bytes = Array(text.utf8)
    guard let last = DateScanner.dates(in: bytes).last else { return text }
    let after = String(decoding: bytes[last.range.upperBound...], as: UTF8.self)
    let before = String(decoding: bytes[..<last.range.lowerBound], as: UTF8.self)
    let closing: Set<Character> = [")", "）", "]", "】", " "]
    let opening: Set<Character> = ["(", "（", "[", "【", " "]
    guard after.allSatisfy({ closing.contains($0) }),
      before.last.map({ opening.contains($0) }) ?? false
    else { return text }
    var head = before[...]
    while let mark = head.last, opening.contains(mark) { head = head.dropLast() }
    return head.count >= 2 ? String(head) : text
  }
}
