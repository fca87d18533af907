import Testing
import WebAddress

@testable import PageModel

struct HostileTests {
  private func read(_ body: [UInt8], limits: PageReader.Limits = .init()) throws -> Page {
    let url = try #require(WebURL("http://a.gov.cn/"))
    return PageReader(limits: limits).read(body: body, url: url, status: 200, contentType: nil)
  }

  @Test("a hundred thousand nested elements are read, and what follows them is kept")
  func deep() throws {
    let body = String(repeating: "<div>", count: 100_000) + "<a href=/x>尾</a>"
    let page = try read(Array(body.utf8))
    #expect(page.links.map(\.href) == ["/x"])
  }

  @Test("mixed deep nesting with end tags that match nothing ends in time")
  func unbalanced() throws {
    let body = String(repeating: "<b>", count: 60_000) + String(repeating: "</i>", count: 200_000)
    #expect(try read(Array(body.utf8)).links.isEmpty)
  }

  @Test("two hundred thousand links are cut at the limit, and that is said")
  func manyLinks() throws {
    let body = String(repeating: "<a href=x>y</a>", count: 200_000)
    let page = try read(Array(body.utf8))
    #expect(page.links.count == PageReader.Limits().links)
    #expect(page.truncations.contains("links:20000"))
  }

  @Test("a body past the limit is cut, and that is said")
  func large() throws {
    var limits = PageReader.Limits()
    limits.body = 1000
    let page = try read(Array(repeating: UInt8(ascii: "a"), count: 5000), limits: limits)
    #expect(page.truncations == ["body:1000"])
    #expect(page.text.count == 1000)
  }

  @Test("NUL and control bytes hide nothing")
  func controls() throws {
    let body: [UInt8] = Array("<p>a\0b</p><a href='/x\0y'>\u{1}z</a>".utf8)
    let page = try read(body)
    #expect(page.links.count == 1)
    #expect(page.text.contains("z"))
  }

  @Test("a tag of a hundred thousand attributes is thinned")
  func attributes() throws {
    let names = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
    let page = try read(Array("<div \(names)>甲</div><a href=/x>乙</a>".utf8))
    #expect(page.links.map(\.href) == ["/x"])
    #expect(page.truncations.contains("attributes:512"))
  }

  @Test("scripts that nest, loop or never close do no harm")
  func scripts() throws {
    let nested = String(repeating: "(", count: 20_000) + String(repeating: "{", count: 20_000)
    let recursive = "function f(){f();f();document.write('<a href=z>z</a>')} f();"
    for script in [
      nested, recursive, "document.write(", "if(", "'", "/[", "a={b:{c:", "var a=[[[[",
    ] {
      _ = try read(Array("<script>\(script)</script><a href=/x>乙</a>".utf8))
    }
    let page = try read(Array("<script>while(1){document.write('x')}</script><p>y".utf8))
    #expect(page.text == "y")
  }

  @Test("random bytes are read without harm")
  func noise() throws {
    var state: UInt64 = 42
    for round in 0..<200 {
      var body: [UInt8] = []
      for _ in 0..<400 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        body.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      let wrapped = Array("<table><tr><td><a href='".utf8) + body + Array("'>甲</a>".utf8)
      let page = try read(round.isMultiple(of: 2) ? body : wrapped)
      #expect(page.status == 200)
    }
  }
}
