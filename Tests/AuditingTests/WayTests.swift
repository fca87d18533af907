import Testing

@testable import Auditing

/// How a crawl gets to its pages: twins, cookies, circles.
@Suite("The way to a page", .serialized, .timeLimit(.minutes(1)))
struct WayTests {
  @Test("a home page that redirects to its www twin is read at once, with what it links to")
  func twin() async throws {
    let server = try ScriptedServer { request, port in
      if request.path == "/robots.txt" || request.path.contains("mingcha-") {
        return ScriptedServer.answer(404)
      }
      if request.host == "a.gov.cn" {
        return ScriptedServer.answer(
          301, fields: ["Location: http://www.a.gov.cn:\(port)\(request.path)"])
      }
      let links = request.path == "/" ? #"<a href="/zwgk/">政务公开</a>"# : ""
      return ScriptedServer.answer(200, page("甲市\(request.path)", links))
    }
    var crawl = SmallCrawl(server, hosts: ["a.gov.cn", "www.a.gov.cn"], confirmAfter: 30)
    crawl.options.checksExternalLinks = false
    #expect(try await crawl.crawl() == ["/", "/zwgk/"])
    #expect(server.requests.filter { $0.method == "HEAD" }.isEmpty)
    crawl.remove()
  }

  @Test("a firewall that wants its cookie back gets it")
  func cookie() async throws {
    let server = try ScriptedServer { request, _ in
      if request.path == "/robots.txt" || request.path.contains("mingcha-") {
        return ScriptedServer.answer(404)
      }
      guard request.field("Cookie") == "guard=ok" else {
        return ScriptedServer.answer(
          302, fields: ["Location: \(request.path)", "Set-Cookie: guard=ok; path=/; HttpOnly"])
      }
      let links = request.path == "/" ? #"<a href="/zwgk/">政务公开</a>"# : ""
      return ScriptedServer.answer(200, page("甲市\(request.path)", links))
    }
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"], confirmAfter: 30)
    #expect(try await crawl.crawl() == ["/", "/zwgk/"])
    crawl.remove()
  }

  @Test("pages that send each other back and forth end, and are no pages")
  func circle() async throws {
    let server = try ScriptedServer { request, _ in
      switch request.path {
      case "/": ScriptedServer.answer(200, page("甲市", #"<a href="/x/a.html">甲</a>"#))
      case "/x/a.html": ScriptedServer.answer(302, fields: ["Location: /x/b.html"])
      case "/x/b.html": ScriptedServer.answer(302, fields: ["Location: /x/a.html"])
      default: ScriptedServer.answer(404)
      }
    }
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    #expect(try await crawl.crawl() == ["/"])
    #expect(server.requests.count < 40)
    crawl.remove()
  }

  @Test("the crawl's own control address is never listed as a page")
  func control() async throws {
    let server = try ScriptedServer { request, _ in
      request.path == "/robots.txt"
        ? ScriptedServer.answer(404) : ScriptedServer.answer(200, page("甲市", request.path))
    }
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"])
    #expect(try await crawl.crawl() == ["/"])
    #expect(server.requests.contains { $0.path.contains("mingcha-") })
    crawl.remove()
  }
}
