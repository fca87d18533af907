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
    let parts = href.split { "/_-.?&=".contains($0) }.map(String.init)
    var month: (Int, Int)?
    for (index, part) in parts.enumerated() {
      let digits = part.hasPrefix("t") ? String(part.dropFirst()) : part
      guard digits.utf8.allSatisfy(Ascii.isDigit), let number = Int(digits) else { continue }
      if digits.count == 8, isDay(number) {
        return (number / 10_000, number / 100 % 100, number % 100)
      }
      if digits.count == 6, isMonth(number) { month = (number / 100, number % 100) }
      if digits.count == 4, (1990...2100).contains(number), index + 1 < parts.count,
        let second = Int(parts[index + 1]), parts[index + 1].count <= 2, (1...12).contains(second)
      {
        if index + 2 < parts.count, let third = Int(parts[index + 2]), (1...31).contains(third),
          parts[index + 2].count <= 2
        {
          return (number, second, third)
        }
        month = (number, second)
      }
    }
    return month.map { ($0.0, $0.1, nil) }
  }

  private static func isMonth(_ number: Int) -> Bool {
    (1990...2100).contains(number / 100) && (1...12).contains(number % 100)
  }

  private static func isDay(_ number: Int) -> Bool {
    isMonth(number / 100) && (1...31).contains(number % 100)
  }
}
