import Testing
import WebAddress

@testable import PageModel

struct PaginationTests {
  private func pager(_ body: String, at address: String = Fixture.address) throws -> Pagination? {
    try Fixture.page("<p>正文</p>" + body, at: address).pagination
  }

  private func names(_ pagination: Pagination?) -> [String] {
    (pagination?.pages ?? []).map { page in
      String(page.href.split(separator: "/").last ?? "")
    }
  }

  @Test("TRS counts from 0")
  func trs() throws {
    let found = try pager("<script>createPageHTML(4, 1, \"index\", \"html\")</script>")
    #expect(found?.form == "trs")
    #expect(found?.pageCount == 4)
    #expect(found?.current == 2)
    #expect(names(found) == ["index.html", "index_2.html", "index_3.html"])
  }

  @Test("the definition of the pager is no call of it")
  func definition() throws {
    let found = try pager(
      """
      <script>function createPageHTML(_nPageCount,_nCurrIndex,_sPageName,_sPageExt){
      document.write("<a href='x_1.html'>2</a>")}
      createPageHTML(1,0,"t20190918_693227","shtml");</script>
      """)
    #expect(found?.pageCount == 1)
    #expect(found?.pages.isEmpty == true)
  }

  @Test("the home-made TRS pager")
  func homeMade() throws {
    let found = try pager(
      "<script>Pager({size:3, current:0, prefix:'index',suffix:'html',visible:5});</script>")
    #expect(found?.form == "trs-pager")
    #expect(names(found) == ["index_1.html", "index_2.html"])
  }

  @Test("six arguments count from 1, and a list may itself be called list_1")
  func sixArguments() throws {
    let found = try pager(
      "<script>createPageHTML('page_div',3, 1,'xwzx_list_1','shtml',202);</script>")
    #expect(found?.form == "cmspro")
    #expect(found?.itemCount == 202)
    #expect(found?.current == 1)
    #expect(names(found) == ["xwzx_list_1_2.shtml", "xwzx_list_1_3.shtml"])
  }

  @Test("SiteServer: anchors, a gap, and the words that count")
  func siteServer() throws {
    let found = try pager(
      """
      <div class=page><a href="javascript:;">首页</a><a class="current">1</a><a
      href="18287_2.html">2</a><a href="18287_3.html">3</a><a href="18287_4.html">...</a>
      <a href="18287_2.html">下一页</a><a href="18287_48.html">尾页</a>
      <a>共 474 条 当前第 1 / 48 页</a></div>
      """, at: "http://a.gov.cn/channels/18287.html")
    #expect(found?.pageCount == 48)
    #expect(found?.itemCount == 474)
    #expect(found?.current == 1)
    #expect(found?.pages.count == 47)
    #expect(names(found).last == "18287_48.html")
  }

  @Test("Guangdong: current and first page have an empty address")
  func guangdong() throws {
    let found = try pager(
      """
      <div class="page"><a class="first" href="">第一页</a><a class="current" href="">1</a>
      <a class="normal" href="http://www.example.gov.cn/zwgk/tzgg/index_2.html">2</a>
      <a class="next" href="index_2.html">下一页</a><a class="last" href="index_5.html">最后一页</a></div>
      """)
    #expect(found?.pageCount == 5)
    #expect(found?.current == 1)
    #expect(names(found) == ["index_2.html", "index_3.html", "index_4.html", "index_5.html"])
  }

  @Test("addresses without an extension, and by parameter")
  func others() throws {
    let plain = try pager(
      "<a href='/xw/jrxx'>1</a><a href='/xw/jrxx_2'>2</a><a href='/xw/jrxx_2'>下一页</a> 共2页",
      at: "http://a.gov.cn/xw/jrxx")
    #expect(names(plain) == ["jrxx_2"])
    let parameter = try pager(
      "<a href='?id=1&page=2'>下一页</a><a href='?id=1&page=3'>末页</a> 第1/3页",
      at: "http://a.gov.cn/list.jsp?id=1")
    #expect(parameter?.pageCount == 3)
  }

  @Test("pages that only a form can reach are said to be out of reach")
  func outOfReach() throws {
    let found = try pager(
      "<a href=\"javascript:__doPostBack('p','2')\">2</a><a href=\"javascript:__doPostBack('p','n')\">下一页</a>"
    )
    #expect(found?.form == "aspnet-postback")
    #expect(found?.cannotFollow != nil)
  }

  @Test("an article's 上一篇 and a menu's 首页 are no pager")
  func none() throws {
    #expect(try pager("<a href=/>首页</a> 上一篇：<a href=1>甲</a> 下一篇：<a href=2>乙</a>") == nil)
  }
}
