/// The line under a headline that tells when, by whom and how often read: whether a date without
/// a label stands in one.
struct InfoLine {
  private let reading: PageReading
  private let bodyStart: Int
  private var outline: Outline { reading.outline }

  /// - Parameter bodyStart: where the first paragraph of prose begins.
  init(_ reading: PageReading, bodyStart: Int) {
    self.reading = reading
    self.bodyStart = bodyStart
  }

  /// How sure a bare date's line makes it the publication date.
  enum Answer { case no, likely, sure }

  func answer(_ date: DateReader.Labelled) -> Answer {
    let range = date.found.range
    guard date.role == .other, !date.found.isInNumerals, range.lowerBound < bodyStart,
      outline.anchor[date.node] < 0
    else { return .no }
    let line = line(around: range)
    guard line.count - range.count <= 160, !isLabelled(range, in: line),
      DateScanner(outline.text[line]).all(limit: 2).count == 1, isAlone(line),
      hasTextAround(line)
    else { return .no }
    let words = outline.text[line]
    if InfoLine.clock.contains(where: { words.holds($0) }) { return .no }
    let isNumeric = !outline.text[range].holds("年")
    if InfoLine.words.contains(where: { words.holds($0) }) || hasTime(range) { return .sure }
    return isNumeric && line.count - range.count <= 12 ? .likely : .no
  }

  private func line(around range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, outline.text[start - 1] != Ascii.newline { start -= 1 }
    while end < outline.text.count, outline.text[end] != Ascii.newline { end += 1 }
    return start..<end
  }

  /// A word that ends in a colon, or in 时间 or 日期, right before the date says it is another date.
  private func isLabelled(_ date: Range<Int>, in line: Range<Int>) -> Bool {
    var end = date.lowerBound
    while end > line.lowerBound, outline.text[end - 1] <= Ascii.space { end -= 1 }
    let before = outline.text[line.lowerBound..<end]
    if before.isEmpty { return false }
    return [":", "：", "时间", "日期", "自", "于", "从", "至", "截止"].contains { word in
      before.count >= word.utf8.count && before.suffix(word.utf8.count).elementsEqual(word.utf8)
    }
  }

  /// A row of a list holds or follows a link, which a headline does not; buttons such as 打印 and
  /// 大 中 小 are short.
  private func isAlone(_ line: Range<Int>) -> Bool {
    if linkedBytes(line) > 24 { return false }
    var end = line.lowerBound
    while end > 0, outline.text[end - 1] <= Ascii.space { end -= 1 }
    var start = end
    while start > 0, outline.text[start - 1] != Ascii.newline { start -= 1 }
    return linkedBytes(start..<end) * 2 <= end - start
  }

  private func linkedBytes(_ range: Range<Int>) -> Int {
    bytes(in: range) { outline.anchor[$0] >= 0 }
  }

  /// A headline before it and prose after it.
  private func hasTextAround(_ line: Range<Int>) -> Bool {
    contentBytes(line.upperBound..<min(outline.text.count, line.upperBound + 3000)) >= 90
      && contentBytes(max(0, line.lowerBound - 800)..<line.lowerBound) >= 12
  }

  private func contentBytes(_ range: Range<Int>) -> Int {
    bytes(in: range) { reading.places.isContent($0) && outline.anchor[$0] < 0 }
  }

  /// Bytes of a range that stand in nodes of a kind.
  private func bytes(in range: Range<Int>, where admits: (Int) -> Bool) -> Int {
    var bytes = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let node = outline.node(at: at)
      let end = min(max(Int(outline.textEnd[node]), at + 1), range.upperBound)
      if admits(node) { bytes += end - at }
      at = end
    }
    return bytes
  }

  private func hasTime(_ range: Range<Int>) -> Bool {
    outline.text[range].contains(Ascii.colon)
  }

  private static let words: [StaticString] = [
    "来源", "作者", "编辑", "阅读", "浏览", "点击", "访问", "人气", "字体", "字号", "打印", "发布", "views", "source",
    "by ", "author", "次数",
  ]
  private static let clock: [StaticString] = [
    "今天", "今日", "现在", "星期", "欢迎", "天气", "℃", "有效期", "截止", "农历", "周一", "周二", "周三", "周四", "周五",
    "周六", "周日", "版权", "copyright", "生成",
  ]
}
