/// The city's home page, static pages, topics and interaction.
extension Draft {
  mutating func placeHome(
    _ frame: Frame, headlines: [Entry], departments: [Entry], notices: [Entry],
    documents: CityDocuments
  ) {
    let blocks = [
      block(City.headlines.anchor, headlines.prefix(8)),
      block(City.departments.anchor, departments.prefix(6)),
      block(City.notices.anchor, notices.prefix(6)),
      block(City.policyColumn.anchor, documents.policies.prefix(6)),
      block(City.interpretations.anchor, documents.interpretations.prefix(6)),
      """
      <div class="block"><h2>信息公开专栏</h2><ul class="grid"><li><a href="/zwgk/">政府信息公开</a></li>\
      <li><a href="/zwgk/zfxxgknb/">政府信息公开年报</a></li><li><a href="/zwgk/ysqgk/">依申请公开</a></li>\
      <li><a href="/zwgk/wzgznb/">政府网站工作年度报表</a></li></ul></div>
      """,
      """
      <div class="block"><h2>部门网站</h2><ul class="grid">\
      <li><a href="http://\(SampleHosts.transport)/">市交通运输局</a></li>\
      <li><a href="/mzj/">市民政局</a></li><li><a href="/ztzl/rkpc/">人口普查专题</a></li>\
      <li><a href="/neibu/">工作人员入口</a></li></ul></div>
      """,
    ]
    let metas = [("ColumnName", "首页"), ("ColumnType", "首页")]
    place(
      frame, "/",
      Sheet(
        title: frame.siteName, metas: metas.map { (name: $0.0, content: $0.1) },
        main: "<div class=\"home\">\(blocks.lines)</div>"))
    decoy(City.unit, Code.staleHome, "home", at: City.address("/"), "首页有昨日新闻")
    placeInternalArea(frame)
  }

  func block(_ more: Anchor, _ entries: ArraySlice<Entry>) -> String {
    let items = entries.map { entry in
      """
      <li><a href="\(entry.path)" title="\(entry.title)">\(entry.title)</a>\
      <span>\(entry.day?.description ?? "")</span></li>
      """
    }
    return """
      <div class="block"><h2>\(more.text)<a class="more" href="\(more.href)">更多</a></h2>\
      <ul class="list">\(items.lines)</ul></div>
      """
  }

  /// Exists, is linked, and robots.txt asks to leave it alone.
  private mutating func placeInternalArea(_ frame: Frame) {
    place(
      frame, "/neibu/",
      Sheet(title: "工作人员入口", main: "<div class=\"content\"><p>仅供本单位工作人员使用。</p></div>"))
    decoy(City.unit, Code.deadPage, "/neibu/", at: City.address("/"), "robots.txt不允许访问")
  }

  mutating func placeAbout(_ frame: Frame) {
    let about = Column(name: "走进云溪", path: "/zjyx/", type: "概况信息")
    place(
      frame, about.path,
      Sheets.prose(
        about,
        paragraphs([
          "云溪市位于云江中游，辖二区四县，面积七千八百平方公里，常住人口二百一十六万。",
          "云溪因溪得名，境内河流纵横，山地丘陵占三分之二，年均气温十六摄氏度。",
          "全市有高等学校三所，国家级湿地公园一处，省级历史文化街区两处。",
        ])))
    placeContact(frame)
  }

  /// 联系我们 and 网站声明, which every footer links to.
  mutating func placeContact(_ frame: Frame) {
    let contact = Column(name: "联系我们", path: "/gywm/lxwm.html", type: "其他")
    place(
      frame, contact.path,
      Sheets.prose(
        contact,
        paragraphs([
          "主办单位：\(frame.organiser)。联系电话：\(frame.telephone)。办公时间：工作日上午8:30至12:00，下午14:30至17:30。",
          "对网站内容有意见建议的，可以通过页面底部“我为政府网站找错”反映，也可以来信来电，我们将在三个工作日内答复。",
        ])))
    let terms = Column(name: "网站声明", path: "/gywm/wzsm.html", type: "其他")
    place(
      frame, terms.path,
      Sheets.prose(
        terms,
        paragraphs([
          "本网站由\(frame.organiser)主办，发布的政府信息以正式印发的文件为准，转载请注明来源并保持内容完整。",
          "本网站链接的其他网站由各自主办单位负责，用户提交的个人信息仅用于办理所申请的事项，不向第三方提供。",
        ])))
    let unit = frame.domain == City.host ? City.unit : Transport.unit
    decoy(
      unit, Code.blank, terms.path, at: "http://\(frame.domain)\(terms.path)",
      "正文提到“主办单位”，不是页脚，页面也不是空白")
  }

  /// A closed topic: everything in it is old, and rightly so.
  mutating func placeTopics(_ frame: Frame) {
    let topics = Column(name: "专题专栏", path: "/ztzl/", type: "其他")
    let census = Column(
      name: "第七次全国人口普查（已归档）", path: "/ztzl/rkpc/", type: "其他", parents: [topics.anchor])
    let news = Column(
      name: "普查动态", path: "/ztzl/rkpc/pcdt/", type: "其他",
      parents: [topics.anchor, census.anchor])
    place(
      frame, topics.path,
      Sheets.prose(topics, "<ul class=\"grid\"><li>\(census.anchor.html)</li></ul>"))
    let closed = "<p class=\"archived\">本专题已归档，内容不再更新。</p>"
    place(
      frame, census.path,
      Sheets.prose(census, closed + "<ul class=\"grid\"><li>\(news.anchor.html)</li></ul>"))
    let newest = SampleDay(year: 2021, month: 5, day: 20)
    placeList(
      frame, news, placeNews(frame, news, count: 5, newest: newest, step: 20), note: closed)
    decoy(
      City.unit, Code.stale, news.path, at: City.address(news.path), "专题已归档并注明，不属于应更新未更新")
  }
}
