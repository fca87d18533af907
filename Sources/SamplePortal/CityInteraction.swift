/// Interaction pages of the city: a jump page, letters behind session ids, an endless calendar.
extension Draft {
  mutating func placeInteraction(_ frame: Frame) {
    let letters = Column(
      name: "领导信箱", path: "/hdjl/ldxx/", type: "咨询投诉", parents: [Anchor("互动交流", "/hdjl/")])
    placeJumpPage(frame, to: letters.path)
    placeLetters(frame, letters)
    placeInterviews(frame)
    place(frame, Calendar.path, Calendar.sheet(year: asOf.year, month: asOf.month))
    decoy(
      City.unit, Code.deadPage, Calendar.path, at: City.address(Calendar.path),
      "日历可以无限翻页，应当截断并记录")
  }

  /// A column that opens onto nothing and is none of the topics the 条例 names.
  private mutating func placeInterviews(_ frame: Frame) {
    let column = Column(
      name: "在线访谈", path: "/hdjl/zxft/", type: "在线访谈", parents: [Anchor("互动交流", "/hdjl/")])
    place(frame, column.path, Sheets.prose(column, "<p class=\"empty\">暂无内容</p>"))
    expect(
      City.unit, Code.blank, column.path, at: City.address(column.path), "栏目打开为暂无内容")
  }

  /// A page with full metas whose only content is a script that opens another address.
  private mutating func placeJumpPage(_ frame: Frame, to target: String) {
    let column = Column(name: "互动交流", path: "/hdjl/", type: "咨询投诉")
    var sheet = Sheets.prose(column, "")
    sheet.main = """
      <p id="url" style="display:none">\(target)</p>
      <script>var url = document.getElementById("url").innerHTML; window.open(url,"_self");</script>
      """
    place(frame, column.path, sheet)
    decoy(
      City.unit, Code.blank, column.path, at: City.address(column.path), "由脚本跳转的栏目，不是空白栏目")
  }

  /// Every link of the list carries a session id that is new on each request.
  private mutating func placeLetters(_ frame: Frame, _ column: Column) {
    let subjects = [
      "咨询公租房申请条件", "反映路灯不亮", "建议增加公交班次", "咨询医保异地备案", "反映噪声扰民",
      "咨询居住证办理", "建议增设停车位", "反映井盖破损",
    ]
    let items = subjects.enumerated().map { index, subject in
      let day = asOf.adding(days: -2 - 3 * index)
      let path = "\(column.path)show.jsp?id=\(index + 1)"
      let body = paragraphs([
        "留言时间：\(day.adding(days: -3))　留言内容：\(subject)，请予答复。",
        "答复单位：云溪市有关部门　答复时间：\(day)　答复内容：您反映的问题已收悉并办理，感谢关注。",
      ])
      place(
        frame, path,
        Sheets.article(column, title: subject, day: day, source: "领导信箱", body: body))
      return """
        <li><a href="\(column.path)show.jsp;jsessionid=\(SamplePortal.sessionMark)?id=\(index + 1)">\
        \(subject)</a><span>\(day)</span></li>
        """
    }
    let more = """
      <p><a href="/hdjl/zxft/">在线访谈</a>　<a href="\(Calendar.path)">接待日安排</a></p>
      """
    place(
      frame, column.path, Sheets.prose(column, "<ul class=\"list\">\(items.lines)</ul>\(more)"))
  }
}

/// A calendar with a page for every month there ever was: a trap for crawlers.
enum Calendar {
  static let path = "/hdjl/rl/"

  static func sheet(year: Int, month: Int) -> Sheet {
    let first = SampleDay(year: year, month: month, day: 1)
    let before = first.adding(months: -1)
    let after = first.adding(months: 1)
    let days = (1...(after.number - first.number)).map { "<td>\($0)</td>" }
    let rows = stride(from: 0, to: days.count, by: 7).map { start in
      "<tr>\(days.dropFirst(start).prefix(7).joined())</tr>"
    }
    return Sheet(
      title: "领导接待日安排", crumbs: [Anchor("互动交流", "/hdjl/"), Anchor("接待日安排", path)],
      main: """
        <div class="content"><h2 class="lmmc">\(year)年\(month)月</h2><table class="nb">\
        \(rows.lines)</table><p><a href="\(path)?month=\(label(before))">上月</a> \
        <a href="\(path)?month=\(label(after))">下月</a></p></div>
        """)
  }

  private static func label(_ day: SampleDay) -> String {
    "\(day.year)-\(SampleDay.padded(day.month))"
  }

  /// The month asked for by `month=2026-11`; nil when it is none.
  static func month(query: String) -> (year: Int, month: Int)? {
    guard let value = query.split(separator: "&").first(where: { $0.hasPrefix("month=") }) else {
      return nil
    }
    let parts = value.dropFirst(6).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, (1...9_999).contains(parts[0]), (1...12).contains(parts[1]) else {
      return nil
    }
    return (parts[0], parts[1])
  }
}
