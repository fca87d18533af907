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

  /// The role of a date after `before`, the text of its line up to it, and how sure the words are.
  static func role(after before: some StringProtocol) -> (DatedText.Role, Strength, label: String) {
    let text = before.lowercased().filter { !$0.isWhitespace && !brackets.contains($0) }
    if let label = ending(text, updated) { return (.updated, .labelled, label) }
    if let label = ending(text, created) { return (.created, .labelled, label) }
    if let label = ending(text, published) { return (.published, .labelled, label) }
    if let label = generic.first(where: { text.hasSuffix($0) }) {
      let head = text.dropLast(label.count)
      let isAlone = head.last.map { !$0.isLetter } ?? true
      return isAlone || before.hasSuffix(label) && isSpaced(before, label)
        ? (.published, .generic, label) : (.other, .none, "")
    }
    return (.other, .none, "")
  }

  private static let brackets: Set<Character> = [
    "：", ":", "[", "]", "【", "】", "(", "（", "<", ">", "|", "-", "—", "_", "；", "，",
  ]

  private static func ending(_ text: String, _ labels: [String]) -> String? {
    labels.first { text.hasSuffix($0) }
  }

  /// `来源：某局 时间：2020-01-02`: a blank parts the label from what stands before it.
  private static func isSpaced(_ before: some StringProtocol, _ label: String) -> Bool {
    before.dropLast(label.count).last.map { $0.isWhitespace || $0.isPunctuation } ?? true
  }
}
