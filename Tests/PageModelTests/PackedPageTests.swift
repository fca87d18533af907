import Foundation
import PageModel
import Testing
import WebAddress

/// What is kept of a page must be the page.
struct PackedPageTests {
  @Test("a page comes back from its bytes as it was", arguments: MadePagesTests.names)
  func everyPartComesBack(name: String) throws {
    let made = try MadePage(MadePagesTests.root.appendingPathComponent(name))
    let page = try made.page()
    let bytes = PackedPage.pack(page)
    #expect(bytes.withUnsafeBufferPointer { PackedPage.unpack($0) } == page)
  }

  @Test("parts that few pages have come back too")
  func rarePartsComeBack() throws {
    var page = try Fixture.page(
      """
      <form action="/s?q=a#b" method="post"><input name="q"><input name="w"></form>
      <a href="http://other.example.cn:8080/x?y#z" title="t" style="display:none">链接</a>
      <a href="javascript:void(0)">脚本</a><a href="mailto:a@example.cn">邮箱</a>
      <iframe src="/frame.html"></iframe><img src="//img.example.cn/1.png">
      <table><tr><td>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table>
      """,
      head: """
        <base href="/base/"><link rel="canonical" href="/c"><meta name="PubDate" content="2026-01-02">
        <meta http-equiv="refresh" content="5;url=/next">
        """)
    page.source = "办公室"
    page.pagination = Pagination(
      form: "trs", pageCount: nil, current: 3, itemCount: 41, pages: [page.url],
      cannotFollow: "post")
    page.documentHead = ["文号": "某发〔2026〕1号", "有效性": ""]
    page.truncations = [Page.transferNote]
    let bytes = PackedPage.pack(page)
    let again = try #require(bytes.withUnsafeBufferPointer { PackedPage.unpack($0) })
    #expect(again == page)
    #expect(again.links.compactMap { $0.url?.query } == page.links.compactMap { $0.url?.query })
    #expect(again.links.compactMap { $0.url?.host } == page.links.compactMap { $0.url?.host })
  }

  @Test("bytes that are cut or changed are no page, and no crash")
  func brokenBytesAreNoPage() throws {
    let page = try Fixture.page("<a href='/a.html'>通知</a><p>2026-01-02</p>")
    let bytes = PackedPage.pack(page)
    for length in 0..<bytes.count {
      let cut = Array(bytes.prefix(length))
      #expect(cut.withUnsafeBufferPointer { PackedPage.unpack($0) } == nil)
    }
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0xFF
      let read = changed.withUnsafeBufferPointer { PackedPage.unpack($0) }
      // Parts of an address are cut out of its text: what is read must allow that.
      for url in (read?.links ?? []).compactMap(\.url) {
        #expect(url.href.hasSuffix(url.fragment ?? ""))
      }
    }
  }
}
