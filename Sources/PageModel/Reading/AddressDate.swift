/// The date in an address: `/202012/t20201230_`, `/2020/12/30/`, `/202012/`.
enum AddressDate {
  private static let articleMarks: [StaticString] = [
    "/contents/", "/content/post_", "content_", "/art_", "/t20", "/article/", "/detail",
  ]

  /// Whether an address looks like that of an article rather than of a column.
  static func isArticle(_ href: String) -> Bool {
    if href.utf8.count > 400 { return false }
    return articleMarks.contains { href.holds($0) } || find(in: href)?.day != nil
  }

  static func find(in href: String) -> (year: Int, month: Int, day: Int?)? {
    let fast = href.utf8.withContiguousStorageIfAvailable { find($0) }
    return fast ?? Array(href.utf8).withUnsafeBufferPointer { find($0) }
  }

  private static func find(
    _ href: UnsafeBufferPointer<UInt8>
  ) -> (year: Int, month: Int, day: Int?)? {
    var month: (Int, Int)?
    var part = nextPart(href, 0)
    while let range = part {
      part = nextPart(href, range.upperBound)
      let start = href[range.lowerBound] == UInt8(ascii: "t") ? 1 : 0
      guard let number = number(href, range.lowerBound + start..<range.upperBound, most: 8) else {
        continue
      }
      switch range.count - start {
      case 8 where isDay(number): return (number / 10_000, number / 100 % 100, number % 100)
      case 6 where isMonth(number): month = (number / 100, number % 100)
      case 4 where (1990...2100).contains(number):
        guard let next = part, let second = self.number(href, next, most: 2),
          (1...12).contains(second)
        else { continue }
        if let after = nextPart(href, next.upperBound),
          let third = self.number(href, after, most: 2), (1...31).contains(third)
        {
          return (number, second, third)
        }
        month = (number, second)
      default: continue
      }
    }
    return month.map { ($0.0, $0.1, nil) }
  }

  /// What stands between two of `/_-.?&=`.
  private static func nextPart(
    _ href: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Range<Int>? {
    var first = start
    while first < href.count, isSeparator(href[first]) { first += 1 }
    guard first < href.count else { return nil }
    var end = first + 1
    while end < href.count, !isSeparator(href[end]) { end += 1 }
    return first..<end
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.slash, Ascii.underscore, Ascii.hyphen, Ascii.dot, Ascii.question, Ascii.ampersand,
      Ascii.equals:
      true
    default: false
    }
  }

  private static func number(
    _ href: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, most: Int
  ) -> Int? {
    guard !range.isEmpty, range.count <= most else { return nil }
    var value = 0
    for at in range {
      guard Ascii.isDigit(href[at]) else { return nil }
      value = value * 10 + Int(href[at] &- 0x30)
    }
    return value
  }

  private static func isMonth(_ number: Int) -> Bool {
    (1990...2100).contains(number / 100) && (1...12).contains(number % 100)
  }

  private static func isDay(_ number: Int) -> Bool {
    isMonth(number / 100) && (1...31).contains(number % 100)
  }
}
