import AuditModel
import Testing
import WebAddress

@testable import PageModel

struct ArticleTests {
  private let prose = String(
    repeating: "为贯彻落实条例要求，进一步做好政务公开工作，现将有关事项通知如下。", count: 12)

  private func article(_ info: String, head: String = "") throws -> Page {
    try Fixture.page(
      """
      <div class="dqwz">您当前位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/zwgk/">政务公开</a> &gt; 正文</div>
      <div class="xl"><h1>关于做好政务公开工作的通知</h1>\(info)<div class="TRS_Editor"><p>\(prose)</p>
      <p>活动时间：2001-02-03。</p><p>甲市政府办公室</p><p>二〇二〇年八月二日</p></div></div>
      <div class="foot">版权所有 2015-2021 网站标识码：bm12345678 甲ICP备12345678号-1</div>
      """, head: head)
  }

  @Test(
    "a number that stands alone above the text is the document's, one in a sentence is cited",
    arguments: [
      ("<p>甲政发〔2020〕8号</p>", ["甲政发〔2020〕8号"]), ("<p>甲市人民政府文件　甲政发〔2020〕8号</p>", ["甲政发〔2020〕8号"]),
      ("<p>同时废止甲政发〔2015〕3号。</p>", []), ("<p>依据《办法》（省政发〔2016〕1号），制定本细则。</p>", []),
    ])
  func numbers(line: String, expected: [String]) throws {
    let page = try Fixture.page(
      """
      <div class="xl"><h1>关于做好政务公开工作的通知</h1><div class="TRS_Editor">\(line)<p>\(prose)</p></div></div>
      """)
    #expect(page.documentNumbers == expected)
  }

  @Test(
    "the labelled date near the title is the publication date",
    arguments: [
      "发布时间：2020-08-10 08:16", "发布日期：2020年08月10日", "时间：2020-08-10 来源：办公室",
      "来源：办公室    日期: 2020-8-10", "时间发布：2020-08-10", "时间  :  2020-08-10 17:44:12",
      "发布时间：<script>var p='2020年08月10日'; if(p!=''){document.write(p)}</script>",
      "<span>发布时间：</span><em id=pubTime>2020/08/10</em>", "<i>时间：</i>2020-08-10 06:23",
      "<table><tr><td>发布日期</td><td>2020-08-10</td></tr></table>",
      "<div><p>发布日期</p></div><p class=date>2020-08-10</p>",
    ])
  func published(info: String) throws {
    let page = try article("<div class=info>\(info)</div>")
    #expect(page.publication?.day == Day("2020-08-10"))
    #expect(page.publication?.role == .published)
  }

  @Test("a visible date is believed before a meta that a migration set")
  func migration() throws {
    let page = try article(
      "<div>发布时间：2009-09-30</div>", head: "<meta name=PubDate content='2023-05-12 00:00'>")
    #expect(page.publication?.day == Day("2009-09-30"))
  }

  @Test("without a visible label the meta decides; stamps of the machine never do")
  func metas() throws {
    let meta = try article("", head: "<meta name=PubDate content='2020-08-10 10:00'>")
    #expect(meta.publication?.source == "meta:PubDate")
    let stamped = try article(
      "<div>今天是 2018年11月06日 星期二</div>",
      head:
        "<meta name=Maketime content='2024-02-01'><meta name=others content='页面生成时间 2021-01-08'>")
    #expect(stamped.publication == nil)
  }

  @Test("dates carry their roles, Chinese numerals included")
  func roles() throws {
    let page = try article("<p>发布时间：2020-08-10</p><p>更新时间：2020-09-01</p><p>成文日期：2020-08-02</p>")
    let roles = page.dates.map { "\($0.day) \($0.role.rawValue)" }
    #expect(
      roles.prefix(3) == ["2020-08-10 published", "2020-09-01 updated", "2020-08-02 created"])
    #expect(page.dates.contains { $0.day == Day("2020-08-02") && $0.quote == "二〇二〇年八月二日" })
    #expect(page.dates.contains { $0.day == Day("2001-02-03") && $0.role == .other })
  }

  @Test("the position line is read, home first")
  func breadcrumb() throws {
    let page = try article("")
    #expect(page.breadcrumb.map(\.text) == ["首页", "政务公开", "正文"])
    #expect(page.breadcrumb.first?.url?.href == "http://www.example.gov.cn/")
    let bare = try Fixture.page("<div>当前位置：首页>新闻动态</div><p>内容</p>")
    #expect(bare.breadcrumb.map(\.text) == ["首页", "新闻动态"])
  }

  @Test("the main text leaves the frame out")
  func mainText() throws {
    let page = try article("")
    #expect(page.mainText.contains("贯彻落实条例"))
    #expect(!page.mainText.contains("当前位置"))
    #expect(!page.mainText.contains("标识码"))
    #expect(page.text.contains("标识码"))
  }

  @Test(
    "document heads are read from tables, lists and lines",
    arguments: [
      "<table><tr><td>索 引 号：</td><td>0001/2020-1</td><td>发文字号</td><td>甲政办〔2020〕12号</td></tr><tr><td>成文日期</td><td>2020-08-02</td><td>有效性：</td><td>有效</td></tr></table>",
      "<dl><dd><label>索引号：</label><div>0001/2020-1</div></dd><dd><label>发文字号：</label><div>甲政办〔2020〕12号</div></dd><dd><label>成文日期：</label><div>2020-08-02</div></dd><dd><label>有效性：</label><div>有效</div></dd></dl>",
      "<p><strong>索引号</strong>：0001/2020-1　　文　　号：甲政办〔2020〕12号</p><p>成文日期：2020-08-02 时效性：有效</p>",
      "<div><label>索引号</label> <span>0001/2020-1</span></div><div><label>文号</label> <span>甲政办〔2020〕12号</span></div><div><label>成文日期</label> <span>2020-08-02</span></div><div><label>有效性</label> <span>有效</span></div>",
    ])
  func heads(markup: String) throws {
    let head = try article(markup).documentHead
    #expect(head["索引号"] == "0001/2020-1")
    #expect(head["文号"] == "甲政办〔2020〕12号")
    #expect(head["成文日期"] == "2020-08-02")
    #expect(head["有效性"] == "有效")
  }

  @Test("an entry without a value is kept as empty, a list's heading is none")
  func emptyHead() throws {
    let head = try article("<p>索引号：1/2</p><p>文号：</p><p>主题分类：教育</p>").documentHead
    #expect(head["文号"] == "")
    let list = try Fixture.page(
      "<table><tr><th>名称</th><th>索引号</th><th>发布日期</th></tr><tr><td><a href=1>通知全文</a></td><td>1</td><td>2020-01-01</td></tr></table>"
    )
    #expect(list.documentHead.isEmpty)
  }

  @Test(
    "document numbers are found and made uniform",
    arguments: [
      ("豫体群〔2020〕18 号", "豫体群〔2020〕18号"), ("(发改价格[2026]630号)", "发改价格〔2026〕630号"),
      ("关于转发国办发（2019）5号文件", "国办发〔2019〕5号"), ("国务院令第711号", "国务院令第711号"),
    ])
  func numbers(text: String, wanted: String) {
    #expect(DocumentNumbers.scan(text) == [wanted])
  }

  @Test("years in brackets alone are no document numbers")
  func noNumbers() {
    #expect(DocumentNumbers.scan("（2020）年度报告 [2020-12-14] 第12号楼 (2019)").isEmpty)
  }

  @Test("footer marks are read by stable keys")
  func footer() throws {
    let page = try Fixture.page(
      """
      <p>\(prose)</p><div>网站标识码&nbsp;4104000017 <a href="//beian.miit.gov.cn">陕ICP备08003687号-1</a>
      川公网安备&nbsp;51010602000929号 主办单位：甲市人民政府办公室 承办单位：甲市大数据局
      联系电话：0375-2629911 <a href="/map.html">网站地图</a>
      <script id="_jiucuo_" sitecode='4104000017' src='/images/jiucuo.js'></script>
      <script>document.write(unescape("%3Cspan id='_ideConac' %3E%3C/span%3E%3Cscript src='http://dcs.conac.cn/js/14/CA1.js'%3E%3C/script%3E"));</script></div>
      """)
    #expect(page.footer["siteCode"] == "4104000017")
    #expect(page.footer["icp"] == "陕ICP备08003687号-1")
    #expect(page.footer["policeRecord"] == "川公网安备51010602000929号")
    #expect(page.footer["organiser"] == "甲市人民政府办公室")
    #expect(page.footer["undertaker"] == "甲市大数据局")
    #expect(page.footer["contact"] == "0375-2629911")
    #expect(page.footer["findErrors"] == "4104000017")
    #expect(page.footer["conac"] == "http://dcs.conac.cn/js/14/CA1.js")
    #expect(page.footer["siteMap"] == "/map.html")
  }

  @Test("spans of a table are repeated in every place they cover")
  func tables() throws {
    let page = try Fixture.page(
      """
      <table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr>
      <tr><td>戊</td><td rowspan=0>己</td><td>庚</td></tr></table>
      """)
    #expect(page.tables.first?.rows == [["甲", "乙", "乙"], ["甲", "丙", "丁"], ["戊", "己", "庚"]])
  }

  @Test("forms and lone search boxes are told apart from other forms")
  func forms() throws {
    let page = try Fixture.page(
      """
      <form action="/s" method=POST><input name=q><input type=submit></form>
      <form action="/login"><input name=user></form><input id=keyword value="请输入关键字">
      """)
    #expect(page.forms.map(\.isSearch) == [true, false, true])
    #expect(page.forms.map(\.method) == ["post", "get", "script"])
  }
}
