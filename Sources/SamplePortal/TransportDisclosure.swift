/// The transport bureau's documents and disclosure platform, with its planted faults.
extension Draft {
  mutating func placeTransportPolicies(_ frame: Frame) -> [Entry] {
    let names = [
      "云溪市农村公路养护管理办法", "云溪市网络预约出租汽车管理细则", "云溪市内河渡口安全管理办法",
      "云溪市公共汽车客运服务规范", "云溪市超限超载治理实施细则",
    ]
    let column = Transport.policies
    let pairs = names.enumerated().map { index, name in
      let item = policy(
        Transport.issuer, column, name: name, number: 9 - index,
        published: asOf.adding(days: -18 - 40 * index))
      let interpretation = placePair(
        item, Transport.issuer, policies: column, interpretations: Transport.interpretations,
        on: frame, pairing: index == 3 ? .interpretationOnly : .both)
      if index == 3 {
        expect(
          Transport.unit, Code.policyLink, item.number, at: Transport.address(item.path),
          "政策页没有解读链接，解读稿已链接政策原文")
      }
      return (item: item, interpretation: interpretation)
    }
    placeTransportLists(frame, pairs.map(\.item), pairs.map(\.interpretation))
    return pairs.map(\.item.entry)
  }

  /// Policies show their interpretation under the entry as well, as national portals do.
  private mutating func placeTransportLists(
    _ frame: Frame, _ items: [Policy], _ interpretations: [Entry]
  ) {
    let entries = zip(items, interpretations).enumerated().map { index, pair in
      var entry = pair.0.entry
      if index != 3 {
        entry.interpretations = [Anchor(pair.1.title, pair.1.path)]
      }
      return entry
    }
    let menu = Sheets.menu(Transport.menu, current: Transport.policies.path)
    placeList(frame, Transport.policies, entries, menu: menu)
    placeList(frame, Transport.interpretations, interpretations)
  }

  mutating func placeTransportDisclosure(_ frame: Frame) {
    let front = Column(name: "政府信息公开", path: Transport.platform.href, type: "政府信息公开")
    place(
      frame, front.path,
      Sheets.prose(
        front, paragraphs(["本专栏集中公开云溪市交通运输局法定主动公开的政府信息。"]),
        menu: Sheets.menu(Transport.menu, current: "")))
    expect(
      Transport.unit, Code.missing, "institutions", at: Transport.address(front.path),
      "首页、公开平台、网站地图都没有政府信息公开制度栏目")
    placeWrongGuide(frame)
    placeTransportStatutory(frame)
    let annual = transportColumn("政府信息公开年报", "zfxxgknb", type: "信息公开年报")
    let reports = placeAnnualReports(frame, annual, Transport.issuer, due: (1, 30))
    placeList(
      frame, annual, reports, menu: Sheets.menu(Transport.menu, current: annual.path))
    let website = transportColumn("政府网站工作年度报表", "wzgznb", type: "其他")
    placeWebsiteReports(
      frame, website, Transport.issuer, menu: Sheets.menu(Transport.menu, current: website.path))
    placeTransportApplication(frame)
  }

  private func transportColumn(_ name: String, _ folder: String, type: String) -> Column {
    Column(name: name, path: "/zwgk/\(folder)/", type: type, parents: [Transport.platform])
  }

  /// The guide's column holds a list of powers instead.
  private mutating func placeWrongGuide(_ frame: Frame) {
    let column = transportColumn("政府信息公开指南", "zfxxgkzn", type: "信息公开指南")
    let text = """
      <h1>云溪市交通运输局权力清单和责任清单事项</h1>
      <table class="nb"><tr><td>序号</td><td>事项名称</td><td>类别</td></tr>
      <tr><td>1</td><td>公路超限运输许可</td><td>行政许可</td></tr>
      <tr><td>2</td><td>道路旅客运输经营许可</td><td>行政许可</td></tr>
      <tr><td>3</td><td>对未取得许可擅自经营的处罚</td><td>行政处罚</td></tr></table>
      """
    place(
      frame, column.path,
      Sheets.prose(column, text, menu: Sheets.menu(Transport.menu, current: column.path)))
    expect(
      Transport.unit, Code.wrongContent, "guide", at: Transport.address(column.path),
      "指南栏目里放的是权责清单，没有指南应有的内容")
  }

  private mutating func placeTransportApplication(_ frame: Frame) {
    let column = transportColumn("依申请公开", "ysqgk", type: "依申请公开")
    let form = "\(column.path)P020210105002.doc"
    placeFile(Transport.host, form, Media.word, type: "application/msword")
    place(
      frame, column.path,
      Sheets.prose(
        column, application(Transport.issuer, form: form),
        menu: Sheets.menu(Transport.menu, current: column.path)))
  }

  private mutating func placeTransportStatutory(_ frame: Frame) {
    let root = transportColumn("法定主动公开内容", "fdzdgknr", type: "信息公开目录")
    let menu = Sheets.menu(Transport.menu, current: root.path)
    let children = Transport.menu[2].children
    let grid = "<ul class=\"grid\">\(children.map { "<li>\($0.html)</li>" }.lines)</ul>"
    place(frame, root.path, Sheets.prose(root, grid, menu: menu))
    for anchor in [Transport.permits, Transport.budget] {
      placeRecords(
        frame, statutory(anchor), Transport.issuer, subject: "\(anchor.text)信息", menu: menu)
    }
    place(
      frame, Transport.organisation.href,
      Sheets.prose(
        statutory(Transport.organisation),
        paragraphs([
          "负责全市综合交通运输体系规划、公路和水路建设养护、道路运输管理。", "办公地址：云溪市望江路18号。联系电话：0999-3210017。",
        ]), menu: menu))
    place(
      frame, Transport.powers.href,
      Sheets.prose(
        statutory(Transport.powers),
        paragraphs([
          "依据机构改革方案和法律法规，市交通运输局行使行政许可十二项、行政处罚八十六项、行政强制七项、行政检查九项。",
          "各项权力的依据、责任事项、追责情形由市委编办审核后统一编制，随法律法规变动及时调整。",
        ]), menu: menu))
    placeNilReturn(frame, menu)
    placeUnderConstruction(frame, menu)
  }

  private func statutory(_ anchor: Anchor) -> Column {
    Column(
      name: anchor.text, path: anchor.href, type: "其他",
      parents: [Transport.platform, Anchor("法定主动公开内容", "/zwgk/fdzdgknr/")])
  }

  private mutating func placeNilReturn(_ frame: Frame, _ menu: String) {
    let column = statutory(Transport.fees)
    let text = paragraphs(["经核实，本机关没有行政事业性收费项目，本年度无相关信息，特此说明。"])
    place(frame, column.path, Sheets.prose(column, text, menu: menu))
    for (code, subject) in [(Code.topicBlank, "statutory.8"), (Code.blank, column.path)] {
      decoy(
        Transport.unit, code, subject, at: Transport.address(column.path),
        "零报告说明，不是空白栏目")
    }
  }

  private mutating func placeUnderConstruction(_ frame: Frame, _ menu: String) {
    let column = statutory(Transport.works)
    place(
      frame, column.path,
      Sheets.prose(column, "<p class=\"empty\">栏目正在建设中，敬请期待！</p>", menu: menu))
    expect(
      Transport.unit, Code.topicBlank, "key-projects", at: Transport.address(column.path),
      "栏目长期显示正在建设中")
    tolerate(
      Transport.unit, Code.blank, column.path, at: Transport.address(column.path),
      "同一栏目也可以按空白栏目报告，但不得重复扣分")
  }
}
