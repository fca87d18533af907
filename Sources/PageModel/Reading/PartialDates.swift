import AuditModel

/// List entries that show month and day alone: the year is taken from what else the page says of
/// the entry, and only when it agrees.
struct PartialDates {
  private let list: ListReader
  private var outline: Outline { list.outline }
  private var tree: MarkupTree { list.tree }

  init(_ list: ListReader) { self.list = list }

  /// - Parameter nodes: the text nodes of the entry.
  func date(in nodes: [Int], anchor: Int) -> DatedText? {
    let shown = nodes.lazy.compactMap { node -> (Int, Int, String, Int)? in
      guard outline.textRange(node).count <= 24 else { return nil }
      let text = TextFold.line(tree.textBytes(node))
      return PartialDates.monthAndDay(text).map { ($0.0, $0.1, text, node) }
    }.first
    guard let (month, day, text, node) = shown else { return fromTitle(anchor) }
    if let found = fromTitle(anchor), found.day.month == month, found.day.day == day {
      return found
    }
    if let year = yearFromAddress(anchor, month: month, day: day),
      let date = Day(year: year, month: month, day: day)
    {
      return make(date, text, node, "year-from-url:")
    }
    if let year = yearFromHeading(before: node), let date = Day(year: year, month: month, day: day)
    {
      return make(date, text, node, "year-from-heading:")
    }
    return nil
  }

  /// `12-30` with an address like `/202012/t20201230_1.html`.
  private func yearFromAddress(_ anchor: Int, month: Int, day: Int) -> Int? {
    guard let href = tree.attribute(anchor, "href"), let stated = AddressDate.find(in: href),
      stated.month == month, stated.day == nil || stated.day == day
    else { return nil }
    return stated.year
  }

  /// `标题：… 更新时间：2013/4/2 10:11:12` in the anchor's title attribute, shown to whoever points
  /// at the entry (the habit of 动易 SiteWeaver).
  private func fromTitle(_ anchor: Int) -> DatedText? {
    guard let title = tree.attributeBytes(anchor, "title"), title.count < 600 else { return nil }
    for found in DateScanner(title).all(limit: 4) {
      let role = DateRoles.role(after: title[..<found.range.lowerBound].suffix(60))
      guard role.strength != .none else { continue }
      return make(found.day, TextFold.line(title[found.range]), anchor, "title-attribute:")
    }
    return nil
  }

  /// A heading such as `2023年` above the entries, with nothing else in it.
  private func yearFromHeading(before node: Int) -> Int? {
    var at = node
    for _ in 0..<6 where at > 0 {
      let siblings = list.siblings(of: tree.parent(at))
      if let place = siblings.firstIndex(of: at) {
        for sibling in siblings[..<place].reversed().prefix(3) {
          let range = outline.textRange(sibling)
          if range.count <= 20, let year = PartialDates.year(outline.line(range)) { return year }
        }
      }
      at = tree.parent(at)
    }
    return nil
  }

  private static func year(_ text: String) -> Int? {
    let digits = text.filter { $0 != "年" && $0 != "度" && !$0.isWhitespace }
    guard digits.count == 4, digits.utf8.allSatisfy(Ascii.isDigit), let year = Int(digits),
      (1990...2100).contains(year)
    else { return nil }
    return year
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

  private func make(_ day: Day, _ quote: String, _ node: Int, _ origin: String) -> DatedText {
    let element = tree.name(node) == .text ? tree.parent(node) : node
    return DatedText(
      day: day, quote: quote, role: .listed, source: origin + list.reading.xpath(element))
  }
}
