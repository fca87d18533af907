/// Articles of the city's news column that carry the planted broken links, and their decoys.
extension Draft {
  /// Title of the page that says with status 200 that there is none.
  static let softNotFoundTitle = "提示信息"

  mutating func placeFaultyArticles(_ frame: Frame, _ column: Column) -> [Entry] {
    placeDeadTargets(frame, column) + placeOddTargets(frame, column)
      + placeHarmlessArticles(frame, column)
  }

  private mutating func article(
    _ frame: Frame, _ column: Column, _ title: String, age: Int, _ body: String,
    behaviour: SampleResource.Behaviour = .normal
  ) -> Entry {
    let day = asOf.adding(days: -age)
    let path = articlePath(column.path, day)
    place(
      frame, path,
      Sheets.article(
        column, title: title, day: day, source: "云溪日报", body: story(about: title) + body),
      behaviour: behaviour)
    return Entry(title: title, path: path, day: day)
  }

  /// Targets that answer 404.
  private mutating func placeDeadTargets(_ frame: Frame, _ column: Column) -> [Entry] {
    let page = "/zwgk/zc/xzgfxwj/202301/t20230111_4711.html"
    let first = article(
      frame, column, "全市政策落实情况通报会举行", age: 3,
      "<p>相关文件：<a href=\"\(page)\">原实施方案全文</a></p>")
    expect(City.unit, Code.deadPage, page, at: City.address(first.path), "站内页面已删除，返回404")

    let day = asOf.adding(days: -4)
    let image = "\(column.path)\(day.folder)/W020\(day.compact)4711.jpg"
    let second = article(
      frame, column, "云溪市秋季招商推介活动掠影", age: 4,
      "<p style=\"text-align:center\"><img src=\"./W020\(day.compact)4711.jpg\" alt=\"现场\"></p>")
    expect(City.unit, Code.deadImage, image, at: City.address(second.path), "正文图片丢失，返回404")

    let outside = "http://\(SampleHosts.news)/gone/20.html"
    let third = article(
      frame, column, "中央和省级媒体聚焦云溪", age: 5,
      """
      <p>媒体报道：<a href="http://\(SampleHosts.news)/a/1.html">绿水青山看云溪</a>、\
      <a href="\(outside)">云溪茶香飘万里</a>、\
      <a href="http://\(SampleHosts.news)/blocked/3.html">云溪港通航记</a></p>
      """)
    expect(
      City.unit, Code.deadExternal, "/gone/20.html",
      at: City.address(third.path), "外部链接返回404")
    externalDecoys(at: third.path, dead: "/a/1.html", blocked: "/blocked/3.html")
    return [first, second, third]
  }

  private mutating func externalDecoys(at path: String, dead: String, blocked: String) {
    decoy(City.unit, Code.deadExternal, dead, at: City.address(path), "外部链接正常")
    decoy(
      City.unit, Code.deadExternal, blocked, at: City.address(path),
      "外站对程序访问一律返回403，应为无法判定")
  }

  /// Targets that answer something else than a page or a plain 404.
  private mutating func placeOddTargets(_ frame: Frame, _ column: Column) -> [Entry] {
    let soft = "\(column.path)202403/t20240318_50001.html"
    placeSoftNotFound(frame, soft)
    let removed = "\(column.path)202402/t20240206_49002.html"
    placeRedirect(City.host, removed, to: "/")
    let loop = "/ztzl/hd/a.html"
    placeRedirect(City.host, loop, to: "/ztzl/hd/b.html")
    placeRedirect(City.host, "/ztzl/hd/b.html", to: loop)
    let inward = "/ztzl/hd/nwxt.html"
    placeRedirect(City.host, inward, to: "http://127.0.0.1/admin/")
    let kept = "http://\(SampleHosts.former)/2016/0318.html"
    let gone = "http://\(SampleHosts.former)/2015/0902.html"
    let entry = article(
      frame, column, "云溪市政务服务改革系列报道汇总", age: 6,
      """
      <p>更早的报道：<a href="\(kept)">城市总体规划公示</a>、<a href="\(gone)">行政审批大厅启用</a></p>
      <ul><li><a href="\(soft)">之一：窗口里的变化</a></li><li><a href="\(removed)">之二：少跑一趟路</a>\
      </li><li><a href="\(loop)">之三：数据多跑路</a></li><li><a href="\(inward)">之四：办事系统入口</a>\
      </li></ul>
      """)
    let page = City.address(entry.path)
    expect(
      City.unit, Code.deadPage, soft, at: page, "返回200但内容为文章不存在",
      certainty: .withBrowser)
    // The city's server answers other missing pages with 404, so this one jump may be meant.
    tolerate(City.unit, Code.deadPage, removed, at: page, "已删除文章跳转到首页，程序未必能断定")
    expect(
      City.unit, Code.deadPage, "/2015/0902.html", at: page, "旧站对一切已删除的文章都跳转到首页")
    decoy(City.unit, Code.deadPage, "/2016/0318.html", at: page, "旧站仍保留的页面")
    expect(City.unit, Code.deadPage, loop, at: page, "两个地址互相跳转，打不开")
    decoy(City.unit, Code.deadPage, inward, at: page, "跳转到内网地址，应拒绝访问并记为无法判定")
    return [entry]
  }

  private mutating func placeSoftNotFound(_ frame: Frame, _ path: String) {
    place(
      frame, path,
      Sheet(
        title: Draft.softNotFoundTitle,
        main: """
          <div class="notice"><h2>很抱歉</h2><p>您访问的文章不存在或已被删除！</p>\
          <p><a href="/">返回首页</a></p></div>
          """))
  }

  /// Pages that look dead to a careless check and are not.
  private mutating func placeHarmlessArticles(_ frame: Frame, _ column: Column) -> [Entry] {
    let cases: [(String, SampleResource.Behaviour, String, String)] = [
      ("云溪市图书馆新馆试运行", .headNotFound, "", "服务器对HEAD返回404，GET正常"),
      ("云溪市城市展览馆恢复开放", .failsOnce, "", "第一次访问返回500，随后恢复正常"),
      ("云溪市大数据中心机房改造完成", .slow(milliseconds: 1_500), "", "响应较慢但能打开"),
      (
        "我市开展政府网站错链整治", .normal,
        "<p>　　记者看到，整改前部分链接点开后提示“404 页面不存在”，或者显示“您访问的文章不存在”，现已全部修复。</p>",
        "正文引用错误提示文字，页面本身正常"
      ),
    ]
    return cases.enumerated().map { index, item in
      let entry = article(frame, column, item.0, age: 7 + index, item.2, behaviour: item.1)
      decoy(
        City.unit, Code.deadPage, entry.path, at: City.address(column.path), item.3)
      return entry
    }
  }
}
