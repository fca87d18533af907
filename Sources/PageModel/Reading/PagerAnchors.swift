internal import WebAddress

/// Reads a pager made of anchors: numbers, 下一页, 尾页, and the words `共 474 条 当前第 1 / 48 页`.
struct PagerAnchors {
  static let nextWords: Set<String> = ["下一页", "下页", "后一页", "下一頁", ">", ">>", "»", "›"]
  private static let lastWords: Set<String> = [
    "尾页", "末页", "最后一页", "最末页", "最后页", "尾頁", "末頁",
  ]
  private static let firstWords: Set<String> = [
    "首页", "第一页", "上一页", "上页", "前一页", "上一頁", "首頁", "<", "<<", "«", "‹", "...", "…",
  ]

  private let reading: PageReading
  private let links: [Link]

  init(_ reading: PageReading, links: [Link]) {
    self.reading = reading
    self.links = links
  }

  func pagination() -> Pagination? {
    // The words of a pager are short; most links of a page need not be copied.
    let candidates = links.filter {
      $0.text.utf8.count <= 40 && $0.element == .anchor && !$0.isHidden
    }
    let next = candidates.last { PagerAnchors.nextWords.contains(bare($0.text)) && isWord($0) }
    let last = candidates.last { PagerAnchors.lastWords.contains(bare($0.text)) }
    let words = pageWords()
    let numbers = numberedAnchors(candidates)
    guard next != nil || last != nil || numbers.count >= 2 && words.pages != nil else {
      return words.pages == 1 ? single(words) : nil
    }
    return assemble(next: next, last: last, numbers: numbers, words: words)
  }

  /// `>` alone is a pager's word only where a pager is.
  private func isWord(_ link: Link) -> Bool {
    bare(link.text).count > 1 || link.place == .pagination
  }

  private func bare(_ text: String) -> String {
    guard text.utf8.count <= 40, PagerAnchors.mayName(text) else { return "" }
    return text.filter { !$0.isWhitespace && !"[]【】".contains($0) }
  }

  /// Whether the text holds what every word of a pager that is asked for holds: 页, 頁, or an arrow.
  private static func mayName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { at in
      switch bytes[at] {
      case Ascii.greater: true
      case 0xE9, 0xC2, 0xE2: marks.contains { bytes[at...].starts(with: $0) }
      default: false
      }
    }
  }

  private static let marks = ["页", "頁", "»", "›"].map { Array($0.utf8) }

  private func numberedAnchors(_ candidates: [Link]) -> [(Int, Link)] {
    candidates.compactMap { link in
      guard link.text.utf8.count <= 5, let number = Int(link.text), number > 0, number < 100_000,
        link.place == .pagination || link.place == .other || link.place == .navigation
      else { return nil }
      return (number, link)
    }
  }

  private func assemble(
    next: Link?, last: Link?, numbers: [(Int, Link)], words: PageWords
  ) -> Pagination? {
    var pages: [WebURL] = []
    for url in numbers.map(\.1.url) + [next?.url, last?.url] {
      if let url, url.withoutFragment != reading.url.withoutFragment, !pages.contains(url) {
        pages.append(url)
      }
    }
    let lastNumber = last?.url.flatMap { number(in: $0) }
    let highest = numbers.map(\.0).max()
    let count = words.pages ?? highestOf(lastNumber, highest)
    let current = words.current ?? currentNumber(numbers) ?? 1
    if let count, let filled = fill(count, like: last?.url ?? next?.url) { pages = filled }
    let canFollow = !pages.isEmpty || (count ?? 2) <= 1 || (next ?? last)?.href == ""
    let first = next ?? last ?? numbers.first?.1
    if pages.isEmpty, first?.href.holds("__dopostback") ?? false { return nil }
    return Pagination(
      form: "anchors", pageCount: count, current: current, itemCount: words.items, pages: pages,
      cannotFollow: canFollow ? nil : "the pager's anchors lead nowhere without script")
  }

  private func highestOf(_ first: Int?, _ second: Int?) -> Int? {
    guard let first else { return second }
    return max(first, second ?? 0)
  }

  /// The number that is no link, or whose link leads here, is this page.
  private func currentNumber(_ numbers: [(Int, Link)]) -> Int? {
    let here = numbers.first { number in
      number.1.href.isEmpty || number.1.href == "#" || number.1.url == reading.url
        || number.1.url == nil
    }
    return here?.0 ?? number(in: reading.url).flatMap { $0 < 100_000 ? $0 : nil }
  }

  private func single(_ words: PageWords) -> Pagination {
    Pagination(
      form: "anchors", pageCount: 1, current: 1, itemCount: words.items, pages: [])
  }

  // MARK: Addresses

  /// The page number an address ends in: `18287_48.html`, `jrxx_2`, `?page=3`.
  private func number(in url: WebURL) -> Int? {
    guard let found = PageAddress(url) else { return nil }
    return found.number
  }

  /// All pages between the first and the last when addresses differ in a number alone.
  private func fill(_ count: Int, like sample: WebURL?) -> [WebURL]? {
    guard count > 1, count <= PaginationReader.pageLimit, let sample,
      let address = PageAddress(sample), address.number <= count, address.number > 0
    else { return nil }
    // Where the last page's number is one less than the count, pages are counted from 0.
    var pages: [WebURL] = []
    for number in 2...count {
      if let url = address.url(number) { pages.append(url) }
    }
    pages.removeAll { $0.withoutFragment == reading.url.withoutFragment }
    let first = address.firstPage()
    if let first, first.withoutFragment != reading.url.withoutFragment {
      pages.insert(first, at: 0)
    }
    return isConsistent(pages, count) ? pages : nil
  }

  /// Numbers shown on the page must agree with the addresses that would be made.
  private func isConsistent(_ pages: [WebURL], _ count: Int) -> Bool {
    let made = Set(pages)
    return links.allSatisfy { link in
      guard link.element == .anchor, link.text.utf8.count <= 5, let number = Int(link.text),
        number > 1, number <= count, let url = link.url, let address = PageAddress(url)
      else { return true }
      return address.number == number || !made.contains(url) && link.place != .pagination
    }
  }

  // MARK: Words

  struct PageWords {
    var pages: Int?
    var current: Int?
    var items: Int?
  }

  /// `共 474 条`, `共48页`, `第 1 / 48 页`, `1/48`.
  private func pageWords() -> PageWords {
    var words = PageWords()
    let text = reading.outline.text
    var at = 0
    while let found = text.firstIndexIgnoringCase(of: "共", from: at) {
      at = found + 3
      guard let (number, end) = number(text, at) else { continue }
      let unit = String(decoding: text[end..<min(end + 12, text.count)], as: UTF8.self)
        .filter { !$0.isWhitespace }
      if unit.hasPrefix("页") || unit.hasPrefix("頁") { words.pages = words.pages ?? number }
      if unit.hasPrefix("条") || unit.hasPrefix("記錄") || unit.hasPrefix("记录")
        || unit.hasPrefix("篇") || unit.hasPrefix("個") || unit.hasPrefix("项")
      {
        words.items = words.items ?? number
      }
    }
    readFraction(text, &words)
    return words
  }

  private func readFraction(_ text: [UInt8], _ words: inout PageWords) {
    var at = 0
    while let found = text.firstIndexIgnoringCase(of: "第", from: at) {
      at = found + 3
      guard let (current, end) = number(text, at) else { continue }
      var next = skip(text, end)
      if text.matchesIgnoringCase("页", at: next) {
        if words.pages != nil { words.current = words.current ?? current }
        next = skip(text, next + 3)
      }
      guard next < text.count, text[next] == Ascii.slash,
        let (pages, after) = number(text, next + 1),
        words.pages == nil || text.matchesIgnoringCase("页", at: skip(text, after)),
        current <= pages
      else { continue }
      words.current = current
      words.pages = pages
    }
  }

  private func skip(_ text: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < text.count, text[at] <= Ascii.space, at - start < 6 { at += 1 }
    return at
  }

  private func number(_ text: [UInt8], _ start: Int) -> (Int, Int)? {
    var at = skip(text, start)
    if at < text.count, text[at] == Ascii.colon { at = skip(text, at + 1) }
    var value = 0
    let first = at
    while at < text.count, Ascii.isDigit(text[at]), at - first < 7 {
      value = value * 10 + Int(text[at] &- 0x30)
      at += 1
    }
    return at > first ? (value, at) : nil
  }
}

/// An address whose page is told by a number: `index_2.html`, `jrxx_2`, `?page=3`.
struct PageAddress {
  private let head: String
  private let tail: String
  private let separator: String
  let number: Int

  init?(_ url: WebURL) {
    let text = url.withoutFragment.href
    if let found = PageAddress.parameter(text) {
      (head, number, tail) = found
      separator = ""
      return
    }
    guard url.query == nil, let slash = text.lastIndex(of: "/") else { return nil }
    let file = text[text.index(after: slash)...]
    let stem = file.prefix { $0 != "." }
    guard let mark = stem.lastIndex(where: { $0 == "_" || $0 == "-" }),
      let value = Int(stem[stem.index(after: mark)...]), value >= 0, value < 100_000
    else { return nil }
    head = String(text[...slash]) + stem[..<mark]
    separator = String(stem[mark])
    number = value
    tail = String(file.dropFirst(stem.count))
  }

  private static func parameter(_ text: String) -> (String, Int, String)? {
    for name in ["page=", "pageNo=", "pageno=", "PAGENUM=", "pageIndex=", "currentPage=", "p="] {
      guard let range = PageAddress.range(of: name, in: text) else { continue }
      let digits = text[range.upperBound...].prefix { $0.isNumber }
      guard let number = Int(digits) else { continue }
      let after = text.index(range.upperBound, offsetBy: digits.count)
      return (String(text[..<range.upperBound]), number, String(text[after...]))
    }
    return nil
  }

  private static func range(of name: String, in text: String) -> Range<String.Index>? {
    var at = text.startIndex
    while let mark = text[at...].firstIndex(where: { $0 == "?" || $0 == "&" }) {
      let start = text.index(after: mark)
      if text[start...].hasPrefix(name) {
        return start..<text.index(start, offsetBy: name.count)
      }
      at = start
    }
    return nil
  }

  func url(_ page: Int) -> WebURL? { WebURL("\(head)\(separator)\(page)\(tail)") }

  /// The first page has no number where later ones are marked by `_2`.
  func firstPage() -> WebURL? { separator.isEmpty ? url(1) : WebURL("\(head)\(tail)") }
}
