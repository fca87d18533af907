import AuditModel
import PageModel
import SiteModel
import Testing
import WebAddress

@Suite("Site") struct SiteTests {
  static let home = "http://www.example.gov.cn/"

  func site(_ pages: [Page]) throws -> Site {
    let day = try #require(Day("2026-11-21"))
    var source = MemorySource()
    for page in pages { source.add(page, at: page.url, on: day) }
    return Site(
      unit: AuditedUnit(id: "u", name: "示例市水利局", kind: .department, homePage: Self.home),
      source: source, asOf: day)
  }

  @Test("pages of one list are one column")
  func pagination() throws {
    var first = try PageBuilder("\(Self.home)tzgg/index.html", title: "通知公告").crumbs("首页", "通知公告")
      .item("第一页的一条通知标题", "a/t20260901_1.html", "2026-09-01").page
    first.pagination = Pagination(form: "trs", pageCount: 2, current: 1, pages: [])
    var second = try PageBuilder("\(Self.home)tzgg/index_1.html", title: "通知公告").crumbs(
      "首页", "通知公告"
    )
    .item("第二页的一条通知标题", "a/t20260801_2.html", "2026-08-01").page
    second.pagination = Pagination(form: "trs", pageCount: 2, current: 2, pages: [])
    let site = try site([second, first])
    #expect(site.columns.count == 1)
    let column = try #require(site.columns.first)
    #expect(column.key == "通知公告@example.gov.cn/tzgg")
    #expect(column.content.itemCount == 2)
    #expect(column.content.unreadPages == 0)
  }

  @Test("a jump page leads to its target and is not empty")
  func stub() throws {
    var stub = try PageBuilder("\(Self.home)bmgk/index.html").page
    let target = try WebURL(required: "\(Self.home)bmgk/dwzn/")
    stub.refresh = PageRefresh(target: target, delay: 0, isScript: false)
    let text = try PageBuilder(target.href, title: "单位职能").crumbs("首页", "单位职能")
      .text("负责全市水资源管理和水土保持工作,承担防汛抗旱和水利工程建设管理职责。").page
    let site = try site([stub, text])
    #expect(site.landing(at: stub.url)?.url == target)
    #expect(site.column(at: stub.url)?.content.state != .blank)
  }

  @Test("a platform that only a script leads to was not looked at")
  func scriptedPlatform() throws {
    let plain = try PageBuilder(Self.home).link("信息公开", "/xxgk/index.html")
      .link("工作动态", "/gzdt/").link("通知公告", "/tzgg/").link("办事服务", "/bsfw/")
    let files = try PageBuilder("\(Self.home)xxgk/index.html", title: "部门文件")
      .link("部门文件", "/xxgk/index.html").link("年度报告", "/xxgk/ndbg/").page
    #expect(try site([plain.page, files]).platform.doubt == nil)
    let named = plain.link("政府信息公开", "javascript:;")
    #expect(try site([named.page, files]).platform.doubt == .jsOnly)
    // A heading above the platform's own columns is no such label.
    let heading = named.link("公开指南", "/xxgk/zn/").link("公开制度", "/xxgk/zd/")
    #expect(try site([heading.page, files]).platform.doubt == nil)
  }

  @Test("a menu of script links hides what lies below it")
  func scriptedMenu() throws {
    var builder = try PageBuilder(Self.home).link("首页", "/")
    #expect(try site([builder.page]).platform.state == .absent)
    for label in ["政务", "互动", "数据", "专题", "机构", "服务", "概况", "规划", "要闻"] {
      builder = builder.link(label, "javascript:;")
    }
    #expect(try site([builder.page]).platform.doubt == .jsOnly)
  }

  @Test("the link census keeps targets with trouble and counts the rest")
  func census() throws {
    let page = try PageBuilder(Self.home).link("好的页面链接", "/good.html").link("坏的页面链接", "/bad.html")
      .page
    let day = try #require(Day("2026-11-21"))
    var source = MemorySource()
    source.add(page, at: page.url, on: day)
    source.verdicts[try WebURL(required: "\(Self.home)good.html")] = LinkVerdict(state: .alive)
    source.verdicts[try WebURL(required: "\(Self.home)bad.html")] = LinkVerdict(
      state: .dead, cause: .notFound)
    let site = Site(
      unit: AuditedUnit(id: "u", name: "示例市水利局", kind: .department, homePage: Self.home),
      source: source, asOf: day)
    #expect(site.links.troubled.map(\.url.href) == ["\(Self.home)bad.html"])
    #expect(site.links.alive[.page] == 1)
  }
}
