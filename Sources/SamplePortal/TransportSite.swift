/// 市交通运输局: a site of its own, GB18030 bytes under a `gb2312` label.
enum Transport {
  static let unit = "yunxi-jtj"
  static let host = SampleHosts.transport
  static let issuer = Issuer(
    unit: unit, name: "云溪市交通运输局", prefix: "云交规", indexCode: "014200088")

  static let frame = Frame(
    siteName: "云溪市交通运输局", domain: host, idCode: "4299000017", organiser: "云溪市交通运输局",
    filing: "楚ICP备12345678号-9", policeNumber: "楚公网安备 42990002000017号",
    telephone: "0999-3210017", charset: .gb18030,
    navigation: [
      Anchor("网站首页", "/"), Anchor("部门概况", "/bmgk/"), Anchor("工作动态", "/gzdt/"),
      Anchor("通知公告", "/tzgg/"), Anchor("政府信息公开", "/zwgk/"), Anchor("政策解读", "/zcjd/"),
    ], siteMap: "/wzdt/")

  static let platform = Anchor("政府信息公开", "/zwgk/")
  static let news = Column(name: "工作动态", path: "/gzdt/", type: "工作动态")
  static let notices = Column(name: "通知公告", path: "/tzgg/", type: "通知公告")
  static let policies = Column(
    name: "行政规范性文件", path: "/zcwj/", type: "政策文件", parents: [platform])
  static let interpretations = Column(name: "政策解读", path: "/zcjd/", type: "政策解读")
  static let fees = Anchor("行政事业性收费", "/zwgk/fdzdgknr/sfxm/")
  static let works = Anchor("重大建设项目", "/zwgk/fdzdgknr/zdxm/")
  static let permits = Anchor("行政许可", "/zwgk/fdzdgknr/xzxk/")
  static let organisation = Anchor("机构职能", "/zwgk/fdzdgknr/jgzn/")
  static let powers = Anchor("权责清单", "/zwgk/fdzdgknr/qzqd/")
  static let budget = Anchor("预算决算", "/zwgk/fdzdgknr/yjs/")

  /// 政府信息公开制度 is not among them: the planted missing column.
  static let menu = [
    MenuEntry("政府信息公开指南", "/zwgk/zfxxgkzn/"), MenuEntry(policies.name, policies.path),
    MenuEntry(
      "法定主动公开内容", "/zwgk/fdzdgknr/",
      [organisation, powers, permits, budget, fees, works]),
    MenuEntry("政府信息公开年报", "/zwgk/zfxxgknb/"), MenuEntry("依申请公开", "/zwgk/ysqgk/"),
    MenuEntry("政府网站工作年度报表", "/zwgk/wzgznb/"),
  ]

  /// Names no GB2312 table has: GBK (镕, 喆, 甪) and four-byte GB18030 (㐂, 𠮷, 𬭚).
  static let rareNames = "李镕、王喆、甪里渡口、㐂福桥、𠮷安码头、𬭚山隧道"

  static func address(_ path: String) -> String { "http://\(host)\(path)" }
}

extension Draft {
  mutating func placeTransport() {
    let frame = Transport.frame
    let newest = asOf.adding(days: -20)
    let news = placeNews(
      frame, Transport.news, count: 17, newest: newest, step: 4, source: "市交通运输局办公室")
    placeList(frame, Transport.news, news)
    expect(
      Transport.unit, Code.stale, Transport.news.path, at: Transport.address(Transport.news.path),
      "动态类栏目最新一条为\(newest)，超过两周")
    let notices = placeTransportNotices(frame)
    let documents = placeTransportPolicies(frame)
    placeTransportDisclosure(frame)
    placeDepartmentOverview(frame)
    placeContact(frame)
    placeTransportHome(frame, news: news, notices: notices, policies: documents)
  }

  /// The dead link stands after the rare characters: a reader who decodes as strict GB2312 never
  /// gets there.
  private mutating func placeTransportNotices(_ frame: Frame) -> [Entry] {
    let column = Transport.notices
    let newest = asOf.adding(days: -21)
    let others = placeNotices(
      frame, column, issuer: "云溪市交通运输局", count: 7, newest: newest.adding(days: -6))
    let path = articlePath(column.path, newest)
    let target = "/tzgg/202207/t20220705_31007.html"
    let title = "关于公布𠮷安码头等水路客运站点名录的通知"
    let body =
      paragraphs(["经审核，现公布水路客运站点和桥隧名录：\(Transport.rareNames)。"])
      + "<p>原名录见：<a href=\"\(target)\">㐂福桥等站点名录（旧）</a></p>"
    place(
      frame, path,
      Sheets.article(column, title: title, day: newest, source: "云溪市交通运输局", body: body))
    let entries = [Entry(title: title, path: path, day: newest)] + others
    placeList(frame, column, entries)
    expect(
      Transport.unit, Code.deadPage, target, at: Transport.address(path),
      "链接在四字节汉字之后，只有按GB18030解码才能看到")
    decoy(
      Transport.unit, Code.stale, column.path, at: Transport.address(column.path),
      "公告类栏目最新一条为\(newest)，在六个月之内")
    return entries
  }

  private mutating func placeTransportHome(
    _ frame: Frame, news: [Entry], notices: [Entry], policies: [Entry]
  ) {
    let blocks = [
      block(Transport.news.anchor, news.prefix(8)),
      block(Transport.notices.anchor, notices.prefix(6)),
      block(Transport.policies.anchor, policies.dropFirst().prefix(5)),
      """
      <div class="block"><h2>公开专栏</h2><ul class="grid"><li><a href="/zwgk/">政府信息公开</a></li>\
      <li><a href="/zwgk/wzgznb/">政府网站工作年度报表</a></li>\
      <li><a href="http://\(SampleHosts.city)/">云溪市人民政府</a></li></ul></div>
      """,
    ]
    let metas = [("ColumnName", "首页"), ("ColumnType", "首页")]
    place(
      frame, "/",
      Sheet(
        title: frame.siteName, metas: metas.map { (name: $0.0, content: $0.1) },
        main: "<div class=\"home\">\(blocks.lines)</div>"))
    expect(
      Transport.unit, Code.staleHome, "home", at: Transport.address("/"), "首页两周内没有任何更新")
  }

  /// The menu of this page is written by script only, with the labels in variables.
  private mutating func placeDepartmentOverview(_ frame: Frame) {
    let column = Column(name: "部门概况", path: "/bmgk/", type: "概况信息")
    let leaders = Column(
      name: "领导班子", path: "/bmgk/ldbz/", type: "负责人信息", parents: [column.anchor])
    let menu = """
      <script>
      var str1='领导班子';
      document.write('<ul class="menu"><li class="li_nav on"><a href="./ldbz/">'+str1+'</a></li></ul>');
      </script>
      """
    place(
      frame, column.path,
      Sheets.prose(column, paragraphs(["市交通运输局主管全市公路、水路和城市客运。"]), menu: menu))
    place(
      frame, leaders.path,
      Sheets.prose(
        leaders, paragraphs(["局长　李镕：主持全面工作。", "副局长　王喆：分管公路建设和养护。"])))
  }
}
