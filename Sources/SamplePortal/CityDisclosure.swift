/// The city's disclosure platform.
extension City {
  static let statutory = Anchor("法定主动公开内容", "/zwgk/fdzdgknr/")

  /// Statutory columns that list monthly records: name, folder, what is recorded.
  static let recorded: [(name: String, folder: String, subject: String)] = [
    ("规划信息", "ghxx", "专项规划实施情况"), ("统计信息", "tjxx", "主要经济指标"),
    ("行政许可", "xzxk", "行政许可办理结果"), ("行政处罚和行政强制", "xzcf", "行政处罚决定信息"),
    ("社会保障和就业", "shbz", "社会保障和就业补助资金发放情况"), ("应急管理", "yjgl", "预警信息和应急预案发布情况"),
    ("监督检查", "jdjc", "生态环境和食品安全监督检查情况"), ("公务员招考", "gwyzk", "公务员考试录用信息"),
    ("征收土地", "zstd", "土地征收公告汇总"), ("人事信息", "rsxx", "人事任免信息"),
  ]
  /// Statutory columns that are one text.
  static let described: [(name: String, folder: String, text: String)] = [
    (
      "权责清单", "qzqd",
      "市级行政机关权力和责任清单共列行政权力事项二千一百三十四项，由市委编办会同市司法局动态调整，各部门清单同步在部门专栏公开。"
    ),
    (
      "回应关切", "hygq",
      "针对群众关注的城区停车难问题，市住房城乡建设局答复：今年新增公共停车泊位三千二百个，城北片区两处停车楼已开工，年底前投用。"
    ),
    (
      "建议提案办理", "jyta",
      "今年市政府系统承办市人大代表建议一百零六件、市政协提案一百四十二件，已全部办复，满意率百分之九十九，办理结果逐件公开。"
    ),
    (
      "公共资源交易", "ggzy",
      "全市公共资源交易平台本年度完成工程建设、土地出让、产权交易和医药采购项目九百余宗，交易公告、成交结果和履约信息全程公开。"
    ),
    (
      "社会公益事业", "shgy",
      "市级福利彩票公益金用于养老服务、残疾人康复和困境儿童关爱，本年度安排资金二千六百万元，使用情况由民政和财政部门共同公告。"
    ),
    (
      "会议公开", "hygk",
      "市政府第五十八次常务会议审议了城市更新专项规划和冬季保供方案，会议要求各部门按季度报告进展，邀请四名市民代表列席旁听。"
    ),
  ]
  static let fees = Anchor("行政事业性收费", "/zwgk/fdzdgknr/sfxm/")
  static let budget = Anchor("财政预算决算", "/zwgk/fdzdgknr/czyjs/")
  static let procurement = Anchor("政府采购", "/col/col10213/index.html")
  static let projects = Anchor("重大建设项目", "/c100101/xxgk_list.shtml")

  static var menu: [MenuEntry] {
    let recordedColumns = recorded.map { Anchor($0.name, "\(statutory.href)\($0.folder)/") }
    let organisation = Anchor("机构职能", "\(statutory.href)jgzn/")
    return [
      MenuEntry("政府信息公开指南", "/zwgk/zfxxgkzn/"), MenuEntry("政府信息公开制度", "/zwgk/zfxxgkzd/"),
      MenuEntry(
        "政策", policyColumn.path,
        [normative.anchor, otherDocuments.anchor, interpretations.anchor]),
      MenuEntry(
        statutory.text, statutory.href,
        [organisation] + described.map { Anchor($0.name, "\(statutory.href)\($0.folder)/") }
          + recordedColumns + [budget, fees, procurement, projects]),
      MenuEntry("政府信息公开年报", "/zwgk/zfxxgknb/"), MenuEntry("依申请公开", "/zwgk/ysqgk/"),
      MenuEntry("政府网站工作年度报表", "/zwgk/wzgznb/"), MenuEntry("公示公告", "/zwgk/gsgg/"),
    ]
  }
}

extension Draft {
  mutating func placeCityDisclosure(_ frame: Frame, _ documents: CityDocuments) {
    placePlatformPages(frame, documents)
    placeStatutory(frame)
    let annual = platformColumn("政府信息公开年报", "zfxxgknb", type: "信息公开年报")
    let reports = placeAnnualReports(frame, annual, City.issuer, due: (3, 30))
    placeList(frame, annual, reports, menu: Sheets.menu(City.menu, current: annual.path))
    let website = platformColumn("政府网站工作年度报表", "wzgznb", type: "其他")
    placeWebsiteReports(
      frame, website, City.issuer, menu: Sheets.menu(City.menu, current: website.path))
    placePublicNotices(frame)
  }

  func platformColumn(_ name: String, _ folder: String, type: String) -> Column {
    Column(name: name, path: "/zwgk/\(folder)/", type: type, parents: [City.platform])
  }

  private mutating func placePlatformPages(_ frame: Frame, _ documents: CityDocuments) {
    let guideColumn = platformColumn("政府信息公开指南", "zfxxgkzn", type: "信息公开指南")
    let text = guide(City.issuer, address: "云溪市云江大道1号", telephone: frame.telephone)
    place(
      frame, guideColumn.path,
      Sheets.prose(guideColumn, text, menu: Sheets.menu(City.menu, current: guideColumn.path)))
    let front = Column(name: "政府信息公开", path: City.platform.href, type: "政府信息公开")
    let latest = documents.policies.prefix(8).map {
      "<li><a href=\"\($0.path)\">\($0.title)</a><span>\($0.day?.description ?? "")</span></li>"
    }
    let body = "<h3>最新公开</h3><ul class=\"list\">\(latest.lines)</ul>"
    place(
      frame, front.path, Sheets.prose(front, body, menu: Sheets.menu(City.menu, current: "")))
    let ruleColumn = platformColumn("政府信息公开制度", "zfxxgkzd", type: "信息公开制度")
    placeRules(
      frame, ruleColumn, City.issuer, menu: Sheets.menu(City.menu, current: ruleColumn.path))
    placeApplication(frame)
  }

  private mutating func placeApplication(_ frame: Frame) {
    let column = platformColumn("依申请公开", "ysqgk", type: "依申请公开")
    let form = "\(column.path)P020200301001.doc"
    placeFile(City.host, form, Media.word, type: "application/msword")
    place(
      frame, column.path,
      Sheets.prose(
        column, application(City.issuer, form: form),
        menu: Sheets.menu(City.menu, current: column.path)))
  }

  private mutating func placePublicNotices(_ frame: Frame) {
    let column = platformColumn("公示公告", "gsgg", type: "通知公告")
    let newest = asOf.adding(months: -6).adding(days: -5)
    let entries = placeNotices(frame, column, issuer: "云溪市自然资源规划局", count: 9, newest: newest)
    placeList(frame, column, entries, menu: Sheets.menu(City.menu, current: column.path))
    expect(
      City.unit, Code.stale, column.path, at: City.address(column.path),
      "公告类栏目最新一条为\(newest)，超过六个月")
  }

  private mutating func placeStatutory(_ frame: Frame) {
    let parents = [City.platform, City.statutory]
    let root = Column(
      name: City.statutory.text, path: City.statutory.href, type: "信息公开目录",
      parents: [City.platform])
    let menu = Sheets.menu(City.menu, current: root.path)
    let children = City.menu.first { $0.anchor.href == root.path }?.children ?? []
    let grid = "<ul class=\"grid\">\(children.map { "<li>\($0.html)</li>" }.lines)</ul>"
    place(frame, root.path, Sheets.prose(root, grid, menu: menu))
    for item in City.recorded {
      let column = Column(
        name: item.name, path: "\(root.path)\(item.folder)/", type: "其他", parents: parents)
      placeRecords(frame, column, City.issuer, subject: item.subject, menu: menu)
    }
    for item in City.described {
      let column = Column(
        name: item.name, path: "\(root.path)\(item.folder)/", type: "其他", parents: parents)
      place(frame, column.path, Sheets.prose(column, paragraphs([item.text]), menu: menu))
    }
    placeOrganisation(frame, parents, menu)
    placeBudget(frame, parents, menu)
    placeBlankFees(frame, parents, menu)
    placeProcurement(frame, parents)
    placeProjects(frame, parents)
  }

  private mutating func placeOrganisation(_ frame: Frame, _ parents: [Anchor], _ menu: String) {
    let column = Column(
      name: "机构职能", path: "\(City.statutory.href)jgzn/", type: "机构职能", parents: parents)
    let text = paragraphs([
      "云溪市人民政府办公室是市人民政府工作部门，负责市政府日常文电、会务、信息和督查工作。",
      "内设机构：综合科、秘书科、政务公开科、督查科、行政科。", "办公地址：云溪市云江大道1号。联系电话：\(frame.telephone)。",
    ])
    place(frame, column.path, Sheets.prose(column, text, menu: menu))
  }

  private mutating func placeBudget(_ frame: Frame, _ parents: [Anchor], _ menu: String) {
    let column = Column(
      name: City.budget.text, path: City.budget.href, type: "其他", parents: parents)
    let entries = (0..<4).flatMap { index -> [Entry] in
      let year = asOf.year - index
      let spring = SampleDay(year: year, month: 2, day: 18)
      let autumn = SampleDay(year: year, month: 9, day: 20)
      let reports = [(spring, "云溪市\(year)年政府预算"), (autumn, "云溪市\(year - 1)年政府决算")]
      return reports.filter { $0.0 <= asOf }.map { day, title in
        budgetEntry(frame, column, title: title, day: day)
      }
    }
    placeList(frame, column, entries.newestFirst, menu: menu)
  }

  private mutating func budgetEntry(
    _ frame: Frame, _ column: Column, title: String, day: SampleDay
  ) -> Entry {
    let path = articlePath(column.path, day)
    let name = "P020\(day.compact)\(nextSerial())"
    let folder = "\(column.path)\(day.folder)/"
    placeFile(
      City.host, "\(folder)\(name).pdf", Media.pdf("Yunxi budget \(day)"), type: "application/pdf")
    placeFile(
      City.host, "\(folder)\(name).xlsx", Media.workbook,
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    let body =
      paragraphs(["\(title)已经市人民代表大会审查批准，现予公开。"])
      + "<p>附件：<a href=\"./\(name).pdf\">\(title).pdf</a>　"
      + "<a href=\"./\(name).xlsx\">\(title)附表.xlsx</a></p>"
    place(
      frame, path, Sheets.article(column, title: title, day: day, source: "市财政局", body: body))
    return Entry(title: title, path: path, day: day)
  }

  private mutating func placeBlankFees(_ frame: Frame, _ parents: [Anchor], _ menu: String) {
    let column = Column(name: City.fees.text, path: City.fees.href, type: "其他", parents: parents)
    place(
      frame, column.path, Sheets.prose(column, "<p class=\"empty\">暂无内容</p>", menu: menu))
    expect(
      City.unit, Code.topicBlank, "statutory.8", at: City.address(column.path), "栏目打开为暂无内容")
    tolerate(
      City.unit, Code.blank, column.path, at: City.address(column.path),
      "同一栏目也可以按空白栏目报告，但不得重复扣分")
    expect(
      City.unit, Code.topicMissing, "decisions", at: City.address(City.platform.href),
      "各处都没有重大行政决策栏目")
  }
}
