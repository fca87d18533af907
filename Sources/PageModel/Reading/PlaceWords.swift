/// What class and id names say about the part of a page an element frames.
enum PlaceWords {
  /// The place an element's class or id speaks of; nil when they say nothing.
  static func place(tree: MarkupTree, _ node: Int) -> Link.Place? {
    if let byTag = byTag[tree.name(node)], !isOfArticle(tree, node) { return byTag }
    var found: Link.Place?
    for attribute in [tree.attributeBytes(node, "class"), tree.attributeBytes(node, "id")] {
      guard let attribute, attribute.count < 200 else { continue }
      let names = attribute.map(Ascii.lower)
      for name in names.split(whereSeparator: Ascii.isSpace) {
        if let place = place(name) { found = stronger(found, place) }
      }
    }
    return found
  }

  /// `<article><header>` holds the headline, not the site's menu.
  private static func isOfArticle(_ tree: MarkupTree, _ node: Int) -> Bool {
    tree.name(node) == header
      && tree.ancestor(of: tree.parent(node)) { articles.contains(tree.name($0)) } != nil
  }

  private static let header = ElementName("header")
  private static let articles = ElementSet("article main section")

  private static let byTag: [ElementName: Link.Place] = [
    ElementName("nav"): .navigation, ElementName("header"): .navigation,
    ElementName("footer"): .footer, ElementName("aside"): .aside,
  ]

  private static let exact: [String: Link.Place] = {
    let groups: [(Link.Place, String)] = [
      (
        .breadcrumb,
        """
        path location position dqwz lujing weizhi wz curpos curr-pos current-position dangqian \
        mbx crumb address-bar
        """
      ),
      (
        .navigation,
        """
        head top tops topbar top_bar top-bar toper banner search serach sous logo dh daohang \
        submenu header-m
        """
      ),
      (
        .pagination, "page pages page_div pagediv page_box pagebar page-bar fy page_num pageination"
      ),
      (.footer, "bottom btm pz_down copyright banquan bq dibu"),
      (.aside, "sidebar aside side-bar float-window"),
    ]
    var table: [String: Link.Place] = [:]
    for (place, names) in groups {
      for name in names.split(separator: " ") { table[String(name)] = place }
    }
    return table
  }()

  private static let parts: [(StaticString, Link.Place)] = [
    ("crumb", .breadcrumb), ("dqwz", .breadcrumb), ("pagination", .pagination),
    ("pager", .pagination), ("fenye", .pagination), ("footer", .footer), ("foot", .footer),
    ("copyright", .footer), ("menu", .navigation), ("nav", .navigation),
    ("header", .navigation),
  ]

  private static func place(_ name: ArraySlice<UInt8>) -> Link.Place? {
    if let place = exact[String(decoding: name, as: UTF8.self)] { return place }
    for (part, place) in parts
    where name.firstIndexIgnoringCase(of: part, from: name.startIndex) != nil {
      return place
    }
    return nil
  }

  private static func stronger(_ first: Link.Place?, _ second: Link.Place) -> Link.Place {
    guard let first else { return second }
    return first == .navigation ? second : first
  }

  /// Labels over links that belong with an article.
  static let related: Set<String> = [
    "相关解读", "关联政策", "关联内容", "相关文章", "相关稿件", "相关链接", "相关信息", "相关新闻",
    "相关阅读", "相关附件", "相关文件", "相关政策", "政策原文", "原文链接", "解读链接", "文件原文",
    "关联解读", "部门解读", "解读文件", "关联稿件", "关联文件", "推荐阅读", "延伸阅读", "解读材料",
    "政策文件", "相关报道", "相关内容", "专家解读", "图解", "图片解读", "视频解读", "解读原文",
    "政策解读", "相关原文", "附件下载", "附件", "原文件", "解读", "政策原文链接", "关联信息",
    "媒体解读", "一图读懂", "文件链接", "解读信息", "原文", "查看原文", "查看解读", "关联文档",
  ]

  /// Words by which pages name the position they show.
  static let position: [StaticString] = [
    "当前位置", "所在位置", "您的位置", "你的位置", "现在的位置", "当前的位置", "所处位置", "位置：",
    "位置:", "在的位置", "当前栏目",
  ]
}
