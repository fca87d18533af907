import Crawling
import PageModel
import Testing
import WebAddress

@testable import Auditing

@Suite("From a page to the addresses it names")
struct DiscoveryTests {
  private func page(_ address: String, _ body: String) throws -> PageSketch {
    PageReader().sketch(
      body: Array(body.utf8), url: try #require(WebURL(address)), contentType: "text/html")
  }

  private func entry(_ address: String, depth: Int = 0) throws -> FrontierEntry {
    FrontierEntry(url: try #require(WebURL(address)), kind: .page, depth: depth)
  }

  private func discovery() -> Discovery {
    Discovery(scope: Scope(["http://a.gov.cn/"]), checksExternalLinks: true, depthLimit: 2)
  }

  @Test("a link met before is left out; one that means another address is not")
  func met() throws {
    var discovery = discovery()
    let body =
      "<a href=/nav/>栏目</a><a href=1.html>一</a><a href='?p=1'>页</a><a href='http://b.cn/'>外</a>"
    let addresses = try ["http://a.gov.cn/x/", "http://a.gov.cn/x/i.html", "http://a.gov.cn/y/"]
      .map { address in
        discovery.entries(in: try page(address, body), of: try entry(address)).map(\.url.href)
      }
    #expect(
      addresses[0] == [
        "http://a.gov.cn/nav/", "http://a.gov.cn/x/1.html", "http://a.gov.cn/x/?p=1",
        "http://b.cn/",
      ])
    #expect(addresses[1] == ["http://a.gov.cn/x/i.html?p=1"])
    #expect(addresses[2] == ["http://a.gov.cn/y/1.html", "http://a.gov.cn/y/?p=1"])
  }

  @Test("a page refused for its depth is taken when it is met nearer")
  func depth() throws {
    var discovery = discovery()
    let address = "http://a.gov.cn/"
    let sketch = try page(address, "<a href=/deep/>栏目</a>")
    #expect(discovery.entries(in: sketch, of: try entry(address, depth: 2)).map(\.depth) == [3])
    #expect(discovery.entries(in: sketch, of: try entry(address, depth: 1)).map(\.depth) == [2])
    #expect(discovery.entries(in: sketch, of: try entry(address, depth: 0)).isEmpty)
  }

  @Test("the same address is another link as a picture than as an anchor")
  func kinds() throws {
    var discovery = discovery()
    let sketch = try page(
      "http://a.gov.cn/", "<a href=/p.png>图</a><img src=/p.png><img src=/p.png>")
    let found = discovery.entries(in: sketch, of: try entry("http://a.gov.cn/"))
    #expect(found.map(\.kind) == [.attachment, .image])
  }
}
