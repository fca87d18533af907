/// How a column's further pages are written, per content system.
enum Pager {
  /// TRS WCM: `createPageHTML(pages, current from 0, name, extension)`; no anchor to page 2.
  case trs
  /// cmspro and its kin: six arguments, current from 1, capped row count.
  case sixArguments(name: String)
  /// Real anchors, as SiteServer writes them.
  case anchors
}

extension Draft {
  /// Places a column with its entries, fifteen a page, newest as given.
  mutating func placeList(
    _ frame: Frame, _ column: Column, _ entries: [Entry], pager: Pager = .trs, menu: String = "",
    note: String = ""
  ) {
    let pages = max(1, (entries.count + 14) / 15)
    for number in 0..<pages {
      let part = Array(entries.dropFirst(number * 15).prefix(15))
      let script = pager.html(pages: pages, current: number, rows: entries.count)
      var sheet = Sheets.list(column, part, pager: script, menu: menu)
      sheet.main += note
      place(frame, column.path + pager.fileName(number), sheet)
    }
  }

  /// News of a column: one article a day or so, the newest on `newest`.
  mutating func placeNews(
    _ frame: Frame, _ column: Column, count: Int, newest: SampleDay, step: Int = 2,
    source: String = "云溪日报"
  ) -> [Entry] {
    var day = newest
    return (0..<count).map { _ in
      let title = headline()
      let path = articlePath(column.path, day)
      let body = story(about: title)
      place(
        frame, path, Sheets.article(column, title: title, day: day, source: source, body: body))
      defer { day = day.adding(days: -random.number(1...step)) }
      return Entry(title: title, path: path, day: day)
    }
  }

  /// Notices of a column, further apart than news.
  mutating func placeNotices(
    _ frame: Frame, _ column: Column, issuer: String, count: Int, newest: SampleDay
  ) -> [Entry] {
    var day = newest
    return (0..<count).map { _ in
      let title = noticeTitle(issuer)
      let path = articlePath(column.path, day)
      let body = paragraphs([
        "根据工作安排，现将有关事项公告如下，请相关单位和个人予以配合。",
        "公示期为五个工作日，如有意见请在公示期内以书面形式反映，联系电话见网站首页。",
        "特此公告。", "\(issuer)", "\(day.adding(days: -1).chinese)",
      ])
      place(
        frame, path, Sheets.article(column, title: title, day: day, source: issuer, body: body))
      defer { day = day.adding(days: -random.number(5...16)) }
      return Entry(title: title, path: path, day: day)
    }
  }

  private mutating func noticeTitle(_ issuer: String) -> String {
    let subject = random.pick(Vocabulary.notices)
    let title = "\(issuer)关于\(random.pick(Vocabulary.places))\(subject)的公告"
    return isTaken(title) ? noticeTitle(issuer) : title
  }

  func isTaken(_ title: String) -> Bool { resources.contains { $0.title == title } }
}

extension Pager {
  /// File name of the page counted from 0; the first one is the column itself.
  func fileName(_ number: Int) -> String {
    switch self {
    case .trs: number == 0 ? "" : "index_\(number).html"
    case .sixArguments(let name): number == 0 ? "\(name).shtml" : "\(name)_\(number + 1).shtml"
    case .anchors: number == 0 ? "" : "index_\(number + 1).html"
    }
  }

  func html(pages: Int, current: Int, rows: Int) -> String {
    switch self {
    case .trs:
      "<script>createPageHTML(\(pages), \(current), \"index\", \"html\");</script>"
    case .sixArguments(let name):
      "<script>createPageHTML('page_div',\(pages), \(current + 1),'\(name)','shtml',\(rows));</script>"
    case .anchors: anchors(pages: pages, current: current, rows: rows)
    }
  }

  private func anchors(pages: Int, current: Int, rows: Int) -> String {
    let numbers = (0..<pages).map { number in
      let name = number == 0 ? "index.html" : fileName(number)
      return number == current
        ? #"<a class="current">\#(number + 1)</a>"# : #"<a href="\#(name)">\#(number + 1)</a>"#
    }
    return numbers.joined() + "<a>共 \(rows) 条 当前第 \(current + 1) / \(pages) 页</a>"
  }
}
