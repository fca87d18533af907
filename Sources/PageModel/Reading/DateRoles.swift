/// What the words before a date say about it.
enum DateRoles {
  enum Strength: Int { case none, generic, labelled }

  private struct Label: Sendable {
    var text: String
    var bytes: [UInt8]
    var role: DatedText.Role
  }

  private static let published = """
    发布时间 发布日期 发表时间 发表日期 发稿时间 发稿日期 公开日期 公开时间 时间发布 发布于 信息时间 录入时间 \
    上传时间 上网日期 公布日期 公布时间 添加时间 添加日期 发布时问 上传日期 上网时间 刊发时间 发布 稿件时间 \
    信息日期 公示时间 公示日期 文章时间 出刊日期 提交时间 登载日期 发佈日期 發佈日期 發布日期 發佈時間 發布時間 \
    pubdate 发文时间 公告时间 公告日期 刊登时间 刊登日期 发送时间 推送时间 入库时间 通知时间 新闻时间 发布日间 \
    published publishedon posted postedon pubtime releasedate releasetime
    """
  private static let updated = """
    更新时间 更新日期 修改时间 修改日期 最后更新 最后更新时间 最近更新 更新于 最后修改 更新時間 更新日期 updated \
    lastupdated updatedon lastmodified
    """
  private static let created = """
    成文日期 成文时间 生成日期 生成时间 印发日期 印发时间 发文日期 签发日期 制发日期 制定日期 形成日期 落款日期 \
    产生日期 签署日期
    """
  private static let generic = ["时间", "日期", "date", "time", "時間"].map { label($0, .published) }

  private static func label(_ text: String, _ role: DatedText.Role) -> Label {
    Label(text: text, bytes: Array(text.utf8), role: role)
  }

  /// Every label, by its last byte, so that few are compared.
  private static let byEnding: [UInt8: [Label]] = {
    var table: [UInt8: [Label]] = [:]
    let groups: [(DatedText.Role, String)] = [
      (.updated, updated), (.created, created), (.published, published),
    ]
    for (role, words) in groups {
      for word in words.split(separator: " ") {
        let label = label(String(word), role)
        if let last = label.bytes.last { table[last, default: []].append(label) }
      }
    }
    return table
  }()

  /// The role of a date after `before`, the text of its line up to it, and how sure the words are.
  static func role(
    after before: ArraySlice<UInt8>
  ) -> (role: DatedText.Role, strength: Strength, label: String) {
    let text = compact(before)
    guard let last = text.last else { return (.other, .none, "") }
    if let label = byEnding[last]?.first(where: { ends(text, with: $0.bytes) }) {
      return (label.role, .labelled, label.text)
    }
    guard let label = generic.first(where: { ends(text, with: $0.bytes) }) else {
      return (.other, .none, "")
    }
    let isAlone = !endsInLetter(text.dropLast(label.bytes.count))
    guard isAlone || isSpaced(before, label.bytes) else { return (.other, .none, "") }
    return (.published, .generic, label.text)
  }

  static func role(
    after before: some StringProtocol
  ) -> (role: DatedText.Role, strength: Strength, label: String) {
    role(after: Array(before.utf8)[...])
  }

  private static func ends(_ text: [UInt8], with label: [UInt8]) -> Bool {
    text.count >= label.count && text[(text.count - label.count)...].elementsEqual(label)
  }

  /// Without blanks, colons, brackets and rules, in lower case.
  private static func compact(_ before: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(before.count)
    var at = before.startIndex
    while at < before.endIndex {
      let byte = before[at]
      if byte < 0x80 {
        if !asciiMarks[Int(byte)] { text.append(Ascii.lower(byte)) }
        at += 1
      } else if at + 2 < before.endIndex, isWideMark(byte, before[at + 1], before[at + 2]) {
        at += 3
      } else {
        text.append(byte)
        at += 1
      }
    }
    return text
  }

  private static let asciiMarks: [Bool] = (0..<128).map { byte in
    byte <= 0x20 || ":[]()<>|-_/".utf8.contains(UInt8(byte))
  }

  /// `：` `（` `）` `；` `，` `【` `】` `—` and the ideographic blank.
  private static func isWideMark(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xEF, 0xBC):
      third == 0x9A || third == 0x88 || third == 0x89 || third == 0x9B || third == 0x8C
    case (0xE3, 0x80): third == 0x90 || third == 0x91 || third == 0x80
    case (0xE2, 0x80): third == 0x94
    default: false
    }
  }

  /// Whether the last character is a letter or an ideograph, not a digit or a mark.
  private static func endsInLetter(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    if last < 0x80 { return Ascii.isLetter(last) }
    guard text.count >= 3 else { return true }
    let start = text.endIndex - 3
    let isMark =
      text[start] == 0xE3 && text[start + 1] == 0x80
      || text[start] == 0xEF && (text[start + 1] == 0xBC || text[start + 1] == 0xBD)
    return !isMark
  }

  /// `来源：某局 时间：2020-01-02`: a blank or a mark parts the label from what stands before it.
  private static func isSpaced(_ before: ArraySlice<UInt8>, _ label: [UInt8]) -> Bool {
    var rest = before
    while let last = rest.last, last < 0x80 ? asciiMarks[Int(last)] : endsInColon(rest) {
      rest = rest.dropLast(last < 0x80 ? 1 : 3)
    }
    guard rest.count >= label.count, rest.suffix(label.count).elementsEqual(label) else {
      return false
    }
    let head = rest.dropLast(label.count)
    guard let last = head.last else { return true }
    return last < 0x80 ? !Ascii.isWord(last) : !endsInLetter(head)
  }

  private static func endsInColon(_ text: ArraySlice<UInt8>) -> Bool {
    text.count >= 3 && text.suffix(3).elementsEqual("：".utf8)
  }
}
