/// An entry of a list page.
struct Entry {
  var title: String
  var path: String
  var day: SampleDay?
  var isPinned = false
  /// Interpretations shown under the entry, the way national portals do it.
  var interpretations: [Anchor] = []
}

/// A column and where it hangs.
struct Column {
  var name: String
  var path: String
  /// `ColumnType` of the guideline's page tags.
  var type: String
  /// Columns above, home page not included.
  var parents: [Anchor] = []

  var anchor: Anchor { Anchor(name, path) }

  /// Position of a page in the column.
  var trail: [Anchor] { parents + [anchor] }

  var metas: [(name: String, content: String)] {
    [
      ("ColumnName", name), ("ColumnDescription", "\(name)栏目发布\(name)相关信息"),
      ("ColumnKeywords", name), ("ColumnType", type),
    ]
  }
}

/// Content of one page, in the forms the content systems of real portals give it.
enum Sheets {
  /// A page of the column that is prose, not a list.
  static func prose(_ column: Column, _ body: String, menu: String = "") -> Sheet {
    Sheet(
      title: column.name, metas: column.metas, crumbs: column.trail,
      main: framed(
        menu, #"<h2 class="lmmc">\#(column.name)</h2><div class="TRS_Editor">\#(body)</div>"#)
    )
  }

  /// A list page; `pager` is whatever the content system writes below the list.
  static func list(_ column: Column, _ entries: [Entry], pager: String, menu: String = "") -> Sheet
  {
    let items = entries.map { item($0, column: column) }.lines
    let main = """
      <h2 class="lmmc">\(column.name)</h2>
      <ul class="list">
      \(items)
      </ul>
      <div class="page" id="page_div">\(pager)</div>
      """
    return Sheet(
      title: column.name, metas: column.metas, crumbs: column.trail,
      head: #"<script type="text/javascript" src="/images/page.js"></script>"#,
      main: framed(menu, main))
  }

  /// A piece of news or a notice.
  static func article(
    _ column: Column, title: String, day: SampleDay?, source: String, body: String,
    hour: String = "09:12", author: String = "市政府办公室"
  ) -> Sheet {
    var metas = column.metas
    metas.append(("ArticleTitle", title))
    if let day { metas.append(("PubDate", "\(day) \(hour)")) }
    metas.append(("ContentSource", source))
    let time = day.map { "<span>发布时间：\($0) \(hour)</span>" } ?? ""
    let main = """
      <div class="article"><h1>\(title)</h1>
      <div class="info">\(time)<span>来源：\(source)</span><span>责任编辑：\(author)</span>\
      <span class="tools"><a href="javascript:window.print();">打印本页</a> \
      <a href="javascript:window.close();">关闭窗口</a></span></div>
      <div class="TRS_Editor">\(body)</div></div>
      """
    return Sheet(title: title, metas: metas, crumbs: column.trail, main: main)
  }

  private static func framed(_ menu: String, _ main: String) -> String {
    guard !menu.isEmpty else { return #"<div class="content">\#(main)</div>"# }
    return #"<div class="left">\#(menu)</div><div class="right">\#(main)</div>"#
  }

  private static func item(_ entry: Entry, column: Column) -> String {
    let mark = entry.isPinned ? #"<em class="top">[置顶]</em>"# : ""
    let date = entry.day.map { "<span>\($0)</span>" } ?? ""
    return """
      <li>\(mark)<a href="\(relative(entry.path, to: column.path))" target="_blank" \
      title="\(entry.title)">\(entry.title)</a>\(popup(entry))\(date)</li>
      """
  }

  private static func popup(_ entry: Entry) -> String {
    guard !entry.interpretations.isEmpty else { return "" }
    return """
      <div class="popbox"><h3 title="相关解读">相关解读</h3><ul>\
      \(entry.interpretations.map { "<li>\($0.html)</li>" }.lines)</ul></div>
      """
  }

  /// `./202611/t….html`, the way TRS writes links within a column.
  private static func relative(_ path: String, to column: String) -> String {
    path.hasPrefix(column) ? "./" + path.dropFirst(column.count) : path
  }

  /// Left menu of a disclosure platform; the current entry carries no link, as on real platforms.
  static func menu(_ entries: [MenuEntry], current: String) -> String {
    let items = entries.map { entry in
      let children = entry.children.map { "<li>\(item($0, current: current))</li>" }.lines
      let sub = children.isEmpty ? "" : "<ul class=\"sub\">\(children)</ul>"
      return "<li>\(item(entry.anchor, current: current))\(sub)</li>"
    }
    return "<h3>政府信息公开</h3><ul class=\"menu\">\(items.lines)</ul>"
  }

  private static func item(_ anchor: Anchor, current: String) -> String {
    anchor.href == current ? #"<span class="on">\#(anchor.text)</span>"# : anchor.html
  }
}

/// An entry of a platform's left menu.
struct MenuEntry {
  var anchor: Anchor
  var children: [Anchor] = []

  init(_ text: String, _ href: String, _ children: [Anchor] = []) {
    anchor = Anchor(text, href)
    self.children = children
  }
}
