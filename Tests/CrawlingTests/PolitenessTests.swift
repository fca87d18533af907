import AuditModel
import Fetching
import Testing
import WebAddress

@testable import Crawling

@Suite("Politeness")
struct PolitenessTests {
  @Test("no success and no error ever shortens a promised pause")
  func neverShorter() {
    var clock = HostClock()
    var random = Numbers(seed: 7)
    let politeness = Politeness(delay: 1)
    var now = second(0)
    for _ in 0..<5000 {
      let before = clock.notBefore
      clock.begin(at: now, politeness)
      #expect(clock.notBefore >= max(before, now.adding(seconds: 1)))
      let promised = clock.notBefore
      let feedback = FrontierFeedback(
        status: [200, 404, 429, 500, 503, 0][random.next(6)], seconds: Double(random.next(20)),
        retryAfter: random.next(3) == 0 ? Double(random.next(100)) : nil,
        failure: random.next(4) == 0 ? .timeout : nil)
      clock.end(feedback, at: now, politeness)
      #expect(clock.notBefore >= promised)
      now = now.adding(seconds: Double(random.next(30)))
    }
  }

  @Test("distress doubles the pause up to the limit; Retry-After counts up to its own")
  func backoff() {
    let politeness = Politeness(delay: 0, backoff: 5, backoffLimit: 60, retryAfterLimit: 100)
    var clock = HostClock()
    var pauses: [Double] = []
    for step in 0..<6 {
      let now = second(Double(step) * 1000)
      clock.end(FrontierFeedback(status: 503, seconds: 0), at: now, politeness)
      pauses.append(clock.notBefore.seconds(since: now))
    }
    #expect(pauses == [5, 10, 20, 40, 60, 60])
    clock.end(
      FrontierFeedback(status: 200, seconds: 0, retryAfter: 9999), at: second(9000), politeness)
    #expect(clock.notBefore == second(9100))
  }

  @Test(
    "Retry-After is read as seconds and as a date",
    arguments: [
      ("120", 120.0), (" 0 ", 0.0), ("Sat, 21 Nov 2026 04:10:00 GMT", 600.0),
      ("Sat, 21 Nov 2020 04:10:00 GMT", 0.0), ("soon", nil), ("-5", nil), ("", nil),
      ("99999999999999999999999", 86_400.0 * 366),
    ] as [(String, Double?)])
  func retryAfter(text: String, expected: Double?) {
    let now = HTTPDate.instant("Sat, 21 Nov 2026 04:00:00 GMT") ?? second(0)
    #expect(RetryAfter.seconds(text, from: now) == expected)
  }

  @Test("a night window opens at its hour, over midnight as well")
  func window() throws {
    let midnight = Instant(startOf: try audit())
    func at(_ hours: Double) -> Instant { midnight.adding(seconds: hours * 3600) }
    let night = try #require(DailyWindow(start: 22 * 60, end: 6 * 60))
    #expect(night.opening(from: at(12)) == at(22))
    #expect(night.opening(from: at(23)) == at(23))
    #expect(night.opening(from: at(5.9)) == at(5.9))
    #expect(night.opening(from: at(6)) == at(22))
    let morning = try #require(DailyWindow(start: 60, end: 120))
    #expect(morning.opening(from: at(3)) == at(25))
    #expect(DailyWindow(start: 5, end: 5) == nil)
    #expect(DailyWindow(start: 0, end: 1440) == nil)
  }

  @Test("a restored moment holds, and an absurd one is cut")
  func restored() throws {
    var frontier = try frontier(["a.gov.cn"])
    let home = try url("http://a.gov.cn/")
    frontier.restoreHost(home, notBefore: second(40), at: second(0))
    frontier.add(FrontierEntry(url: home, kind: .page))
    #expect(frontier.next(at: second(0)) == .wait(until: second(40)))
    #expect(frontier.drainHostTimes() == ["a.gov.cn": second(40)])
    var jumped = try self.frontierAfterClockJump(home)
    #expect(jumped.next(at: second(3601)) == .fetch(FrontierEntry(url: home, kind: .page)))
  }

  private func frontierAfterClockJump(_ home: WebURL) throws -> Frontier {
    var frontier = try frontier(["a.gov.cn"])
    frontier.restoreHost(home, notBefore: second(1e9), at: second(0))
    frontier.add(FrontierEntry(url: home, kind: .page))
    return frontier
  }

  @Test("three thousand hosts: no host is asked too early or too often at once, and all are served")
  func simulation() throws {
    var simulation = try Simulation(hosts: 3000, pagesPerHost: 4)
    try simulation.run()
    #expect(simulation.violations == 0)
    #expect(simulation.fetched == 3000 * 4)
    #expect(simulation.frontier.counts.queued == 0)
    #expect(simulation.frontier.counts.inFlight == 0)
  }
}

/// A crawl in simulated time with answers of random length and mood, watched from the server side.
private struct Simulation {
  static let politeness = Politeness(delay: 1, concurrency: 2, backoff: 5, giveUpAfter: 1000)
  var frontier: Frontier
  var violations = 0
  var fetched = 0
  private var now = second(0)
  private var random = Numbers(seed: 11)
  private var running: [(entry: FrontierEntry, ends: Instant)] = []
  private var allowedFrom: [String: Instant] = [:]
  private var open: [String: Int] = [:]

  init(hosts: Int, pagesPerHost: Int) throws {
    let names = (0..<hosts).map { "h\($0).gov.cn" }
    frontier = try CrawlingTests.frontier(names, politeness: Simulation.politeness)
    for page in 0..<pagesPerHost {
      for name in names {
        frontier.add(FrontierEntry(url: try url("http://\(name)/\(page)"), kind: .page))
      }
    }
  }

  mutating func run() throws {
    while true {
      switch frontier.next(at: now) {
      case .fetch(let entry): begin(entry)
      case .wait(let until): advance(until)
      case .finished: return
      }
      if running.count >= 400 { advance(nil) }
    }
  }

  private mutating func begin(_ entry: FrontierEntry) {
    let host = entry.url.host
    if let earliest = allowedFrom[host], now < earliest { violations += 1 }
    allowedFrom[host] = now.adding(seconds: Simulation.politeness.delay)
    open[host, default: 0] += 1
    if open[host, default: 0] > Simulation.politeness.concurrency { violations += 1 }
    running.append((entry, now.adding(seconds: Double(1 + random.next(3000)) / 1000)))
  }

  /// Lets time pass until a request ends or the frontier has something to do.
  private mutating func advance(_ until: Instant?) {
    let next = running.indices.min { running[$0].ends < running[$1].ends }
    if let until, next.map({ until < running[$0].ends }) ?? true {
      now = max(now, until)
      return
    }
    guard let next else { return }
    let (entry, ends) = running.remove(at: next)
    now = max(now, ends)
    end(entry)
  }

  private mutating func end(_ entry: FrontierEntry) {
    fetched += 1
    open[entry.url.host, default: 0] -= 1
    var feedback = FrontierFeedback(status: 200, seconds: Double(random.next(3)))
    if random.next(20) == 0 {
      feedback.status = 429
      feedback.retryAfter = Double(5 + random.next(20))
      let pause = now.adding(seconds: feedback.retryAfter ?? 0)
      allowedFrom[entry.url.host] = max(allowedFrom[entry.url.host] ?? pause, pause)
    }
    frontier.complete(entry, feedback, at: now)
  }
}

/// A small generator with a seed, so that a failing run can be repeated.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
