import Foundation

/// Two columns of the city's platform that other content systems publish.
extension Draft {
  /// A Hanweb column: the first group of rows stands in `<datastore>`, the others behind the proxy.
  mutating func placeProcurement(_ frame: Frame, _ parents: [Anchor]) {
    let column = Column(
      name: City.procurement.text, path: City.procurement.href, type: "其他", parents: parents)
    let rows = procurementRows(frame, column)
    let first = DataProxy.datastore(rows, group: 0)
    let main = """
      <div class="content"><h2 class="lmmc">\(column.name)</h2>
      <div id="\(DataProxy.unit)" class="list"><script type="text/xml">\(first)</script></div>
      <script type="text/javascript" src="/images/jpage.js"></script>
      <script type="text/javascript">\(DataProxy.script(total: rows.count))</script></div>
      """
    place(
      frame, column.path,
      Sheet(title: column.name, metas: column.metas, crumbs: column.trail, main: main))
    placeText(
      City.host, "/module/visitcount/visit.jsp", "document.write(\"\");",
      type: "application/javascript; charset=utf-8")
    for number in 0..<(rows.count + DataProxy.group - 1) / DataProxy.group {
      placeText(
        City.host, DataProxy.key(start: number * DataProxy.group + 1),
        DataProxy.datastore(rows, group: number), type: "text/xml; charset=utf-8")
    }
    decoy(
      City.unit, Code.blank, City.procurement.href, at: City.address(City.procurement.href),
      "列表写在datastore脚本里，不是空白栏目，共\(rows.count)条")
  }

  private mutating func procurementRows(_ frame: Frame, _ column: Column) -> [String] {
    var day = asOf.adding(days: -5)
    return (0..<14).map { number in
      let subject = random.pick(["中标结果", "采购意向", "竞争性磋商", "公开招标", "合同"])
      let title = "云溪市政府采购\(subject)公告（\(day.year)第\(900 - number)号）"
      let path = "/art/\(day.year)/\(day.month)/\(day.day)/art_10213_\(nextSerial()).html"
      var sheet = Sheets.article(
        column, title: title, day: day, source: "云溪市公共资源交易中心",
        body: paragraphs(["一、项目名称：办公设备和服务采购。", "二、公告期限：自本公告发布之日起一个工作日。"]))
      sheet.main += """
        <iframe src="/module/visitcount/visit.jsp?type=3&i_articleid=\(number)" \
        style="display:none"></iframe>
        """
      place(frame, path, sheet)
      defer { day = day.adding(days: -random.number(2...9)) }
      return "<li><a href=\"\(path)\" title=\"\(title)\">\(title)</a><span>\(day)</span></li>"
    }
  }

  /// A column of the cmspro kind: six arguments, pages counted from one.
  mutating func placeProjects(_ frame: Frame, _ parents: [Anchor]) {
    let column = Column(
      name: City.projects.text, path: "/c100101/", type: "其他", parents: parents)
    let titles = [
      "云江二桥工程初步设计批复", "城东污水处理厂扩建核准", "市民中心二期施工许可", "云溪站前广场规划许可",
      "北部新城供水工程用地批复", "青岚水库除险加固开工报告",
    ]
    let latest = asOf.adding(days: -17)
    let entries = (0..<18).map { number in
      let day = latest.adding(days: -number * 11)
      let title = "\(titles[number % titles.count])（第\(19 - number)批）"
      let path = articlePath(column.path, day)
      let body = paragraphs(["项目代码：2020-429900-\(4_000 + number)。批准机关：市发展改革委。"])
      place(
        frame, path,
        Sheets.article(column, title: title, day: day, source: "市发展改革委", body: body))
      return Entry(title: title, path: path, day: day)
    }
    placeList(frame, column, entries, pager: .sixArguments(name: "xxgk_list"))
    placeRedirect(City.host, column.path, to: City.projects.href)
  }
}

/// The list protocol of Hanweb's jpage plug-in: rows by record number, as XML with HTML inside.
enum DataProxy {
  static let path = "/module/web/jpage/dataproxy.jsp"
  static let unit = "445106"
  static let column = "10213"
  /// Rows fetched at once; the plug-in shows them five a page.
  static let group = 10

  static func key(start: Int) -> String { "\(path)?startrecord=\(start)" }

  /// The rows of one group, counted from 0, and the address of the next, which the plug-in also
  /// counts from 0.
  static func datastore(_ all: [String], group number: Int) -> String {
    let rows = all.dropFirst(number * group).prefix(group)
    let records = rows.map { "<record><![CDATA[\($0)]]></record>" }.lines
    let next = """
      <nextgroup><![CDATA[<a href="\(path)?page=\(number + 1)&webid=1&path=http://\(City.host)/\
      &columnid=\(column)&unitid=\(unit)&webname=yunxi&permissiontype=0"></a>]]></nextgroup>
      """
    return """
      <datastore><totalrecord>\(all.count)</totalrecord>\
      <totalpage>\((all.count + 4) / 5)</totalpage>
      \((number + 1) * group < all.count ? next : "")
      <recordset>
      \(records)
      </recordset></datastore>
      """
  }

  static func script(total: Int) -> String {
    """
    $("#\(unit)").jpage({
      totalRecord:\(total),
      openCookie:0,
      currentPage:1,
      perPage:5,
      groupSize:2,
      barPosition:'bottom',
      ajaxParam:{col:1,appid:1,webid:1,path:'/',columnid:\(column),sourceContentType:1,\
    unitid:'\(unit)',webname:'云溪市人民政府',permissiontype:0},
      proxyUrl:'\(path)'
    });
    """
  }
}
