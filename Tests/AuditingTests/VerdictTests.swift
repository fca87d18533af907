import AuditModel
import Ledger
import Testing

@testable import Auditing

/// What a crawl over real sockets concludes about each kind of answer.
@Suite("Verdicts on links", .serialized)
struct VerdictTests {
  private struct Wanted {
    var state: LinkVerdict.State
    var cause: LinkVerdict.Cause?
  }

  private static let wanted: [String: Wanted] = [
    "/gone/404.html": Wanted(state: .dead, cause: .notFound),
    "/gone/410.html": Wanted(state: .dead, cause: .gone),
    "/gone/head-only.html": Wanted(state: .alive),
    "/files/notice.pdf": Wanted(state: .dead, cause: .notFound),
    "/guard/403.html": Wanted(state: .blocked, cause: .wafBlock),
    "/guard/412.html": Wanted(state: .blocked, cause: .wafBlock),
    "/guard/challenge.html": Wanted(state: .blocked, cause: .wafBlock),
  ]

  private static func answer(_ request: ScriptedServer.Request) -> [UInt8] {
    let article = page("某通知", "")
    switch request.path {
    case "/":
      let links = wanted.keys.sorted().map { #"<li><a href="\#($0)">\#($0)</a></li>"# }
      return ScriptedServer.answer(200, page("甲市", links.joined()))
    case "/gone/410.html": return ScriptedServer.answer(410, "gone")
    // IIS and others answer 404 to HEAD and the page to GET.
    case "/gone/head-only.html":
      return ScriptedServer.answer(request.method == "HEAD" ? 404 : 200, article)
    case "/guard/403.html": return ScriptedServer.answer(403, "您的请求已被拦截")
    case "/guard/412.html": return ScriptedServer.answer(412, "<script>$_ts={}</script>")
    case "/guard/challenge.html":
      return ScriptedServer.answer(200, "<script>document.cookie='__jsl_clearance=1'</script>")
    default: return ScriptedServer.answer(404, "没有")
    }
  }

  @Test(
    "dead needs two methods and two times; what a guard answers says nothing",
    .timeLimit(.minutes(2)))
  func kinds() async throws {
    let server = try ScriptedServer { request, _ in Self.answer(request) }
    let crawl = SmallCrawl(server, hosts: ["a.gov.cn"], confirmAfter: 1)
    _ = try await crawl.crawl()
    var found: [String: LinkVerdict] = [:]
    try crawl.runner().ledger.forEachAddress(sweep: 1) { address, check in
      let path = "/" + address.url.split(separator: "/").dropFirst(2).joined(separator: "/")
      if let check { found[path] = LinkChecking.verdict(stored: check) }
    }
    for (path, wanted) in Self.wanted where wanted.state != .alive {
      let verdict = found[path]
      #expect(verdict?.state == wanted.state, "\(path): \(String(describing: verdict))")
      #expect(verdict?.cause == wanted.cause, "\(path): \(String(describing: verdict))")
      guard verdict?.state == .dead, let sightings = verdict?.sightings else { continue }
      #expect(Set(sightings.map(\.method)).count >= 2, "\(path)")
      let seconds = sightings[sightings.count - 1].at.seconds(since: sightings[0].at)
      #expect(seconds >= 1, "\(path) was confirmed after \(seconds) s")
    }
    #expect(found["/gone/head-only.html"].map { $0.state == .alive } ?? true)
    crawl.remove()
  }
}
