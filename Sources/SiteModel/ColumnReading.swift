import AuditModel
import PageModel
import WebAddress

/// Reads what a column page holds, and judges emptiness only when nothing could fill it later.
enum ColumnReading {
  static func content(of page: Page) -> ColumnContent {
    var content = ColumnContent(
      state: .filled, quote: nil, items: [], itemCount: page.listItems.count, datedCount: 0,
      unreadPages: 0, isAscending: isAscending(page.listItems), dynamic: page.laterContent,
      textLength: 0, redirect: nil, publication: page.publication)
    if PageClassifier.isStub(page), let target = page.refresh?.target {
      content.state = .redirect
      content.redirect = target
      return content
    }
    content.items = page.listItems.prefix(ColumnContent.itemLimit).map {
      ColumnItem(
        title: $0.title, url: $0.url, date: $0.date, isPinned: $0.isPinned, xpath: $0.xpath,
        page: page.url)
    }
    content.datedCount = content.items.count { $0.date != nil }
    let rest = residue(of: page)
    content.textLength = rest.count
    judge(&content, page: page, rest: rest)
    return content
  }

  private static func judge(_ content: inout ColumnContent, page: Page, rest: String) {
    if !content.items.isEmpty { return }
    if let words = nilReturn(in: page.mainText), rest.count < 120 {
      content.state = .nilReturn
      content.quote = words
      return
    }
    if hasOtherContent(page) { return }
    let placeholder = Placeholder.phrase(in: page.mainText)
    let bare = Placeholder.strip(rest)
    if bare.count > 40 || (placeholder == nil && bare.count > 16) { return }
    if let filler = content.dynamic.first {
      content.state = .scripted
      content.quote = filler.detail.isEmpty ? filler.kind.rawValue : filler.detail
    } else if page.links.contains(where: { $0.element == .frame }) || hasLoosePicture(page) {
      content.state = .sparse
    } else if !page.truncations.isEmpty {
      content.state = .sparse
      content.quote = page.truncations.first
    } else if bare.count <= 4 {
      content.state = .blank
      content.quote = placeholder
    } else {
      content.state = .sparse
      content.quote = String(bare.prefix(40))
    }
  }

  /// Links, pictures, forms and tables in the main part that are content without being a list.
  private static func hasOtherContent(_ page: Page) -> Bool {
    if page.forms.contains(where: { !$0.isSearch && $0.fields.count >= 2 }) { return true }
    if page.tables.contains(where: { table in
      table.rows.count { row in row.contains { Naming.fold($0).count > 1 } } >= 2
    }) {
      return true
    }
    return page.links.contains { link in
      guard !link.isHidden, link.place == .list || link.place == .article else { return false }
      switch link.element {
      case .image, .media, .object: return true
      case .anchor, .area:
        return link.url != nil && Naming.fold(link.text).count >= 2
          && !Placeholder.isControl(link.text)
      default: return false
      }
    }
  }

  /// A picture outside list and frame may be the content (a chart) or decoration.
  private static func hasLoosePicture(_ page: Page) -> Bool {
    page.links.contains { $0.element == .image && !$0.isHidden && $0.place == .other }
  }

  /// The main text without menu labels, position line, column name and list controls.
  static func residue(of page: Page) -> String {
    let text = Naming.fold(page.mainText)
    // So much text is content, whatever menus stand among it.
    if text.utf8.count > 12_000 { return text }
    var words = Set<String>()
    for link in page.links where link.place != .list && link.place != .article {
      words.insert(Naming.fold(link.text))
    }
    for crumb in page.breadcrumb { words.insert(Naming.fold(crumb.text)) }
    // Headings that only repeat the column's name say nothing; others are content.
    let own = Set(page.breadcrumb.map { Naming.column($0.text) })
    let label = Naming.column(page.meta("ColumnName") ?? "")
    for heading in page.headings {
      let name = Naming.column(heading.text)
      if own.contains(name) || name == label || page.title.contains(heading.text) {
        words.insert(Naming.fold(heading.text))
      }
    }
    words.insert(Naming.fold(page.meta("ColumnName") ?? ""))
    words.formUnion(Placeholder.frameWords)
    let longestFirst = words.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    return text.withoutFolded(longestFirst.filter { $0.count >= 2 })
  }

  private static func nilReturn(in text: String) -> String? {
    Placeholder.nilReturnWords.firstMatches(in: Naming.fold(text)).first
      .map { Placeholder.nilReturns[$0.word] }
  }

  private static func isAscending(_ items: [ListItem]) -> Bool {
    let days = items.filter { !$0.isPinned }.compactMap { $0.date?.day.number }
    guard days.count >= 3, let first = days.first, let last = days.last, first < last else {
      return false
    }
    return zip(days, days.dropFirst()).count { $0 > $1 } * 4 <= days.count
  }
}

/// Words that stand where content should be, and words that are part of every list page.
enum Placeholder {
  private static let phrases = [
    "敬请期待", "正在建设中", "正在建设", "建设中", "维护中", "正在维护", "暂无内容", "暂无数据", "暂无信息",
    "暂无相关内容", "暂无相关信息", "暂无记录", "没有找到相关内容", "没有相关内容", "没有内容", "无内容", "暂未开通",
    "内容更新中", "正在更新中", "资料整理中", "栏目建设中", "暂时没有内容", "暂无", "稍后访问", "稍候", "正在整理",
  ]

  /// A unit's own statement that there is nothing this time, which is an answer.
  static let nilReturns = [
    "本年度无相关信息", "无相关信息", "本单位无此类信息", "本机关无此类信息", "无此项信息", "无此类事项", "零报告",
    "本年度未发生", "未发生相关", "不涉及此项", "不涉及此类", "本单位不涉及", "本部门不涉及", "本机关不涉及",
    "本单位无相关", "我局无相关", "本部门无相关", "无相关事项", "无应公开", "本年度无", "没有相关事项",
  ]

  static let frameWords: Set<String> = [
    "当前位置", "您当前所在位置", "您所在的位置", "您现在的位置", "首页", "网站首页", "上一页", "下一页", "尾页",
    "末页", "第一页", "最后一页", "跳转", "共0条", "共1页", "第1页", "共0页", "条记录", "返回顶部", "打印", "关闭",
    "打印本页", "关闭窗口", "更多", "信息名称", "发布日期", "发布时间", "索引号", "标题", "序号", "发文字号", "文号",
    "发布机构", "生成日期", "成文日期", "名称", "搜索", "检索", "当前第", "记录", "字体", "分享", "您的位置",
  ]

  static func phrase(in text: String) -> String? {
    phraseWords.firstMatches(in: Naming.fold(text)).first.map { phrases[$0.word] }
  }

  private static let phraseWords = WordSet(phrases)
  static let nilReturnWords = WordSet(nilReturns)
  private static let strays = [
    "该栏目", "本栏目", "栏目", "抱歉", "对不起", "内容", "信息", "正在", "谢谢", "共", "页", "第", "条",
  ]

  /// The folded text without placeholder words and stray digits.
  static func strip(_ text: String) -> String {
    var rest = text.withoutFolded(phrases + strays)
    rest.removeAll { $0.isNumber }
    return rest
  }

  static func isControl(_ text: String) -> Bool {
    let folded = Naming.fold(text)
    return folded.isEmpty || folded.allSatisfy(\.isNumber) || frameWords.contains(folded)
  }
}
