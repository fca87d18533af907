import AuditModel
import Testing
import WebAddress

@testable import PageModel

/// A sketch says less than a page, and nothing else.
@Suite("The sketch a crawl goes on by")
struct SketchTests {
  private func sketch(_ html: String) throws -> PageSketch {
    PageReader().sketch(
      body: Array(html.utf8), url: try #require(WebURL(Fixture.address)),
      contentType: "text/html; charset=utf-8")
  }

  @Test("names what a page names")
  func names() throws {
    let html = """
      <html><head><title> 通知
      公告 </title><base href="/zwgk/"><meta http-equiv=refresh content="0;url=a.html"></head>
      <body background=bg.png><div class="nav"><a href="../zcjd/" background=x.gif>政策解读</a></div>
      <div class="fenye"><a title="下一页" href="index_2.html"></a></div>
      <p>发布日期：2020-01-02</p><img src=1.png data-src=2.png srcset="3.png 1x, 4.png 2x">
      <script>document.write('<a href="/w/">写的</a>')</script><div hidden><a href=h>藏</a></div>
      </body></html>
      """
    let sketch = try sketch(html)
    let page = try Fixture.read(html)
    #expect(sketch.title == page.title && page.title == "通知 公告")
    #expect(sketch.refresh == page.refresh && page.refresh != nil)
    #expect(SketchComparison.addresses(sketch) == SketchComparison.addresses(page))
    #expect(SketchComparison.addresses(page).count == 10)
    #expect(sketch.dates.map(\.description) == ["2020-01-02"])
    #expect(sketch.notice == page.text)
    #expect(sketch.links.map(sketch.place(of:)).contains(.navigation))
    let hidden = try #require(sketch.links.first { sketch.href(of: $0) == "h" })
    #expect(sketch.isHidden(hidden))
  }

  @Test("tells where a list goes on, by script or by anchors")
  func lists() throws {
    let pages = [
      "<script>createPageHTML(3, 0, 'index', 'html')</script>",
      "<script>createPageHTML(1, 0, 'index', 'html')</script><a href=n>下一页</a>",
      "<script>var currentPage=0; var countPage=4;</script>",
      "<p>共3页</p><a href='index_2.html'>2</a><a href='index_3.html'>3</a>",
      "<a href='index_2.html'>[ 下一页 ]</a><a href='index_9.html'>尾页</a>",
      "<a href='?page=2'>&gt;&gt;</a><a href='?page=7'>末页</a><a href='/'>首页</a>",
      "<a href='/'>首页</a><a href='/zcjd/'>政策解读</a>",
    ]
    for body in pages {
      let page = try Fixture.page(body)
      let html = "<!DOCTYPE html><html><head><title>t</title></head><body>\(body)</body></html>"
      #expect(try sketch(html).listPages == page.pagination?.pages ?? [], "\(body)")
    }
  }

  @Test("keeps the words of a notice and not those of an article")
  func notices() throws {
    let notice = try sketch("<title>t</title><body><p>文章不存在 </p><p>返回</p>")
    #expect(notice.notice == "文章不存在\n返回")
    let article = try sketch("<body><p>\(String(repeating: "字", count: 1_001))</p>")
    #expect(article.notice == nil)
    #expect(article.text.count == 1_001)
    let padded = try sketch("<body>\(String(repeating: "&nbsp;　", count: 3_000))<p>不存在</p>")
    #expect(padded.notice == "不存在")
  }
}

@Suite("Long prose")
struct TextThinnerTests {
  private func thinned(_ html: String) -> String {
    String(decoding: TextThinner(Array(html.utf8)).html, as: UTF8.self)
  }

  private let prose = String(repeating: "为深入贯彻落实", count: 20)

  @Test("is cut between two characters, and all markup stays")
  func cut() {
    let start = String(prose.prefix(32))
    #expect(
      thinned("<p title='a>b'>\(prose)<br>\(prose)</p><a href=x>\(prose)")
        == "<p title='a>b'>\(start)<br>\(start)</p><a href=x>\(start)")
    #expect(thinned("ab\(prose)<i>") == "ab\(prose.prefix(32))<i>")
    #expect(thinned("") == "" && thinned("<") == "<" && thinned("<p") == "<p")
  }

  @Test(
    "is left alone where it is not prose, or may hold what is asked for",
    arguments: [
      "<title>@</title>", "<script>a<b;@</script>", "<STYLE>@</STYLE>", "<!-- <p>@ -->",
      "<a title=\"@\">", "<a title='<p>@'>", "<p>@2020-01-02</p>", "<p>@二〇二〇年</p>",
      "<p>@ -->", "<textarea>@", "<p @ x>",
    ])
  func kept(form: String) {
    let html = form.replacing("@", with: prose)
    #expect(thinned(html) == html)
  }

  @Test("a quote that opens no value hides no text")
  func quotes() {
    let html = "<p class=it's>\(prose)<b \">\(prose)</b>"
    #expect(thinned(html).count < html.count - 2 * 80)
  }
}

/// The distinct addresses of what a visitor follows or sees, with the kind of element.
enum SketchComparison {
  static func addresses(_ page: Page) -> Set<String> {
    Set(
      page.links.compactMap { link in
        switch link.element {
        case .script, .stylesheet, .form, .other: nil
        default: link.url.map { "\(link.element) \($0)" }
        }
      })
  }

  static func addresses(_ sketch: PageSketch) -> Set<String> {
    Set(
      sketch.links.compactMap { link in
        sketch.address(of: link).map { "\(link.element) \($0)" }
      })
  }
}
