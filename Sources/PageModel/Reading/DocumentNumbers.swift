/// Finds document numbers: `豫体群〔2020〕18号`, `国办发[2019]5 号`, `国务院令第711号`.
enum DocumentNumbers {
  /// Those of the document itself: in its head, its title or its first lines.
  static func find(in page: Page) -> [String] {
    var found: [String] = []
    let sources =
      [
        page.documentHead["文号"] ?? "", page.meta("ArticleTitle") ?? "",
        page.headings.first?.text ?? "", page.title,
      ] + page.mainText.prefix(600).split(separator: "\n").filter(isOwnLine).map(String.init)
    for source in sources {
      for number in scan(source) where !found.contains(number) && found.count < 20 {
        found.append(number)
      }
    }
    return found
  }

  /// Whether a line above the text names the document's own number: it stands there alone or ends
  /// the line. A number inside a sentence is one the document cites, changes or repeals.
  private static func isOwnLine(_ line: Substring) -> Bool {
    guard line.utf8.count <= 150, let end = line.lastIndex(of: "号") else { return false }
    let rest = line[line.index(after: end)...]
    return rest.allSatisfy { $0.isWhitespace || closers.contains($0) }
      && !line.contains { sentenceMarks.contains($0) }
  }

  private static let sentenceMarks: Set<Character> = ["，", "。", "；", "《", "、", ","]

  /// Every document number in a text, brackets and blanks made uniform.
  static func scan(_ text: String) -> [String] {
    // Every form ends in this word; taking a text apart into characters costs far more.
    guard text.holds("号"), text.holds("令") || mayOpen(text) else { return [] }
    let characters = Array(text)
    var found: [String] = []
    for index in characters.indices {
      if openers.contains(characters[index]), let number = bracketed(characters, index) {
        found.append(number)
      } else if characters[index] == "令", let number = order(characters, index) {
        found.append(number)
      }
    }
    return found
  }

  /// Whether the text holds a byte that every opening bracket has.
  private static func mayOpen(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      // 〔 and 【 and 〈 begin with E3, （ and ［ and ﹝ with EF.
      case Ascii.openSquare, Ascii.openRound, Ascii.less, 0xE3, 0xEF: true
      default: false
      }
    }
  }

  private static let openers: Set<Character> = ["〔", "[", "【", "(", "（", "［", "〈", "﹝", "<"]
  private static let closers: Set<Character> = ["〕", "]", "】", ")", "）", "］", "〉", "﹞", ">"]

  private static func bracketed(_ text: [Character], _ open: Int) -> String? {
    guard open + 6 < text.count, let year = number(text, open + 1), year.1 == open + 5,
      (1949...2100).contains(year.0), closers.contains(text[year.1])
    else { return nil }
    var at = skip(text, year.1 + 1)
    if at < text.count, text[at] == "第" { at = skip(text, at + 1) }
    guard let serial = number(text, at), serial.1 - at <= 5 else { return nil }
    at = skip(text, serial.1)
    guard at < text.count, text[at] == "号" else { return nil }
    let prefix = organ(text, before: open)
    return prefix.isEmpty ? nil : "\(prefix)〔\(year.0)〕\(serial.0)号"
  }

  /// `国务院令第711号`, `令（第711号）`.
  private static func order(_ text: [Character], _ mark: Int) -> String? {
    var at = skip(text, mark + 1)
    if at < text.count, text[at] == "（" || text[at] == "(" { at = skip(text, at + 1) }
    guard at < text.count, text[at] == "第", let serial = number(text, skip(text, at + 1)) else {
      return nil
    }
    at = skip(text, serial.1)
    guard at < text.count, text[at] == "号" else { return nil }
    return "\(organ(text, before: mark))令第\(serial.0)号"
  }

  private static func number(_ text: [Character], _ start: Int) -> (Int, Int)? {
    var value = 0
    var at = start
    while at < text.count, let digit = text[at].wholeNumberValue, at - start < 6, digit < 10 {
      value = value * 10 + digit
      at += 1
    }
    return at > start ? (value, at) : nil
  }

  private static func skip(_ text: [Character], _ start: Int) -> Int {
    var at = start
    while at < text.count, text[at].isWhitespace { at += 1 }
    return at
  }

  private static let verbs = [
    "转发", "印发", "按照", "根据", "依据", "关于", "执行", "落实", "通知", "文件", "下达", "以",
    "由", "经", "和", "及", "与", "在",
  ]

  /// The issuing organ's code right before the bracket, without words of the sentence around it.
  private static func organ(_ text: [Character], before end: Int) -> String {
    var start = end
    var blanks = 0
    while start > 0, end - start < 14 {
      let character = text[start - 1]
      if character.isWhitespace {
        blanks += 1
        if blanks > 1 || start == end { break }
        break
      }
      guard character.isLetter else { break }
      start -= 1
    }
    var code = String(text[start..<end])
    for verb in verbs {
      var at = code.startIndex
      while let range = range(of: verb, in: code, from: at) {
        code = String(code[range.upperBound...])
        at = code.startIndex
      }
    }
    return code
  }

  private static func range(
    of word: String, in text: String, from start: String.Index
  ) -> Range<String.Index>? {
    var at = start
    while at < text.endIndex {
      if text[at...].hasPrefix(word) { return at..<text.index(at, offsetBy: word.count) }
      at = text.index(after: at)
    }
    return nil
  }
}
