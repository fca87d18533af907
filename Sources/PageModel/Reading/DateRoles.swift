/// What the words before a date say about it.
enum DateRoles {
  enum Strength: Int { case none, generic, labelled }

  private static let published = [
    "发布时间", "发布日期", "发表时间", "发表日期", "发稿时间", "发稿日期", "公开日期", "公开时间",
    "时间发布", "发布于", "信息时间", "录入时间", "上传时间", "上网日期", "公布日期", "公布时间",
    "添加时间", "添加日期", "发布时问", "上传日期", "上网时间", "刊发时间", "发布", "稿件时间",
    "信息日期", "公示时间", "公示日期", "文章时间", "出刊日期", "提交时间", "登载日期",
    "发佈日期", "發佈日期", "發布日期", "發佈時間", "pubdate", "发文时间",
  ]
  private static let updated = [
    "更新时间", "更新日期", "修改时间", "修改日期", "最后更新", "最后更新时间", "最近更新",
    "更新于", "最后修改",
  ]
  private static let created = [
    "成文日期", "成文时间", "生成日期", "生成时间", "印发日期", "印发时间", "发文日期", "签发日期",
    "制发日期", "制定日期", "形成日期", "落款日期", "产生日期", "签署日期",
  ]
  private static let generic = ["时间", "日期", "date", "time", "時間"]

  /// A label with what it says.
  private struct Label {
    let text: String
    let bytes: [UInt8]
    let role: DatedText.Role
    let strength: Strength

    init(_ text: String, _ role: DatedText.Role, _ strength: Strength) {
      (self.text, self.role, self.strength) = (text, role, strength)
      bytes = Array(text.utf8)
    }
  }

  /// Labels by their last three bytes, in the order they are believed in.
  private static let byEnd: [UInt32: [Label]] = {
    let labels =
      updated.map { Label($0, .updated, .labelled) }
      + created.map { Label($0, .created, .labelled) }
      + published.map { Label($0, .published, .labelled) }
      + generic.map { Label($0, .published, .generic) }
    return Dictionary(grouping: labels) { end(of: $0.bytes) }
  }()

  private static func end(of bytes: [UInt8]) -> UInt32 {
    bytes.suffix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The role of a date after `before`, the text of its line up to it, and how sure the words are.
  static func role(after before: some StringProtocol) -> (DatedText.Role, Strength, label: String) {
    let text = folded(before)
    guard text.count >= 3,
      let label = byEnd[end(of: text)]?.first(where: { text.hasSuffix($0.bytes) })
    else { return (.other, .none, "") }
    guard label.strength == .generic else { return (label.role, label.strength, label.text) }
    let head = String(decoding: text.dropLast(label.bytes.count), as: UTF8.self)
    let isAlone = head.last.map { !$0.isLetter } ?? true
    let words = withoutColon(before)
    return isAlone || words.hasSuffix(label.text) && isSpaced(words, label.text)
      ? (.published, .generic, label.text) : (.other, .none, "")
  }

  private static func withoutColon(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while let last = rest.last, last == "：" || last == ":" || last.isWhitespace {
      rest = rest.dropLast()
    }
    return String(rest)
  }

  /// Without blanks and brackets, letters in lower case.
  private static func folded(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      if brackets.contains(scalar) { continue }
      if scalar.isASCII {
        bytes.append(Ascii.lower(UInt8(truncatingIfNeeded: scalar.value)))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  private static let brackets: Set<Unicode.Scalar> = [
    "：", ":", "[", "]", "【", "】", "(", "（", "<", ">", "|", "-", "—", "_", "；", "，",
  ]

  /// `来源：某局 时间：2020-01-02`: a blank parts the label from what stands before it.
  private static func isSpaced(_ before: some StringProtocol, _ label: String) -> Bool {
    before.dropLast(label.count).last.map { $0.isWhitespace || $0.isPunctuation } ?? true
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool {
    count >= end.count && self[(count - end.count)...].elementsEqual(end)
  }
}
