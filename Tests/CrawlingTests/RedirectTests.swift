import Testing
import WebAddress

@testable import Crawling

@Suite("Redirects")
struct RedirectTests {
  @Test("hops are followed relative to where the chain is")
  func follow() throws {
    var chain = RedirectChain(try url("http://x.gov.cn/a/b.html"))
    #expect(chain.advance(status: 302, location: "../c/") == .follow(try url("http://x.gov.cn/c/")))
    #expect(chain.advance(status: 301, location: "d") == .follow(try url("http://x.gov.cn/c/d")))
    #expect(chain.advance(status: 200, location: nil) == .arrived)
    #expect(chain.last.path == "/c/d")
    #expect(chain.followed.count == 2)
  }

  @Test("ten hops are followed, the eleventh is not")
  func limit() throws {
    var chain = RedirectChain(try url("http://x.gov.cn/0"))
    for number in 1...RedirectChain.hopLimit {
      #expect(
        chain.advance(status: 307, location: "/\(number)")
          == .follow(try url("http://x.gov.cn/\(number)")))
    }
    #expect(chain.advance(status: 307, location: "/11") == .stopped(.tooMany))
  }

  @Test("coming back once is a cookie's way, twice is a loop")
  func loop() throws {
    var chain = RedirectChain(try url("http://x.gov.cn/a"))
    #expect(chain.advance(status: 302, location: "/a") == .follow(try url("http://x.gov.cn/a")))
    #expect(chain.advance(status: 302, location: "/a") == .stopped(.loop))
  }

  @Test("a redirect without a usable target stops")
  func broken() throws {
    var chain = RedirectChain(try url("http://x.gov.cn/a"))
    #expect(chain.advance(status: 302, location: nil) == .stopped(.missingLocation))
    #expect(chain.advance(status: 302, location: "http://") == .stopped(.invalidLocation))
  }

  @Test(
    "deep address to home page of the same site counts, the rest does not",
    arguments: [
      ("http://x.gov.cn/a/b.html", "http://www.x.gov.cn/", true),
      ("http://x.gov.cn/a/b.html", "https://x.gov.cn/index.html", true),
      ("http://bm.x.gov.cn/a", "http://www.x.gov.cn/", true),
      ("http://x.gov.cn/a/b.html", "http://y.gov.cn/", false),
      ("http://x.gov.cn/a/b.html", "http://x.gov.cn/a/", false),
      ("http://x.gov.cn/", "https://www.x.gov.cn/", false),
      ("http://x.gov.cn/index", "http://x.gov.cn/", false),
      ("http://x.gov.cn/home.html", "http://x.gov.cn/", false),
    ])
  func home(from: String, to: String, expected: Bool) throws {
    #expect(RedirectChain.isHomeInstead(of: try url(from), try url(to)) == expected)
  }

  @Test("each hop is asked about")
  func hops() throws {
    var frontier = try frontier(["x.gov.cn"])
    #expect(
      frontier.refusalOfHop(to: try url("http://127.0.0.1/"), kind: .external) == .privateAddress)
    #expect(frontier.refusalOfHop(to: try url("http://y.cn/"), kind: .page) == .outOfScope)
    #expect(frontier.refusalOfHop(to: try url("https://www.x.gov.cn/"), kind: .page) == nil)
    frontier.add(FrontierEntry(url: try url("http://x.gov.cn/"), kind: .page))
    #expect(frontier.refusalOfHop(to: try url("http://x.gov.cn/z"), kind: .page) == nil)
  }
}
