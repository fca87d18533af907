/// 市民政局: no site of its own, a section of the city's portal.
enum CivilAffairs {
  static let unit = "yunxi-mzj"
  static let home = "/mzj/"
  static let issuer = Issuer(
    unit: unit, name: "云溪市民政局", prefix: "云民规", indexCode: "014200023")
  static let platform = Anchor("政府信息公开", "/mzj/zwgk/")
  static let news = Column(
    name: "工作动态", path: "/mzj/gzdt/", type: "工作动态", parents: [Anchor("市民政局", home)])
  static let notices = Column(
    name: "通知公告", path: "/mzj/tzgg/", type: "通知公告", parents: [Anchor("市民政局", home)])
  static let policies = Column(
    name: "行政规范性文件", path: "/mzj/zwgk/zc/", type: "政策文件",
    parents: [Anchor("市民政局", home), platform])
  static let interpretations = Column(
    name: "政策解读", path: "/mzj/zwgk/zcjd/", type: "政策解读",
    parents: [Anchor("市民政局", home), platform])
  static let relief = Anchor("社会救助", "/mzj/zwgk/fdzdgknr/shjz/")
  static let elderly = Anchor("养老服务", "/mzj/zwgk/fdzdgknr/ylfw/")
  static let organisation = Anchor("机构职能", "/mzj/zwgk/fdzdgknr/jgzn/")
  static let budget = Anchor("预算决算", "/mzj/zwgk/fdzdgknr/yjs/")

  static let menu = [
    MenuEntry("政府信息公开指南", "/mzj/zwgk/zfxxgkzn/"), MenuEntry("政府信息公开制度", "/mzj/zwgk/zfxxgkzd/"),
    MenuEntry(policies.name, policies.path), MenuEntry("政策解读", interpretations.path),
    MenuEntry(
      "法定主动公开内容", "/mzj/zwgk/fdzdgknr/", [organisation, budget, relief, elderly]),
    MenuEntry("政府信息公开年报", "/mzj/zwgk/zfxxgknb/"), MenuEntry("依申请公开", "/mzj/zwgk/ysqgk/"),
  ]

  /// The city's frame with the section's own row below it.
  static var frame: Frame {
    var frame = City.frame
    frame.section = (
      "云溪市民政局",
      [
        Anchor("单位首页", home), news.anchor, notices.anchor, platform,
        Anchor("机构职能", organisation.href),
      ]
    )
    return frame
  }

  static func address(_ path: String) -> String { "http://\(SampleHosts.city)\(path)" }
}

extension Draft {
  mutating func placeCivilAffairs() {
    let frame = CivilAffairs.frame
    let news = placeNews(
      frame, CivilAffairs.news, count: 9, newest: asOf.adding(days: -3), step: 6,
      source: "市民政局办公室")
    placeList(frame, CivilAffairs.news, news, pager: .anchors)
    decoy(
      CivilAffairs.unit, Code.stale, CivilAffairs.news.path,
      at: CivilAffairs.address(CivilAffairs.news.path), "三天前有更新")
    let notices = placeCivilNotices(frame)
    placeCivilPolicies(frame)
    placeCivilPlatform(frame)
    placeCivilColumns(frame)
    let home = Column(name: "市民政局", path: CivilAffairs.home, type: "首页")
    place(
      frame, home.path,
      Sheet(
        title: "云溪市民政局", metas: home.metas, crumbs: home.trail,
        main: """
          <div class="home">\(block(CivilAffairs.news.anchor, news.prefix(6)))
          \(block(CivilAffairs.notices.anchor, notices.prefix(6)))</div>
          """))
  }

  private mutating func placeCivilNotices(_ frame: Frame) -> [Entry] {
    let column = CivilAffairs.notices
    let day = asOf.adding(days: -8)
    let path = articlePath(column.path, day)
    let title = "云溪市民政局关于开展社会组织年度检查的通知"
    let image = "\(column.path)\(day.folder)/W020\(day.compact)0815.png"
    let body =
      paragraphs(["请各市级社会组织登录年检系统填报，流程见下图。"])
      + "<p><img src=\"./W020\(day.compact)0815.png\" alt=\"年检流程图\"></p>"
    place(
      frame, path,
      Sheets.article(column, title: title, day: day, source: "云溪市民政局", body: body))
    expect(
      CivilAffairs.unit, Code.deadImage, image, at: CivilAffairs.address(path), "流程图丢失，返回404")
    let others = placeNotices(
      frame, column, issuer: "云溪市民政局", count: 6, newest: asOf.adding(days: -19))
    let entries = [Entry(title: title, path: path, day: day)] + others
    placeList(frame, column, entries, pager: .anchors)
    return entries
  }

  private mutating func placeCivilPolicies(_ frame: Frame) {
    let names = ["云溪市最低生活保障实施细则", "云溪市养老机构备案管理办法", "云溪市临时救助实施办法"]
    var policies: [Entry] = []
    var interpretations: [Entry] = []
    for (index, name) in names.enumerated() {
      let item = policy(
        CivilAffairs.issuer, CivilAffairs.policies, name: name, number: 5 - index,
        published: asOf.adding(days: -26 - 50 * index))
      policies.append(item.entry)
      let interpretation = placePair(
        item, CivilAffairs.issuer, policies: CivilAffairs.policies,
        interpretations: CivilAffairs.interpretations, on: frame,
        pairing: index == 1 ? .policyOnly : .both)
      if index == 1 {
        expect(
          CivilAffairs.unit, Code.interpretationLink, interpretation.path,
          at: CivilAffairs.address(interpretation.path), "解读稿没有链接到政策原文")
      }
      interpretations.append(interpretation)
    }
    let menu = Sheets.menu(CivilAffairs.menu, current: CivilAffairs.policies.path)
    placeList(frame, CivilAffairs.policies, policies, menu: menu)
    placeList(frame, CivilAffairs.interpretations, interpretations, menu: menu)
  }

  private func civilColumn(_ name: String, _ folder: String, type: String) -> Column {
    Column(
      name: name, path: "/mzj/zwgk/\(folder)/", type: type,
      parents: [Anchor("市民政局", CivilAffairs.home), CivilAffairs.platform])
  }

  private mutating func placeCivilPlatform(_ frame: Frame) {
    let front = Column(
      name: "政府信息公开", path: CivilAffairs.platform.href, type: "政府信息公开",
      parents: [Anchor("市民政局", CivilAffairs.home)])
    place(
      frame, front.path,
      Sheets.prose(
        front, paragraphs(["本专栏公开云溪市民政局法定主动公开的政府信息。"]),
        menu: Sheets.menu(CivilAffairs.menu, current: "")))
    let guideColumn = civilColumn("政府信息公开指南", "zfxxgkzn", type: "信息公开指南")
    let text = guide(
      CivilAffairs.issuer, address: "云溪市松涛路7号", telephone: "0999-3210023",
      tellsHowToApply: false)
    place(
      frame, guideColumn.path,
      Sheets.prose(
        guideColumn, text, menu: Sheets.menu(CivilAffairs.menu, current: guideColumn.path)))
    placeClosedRules(frame)
    placeBlankReports(frame)
    let application = "/mzj/zwgk/ysqgk/"
    expect(
      CivilAffairs.unit, Code.unreachable, "application",
      at: CivilAffairs.address(front.path), "依申请公开入口打开为404")
    tolerate(
      CivilAffairs.unit, Code.unreachableForm, "application", at: CivilAffairs.address(front.path),
      "同一问题也可以按申请渠道报告")
    tolerate(
      CivilAffairs.unit, Code.deadPage, application, at: CivilAffairs.address(front.path),
      "同一问题也可以按死链报告，但不得重复扣分")
  }

  /// The rules are there, but robots.txt keeps every crawler out: nothing may be concluded.
  private mutating func placeClosedRules(_ frame: Frame) {
    let column = civilColumn("政府信息公开制度", "zfxxgkzd", type: "信息公开制度")
    let menu = Sheets.menu(CivilAffairs.menu, current: column.path)
    place(
      frame, column.path,
      Sheets.prose(column, paragraphs(rules(CivilAffairs.issuer)), menu: menu))
    expect(
      CivilAffairs.unit, Code.undecidedColumn, "institutions",
      at: CivilAffairs.address(column.path), outcome: "inconclusive",
      "robots.txt不允许访问，应为无法判定，不得判为缺失")
    decoy(
      CivilAffairs.unit, Code.missing, "institutions", at: CivilAffairs.address(column.path),
      "robots.txt不允许访问的栏目不得判为缺失")
  }

  private mutating func placeBlankReports(_ frame: Frame) {
    let column = civilColumn("政府信息公开年报", "zfxxgknb", type: "信息公开年报")
    let menu = Sheets.menu(CivilAffairs.menu, current: column.path)
    place(frame, column.path, Sheets.list(column, [], pager: "暂无内容", menu: menu))
    expect(
      CivilAffairs.unit, Code.blankRequired, "annual-report",
      at: CivilAffairs.address(column.path), "年报栏目打开为空白")
    tolerate(
      CivilAffairs.unit, Code.blank, column.path, at: CivilAffairs.address(column.path),
      "同一栏目也可以按空白栏目报告，但不得重复扣分")
  }

  private mutating func placeCivilColumns(_ frame: Frame) {
    let root = civilColumn("法定主动公开内容", "fdzdgknr", type: "信息公开目录")
    let menu = Sheets.menu(CivilAffairs.menu, current: root.path)
    let children = CivilAffairs.menu[4].children
    let grid = "<ul class=\"grid\">\(children.map { "<li>\($0.html)</li>" }.lines)</ul>"
    place(frame, root.path, Sheets.prose(root, grid, menu: menu))
    let recorded = [
      (CivilAffairs.budget, "部门预算执行情况"), (CivilAffairs.relief, "社会救助资金发放情况"),
      (CivilAffairs.elderly, "养老服务补贴发放情况"),
    ]
    for (anchor, subject) in recorded {
      let column = Column(
        name: anchor.text, path: anchor.href, type: "其他", parents: root.trail)
      placeRecords(
        frame, column, CivilAffairs.issuer, subject: subject, menu: menu)
    }
    let organisation = Column(
      name: "机构职能", path: CivilAffairs.organisation.href, type: "机构职能", parents: root.trail)
    place(
      frame, organisation.path,
      Sheets.prose(
        organisation,
        paragraphs(["负责全市社会救助、养老服务、社会组织、区划地名和婚姻登记管理。", "办公地址：云溪市松涛路7号。"]), menu: menu))
  }
}

extension Draft {
  /// The section lies within the city's own address prefix, so an audit of the city may see its
  /// faults too.
  mutating func tolerateOverlap() {
    let codes = [
      Code.deadPage, Code.deadImage, Code.deadAttachment, Code.interpretationLink,
      Code.policyLink, Code.blank,
    ]
    for item in expectations where item.unit == CivilAffairs.unit && codes.contains(item.code) {
      tolerate(
        City.unit, item.code, item.subject, at: item.address, "市民政局栏目在市门户网址之下")
    }
  }
}
