import Testing
import WebAddress

@testable import PageModel

struct HeadTests {
  @Test("the first title and the metas of the first document count")
  func nested() throws {
    let page = try Fixture.read(
      """
      <html><head><title> 部门\n 门户 </title><META NAME=SiteName content=甲局><meta name='url'
      content="a"></head><body><!DOCTYPE html><html><head><title>Document</title>
      <meta name="ColumnName" content="公共头"></head><body><h1>标题</h1></body></html></body></html>
      """)
    #expect(page.title == "部门 门户")
    #expect(page.metas.map(\.name) == ["SiteName", "url"])
    #expect(page.meta("sitename") == "甲局")
    #expect(page.headings.map(\.text) == ["标题"])
  }

  @Test("a TRS column stub is a refresh, a page that reloads itself is none")
  func refresh() throws {
    let stub = try Fixture.page("", head: "<meta http-equiv=\"Refresh\" content=\"0;URL=./dwzn/\">")
    #expect(stub.refresh?.target.href == "http://www.example.gov.cn/zwgk/tzgg/dwzn/")
    #expect(stub.refresh?.isScript == false)
    let reload = try Fixture.page("", head: "<meta http-equiv=refresh content=600>")
    #expect(reload.refresh == nil)
  }

  @Test("a refresh a script writes counts as one")
  func writtenRefresh() throws {
    let page = try Fixture.page(
      "",
      head: """
        <script>var lm="政务公开"
        if(lm=="政务公开"){
          document.write('<meta http-equiv="Refresh" content="0;URL=http://a.gov.cn/x/" />');
        }</script>
        """)
    #expect(page.refresh?.target.href == "http://a.gov.cn/x/")
  }

  @Test(
    "jumps of a script are found",
    arguments: [
      "location.href='/new/';", "window.location = \"/new/\";", "top.location.replace('/new/')",
      "setTimeout(function(){window.location.href='/new/'},10000);",
      "setTimeout(\"location.href='/new/'\", 10000)", "function go(){location.href='/new/'} go();",
      "window.onload=function(){ self.location='/new/'; }",
    ])
  func jumps(script: String) throws {
    let page = try Fixture.page("<p>已迁移</p><script>\(script)</script>")
    #expect(page.refresh?.target.href == "http://www.example.gov.cn/new/")
    #expect(page.refresh?.isScript == true)
  }

  @Test("a jump to the address in an invisible paragraph is followed")
  func jumpPage() throws {
    let page = try Fixture.page(
      """
      <p id="url" style="display:none">/c100498/xwzx_list.shtml</p>
      <script>var url = $("#url").text(); window.open(url,"_self");</script>
      """)
    #expect(page.refresh?.target.href == "http://www.example.gov.cn/c100498/xwzx_list.shtml")
  }

  @Test(
    "switches for phones, handlers and conditions are no jumps",
    arguments: [
      "if(/mobile/i.test(navigator.userAgent)){location.href='mindex.html'}",
      "window.location.href=\"mindex.html\"", "function search(){location.href='/s?q='+k}",
      "uaredirect(window.location.href+\"wap_index.html\");",
      "$('#a').click(function(){location.href='/new/'})",
      "var no=''; if(no!=''){location.href='/new/'}", "location.href=location.href",
    ])
  func noJumps(script: String) throws {
    #expect(try Fixture.page("<script>\(script)</script>").refresh == nil)
  }

  @Test("base and canonical are resolved and used")
  func base() throws {
    let page = try Fixture.page(
      "<a href=b.html>b</a>",
      head: "<base href='/other/'><link rel=canonical href='http://a.gov.cn/c'>")
    #expect(page.base?.href == "http://www.example.gov.cn/other/")
    #expect(page.canonical?.href == "http://a.gov.cn/c")
    let anchor = page.links.first { $0.element == .anchor }
    #expect(anchor?.url?.href == "http://www.example.gov.cn/other/b.html")
  }
}
