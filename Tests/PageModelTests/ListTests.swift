import AuditModel
import Testing
import WebAddress

@testable import PageModel

struct ListTests {
  private func day(_ text: String) -> Day? { Day(text) }

  @Test("rows of a list carry titles, addresses and dates; a box inside a row is no row")
  func policyList() throws {
    let page = try Fixture.page(
      """
      <ul class="u-list"><li><a href="./202603/t1.html" title="关于儿童友好建设的意见">关于儿童友好建…</a>
      <div class="popbox"><h3 title="相关解读">相关解读</h3><ul>
      <li><a href="../jd/t2.html">两部门联合印发意见</a></li><li><a href="../jd/t3.html">答记者问全文</a></li>
      </ul></div><span>2026/03/17</span></li>
      <li class="empty"></li>
      <li><a href="./202602/t4.html">关于低空保险发展的实施意见</a><span>2026/02/12</span></li></ul>
      """)
    #expect(page.listItems.map(\.title) == ["关于儿童友好建设的意见", "关于低空保险发展的实施意见"])
    #expect(page.listItems.map { $0.date?.day } == [day("2026-03-17"), day("2026-02-12")])
    let related = page.links.filter { $0.place == .related }
    #expect(related.count == 2)
    #expect(related.allSatisfy { $0.label == "相关解读" })
  }

  @Test(
    "dates are read in every shape lists show them",
    arguments: [
      ("<li><a href=1>关于召开会议的通知</a>[2020-12-14]</li>", "2020-12-14"),
      ("<li><span> 2020-12-14 </span><a href=1>关于召开会议的通知</a></li>", "2020-12-14"),
      ("<li><a href=1>关于召开会议的通知(2020-12-14)</a></li>", "2020-12-14"),
      ("<li><a href=1><p>关于召开会议的通知</p><span>2020.12.14</span></a></li>", "2020-12-14"),
      ("<li><b>14</b><i>2020-12</i><a href=1>关于召开会议的通知</a></li>", "2020-12-14"),
      ("<li><em>2020年12月</em><em>14日</em><a href=1>关于召开会议的通知</a></li>", "2020-12-14"),
      ("<li><a href=/202012/t20201214_1.html>关于召开会议的通知</a><span>12-14</span></li>", "2020-12-14"),
      ("<li><a href=/art/2020/12/14/art_1.html>关于召开会议的通知</a><i>[12-14]</i></li>", "2020-12-14"),
      ("<li><a href=1>关于召开会议的通知</a><span>12-14</span></li>", ""),
      ("<li><a href=/202011/t20201130_1.html>关于召开会议的通知</a><span>12-14</span></li>", ""),
    ])
  func dates(row: String, wanted: String) throws {
    let other = "<li><a href=9>关于印发工作方案的通知</a><span>2020-12-01</span></li>"
    let page = try Fixture.page("<div><ul>\(row)\(other)</ul></div>")
    #expect(page.listItems.map(\.title) == ["关于召开会议的通知", "关于印发工作方案的通知"])
    #expect(page.listItems.first?.date?.day == day(wanted))
  }

  @Test("a year taken from the address says so")
  func source() throws {
    let page = try Fixture.page(
      "<ul><li><a href=/202012/t20201214_1.html>关于召开会议的通知</a><span>12-14</span></li></ul>")
    #expect(page.listItems.first?.date?.source.hasPrefix("year-from-url:/html[1]") == true)
  }

  @Test("tables and definition lists are lists too; the column's heading picks the date")
  func tables() throws {
    let page = try Fixture.page(
      """
      <table><tr><th>名称</th><th>文号</th><th>成文日期</th><th>发布日期</th></tr>
      <tr><td><a href=1>关于印发管理办法的通知</a></td><td>甲发〔2020〕1号</td><td>2020-01-02</td>
      <td>2020-01-09</td></tr></table>
      <dl><dt><a href=2>人事任免信息公告</a></dt><dd>2020-02-03</dd></dl>
      <div><div class=r><a href=3>部门预算公开说明</a><p>2020-03-04</p></div>
      <div class=r><a href=4>部门决算公开说明</a><p>2020-03-05</p></div></div>
      """)
    let dates = page.listItems.map { $0.date?.day.description ?? "-" }
    #expect(dates == ["2020-01-09", "2020-02-03", "2020-03-04", "2020-03-05"])
  }

  @Test("pinned rows are marked and their mark is no part of the title")
  func pinned() throws {
    let page = try Fixture.page(
      """
      <ul><li><a href=1>[置顶]关于印发方案的通知</a><span>2019-01-02</span></li>
      <li><a href=2>关于召开会议的通知</a><span>2020-01-02</span></li></ul>
      """)
    #expect(page.listItems.map(\.isPinned) == [true, false])
    #expect(page.listItems.first?.title == "关于印发方案的通知")
  }

  @Test("menus, footers and pagers are no lists")
  func frames() throws {
    let page = try Fixture.page(
      """
      <div class="nav"><ul><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li></ul></div>
      <div class="left"><ul><li><a href=/b>机构职能</a></li><li><a href=/c>领导信息</a></li>
      <li><a href=/d>人事任免</a></li></ul></div><div class="main">暂无内容</div>
      <div class="foot"><a href=/e>网站地图</a> 网站标识码：1234567890</div>
      """)
    #expect(page.listItems.isEmpty)
    #expect(page.mainText == "暂无内容")
  }

  @Test("Hanweb rows in a data island are rows, their pages are known")
  func hanweb() throws {
    let page = try Fixture.page(
      """
      <div id="12"><script type="text/xml"><datastore><nextgroup><![CDATA[<a
      href="/module/web/jpage/dataproxy.jsp?page=1&appid=1&columnid=9"></a>]]></nextgroup>
      <recordset><record><![CDATA[<li><a href="/art/2020/1/2/art_9_1.html" title="关于召开会议的通知">
      关于召开会议的通知</a><b>2020-01-02</b></li>]]></record>
      <record><![CDATA[<li><a href="/art/2020/1/1/art_9_2.html">关于印发方案的通知</a>
      <b>2020-01-01</b></li>]]></record></recordset></datastore></script></div>
      """)
    #expect(page.listItems.map(\.title) == ["关于召开会议的通知", "关于印发方案的通知"])
    #expect(page.pagination?.form == "hanweb-datastore")
    #expect(page.pagination?.pages.first?.path == "/module/web/jpage/dataproxy.jsp")
  }
}
