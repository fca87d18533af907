/// Pages every disclosure platform has, written for one unit.
extension Draft {
  /// The guide as art. 12 of the 条例 wants it. The way to apply may stand in it instead of in a
  /// column of its own; `tellsHowToApply` false leaves it to the column.
  func guide(
    _ issuer: Issuer, address: String, telephone: String, tellsHowToApply: Bool = true
  ) -> String {
    let application =
      tellsHowToApply
      ? "申请人可以当面、邮寄或者在线提交申请，填写《政府信息公开申请表》。本机关登记后审查，"
        + "自收到申请之日起二十个工作日内答复。提供政府信息不收取费用，申请数量、频次明显超过合理范围的按规定收取信息处理费。"
      : "见本专栏“依申请公开”栏目。"
    return paragraphs([
      "为了更好地提供政府信息公开服务，\(issuer.name)根据《中华人民共和国政府信息公开条例》，编制本指南。",
      "一、信息分类和编排体系。主动公开的政府信息按照机构职能、政策文件、规划计划、财政信息等类别编排，"
        + "索引由机构代码、年份和流水号组成。",
      "二、获取方式。公民、法人和其他组织可以通过\(issuer.name)门户网站、政府公报、政务服务中心查阅点获取。",
      "三、依申请公开。\(application)",
      "四、公开工作机构。机构名称：\(issuer.name)政务公开工作办公室。办公地址：\(address)。"
        + "办公时间：工作日上午8:30至12:00，下午14:30至17:30。联系电话：\(telephone)。"
        + "传真号码：\(telephone.dropLast())0。互联网联系方式：zwgk@yunxi.gov.cn。邮政编码：430099。",
      "五、监督渠道。认为机关不依法履行政府信息公开义务的，可以向政府信息公开工作主管部门投诉举报。",
    ])
  }

  func rules(_ issuer: Issuer) -> [String] {
    [
      "\(issuer.name)政府信息公开保密审查制度", "\(issuer.name)政府信息主动公开工作制度",
      "\(issuer.name)政府信息依申请公开办理规范", "\(issuer.name)政府信息公开年度报告制度",
      "\(issuer.name)政务公开工作考核办法",
    ]
  }

  mutating func placeRules(_ frame: Frame, _ column: Column, _ issuer: Issuer, menu: String) {
    let entries = rules(issuer).enumerated().map { index, title in
      let day = asOf.adding(days: -40 - 25 * index)
      let path = articlePath(column.path, day)
      let body = paragraphs([
        "第一条　为规范政府信息公开工作，根据政府信息公开条例，制定本制度。",
        "第二条　本制度适用于\(issuer.name)及所属单位。", "第三条　公开前应当进行审查，做到谁公开、谁审查、谁负责。",
      ])
      place(
        frame, path,
        Sheets.article(column, title: title, day: day, source: issuer.name, body: body))
      return Entry(title: title, path: path, day: day)
    }
    placeList(frame, column, entries, menu: menu)
  }

  func application(_ issuer: Issuer, form: String) -> String {
    paragraphs([
      "公民、法人或者其他组织可以向\(issuer.name)申请获取政府信息。",
      "申请方式：在线申请、信函申请、当面申请。申请应当包括申请人的姓名或者名称、身份证明、联系方式，"
        + "申请公开的政府信息的名称、文号或者便于查询的其他特征性描述，以及获取信息的形式要求。",
      "办理流程：登记、审查、答复。自收到申请之日起20个工作日内答复。提供政府信息不收取费用，"
        + "申请数量、频次明显超过合理范围的按规定收取信息处理费。",
    ]) + """
      <p>附件：<a href="\(form)">政府信息公开申请表.doc</a></p>
      <form class="ysq" action="/ysqgk/submit" method="post"><label>申请人姓名 \
      <input type="text" name="applicant"></label><label>联系电话 <input type="text" name="phone">\
      </label><label>所需信息描述 <textarea name="content"></textarea></label>\
      <button type="submit">提交申请</button></form>
      """
  }

  /// Monthly records of a statutory column, such as permits granted.
  mutating func placeRecords(
    _ frame: Frame, _ column: Column, _ issuer: Issuer, subject: String, menu: String = "",
    count: Int = 3
  ) {
    let entries = records(frame, column, issuer, subject: subject, count: count)
    placeList(frame, column, entries, menu: menu)
  }

  mutating func records(
    _ frame: Frame, _ column: Column, _ issuer: Issuer, subject: String, count: Int
  ) -> [Entry] {
    let latest = asOf.adding(days: -random.number(4...20))
    return (0..<count).map { index in
      let day = latest.adding(months: -index)
      let about = day.adding(months: -1)
      let title = "\(issuer.name)\(about.year)年\(about.month)月\(subject)"
      let path = articlePath(column.path, day)
      let body = paragraphs([
        "现将\(about.year)年\(about.month)月\(subject)予以公布。",
        "本月共办理\(random.number(11...99))件，其中办结\(random.number(5...10))件，其余正在按程序办理。",
      ])
      place(
        frame, path,
        Sheets.article(column, title: title, day: day, source: issuer.name, body: body))
      return Entry(title: title, path: path, day: day)
    }
  }

  /// 政府网站工作年度报表, one a year.
  mutating func placeWebsiteReports(
    _ frame: Frame, _ column: Column, _ issuer: Issuer, menu: String
  ) {
    var entries: [Entry] = []
    for year in 2019..<max(2019, asOf.year) {
      let day = SampleDay(year: year + 1, month: 1, day: random.number(8...24))
      guard day <= asOf else { break }
      let title = "\(frame.siteName)政府网站工作年度报表（\(year)年度）"
      let path = articlePath(column.path, day)
      place(
        frame, path,
        Sheets.article(
          column, title: title, day: day, source: issuer.name, body: websiteTable(frame, issuer)))
      entries.insert(Entry(title: title, path: path, day: day), at: 0)
    }
    placeList(frame, column, entries, menu: menu)
  }

  private mutating func websiteTable(_ frame: Frame, _ issuer: Issuer) -> String {
    let rows = [
      ("网站名称", frame.siteName), ("首页网址", frame.domain), ("主办单位", issuer.name),
      ("政府网站标识码", frame.idCode), ("ICP备案号", frame.filing), ("公安机关备案号", frame.policeNumber),
      ("独立用户访问总量（单位：个）", "\(random.number(90_000...400_000))"),
      ("信息发布总数（单位：条）", "\(random.number(800...4_000))"),
      ("专栏专题数量（单位：个）", "\(random.number(3...9))"),
      ("解读信息发布总数（单位：条）", "\(random.number(20...60))"),
      ("收到留言数量（单位：条）", "\(random.number(100...400))"),
      ("安全检测评估次数（单位：次）", "\(random.number(4...12))"),
    ].map { "<tr><td>\($0.0)</td><td>\($0.1)</td></tr>" }
    return "<table class=\"nb\">\(rows.lines)</table>"
  }
}
