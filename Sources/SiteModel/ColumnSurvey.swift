import AuditModel
import PageModel
import WebAddress

/// Groups list pages into columns, names and types them, and finds who stands below whom.
struct ColumnSurvey {
  let survey: SiteSurvey
  let source: any PageSource
  private let labels: [AddressKey: [String]]

  init(survey: SiteSurvey, source: any PageSource) {
    self.survey = survey
    self.source = source
    var labels: [AddressKey: [String]] = [:]
    for entry in survey.entries.entries {
      guard let url = entry.url, labels[AddressKey(url), default: []].count < 12 else { continue }
      labels[AddressKey(url), default: []].append(entry.label)
    }
    self.labels = labels
  }

  func columns() -> [Column] {
    var groups: [AddressKey: [ColumnPage]] = [:]
    var order: [AddressKey] = []
    for page in survey.columnPages + textColumns() {
      let key = AddressKey(page.first)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(page)
    }
    var columns = order.compactMap { groups[$0].flatMap(column(of:)) }
    connect(&columns)
    return columns
  }

  /// Pages that are one text (a guide, an application form) but are led to under a column's name.
  private func textColumns() -> [ColumnPage] {
    let known = Set(survey.columnPages.map { AddressKey($0.url) })
    var added = Set<AddressKey>()
    var result: [ColumnPage] = []
    for entry in survey.entries.entries where result.count < 500 {
      guard let url = entry.url, entry.place != .list, entry.place != .article,
        survey.scope.contains(url), ColumnVocabulary.isOneText(entry.name),
        !known.contains(AddressKey(url)), added.insert(AddressKey(url)).inserted,
        let page = source.page(at: url)
      else { continue }
      result.append(ColumnPage(page: page, summary: PageClassifier.summary(of: page)))
    }
    return result
  }

  private func column(of pages: [ColumnPage]) -> Column? {
    let ordered = pages.sorted { ($0.number, $0.url) < ($1.number, $1.url) }
    guard let first = ordered.first, first.kind != .article || isLabelled(first),
      !first.first.isCalendarView
    else { return nil }
    let names = names(of: first)
    guard let name = names.first else { return nil }
    let (type, origin) = type(of: first, names: names)
    let trail = first.trail.map(\.text)
    let path = AddressKey(first.first).text
    return Column(
      key: "\(Naming.column(name))@\(path)", name: name, names: names, url: first.first,
      type: type, typeSource: origin,
      trail: trail.last.map(Naming.column) == Naming.column(name) ? trail.dropLast() : trail,
      children: [], content: merged(ordered))
  }

  private func isLabelled(_ page: ColumnPage) -> Bool {
    (labels[AddressKey(page.url)] ?? []).contains { ColumnVocabulary.isOneText($0) }
  }

  /// Names from the strongest to the weakest: meta, position line, menu labels, heading, title.
  private func names(of page: ColumnPage) -> [String] {
    var names: [String] = []
    var seen = Set<String>()
    func add(_ text: String?) {
      guard let text = text?.trimmingSpaces() else { return }
      let folded = Naming.column(text)
      guard folded.count >= 2, folded.count <= 30, !ColumnSurvey.noNames.contains(folded),
        seen.insert(folded).inserted
      else { return }
      names.append(text)
    }
    add(page.metaName)
    if page.trail.count >= 2 || page.metaName == nil { add(page.trail.last?.text) }
    for label in labels[AddressKey(page.first)] ?? [] { add(label) }
    if page.kind != .stub, names.isEmpty {
      add(page.titleName)
      for heading in page.headings.prefix(2) { add(heading) }
    }
    return names
  }

  private static let noNames: Set<String> = [
    "更多", "more", "正文", "列表", "首页", "网站首页", "返回", "上一页", "下一页", "尾页", "末页", "查看更多",
    "查看详情", "详情", "进入", "点击进入", "公共头", "document", "内容", "文章", "返回首页",
  ]

  private func type(of page: ColumnPage, names: [String]) -> (ColumnType?, ColumnTypeSource?) {
    if let type = page.metaType.flatMap(ColumnVocabulary.type(ofMeta:)) { return (type, .meta) }
    for name in names {
      if let type = ColumnVocabulary.type(ofName: name) { return (type, .name) }
    }
    if let type = ColumnVocabulary.type(ofPath: page.first.path) { return (type, .address) }
    return (nil, nil)
  }

  private func merged(_ pages: [ColumnPage]) -> ColumnContent {
    guard var content = pages.first?.content else { return ColumnReading.empty }
    for page in pages.dropFirst() {
      let room = ColumnContent.itemLimit - content.items.count
      content.items += page.content.items.prefix(max(0, room))
      content.itemCount += page.content.itemCount
      content.datedCount += page.content.datedCount
      if page.content.state == .filled { content.state = .filled }
    }
    let promised = pages.map(\.pageCount).max() ?? 1
    content.unreadPages = max(0, min(promised, 100_000) - pages.count)
    if pages.contains(where: { $0.cannotFollow != nil }) {
      content.unreadPages = max(1, content.unreadPages)
    }
    return content
  }

  /// A column stands below another when its position line or its folder says so.
  private func connect(_ columns: inout [Column]) {
    var index: [String: Int] = [:]
    for (number, column) in columns.enumerated() { index[AddressKey(column.url).text] = number }
    let home = WebURL(survey.unit.homePage).map { AddressKey($0).text }
    let trails = Dictionary(
      survey.columnPages.map { (AddressKey($0.first), $0.trail) },
      uniquingKeysWith: { first, _ in first })
    for (number, column) in columns.enumerated() {
      let own = AddressKey(column.url).text
      var parents = (trails[AddressKey(column.url)] ?? []).compactMap(\.url)
        .map { AddressKey($0).text }
      if let slash = own.lastIndex(of: "/") { parents.append(String(own[..<slash])) }
      for parent in Set(parents) where parent != own && parent != home {
        if let above = index[parent], above != number { columns[above].children.append(column.url) }
      }
    }
  }
}

extension ColumnReading {
  static var empty: ColumnContent {
    ColumnContent(
      state: .sparse, quote: nil, items: [], itemCount: 0, datedCount: 0, unreadPages: 0,
      isAscending: false, dynamic: [], textLength: 0, redirect: nil, publication: nil)
  }
}
