import SiteModel

/// Lines in which labels are followed by values: `联 系 电 话:0718-8222222`, or a label in one
/// cell and its value in the next.
struct LabelledText {
  struct Line {
    /// As on the page, at most 200 characters.
    let shown: String
    /// Without white space.
    let compact: String
  }

  /// A label with what follows it.
  struct Value {
    let quote: String
    /// Up to the end of the sentence; empty when nothing follows.
    let text: String
  }

  let lines: [Line]

  init(_ lines: [String]) {
    self.lines = lines.map { line in
      Line(shown: String(line.prefix(200)), compact: line.filter { !$0.isWhitespace })
    }.filter { !LabelledText.isDocumentHead($0.compact) }
  }

  /// `索引号:01234-2020`, `主题分类`: entries of the page's document head, which are no part of
  /// what the guide says about indexes and classes.
  private static func isDocumentHead(_ line: String) -> Bool {
    for label in ["索引号", "信息索引号", "主题分类", "体裁分类", "组配分类", "分类号"] where line.hasPrefix(label) {
      let rest = line.dropFirst(label.count)
      guard let mark = rest.first else { return true }
      return line.count <= 40 && (mark == "：" || mark == ":" || mark.isASCII)
    }
    return false
  }

  /// Sentences without white space.
  var sentences: [String] {
    lines.flatMap { $0.compact.split { "。；;！!".contains($0) } }.map(String.init)
  }

  /// The first line that holds one of the words.
  func line(with words: [String]) -> String? {
    lines.first { line in words.contains { line.compact.contains($0) } }
      .map { LabelledText.quote($0.shown, around: words) }
  }

  /// How many of the words occur anywhere.
  func count(of words: [String]) -> Int {
    words.count { word in lines.contains { $0.compact.contains(word) } }
  }

  /// Every value that stands behind one of the labels, unless one of `not` stands before it.
  func values(after labels: [String], not before: [String] = []) -> [Value] {
    var result: [Value] = []
    for (index, line) in lines.enumerated() {
      for label in labels {
        var rest = line.compact[...]
        while let range = rest.firstRange(of: label) {
          let head = line.compact[..<range.lowerBound]
          rest = rest[range.upperBound...]
          if before.contains(where: { head.hasSuffix($0) }) { continue }
          result.append(value(rest, index: index, label: label))
        }
      }
    }
    return result
  }

  private func value(_ rest: Substring, index: Int, label: String) -> Value {
    var rest = rest
    for word in ["号码", "电话"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    let own = rest.drop { LabelledText.joints.contains($0) }.prefix { !"。；;".contains($0) }
    let quote = LabelledText.quote(lines[index].shown, around: [label])
    if own.count >= 2 { return Value(quote: quote, text: String(own.prefix(80))) }
    guard index + 1 < lines.count else { return Value(quote: quote, text: String(own)) }
    let next = lines[index + 1]
    // The next cell is the value, unless it is a label itself or a whole paragraph.
    let isCell = lines[index].compact.count <= 16 && next.compact.count <= 60
    guard isCell else { return Value(quote: quote, text: String(own)) }
    if next.compact.count <= 12, next.compact.contains("：") || next.compact.contains(":") {
      return Value(quote: quote, text: String(own))
    }
    return Value(
      quote: "\(quote) \(next.shown.prefix(40))",
      text: String(next.compact.prefix { !"。；;".contains($0) }.prefix(80)))
  }

  private static let joints: Set<Character> = [
    ":", "：", "为", "是", "、", "，", ",", "（", "(", "）", ")", "】", "]", "-", "—", "及", "和", "等", "》",
    "”", "·",
  ]

  /// Some forty characters around the first of the words.
  static func quote(_ line: String, around words: [String]) -> String {
    guard line.count > 60,
      let range = words.lazy.compactMap({ line.firstRange(of: $0) }).first
    else { return String(line.prefix(60)) }
    let start = line.index(range.lowerBound, offsetBy: -12, limitedBy: line.startIndex)
    return String(line[(start ?? line.startIndex)...].prefix(60))
  }
}

/// What telephone numbers, mail and street addresses look like in Chinese offices' texts.
enum ContactForm {
  /// Numbers of 7 to 12 digits as digits alone, and short service numbers such as 12345.
  static func telephones(in text: String) -> [String] {
    var result: [String] = []
    var run = ""
    func close() {
      if (7...12).contains(run.count) || (run.count == 5 && run.hasPrefix("12")) {
        result.append(run)
      } else if run.count > 12, let second = split(run) {
        result += second
      }
      run = ""
    }
    for sign in text + "。" {
      if let digit = sign.wholeNumberValue, sign.isNumber, digit < 10, sign.utf8.count <= 3 {
        run.append(String(digit))
      } else if !run.isEmpty, "-－—–()（） ".contains(sign) {
        continue
      } else {
        close()
      }
    }
    return result
  }

  /// Two numbers written without a mark between them.
  private static func split(_ run: String) -> [String]? {
    guard run.count <= 24, run.count % 2 == 0 else { return nil }
    let half = run.count / 2
    return [String(run.prefix(half)), String(run.suffix(half))]
  }

  static func hasMail(_ text: String) -> Bool {
    for mark in ["@", "＠", "(at)", "[at]", "（at）", "#"] {
      guard let range = text.firstRange(of: mark) else { continue }
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].prefix(30)
      if let before, before.isASCII, before.isLetter || before.isNumber, after.contains(".") {
        return true
      }
    }
    return false
  }

  static func hasAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    return ["http://", "https://", "www.", ".gov.cn", ".cn/", ".政务"].contains { lower.contains($0) }
  }

  /// A place: long enough, with a word or number that places have.
  static func isPlace(_ text: String) -> Bool {
    text.count >= 5
      && ["路", "街", "号", "楼", "室", "大厦", "镇", "村", "区", "县", "市", "大道", "中心", "院内", "巷", "广场", "乡"]
        .contains { text.contains($0) }
      && !hasMail(text) && !hasAddress(text)
  }

  static func isTime(_ text: String) -> Bool {
    text.contains(where: \.isNumber)
      || ["周一", "星期", "工作日", "上午", "节假日", "法定"].contains { text.contains($0) }
  }

  static func isBody(_ text: String) -> Bool {
    text.count >= 3
      && ["办公室", "科", "处", "股", "局", "室", "委", "中心", "部", "厅", "院", "站", "所", "队", "政府", "办"]
        .contains { text.contains($0) }
  }
}
