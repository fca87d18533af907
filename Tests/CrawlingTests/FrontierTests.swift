import AuditModel
import Fetching
import Testing
import WebAddress

@testable import Crawling

@Suite("Frontier")
struct FrontierTests {
  private func page(_ text: String, depth: Int = 0, _ priority: FrontierEntry.Priority? = nil)
    throws
    -> FrontierEntry
  {
    FrontierEntry(url: try url(text), kind: .page, depth: depth, priority: priority)
  }

  @Test("an address and its twins are queued once")
  func deduplication() throws {
    var frontier = try frontier(["a.gov.cn"])
    #expect(frontier.add(try page("http://www.a.gov.cn/bm/index.html#x")) == .queued)
    #expect(frontier.add(try page("https://a.gov.cn/bm/?utm_source=b&jsessionid=9")) == .known)
    #expect(frontier.counts.known == 1)
  }

  @Test("what is refused is counted with its reason")
  func refusals() throws {
    var frontier = try frontier(["a.gov.cn/bm"], limits: FrontierLimits(depth: 2))
    #expect(frontier.add(try page("http://a.gov.cn/other")) == .refused(.outOfScope))
    #expect(frontier.add(try page("http://a.gov.cn/bm/x", depth: 3)) == .refused(.tooDeep))
    #expect(frontier.add(try page("ftp://a.gov.cn/bm/x")) == .refused(.unsupportedScheme))
    #expect(frontier.add(try page("http://10.1.2.3/bm/x")) == .refused(.privateAddress))
    #expect(frontier.add(try page("http://a.gov.cn/bm/1/1/1/1/")) == .refused(.repeatingPath))
    #expect(frontier.counts.notExamined.values.reduce(0, +) == 5)
    let external = FrontierEntry(url: try url("http://b.org/"), kind: .external)
    #expect(frontier.add(external) == .queued)
  }

  @Test("entrance before columns before articles before link checks")
  func priorities() throws {
    var frontier = try frontier(["a.gov.cn"], politeness: Politeness(delay: 0, concurrency: 9))
    frontier.add(FrontierEntry(url: try url("http://a.gov.cn/i.png"), kind: .image))
    frontier.add(try page("http://a.gov.cn/article"))
    frontier.add(try page("http://a.gov.cn/column", .column))
    frontier.add(try page("http://a.gov.cn/", .entrance))
    var order: [String] = []
    while case .fetch(let entry) = frontier.next(at: second(0)) { order.append(entry.url.path) }
    #expect(order == ["/", "/column", "/article", "/i.png"])
  }

  @Test("depth, referrer, kind and method come back as they went in")
  func faithfulEntries() throws {
    var frontier = try frontier(["a.gov.cn"], politeness: Politeness(delay: 0, concurrency: 99))
    let origin = try url("http://a.gov.cn/from")
    let entries = [
      FrontierEntry(url: origin, kind: .page, depth: 3),
      FrontierEntry(
        url: try url("https://a.gov.cn/%E5%B9%B4?x=1"), kind: .page, depth: 4, referrer: origin),
      FrontierEntry(
        url: try url("http://a.gov.cn/f.pdf"), kind: .attachment, depth: 5, referrer: origin,
        method: .head),
    ]
    for entry in entries { frontier.add(entry) }
    var found: [FrontierEntry] = []
    while case .fetch(let entry) = frontier.next(at: second(0)) { found.append(entry) }
    #expect(found == entries)
  }

  @Test("robots.txt is asked for first and obeyed; the delay it asks for counts, up to the cap")
  func robots() throws {
    var frontier = try frontier(["a.gov.cn"], obeysRobots: true)
    frontier.add(try page("http://a.gov.cn/secret"))
    frontier.add(try page("http://a.gov.cn/open"))
    guard case .fetch(let robots) = frontier.next(at: second(0)) else {
      Issue.record("no robots.txt was asked for")
      return
    }
    #expect(robots.url.href == "http://a.gov.cn/robots.txt")
    #expect(frontier.next(at: second(5)) == .wait(until: nil))
    let text = "User-agent: *\nDisallow: /secret\nCrawl-delay: 900"
    frontier.completeRobots(
      robots, .rules(RobotsRules(Array(text.utf8), agent: "mingcha")), .fine, at: second(5))
    #expect(frontier.next(at: second(5)) == .wait(until: second(35)))
    guard case .fetch(let entry) = frontier.next(at: second(35)) else {
      Issue.record("nothing after the delay")
      return
    }
    #expect(entry.url.path == "/open")
    #expect(frontier.counts.notExamined == ["robots-deny": 1])
    #expect(frontier.drainSkipped().map(\.entry.url.path) == ["/secret"])
  }

  @Test("an unreachable robots.txt defers the host, then closes it")
  func unreachableRobots() throws {
    var frontier = try frontier(["a.gov.cn"], obeysRobots: true)
    frontier.add(try page("http://a.gov.cn/x"))
    var now = second(0)
    for attempt in 1...RobotsDecision.attempts {
      guard case .fetch(let robots) = frontier.next(at: now) else {
        Issue.record("try \(attempt) was not made")
        return
      }
      #expect(frontier.robotsTries(of: robots) == attempt)
      let feedback = FrontierFeedback(status: 503, seconds: 1)
      let decision = RobotsDecision(status: 503, body: [], agent: "mingcha", attempt: attempt)
      frontier.completeRobots(robots, decision, feedback, at: now)
      if case .wait(let until?) = frontier.next(at: now) { now = until }
    }
    #expect(frontier.next(at: now.adding(seconds: 1e6)) == .finished)
    #expect(frontier.counts.notExamined == ["robots-unreachable": 1])
  }

  @Test("the page budget stops pages and lets link checks go on")
  func budget() throws {
    var frontier = try frontier(
      ["a.gov.cn"], politeness: Politeness(delay: 0, concurrency: 99),
      limits: FrontierLimits(pages: 2))
    for number in 1...5 { frontier.add(try page("http://a.gov.cn/\(number)")) }
    frontier.add(FrontierEntry(url: try url("http://a.gov.cn/f.pdf"), kind: .attachment))
    var kinds: [FrontierEntry.Kind] = []
    while case .fetch(let entry) = frontier.next(at: second(0)) { kinds.append(entry.kind) }
    #expect(kinds == [.page, .page, .attachment])
    #expect(frontier.counts.notExamined == ["over-budget": 3])
  }

  @Test("a second look waits for its time, and the crawl is not finished before")
  func requeue() throws {
    var frontier = try frontier(["a.gov.cn"], politeness: Politeness(delay: 0))
    let entry = FrontierEntry(url: try url("http://b.org/x"), kind: .external)
    frontier.requeue(entry, notBefore: second(600))
    #expect(frontier.next(at: second(0)) == .wait(until: second(600)))
    #expect(frontier.next(at: second(600)) == .fetch(entry))
    frontier.complete(entry, .fine, at: second(601))
    #expect(frontier.next(at: second(601)) == .finished)
  }

  @Test("a host that never answers is given up, with the reason")
  func deadHost() throws {
    let politeness = Politeness(delay: 0, concurrency: 1, backoff: 1, giveUpAfter: 3)
    var frontier = try frontier(["a.gov.cn"], politeness: politeness)
    for number in 1...5 { frontier.add(try page("http://a.gov.cn/\(number)")) }
    var now = second(0)
    let failure = FrontierFeedback(status: 0, seconds: 15, failure: .timeout)
    loop: while true {
      switch frontier.next(at: now) {
      case .fetch(let entry): frontier.complete(entry, failure, at: now)
      case .wait(let until?): now = until
      case .wait(nil), .finished: break loop
      }
    }
    #expect(frontier.counts.pages == 3)
    #expect(frontier.counts.notExamined == ["host-unreachable": 2])
  }

  @Test("an orderly stop leaves nothing queued and counts it all")
  func stop() throws {
    var frontier = try frontier(["a.gov.cn"])
    for number in 1...5 { frontier.add(try page("http://a.gov.cn/\(number)")) }
    frontier.requeue(try page("http://a.gov.cn/later"), notBefore: second(99))
    frontier.stop()
    #expect(frontier.next(at: second(1000)) == .finished)
    #expect(frontier.counts.notExamined == ["interrupted": 6])
    #expect(frontier.counts.queued == 0)
  }
}
