import PageModel

/// What a reader of an article must see: when it was published and where it comes from.
enum ArticleMarkCheck {
  static func results(_ page: Page, kind: TemplateKind) -> [PartCheck] {
    // A script may still write time and source.
    guard kind == .article, page.laterContent.isEmpty else { return [] }
    return [time(page), source(page)]
  }

  private static func time(_ page: Page) -> PartCheck {
    let isShown =
      page.dates.contains { $0.source.hasPrefix("/") && $0.role != .other }
      || page.publication?.source.hasPrefix("/") == true
    return PartCheck(part: "time", fault: isShown ? nil : .missing, quote: "")
  }

  private static func source(_ page: Page) -> PartCheck {
    for label in ["来源", "发布机构"] {
      if let value = page.documentHead[label]?.trimmingSpaces(), names(value[...]) {
        return PartCheck(part: "source", fault: nil, quote: value)
      }
    }
    var isLabelled = false
    for match in sourceWords.matches(in: page.text) {
      let rest = page.text[page.text.range(of: match).upperBound...]
      let after = rest.drop { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }
      guard let colon = after.first, colon == "：" || colon == ":" else { continue }
      isLabelled = true
      if names(after.dropFirst()) { return PartCheck(part: "source", fault: nil, quote: "") }
    }
    return PartCheck(
      part: "source", fault: isLabelled ? .empty : .missing, quote: isLabelled ? "来源：" : "")
  }

  private static let sourceWords = WordSet(["来源", "供稿", "发布单位", "稿源"])
  private static let labels = [
    "发布时间", "时间", "日期", "浏览", "点击", "字号", "字体", "作者", "编辑", "打印", "分享", "阅读", "访问",
  ]

  /// Whether a name follows the colon, and not the next label.
  private static func names(_ text: Substring) -> Bool {
    let value =
      text.prefix(60).split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      .first?.trimmingSpaces() ?? ""
    guard let first = value.first, first.isLetter || first.isNumber || first == "《" || first == "“"
    else { return false }
    return !labels.contains { value.hasPrefix($0) }
  }
}

/// Basics that screen readers rest on.
enum AccessibilityCheck {
  static func results(_ page: Page, kind: TemplateKind) -> [PartCheck] {
    var checks = [
      PartCheck(part: "title", fault: page.title.isEmpty ? .missing : nil, quote: "")
    ]
    let linked = page.links.filter { $0.element == .anchor && !$0.isHidden && $0.url != nil }
    let silent = linked.filter { $0.text.isEmpty && ($0.title ?? "").isEmpty }
    if !linked.isEmpty {
      checks.append(
        PartCheck(
          part: "link-text", fault: silent.isEmpty ? nil : .missing,
          quote: silent.first.map(\.href) ?? ""))
    }
    return checks
  }
}
