/// Who an article says it comes from (来源), as the page shows it, else as its metas do.
struct SourceReader {
  private let reading: PageReading
  private let page: Page
  private var outline: Outline { reading.outline }
  private static let bytesRead = 40_000

  init(_ reading: PageReading, page: Page) {
    self.reading = reading
    self.page = page
  }

  func source() -> String? {
    if let shown = shown() { return shown }
    for name in ["ContentSource", "source", "article:author"] {
      if let stated = page.meta(name).flatMap(SourceReader.clean) { return stated }
    }
    return nil
  }

  private static let labels: [StaticString] = ["来源", "稿源", "來源", "source"]

  private func shown() -> String? {
    let text = outline.text.prefix(SourceReader.bytesRead)
    for label in SourceReader.labels {
      var from = 0
      while let at = text.firstIndexIgnoringCase(of: label, from: from) {
        from = at + label.utf8CodeUnitCount
        let node = outline.node(at: at)
        guard reading.places.isContent(node), outline.anchor[node] < 0, isLabel(at) else {
          continue
        }
        if let value = value(from: from) { return value }
      }
    }
    return nil
  }

  /// `信息来源` is the label; in `经济来源` and `资料来源` the word says something else.
  private func isLabel(_ at: Int) -> Bool {
    let before = outline.text[max(0, at - 6)..<at]
    guard let last = before.last else { return true }
    if last < 0x80 { return !Ascii.isWord(last) }
    let prefixes = ["信息", "文章", "稿件", "新闻", "内容", "消息", "转载"]
    if prefixes.contains(where: { before.elementsEqual($0.utf8) }) { return true }
    let marks = ["（", "【", "　", "：", "|", "］", "·", "】", "）"]
    return marks.contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// What follows the label's colon or bracket, on its line or in the next cell.
  private func value(from start: Int) -> String? {
    var at = start
    var hasColon = false
    var breaks = 0
    while at < outline.text.count, at - start < 40 {
      let byte = outline.text[at]
      if byte <= Ascii.space {
        breaks += byte == Ascii.newline || byte == Ascii.tab ? 1 : 0
        at += 1
      } else if byte == Ascii.colon || byte == Ascii.closeSquare {
        hasColon = true
        at += 1
      } else if outline.text[at...].prefix(3).elementsEqual("：".utf8)
        || outline.text[at...].prefix(3).elementsEqual("】".utf8)
      {
        hasColon = true
        at += 3
      } else {
        break
      }
    }
    guard hasColon || breaks > 0, breaks <= 1 else { return nil }
    return SourceReader.clean(SourceReader.firstField(words(from: at)))
  }

  /// A value ends with its line, its cell and its element.
  private func words(from start: Int) -> String {
    guard start < outline.text.count else { return "" }
    let last = Int(outline.textEnd[outline.node(at: start)])
    var end = start
    while end < last, end - start < 240, outline.text[end] != Ascii.newline,
      outline.text[end] != Ascii.tab
    { end += 1 }
    return outline.line(start..<end)
  }

  /// Up to the next field: a blank before a word with a colon, a word that opens one, or a closing mark.
  private static func firstField(_ text: String) -> String {
    var kept: [Substring] = []
    for word in text.split(separator: " ") {
      let bare = word.drop { edges.contains($0) }
      if others.contains(where: { bare.hasPrefix($0) }) { break }
      if word.contains(where: { $0 == "：" || $0 == ":" }), !word.contains("://") { break }
      if word.first?.isNumber == true, !kept.isEmpty { break }
      kept.append(word)
      if word.last == "】" || word.last == "|" { break }
    }
    return kept.joined(separator: " ")
  }

  private static let others = [
    "发布", "时间", "日期", "作者", "编辑", "责任编辑", "责编", "浏览", "阅读", "点击", "访问", "人气", "字体", "字号", "打印",
    "分享", "关闭", "视力", "保护", "扫一扫", "录入", "审核", "更新", "收藏", "背景色", "双击", "语音", "大 中 小", "大中小",
  ]

  private static let edges: Set<Character> = [
    "【", "】", "[", "]", "（", "）", "(", ")", "|", "：", ":", " ", "-", "·",
  ]

  /// A name of a body or a medium is short, has letters and is no label or placeholder.
  private static func clean(_ text: String) -> String? {
    var rest = TextFold.line(text)[...]
    while let first = rest.first, edges.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, edges.contains(last) {
      let opens = rest.contains { $0 == "(" || $0 == "（" }
      if last == ")" || last == "）", opens { break }
      rest = rest.dropLast()
    }
    guard rest.count >= 2, rest.count <= 60, rest.contains(where: \.isLetter),
      !placeholders.contains(String(rest)), !others.contains(where: { rest.hasPrefix($0) })
    else { return nil }
    return String(rest)
  }

  private static let placeholders: Set<String> = ["null", "undefined"]
}
