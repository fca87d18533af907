import AuditModel
import Crawling
import Evidence
import Fetching
import PageModel
import Testing
import WebAddress

/// Everything that reads what a stranger wrote: no input may crash it, hang it or break what it
/// promises. `scripts/fuzz` runs the same under AddressSanitizer for longer.
@Suite("Hostile inputs", .serialized)
struct FuzzTests {
  private func fuzz(
    _ name: String, seeds: [String], words: [String], _ target: ([UInt8]) -> Void
  ) {
    var budget = FuzzBudget()
    var mutator = Mutator(seed: budget.seed, seeds: seeds, words: words)
    let slow = budget.run(&mutator, target)
    print("fuzz \(name): \(budget.runs) inputs, seed \(budget.seed)")
    #expect(slow == nil)
    #expect(budget.runs > 0)
  }

  @Test("addresses")
  func addresses() throws {
    let base = try #require(WebURL("http://www.a.gov.cn/zwgk/index.html?id=1#x"))
    let seeds = [
      "http://www.a.gov.cn:8080/a/../b;jsessionid=1?x=1&utm_source=2#y", "//[::ffff:10.0.0.1]/",
      "http://测试.政务/部门/?q=公开", "http://0x7f.1/", "javascript:void(0)", "file:///C|/x",
      "http://xn--0zwm56d.cn/", "?a=1&&b", "..\\..\\x", "http://u:p@h/", "blob:http://a/b",
    ]
    let words = [
      "%2e", "%", "[", "]", "@", "://", "\\", "xn--", "。", "\u{200D}", "0x", "..", "?", "#",
    ]
    fuzz("url", seeds: seeds, words: words) { input in
      let text = String(decoding: input, as: UTF8.self)
      guard let url = WebURL(text, base: base) else { return }
      #expect(WebURL(url.href)?.href == url.href, "\(text)")
      if url.isHTTP, let again = WebURL("http://" + url.identity.key) {
        #expect(again.identity.key == again.identity.key)
      }
      _ = url.registrableDomain
      _ = url.addressClass
      _ = Scope([text]).contains(base)
      _ = WebURL(text, base: url)
      for part in WebURL.Part.allCases {
        let set = base.setting(part, to: text)
        #expect(WebURL(set.href)?.href == set.href, "\(part) \(text)")
      }
      if url.isHTTP, let root = WebURL("\(url.origin)/"),
        let taken = WebURL(serialization: url.href, on: root)
      {
        #expect(taken.path == url.path && taken.query == url.query, "\(text)")
      }
    }
  }

  @Test("robots.txt")
  func robots() throws {
    let url = try #require(WebURL("http://a.gov.cn/x/y.html?z=1"))
    let seeds = [
      "User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 3\nSitemap: /s.xml\n",
      "\u{FEFF}user-agent:mingcha\rdisallow:/x\r\nuser agent: *\nallow: /*?z=", "#\n\n: :\n",
    ]
    fuzz("robots", seeds: seeds, words: ["*", "$", "%", "/", "\n", "disallow:", "User-agent: *\n"])
    {
      let rules = RobotsRules($0, agent: "Mingcha")
      _ = rules.allows(url)
    }
  }

  @Test("sitemaps, cookies, dates, compressed bodies")
  func small() throws {
    let url = try #require(WebURL("http://www.a.gov.cn/x"))
    let seeds = [
      "<urlset><url><loc>http://a.cn/&amp;</loc><lastmod>2026-01-01</lastmod></url></urlset>",
      "<rss><item><link>http://a.cn/</link></item></rss>", "http://a.cn/1\nhttp://a.cn/2",
      "sid=1; Domain=.a.gov.cn; Path=/; Max-Age=9; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Secure",
      "<feed><entry><link href='x' rel='alternate'/></entry></feed>", "\u{1f}\u{8b}\u{8}",
    ]
    fuzz("small", seeds: seeds, words: ["<![CDATA[", "]]>", "&#x41;", ";", "=", "<!--", "-->"]) {
      input in
      #expect(SitemapReader.read(input).pages.count <= 50_000)
      let text = String(decoding: input, as: UTF8.self)
      var jar = CookieJar()
      jar.take([HeaderField("Set-Cookie", text)], from: url, at: Instant(milliseconds: 0))
      _ = jar.header(for: url, at: Instant(milliseconds: 1))
      _ = HTTPDate.instant(text)
      _ = RetryAfter.seconds(text, from: Instant(milliseconds: 0))
      let packed: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255] + input
      #expect((GzipBytes.unpacked(packed, limit: 4096)?.count ?? 0) <= 4096)
    }
  }

  @Test("charsets")
  func charsets() {
    let seeds = [
      "<meta charset=gbk>\u{0}", "<meta http-equiv=content-type content='text/html; charset=big5'>",
      "\u{FEFF}公开", "政府信息公开指南",
    ]
    let types = [
      nil, "text/html; charset=gb2312", "text/html; charset=big5", "text/html; charset=utf-16",
    ]
    var turn = 0
    fuzz("charset", seeds: seeds, words: ["\u{FF}\u{FE}", "charset=", "gb18030", "\u{81}0\u{81}0"])
    {
      turn += 1
      let (utf8, _) = CharsetDecoder.decode(body: $0, contentType: types[turn % types.count])
      #expect(String(validating: utf8, as: UTF8.self) != nil)
    }
  }

  @Test("pages and their pagers")
  func pages() throws {
    let url = try #require(WebURL("http://a.gov.cn/tzgg/index.html"))
    let seeds = [
      "<ul><li><a href='./t1.html'>关于公开的通知</a><span>2026-01-02</span></li></ul>"
        + "<script>createPageHTML(5, 0, 'index', 'html');</script>",
      "<table><tr><th>序号</th><td rowspan=3 colspan='9'>1</td></tr></table><base href='/x/'>",
      "<div class=page><a href='index_2.html'>下一页</a><a href=\"javascript:__doPostBack('p','')\">2"
        + "</a></div><script>var a=[1,2];document.write('<a href='+a[0]+'>x</a>')</script>",
      "<datastore><nextgroup><![CDATA[<a href='/module/web/jpage/dataproxy.jsp?page=2&total=9'>]]>"
        + "</nextgroup><recordset><record><![CDATA[<li><a href=/a>b</a></li>]]></record></recordset>",
      "<title>公开</title><meta name=PubDate content='2026-01-01 10:00'><p>发布日期:2026年1月2日</p>",
      "<div style='display:none'><iframe src=x></iframe></div><form action=s><input name=q></form>",
    ]
    let words = [
      "<", ">", "</div>", "<script>", "</script>", "<!--", "]]>", "'", "\"", "&#0;", "\u{0}",
      "<table>", "<svg>", "<template>", "(", "{", "[", "for(;;)", "2026年13月45日", "href=", "%",
    ]
    fuzz("page", seeds: seeds, words: words) { input in
      let page = PageReader().read(body: input, url: url, status: 200, contentType: nil)
      #expect(page.links.count <= 20_000)
      let sketch = PageReader().sketch(body: input, url: url, contentType: nil)
      #expect(sketch.listPages.count <= 2_000)
    }
  }

  @Test("lists that come as JSON, and calls of a data proxy")
  func lists() throws {
    let url = try #require(WebURL("http://a.gov.cn/gkmlpt/api/all/0?page=1&sid=1"))
    let index = try #require(WebURL("http://a.gov.cn/gkmlpt/index"))
    let seeds = [
      #"{"articles":[{"title":"关于\u7532的通知","url":"http:\/\/a.gov.cn\/1.html"}],"total":250}"#,
      "<script>$('#1').jpage({proxyUrl:'/p.jsp',perPage:15,totalRecord:99,ajaxParam:{a:1,b:'x'}})</script>",
      "<script>window._CONFIG = {SID: '755031', TREE: [{\"id\": 1}]}</script>",
    ]
    let words = [
      "{", "}", "[", "]", "\"", "\\u", "\\", ":", ",", "99999999999", "title", "SID", "jpage(",
    ]
    fuzz("lists", seeds: seeds, words: words) { input in
      let list = PageReader().sketch(body: input, url: url, contentType: "application/json")
      #expect(list.listPages.count <= 2_000)
      let page = PageReader().sketch(body: input, url: index, contentType: "text/html")
      #expect(page.listPages.count <= 2_000)
    }
  }
}
