/// The headline of an article as a reader sees it: not the site's name, not the column's, and not
/// what a template forgot in `<title>`.
struct HeadlineReader {
  private let reading: PageReading
  private let page: Page
  private let frameNames: Set<String>
  private let titleParts: [String]
  private var outline: Outline { reading.outline }
  private var tree: MarkupTree { reading.tree }

  init(_ reading: PageReading, page: Page) {
    self.reading = reading
    self.page = page
    titleParts = HeadlineReader.parts(page.title)
    var names = Set(page.breadcrumb.map { HeadlineReader.fold($0.text) })
    // The last step may be the article itself; it is one when the title says the same.
    if let last = page.breadcrumb.last, page.breadcrumb.count > 1, last.url == nil {
      names.remove(HeadlineReader.fold(last.text))
    }
    for name in ["SiteName", "ColumnName"] {
      names.insert(HeadlineReader.fold(page.meta(name) ?? ""))
    }
    names.remove("")
    frameNames = names
  }

  /// Empty when nothing on the page can be told for one.
  func headline() -> String {
    if let stated = stated { return stated }
    var best: (score: Int, text: String)?
    let candidates = candidates()
    let nearest = dateOffset.flatMap { day in candidates.map(\.end).filter { $0 <= day }.max() }
    for candidate in candidates {
      let score = score(candidate) + (candidate.end == nearest ? 1 : 0)
      if score >= 5, score > best?.score ?? 0 { best = (score, candidate.text) }
    }
    return best?.text ?? ""
  }

  /// What `ArticleTitle` states, unless a template left its placeholder there.
  private var stated: String? {
    guard let title = page.meta("ArticleTitle").map({ TextFold.line($0) }), title.count >= 2,
      title.contains(where: \.isLetter), !title.holds("${"), !title.holds("<%"), !title.holds("{{")
    else { return nil }
    return title.holds("<") ? HeadlineReader.withoutTags(title) : title
  }

  // MARK: Candidates

  private struct Candidate {
    var text: String
    var end: Int
    var rank: Int
    var isHeading = false
  }

  private static let hints: [StaticString] = [
    "title", "tit", "biaoti", "_bt", "-bt", "wzbt", "headline",
  ]
  private static let holders = ElementSet(
    "div p td span h5 h6 center strong font b em dt section header")

  private func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for node in 1..<tree.count where !reading.isHidden(node) && outline.anchor[node] < 0 {
      guard let rank = rank(node), reading.places.isContent(node) || rank >= 3,
        var candidate = candidate(outline.textRange(node), rank)
      else { continue }
      candidate.isHeading =
        ElementSet.headings.contains(tree.name(node))
        && reading.places.isContent(node)
      found.append(candidate)
    }
    if let line = lineAheadOfDay() { found.append(line) }
    found += linesOfTitle()
    let headings = found.indices.filter { found[$0].isHeading }
    if headings.count == 1 { found[headings[0]].rank += 3 }
    return found
  }

  private func candidate(_ range: Range<Int>, _ rank: Int) -> Candidate? {
    guard range.count >= 8, range.count <= 600 else { return nil }
    let text = outline.line(range, limit: 600)
    guard text.count >= 4, text.count <= 150, DateScanner.first(in: text)?.range.lowerBound != 0
    else { return nil }
    return Candidate(text: text, end: range.upperBound, rank: rank)
  }

  private func rank(_ node: Int) -> Int? {
    switch tree.name(node) {
    case .h1: return isNamedTitle(node) ? 4 : 3
    case .h2: return isNamedTitle(node) ? 3 : 2
    case .h3: return isNamedTitle(node) ? 2 : 1
    case .h4: return isNamedTitle(node) ? 1 : 0
    default: break
    }
    guard tree[node].attributeCount > 0, HeadlineReader.holders.contains(tree.name(node)) else {
      return nil
    }
    return isNamedTitle(node) ? 2 : nil
  }

  private func isNamedTitle(_ node: Int) -> Bool {
    guard tree[node].attributeCount > 0 else { return false }
    return [tree.attributeBytes(node, "class"), tree.attributeBytes(node, "id")].contains { name in
      guard let name, name.count < 120 else { return false }
      return name.count == 2 && name.matchesIgnoringCase("bt", at: name.startIndex)
        || HeadlineReader.hints.contains { name.holds($0) }
    }
  }

  /// Templates without headings: the last line of words above the line that tells the date.
  private func lineAheadOfDay() -> Candidate? {
    guard let day = dateOffset else { return nil }
    var end = day
    var lines = 0
    while end > 0, lines < 4 {
      let start = lineStart(end)
      let range = trimmed(start..<end)
      if range.count >= 12, outline.anchor[outline.node(at: range.lowerBound)] < 0,
        reading.places.isContent(outline.node(at: range.lowerBound)), range.upperBound < day,
        !isField(range)
      {
        return candidate(range, 2)
      }
      if !range.isEmpty { lines += 1 }
      end = start - 1
    }
    return nil
  }

  /// Lines that `<title>` repeats, whatever element holds them.
  private func linesOfTitle() -> [Candidate] {
    guard let whole = titleParts.first, whole.count >= 8 else { return [] }
    let title = Array(whole.utf8)
    var found: [Candidate] = []
    var start = 0
    let text = outline.text
    for index in text.indices where text[index] == Ascii.newline {
      defer { start = index + 1 }
      let range = trimmed(start..<index)
      guard range.count >= 24, range.count <= 450, found.count < 4,
        HeadlineReader.holds(title, text[range].prefix(9))
      else { continue }
      let node = outline.node(at: range.lowerBound)
      guard reading.places.isContent(node), outline.anchor[node] < 0,
        whole.contains(HeadlineReader.fold(outline.line(range, limit: 450))),
        let candidate = candidate(range, 1)
      else { continue }
      found.append(candidate)
    }
    return found
  }

  private func lineStart(_ end: Int) -> Int {
    var at = end
    while at > 0, outline.text[at - 1] != Ascii.newline { at -= 1 }
    return at
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, outline.text[low] <= Ascii.space { low += 1 }
    while high > low, outline.text[high - 1] <= Ascii.space { high -= 1 }
    return low..<high
  }

  private func isField(_ range: Range<Int>) -> Bool {
    let line = outline.line(range, limit: 60)
    let head = line.prefix(9)
    return head.contains { $0 == "：" || $0 == ":" }
  }

  /// Where the text shows the publication date.
  private var dateOffset: Int? {
    guard let publication = page.publication else { return nil }
    return reading.dates.first { $0.day == publication.day }?.range.lowerBound
  }

  // MARK: Scores

  private func score(_ candidate: Candidate) -> Int {
    let folded = HeadlineReader.fold(candidate.text)
    if frameNames.contains(folded) { return 0 }
    var score = candidate.rank
    if isInTitle(folded) { score += 6 }
    if let day = dateOffset, candidate.end <= day, day - candidate.end < 400 {
      score += 3
    } else if titleParts.contains(where: { $0.count >= 4 && folded.hasSuffix($0) }) {
      score += 3
    }
    if folded.hasSuffix("网站") || folded.hasSuffix("门户网") { score -= 4 }
    if ["当前位置", "您的位置", "所在位置", "相关", "上一篇", "下一篇"].contains(where: { folded.hasPrefix($0) }) {
      score -= 6
    }
    return score
  }

  private func isInTitle(_ folded: String) -> Bool {
    titleParts.contains { part in
      part.count >= 4 && (part == folded || folded.count >= 6 && part.hasPrefix(folded))
        || part.count >= 8 && folded.hasPrefix(part)
    } || folded.count >= 8 && HeadlineReader.fold(page.title).contains(folded)
  }

  /// The parts of `<title>`, folded; hyphens part only where blanks or several stand.
  private static func parts(_ title: String) -> [String] {
    let whole = fold(title)
    return [whole] + title.split(whereSeparator: { "_|丨-—–".contains($0) }).map { fold(String($0)) }
  }

  private static func fold(_ text: String) -> String {
    var result = text.filter { !$0.isWhitespace }
    while let last = result.last, last == "." || last == "…" { result.removeLast() }
    return result
  }

  /// Whether a title may hold a line that begins so: spares most lines the closer look.
  private static func holds(_ title: [UInt8], _ start: ArraySlice<UInt8>) -> Bool {
    guard let first = start.first, !start.contains(Ascii.space) else { return true }
    return title.indices.contains { at in
      title[at] == first && title[at...].starts(with: start)
    }
  }

  private static func withoutTags(_ text: String) -> String {
    var isTag = false
    var result = ""
    for character in text {
      if character == "<" { isTag = true }
      if !isTag { result.append(character) }
      if character == ">" { isTag = false }
    }
    return TextFold.line(result)
  }
}
