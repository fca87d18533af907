/// The entries of a document's head table: 索引号, 文号, 成文日期, 有效性 and their like.
///
/// Works on lines and cells of the visible text, so that tables, definition lists and rows of
/// label and value are read alike. Labels are given one name each; an entry shown without a value
/// is kept with an empty one.
struct DocumentHeadReader {
  private let reading: PageReading
  private static let bytesRead = 60_000

  init(_ reading: PageReading) { self.reading = reading }

  func entries() -> [String: String] {
    let cells = cells()
    let names = cells.map { HeadLabels.name(ofCell: $0) }
    var entries: [String: String] = [:]
    var index = 0
    while index < cells.count {
      let text = cells[index]
      if let name = names[index] {
        let next = index + 1 < cells.count ? cells[index + 1] : ""
        if let end = headerRow(from: index, cells, names) {
          index = end
          continue
        }
        let isLabel = HeadLabels.startsWithLabel(next)
        let hasColon = text.hasSuffix("：") || text.hasSuffix(":")
        if isEntry(index, names, hasColon: hasColon) {
          add(name, isLabel ? "" : next, &entries)
        }
        index += isLabel ? 1 : 2
      } else {
        for (name, value) in HeadLabels.pairs(in: text) { add(name, value, &entries) }
        if let (name, value) = HeadLabels.spaced(text), isAmongLabels(index, cells, names) {
          add(name, value, &entries)
        }
        index += 1
      }
    }
    return entries
  }

  /// Three labels in a row without a colon are the heading of a list, not a head.
  private func headerRow(from index: Int, _ cells: [String], _ names: [String?]) -> Int? {
    var end = index
    while end < cells.count, names[end] != nil,
      !cells[end].hasSuffix("："), !cells[end].hasSuffix(":")
    { end += 1 }
    return end - index >= 3 ? end : nil
  }

  /// `索引号 0054/2020` counts beside another such line.
  private func isAmongLabels(_ index: Int, _ cells: [String], _ names: [String?]) -> Bool {
    [index - 1, index + 1, index - 2, index + 2].contains { other in
      cells.indices.contains(other)
        && (names[other] != nil || HeadLabels.spaced(cells[other]) != nil)
    }
  }

  /// A bare word such as 标题 is a label only among other labels.
  private func isEntry(_ index: Int, _ names: [String?], hasColon: Bool) -> Bool {
    if hasColon { return true }
    return names[max(0, index - 6)..<min(names.count, index + 7)].count { $0 != nil } >= 3
  }

  private func add(_ name: String, _ value: String, _ entries: inout [String: String]) {
    guard entries.count < 64, entries[name]?.isEmpty ?? true else { return }
    entries[name] = String(value.prefix(400))
  }

  private func cells() -> [String] {
    let outline = reading.outline
    var cells: [String] = []
    var start = 0
    let end = min(outline.text.count, DocumentHeadReader.bytesRead)
    for at in 0...end {
      let isEnd = at == end || outline.text[at] == Ascii.newline || outline.text[at] == Ascii.tab
      guard isEnd else { continue }
      if at > start, at - start < 600, isInContent(start) {
        cells.append(TextFold.line(outline.text[start..<at]))
      }
      start = at + 1
    }
    return cells
  }

  private func isInContent(_ offset: Int) -> Bool {
    let node = reading.outline.node(at: offset)
    return reading.places.isContent(node) || reading.places[node] == .article
  }
}

/// The labels of a document head, with one name for each of their spellings.
enum HeadLabels {
  private static let groups: [(String, String)] = [
    ("索引号", "索引号 信息索引号 信息索引 索引码 索取号 索引"),
    ("文号", "文号 发文字号 文件编号 发文文号 文件文号 文件字号 发文号 公文字号 发文编号"),
    (
      "发布机构",
      "发布机构 发文机构 发文机关 公开主体 发文单位 制发机关 发布单位 公开责任部门 公开机构 信息公开机构 发布机关 制定机关 责任部门 公开单位 印发机关 成文机关 信息来源单位 所属机构 产生机构 信息生成单位 机构"
    ),
    ("成文日期", "成文日期 生成日期 成文时间 发文日期 印发日期 生成时间 发文时间 形成日期 签发日期 印发时间"),
    ("发布日期", "发布日期 发布时间 公开日期 公布日期 信息发布日期 公开时间 公布时间"),
    (
      "有效性",
      "有效性 是否有效 时效性 效力状态 文件有效性 效力 时效 文件状态 有效状态 信息有效性 有效期限 效力级别 文件效力"
    ),
    ("主题分类", "主题分类 信息分类 信息类别 所属主题 分类 主题类别 信息主题 类别 主题 所属类别 组配分类 信息分类名称"),
    ("体裁分类", "体裁分类 公文种类 体裁 文种 公文体裁 发文体裁 文体"),
    ("公开属性", "公开属性 公开类别 公开类型 信息属性"),
    ("公开方式", "公开方式 公开形式 公开程度"),
    ("公开时限", "公开时限 公开期限"),
    ("公开范围", "公开范围"),
    ("主题词", "主题词"),
    ("关键词", "关键词 关键字"),
    ("标题", "标题 名称 信息名称 文件名称 信息标题 文件标题"),
    ("服务对象", "服务对象 服务对象分类 面向对象"),
    ("统一编号", "统一编号 规范性文件统一编号 登记号 规范性文件编号 统一登记号 规范性文件登记号"),
    ("生效日期", "生效日期 实施日期 施行日期 生效时间 有效起始日期 实施时间 执行日期"),
    ("废止日期", "废止日期 失效日期 失效时间 废止时间 截止日期 终止日期"),
    ("内容概述", "内容概述 内容摘要 概述 信息概要 摘要 内容概况 内容概要"),
    ("来源", "来源 信息来源 文章来源 稿件来源 作者来源 内容来源"),
    ("公开目录", "公开目录 所属栏目 目录 信息所属目录"),
  ]

  /// By bytes: comparing texts as people see them takes longer than all else here.
  private static let names: [[UInt8]: String] = {
    var table: [[UInt8]: String] = [:]
    for (name, labels) in groups {
      for label in labels.split(separator: " ") { table[Array(label.utf8)] = name }
    }
    return table
  }()

  private static let longest = 12

  /// The name when a cell holds a label and nothing else.
  static func name(ofCell text: String) -> String? {
    guard text.utf8.count <= 80 else { return nil }
    var bare: [UInt8] = []
    var length = 0
    for scalar in text.unicodeScalars where !isPadding(scalar) {
      length += 1
      if length > longest { return nil }
      bare.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return names[bare]
  }

  /// Blanks and marks; an ideograph is seen to be none at once.
  private static func isPadding(_ scalar: Unicode.Scalar) -> Bool {
    if (0x4E00...0x9FFF).contains(scalar.value) { return false }
    return scalar.properties.isWhitespace || marks.contains(scalar)
  }

  private static let marks: Set<Unicode.Scalar> = ["：", ":", "【", "】", "[", "]", "*", "·", "●"]

  static func startsWithLabel(_ text: String) -> Bool {
    if name(ofCell: text) != nil || spaced(text) != nil { return true }
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
    return name(ofCell: String(text[..<colon])) != nil
  }

  /// `索 引 号：000014349/2020-1 发布机构：某局`: each label with what follows it.
  static func pairs(in text: String) -> [(String, String)] {
    guard text.holds("：") || text.holds(":") else { return [] }
    var found: [(name: String, label: String.Index, value: String.Index)] = []
    for colon in text.indices where text[colon] == "：" || text[colon] == ":" {
      if let (name, start) = label(before: colon, in: text) {
        found.append((name, start, text.index(after: colon)))
      }
    }
    // Prose may hold one such word; a head line begins with its label.
    guard let first = found.first, isStart(first.label, text) || found.count >= 2 else { return [] }
    return found.enumerated().map { index, entry in
      let end = index + 1 < found.count ? found[index + 1].label : text.endIndex
      let value = entry.value <= end ? String(text[entry.value..<end]) : ""
      return (entry.name, Self.value(value))
    }
  }

  /// `发布日期 2020-01-06`: a label, a blank, a value.
  static func spaced(_ text: String) -> (String, String)? {
    guard text.utf8.count < 300, let blank = text.utf8.firstIndex(of: Ascii.space),
      let name = name(ofCell: String(text[..<blank]))
    else { return nil }
    return (name, String(text[text.index(after: blank)...]))
  }

  /// A value ends where the next label begins, known or not: `2020-01-02 字体：大 中 小`.
  private static func value(_ text: String) -> String {
    let line = TextFold.line(text)
    var before: Character = " "
    for index in line.indices {
      let mark = line[index]
      if mark == "：" || mark == ":" && !before.isNumber,
        let blank = line[..<index].lastIndex(of: " ")
      {
        return String(line[..<blank])
      }
      before = mark
    }
    return line
  }

  private static func isStart(_ label: String.Index, _ text: String) -> Bool {
    text[..<label].unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || marks.contains($0)
    }
  }

  /// The longest label that ends at a colon; blanks inside it are padding.
  private static func label(
    before colon: String.Index, in text: String
  ) -> (String, String.Index)? {
    var letters: [Character] = []
    var at = colon
    var best: (String, String.Index)?
    while at > text.startIndex, letters.count < longest, text.distance(from: at, to: colon) < 40 {
      at = text.index(before: at)
      let character = text[at]
      if character.isWhitespace { continue }
      guard character.isLetter else { break }
      letters.append(character)
      if let name = names[Array(String(letters.reversed()).utf8)] { best = (name, at) }
    }
    return best
  }
}
