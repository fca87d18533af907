import Testing
import WebAddress

@testable import PageModel

/// How the systems met in practice go on with a list: what a plain GET reaches is followed, and what
/// it does not reach is said.
@Suite("Pagination of the portals' own systems")
struct PaginationSystemsTests {
  private func page(_ body: String, at address: String) throws -> Page {
    let page = try Fixture.page(body, at: address)
    let html = "<!DOCTYPE html><html><head><title>t</title></head><body>\(body)</body></html>"
    let sketch = PageReader().sketch(
      body: Array(html.utf8), url: page.url, contentType: "text/html; charset=utf-8")
    // A crawl goes on by the same addresses as a reader of the page.
    #expect(sketch.listPages == page.pagination?.pages ?? [])
    return page
  }

  private func paths(_ pagination: Pagination?) -> [String] {
    (pagination?.pages ?? []).map(\.requestTarget)
  }

  // MARK: TRS

  @Test("TRS: pages are made of the call, also where the list has another name than index")
  func trs() throws {
    let found = try page(
      """
      <ul class="list"><li><a href="./202601/t20260105_10.html">关于甲的通知</a><span>2026-01-05</span>
      </li></ul><div class="page"><script>createPageHTML(5, 2, "zcwj", "html");</script></div>
      """, at: "http://www.example.gov.cn/zwgk/zcwj/zcwj_2.html"
    ).pagination
    #expect(found?.pageCount == 5 && found?.current == 3)
    #expect(
      paths(found) == [
        "/zwgk/zcwj/zcwj.html", "/zwgk/zcwj/zcwj_1.html", "/zwgk/zcwj/zcwj_3.html",
        "/zwgk/zcwj/zcwj_4.html",
      ])
  }

  // MARK: Hanweb

  private static let proxyCall = """
    <script>$(function(){ $('#5012').jpage({ themeName:'default', dataStore: dataStore,
    proxyUrl:'/module/web/jpage/dataproxy.jsp', perPage:15, openCookies:false, totalRecord:100,
    ajaxParam:{ col:1, appid:1, webid:55, path:'/', columnid:30516, sourceContentType:1,
    unitid:5012, webname:'某县人民政府', permissiontype:0 } }); });</script>
    """

  @Test("Hanweb: the rows in the page are read, and its own next group is followed")
  func hanwebIsland() throws {
    let page = try page(
      """
      <div id="5012"><script type="text/xml"><datastore><nextgroup><![CDATA[<a
      href="/module/web/jpage/dataproxy.jsp?page=1&appid=1&webid=55&columnid=30516&unitid=5012"></a>]]>
      </nextgroup><recordset><record><![CDATA[<li><a href="/art/2026/1/5/art_30516_1.html"
      title="关于甲的通知">关于甲的通知</a><b>2026-01-05</b></li>]]></record><record><![CDATA[<li><a
      href="/art/2026/1/4/art_30516_2.html">关于乙的通知</a><b>2026-01-04</b></li>]]></record>
      </recordset></datastore></script></div>\(Self.proxyCall)
      """, at: "http://www.example.gov.cn/col/col30516/index.html")
    #expect(page.listItems.map(\.title) == ["关于甲的通知", "关于乙的通知"])
    #expect(page.pagination?.form == "hanweb-datastore")
    #expect(page.pagination?.itemCount == 100 && page.pagination?.pageCount == 7)
    #expect(
      paths(page.pagination) == [
        "/module/web/jpage/dataproxy.jsp?page=1&appid=1&webid=55&columnid=30516&unitid=5012"
      ])
  }

  @Test("Hanweb: without rows in the page, the data proxy is asked for all of them by GET")
  func hanwebProxy() throws {
    let found = try page(
      "<div id=\"5012\"></div>\(Self.proxyCall)",
      at: "http://www.example.gov.cn/col/col30516/index.html"
    ).pagination
    #expect(found?.form == "hanweb-proxy" && found?.cannotFollow == nil)
    #expect(found?.pageCount == 7 && found?.itemCount == 100)
    let rest =
      "&perpage=15&appid=1&col=1&columnid=30516&path=%2F&permissiontype=0&sourceContentType=1"
      + "&unitid=5012&webid=55&webname=%E6%9F%90%E5%8E%BF%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C"
    #expect(
      paths(found) == [
        "/module/web/jpage/dataproxy.jsp?startrecord=1&endrecord=45\(rest)",
        "/module/web/jpage/dataproxy.jsp?startrecord=46&endrecord=90\(rest)",
        "/module/web/jpage/dataproxy.jsp?startrecord=91&endrecord=100\(rest)",
      ])
  }

  @Test("Hanweb: what the proxy answers is a list, and names the next group")
  func hanwebAnswer() throws {
    let url = try #require(
      WebURL("http://www.example.gov.cn/module/web/jpage/dataproxy.jsp?page=1"))
    let xml = """
      <?xml version='1.0' encoding='utf-8' ?><datastore><nextgroup><![CDATA[<a
      href="/module/web/jpage/dataproxy.jsp?page=2&unitid=5012"></a>]]></nextgroup><recordset>
      <record><![CDATA[<li><a href="/art/2026/1/3/art_30516_3.html">关于丙的通知</a><b>2026-01-03</b>
      </li>]]></record></recordset></datastore>
      """
    let sketch = PageReader().sketch(body: Array(xml.utf8), url: url, contentType: "text/xml")
    #expect(
      sketch.listPages.map(\.requestTarget) == [
        "/module/web/jpage/dataproxy.jsp?page=2&unitid=5012"
      ])
    let addresses = sketch.links.compactMap { sketch.address(of: $0) }.map(\.path)
    #expect(addresses.contains("/art/2026/1/3/art_30516_3.html"))
  }

  @Test("Hanweb: a call that does not tell where its rows are is said to be out of reach")
  func hanwebSilent() throws {
    let found = try page(
      "<script>$('#1').jpage({perPage:15, totalRecord:30});</script>",
      at: "http://www.example.gov.cn/col/col1/index.html"
    ).pagination
    #expect(found?.pageCount == 2 && found?.pages.isEmpty == true && found?.cannotFollow != nil)
  }

  // MARK: Vsb

  @Test("Vsb counts its files backwards: the anchors' own addresses are followed, none is made up")
  func vsb() throws {
    let found = try page(
      """
      <table><tr><td>共195条&nbsp;&nbsp;1/13&nbsp;</td><td><span>首页</span><span>上页</span><a
      href="tzgg/12.htm">下页</a><a href="tzgg/1.htm">尾页</a></td></tr></table>
      <input type="hidden" id="u8p"><script>_simple_list_gotopage_fun(13,'u8pGOPAGE',1)</script>
      """, at: "http://www.example.gov.cn/xxgk/tzgg.htm"
    ).pagination
    #expect(found?.form == "vsb" && found?.pageCount == 13)
    #expect(found?.itemCount == 195)
    #expect(paths(found) == ["/xxgk/tzgg/12.htm", "/xxgk/tzgg/1.htm"])
    #expect(found?.cannotFollow == nil)
  }

  @Test("Vsb: a pager that only submits its form is said to be out of reach")
  func vsbForm() throws {
    let found = try page(
      "<form name=f method=post></form><script>_simple_list_gotopage_fun(3,'fGOPAGE',1)</script>",
      at: "http://www.example.gov.cn/list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1114"
    ).pagination
    #expect(found?.pageCount == 3 && found?.cannotFollow != nil)
  }

  // MARK: 开普

  @Test("开普: a page of the disclosure platform leads to its JSON list")
  func kaipu() throws {
    let found = try page(
      """
      <div id="gkmlpt"></div><script>window._CONFIG = { INSIDE: 1, SID: '755031', TREE: [{"id": 2811,
      "name": "政策文件"}] };</script>
      """, at: "http://www.example.gov.cn/jr/gkmlpt/index"
    ).pagination
    #expect(found?.form == "kaipu-json")
    #expect(paths(found) == ["/jr/gkmlpt/api/all/0?page=1&sid=755031"])
    let elsewhere = try page(
      "<script>var SID = '755031'</script>", at: "http://www.example.gov.cn/index.html")
    #expect(elsewhere.pagination == nil)
  }

  @Test("开普: the JSON list names its articles and its other pages")
  func kaipuAnswer() throws {
    let url = try #require(
      WebURL("http://www.example.gov.cn/gkmlpt/api/all/0?page=1&sid=755031"))
    let json = #"""
      {"classify":{"id":0,"name":"全部","url":"http:\/\/www.example.gov.cn\/gkmlpt\/index"},
      "articles":[{"id":1,"title":"关于\u7532的通知 \"一\"","url":"http:\/\/www.example.gov.cn\/gkmlpt\/content\/1\/post_1.html",
      "post_url":"","created_at":"2026-01-05 10:00:00","classify":{"name":"通知"}},
      {"id":2,"title":"x<script>","url":"javascript:alert(1)","post_url":"\/gkmlpt\/content\/2\/post_2.html?a=1&b=2"}],
      "total":250}
      """#
    #expect(KaipuLists.isList(url, contentType: "application/json; charset=utf-8"))
    let sketch = PageReader().sketch(
      body: Array(json.utf8), url: url, contentType: "application/json; charset=utf-8")
    let articles = sketch.links.compactMap { sketch.address(of: $0) }.map(\.requestTarget)
    #expect(
      articles == ["/gkmlpt/content/1/post_1.html", "/gkmlpt/content/2/post_2.html?a=1&b=2"])
    #expect(sketch.words(of: sketch.links[0]) == "关于甲的通知 \"一\"")
    #expect(
      sketch.listPages.map(\.requestTarget) == [
        "/gkmlpt/api/all/0?page=2&sid=755031", "/gkmlpt/api/all/0?page=3&sid=755031",
      ])
  }

  @Test(
    "broken JSON gives what stood before the break",
    arguments: [
      "", "{", "[[[[", "{\"title\":", "{\"title\":\"甲\",\"url\":\"/a\"", "\"\\u", "{\"a\":\"\\",
      String(repeating: "{", count: 100_000), "{\"total\":99999999999999999999}",
    ])
  func brokenJSON(text: String) throws {
    let (html, _) = KaipuLists.markup(of: Array(text.utf8))
    let isNamed = String(decoding: html, as: UTF8.self).contains("href=\"/a\"")
    #expect(isNamed == text.contains("\"/a\""))
  }

  @Test("calls within calls are read once each, however deep", .timeLimit(.minutes(1)))
  func nestedCalls() throws {
    for opening in ["$(", "x=$(", "$(a+jQuery(", "document(", "$($.b(", "f(!$("] {
      let script = String(repeating: opening, count: 60) + "1"
      let page = try Fixture.page("<script>pager(\(script))</script><p>正文</p>")
      #expect(page.mainText == "正文")
    }
  }

  // MARK: ASP.NET

  @Test("ASP.NET: a pager that writes addresses is followed")
  func aspAddresses() throws {
    let found = try page(
      """
      <div id="AspNetPager1"><a disabled="disabled">首页</a><a disabled="disabled">上一页</a><span
      class="cpb">1</span><a href="newslist.aspx?cid=12&amp;page=2">2</a><a
      href="newslist.aspx?cid=12&amp;page=3">3</a><a href="newslist.aspx?cid=12&amp;page=2">下一页</a>
      <a href="newslist.aspx?cid=12&amp;page=9">尾页</a></div>
      """, at: "http://www.example.gov.cn/newslist.aspx?cid=12"
    ).pagination
    #expect(found?.pageCount == 9 && found?.cannotFollow == nil)
    #expect(paths(found).last == "/newslist.aspx?cid=12&page=9")
    #expect(paths(found).contains("/newslist.aspx?cid=12&page=5"))
  }

  @Test("ASP.NET: a pager that posts its form back is not followed, and says so")
  func aspPostback() throws {
    let found = try page(
      """
      <form method="post" action="list.aspx?id=3"><input type="hidden" name="__VIEWSTATE" value="x">
      <a href="javascript:__doPostBack('AspNetPager1','2')">2</a>
      <a href="javascript:__doPostBack('AspNetPager1','2')">下一页</a></form>
      """, at: "http://www.example.gov.cn/list.aspx?id=3"
    ).pagination
    #expect(found?.form == "aspnet-postback")
    #expect(found?.pages.isEmpty == true && found?.cannotFollow != nil)
  }
}
