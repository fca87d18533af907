/// The city government's portal: frame, news columns, home page.
enum City {
  static let unit = "yunxi"
  static let host = SampleHosts.city
  static let issuer = Issuer(
    unit: unit, name: "云溪市人民政府", prefix: "云政发", indexCode: "014200001")

  static let frame = Frame(
    siteName: "云溪市人民政府门户网站", domain: host, idCode: "4299000001",
    organiser: "云溪市人民政府办公室", filing: "楚ICP备12345678号-1",
    policeNumber: "楚公网安备 42990002000001号", telephone: "0999-3210001", charset: .utf8,
    navigation: [
      Anchor("网站首页", "/"), Anchor("走进云溪", "/zjyx/"), Anchor("政务动态", "/zwdt/"),
      Anchor("政府信息公开", "/zwgk/"), Anchor("政务服务", "http://zwfw.yunxi.gov.cn/"),
      Anchor("互动交流", "/hdjl/"), Anchor("专题专栏", "/ztzl/"),
    ], siteMap: "/wzdt/")

  static let newsParent = [Anchor("政务动态", "/zwdt/")]
  static let headlines = Column(
    name: "云溪要闻", path: "/zwdt/yxyw/", type: "政务动态", parents: newsParent)
  static let departments = Column(
    name: "部门动态", path: "/zwdt/bmdt/", type: "政务动态", parents: newsParent)
  static let districts = Column(
    name: "县区动态", path: "/zwdt/xqdt/", type: "政务动态", parents: newsParent)
  static let videos = Column(
    name: "视频新闻", path: "/zwdt/spxw/", type: "政务动态", parents: newsParent)
  static let notices = Column(name: "通知公告", path: "/tzgg/", type: "通知公告")

  static func address(_ path: String) -> String { "http://\(host)\(path)" }
}

extension Draft {
  /// Places the whole city portal, the 民政局 section not included.
  mutating func placeCity() {
    let frame = City.frame
    placeNewsStub(frame)
    let headlines = placeHeadlines(frame)
    let departments = placeDepartments(frame)
    placeDistricts(frame)
    placeVideos(frame)
    let notices = placeCityNotices(frame)
    let documents = placeCityPolicies(frame)
    placeCityDisclosure(frame, documents)
    placeAbout(frame)
    placeTopics(frame)
    placeInteraction(frame)
    placeHome(
      frame, headlines: headlines, departments: departments, notices: notices,
      documents: documents)
  }

  /// The parent column is nothing but a jump to its first child, as TRS leaves it.
  private mutating func placeNewsStub(_ frame: Frame) {
    let stub = """
      <html>\n<head>\n<meta http-equiv="Refresh" content="0;URL=./yxyw/">\n</head>\n\
      <body></body>\n</html>

      """
    placeText(City.host, "/zwdt/", stub, type: "text/html; charset=utf-8", title: "政务动态")
    decoy(
      City.unit, Code.blank, "/zwdt/", at: City.address("/zwdt/"),
      "栏目首页只是跳转到第一个子栏目，不是空白栏目")
  }

  private mutating func placeHeadlines(_ frame: Frame) -> [Entry] {
    let column = City.headlines
    let news = placeNews(frame, column, count: 31, newest: asOf.adding(days: -1), step: 2)
    let pinnedDay = asOf.adding(days: -420)
    let path = articlePath(column.path, pinnedDay)
    let title = "云溪市人民政府致全市市民的一封信"
    place(
      frame, path,
      Sheets.article(
        column, title: title, day: pinnedDay, source: "市政府办公室", body: story(about: title)))
    decoy(
      City.unit, Code.stale, column.path, at: City.address(column.path),
      "首条是置顶的旧文，其后为昨日新闻")
    let pinned = Entry(title: title, path: path, day: pinnedDay, isPinned: true)
    let dated = (news + placeFaultyArticles(frame, column)).newestFirst
    placeList(frame, column, [pinned] + dated)
    return dated
  }

  private mutating func placeDepartments(_ frame: Frame) -> [Entry] {
    let column = City.departments
    let newest = asOf.adding(days: -13)
    let entries = placeNews(frame, column, count: 16, newest: newest, step: 5, source: "市直部门")
    placeList(frame, column, entries)
    decoy(
      City.unit, Code.stale, column.path, at: City.address(column.path),
      "最新一条距监测日13天，仍在两周之内")
    return entries
  }

  private mutating func placeDistricts(_ frame: Frame) {
    let column = City.districts
    let newest = asOf.adding(days: -15)
    placeList(frame, column, placeNews(frame, column, count: 8, newest: newest, step: 6))
    expect(
      City.unit, Code.stale, column.path, at: City.address(column.path),
      "动态类栏目最新一条为\(newest)，超过两周")
  }

  /// Neither the list nor the articles show a day anywhere.
  private mutating func placeVideos(_ frame: Frame) {
    let column = City.videos
    let entries = (1...6).map { number in
      let title = "【视频】\(headline())"
      let path = "\(column.path)v\(nextSerial()).html"
      let body = """
        <video controls src="/images/sample.mp4" poster="/images/poster.png"></video>
        \(paragraphs(["视频由云溪市融媒体中心摄制，时长\(number)分\(number * 7)秒。"]))
        """
      place(
        frame, path,
        Sheets.article(column, title: title, day: nil, source: "云溪市融媒体中心", body: body))
      return Entry(title: title, path: path)
    }
    placeList(frame, column, entries)
    expect(
      City.unit, Code.undated, column.path, at: City.address(column.path),
      "列表和文章均无发布日期，视为未更新")
  }

  private mutating func placeCityNotices(_ frame: Frame) -> [Entry] {
    let newest = asOf.adding(months: -6).adding(days: 4)
    let entries = placeNotices(
      frame, City.notices, issuer: "云溪市人民政府办公室", count: 16, newest: newest)
    placeList(frame, City.notices, entries)
    decoy(
      City.unit, Code.stale, City.notices.path, at: City.address(City.notices.path),
      "最新一条为\(newest)，距六个月还差四天")
    return entries
  }
}

extension [Entry] {
  var newestFirst: [Entry] {
    sorted { left, right in
      guard let first = left.day, let second = right.day, first != second else {
        return left.path < right.path
      }
      return first > second
    }
  }
}
