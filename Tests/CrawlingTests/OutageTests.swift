import AuditModel
import Fetching
import Testing
import WebAddress

@testable import Crawling

@Suite("Our own network")
struct OutageTests {
  @Test("several hosts that answered and then are all silent mean that our network is gone")
  func severalHosts() {
    var watch = OutageWatch()
    #expect(watch.take(.reached, of: "a", at: second(0)) == .counts)
    #expect(watch.take(.reached, of: "b", at: second(1)) == .counts)
    for step in 0..<4 {
      let host = step.isMultiple(of: 2) ? "a" : "b"
      #expect(watch.take(.unreached, of: host, at: second(10 + Double(step))) == .counts)
    }
    #expect(
      watch.take(.unreached, of: "a", at: second(20))
        == .discards(holdUntil: second(35), isNew: true))
    #expect(
      watch.take(.unreached, of: "b", at: second(40))
        == .discards(holdUntil: second(70), isNew: false))
    #expect(
      watch.take(.neutral, of: "c", at: second(70))
        == .discards(holdUntil: second(130), isNew: false))
    #expect(
      watch.take(.unreached, of: "b", at: second(700))
        == .discards(holdUntil: second(760), isNew: false))
    #expect(watch.take(.reached, of: "b", at: second(760)) == .ended(since: second(20)))
    #expect(watch.take(.unreached, of: "b", at: second(761)) == .counts)
  }

  @Test("hosts that never answered prove nothing, however many are silent")
  func deadHosts() {
    var watch = OutageWatch()
    _ = watch.take(.reached, of: "a", at: second(0))
    for step in 0..<100 {
      #expect(watch.take(.unreached, of: "dead\(step)", at: second(Double(step))) == .counts)
    }
    var nothing = OutageWatch()
    for step in 0..<100 {
      #expect(nothing.take(.ownFault, of: "x\(step)", at: second(Double(step))) == .counts)
    }
  }

  @Test("one answer in between, and it was not the network")
  func answerBetween() {
    var watch = OutageWatch()
    for step in 0..<200 {
      let sight: OutageWatch.Sight = step.isMultiple(of: 4) ? .reached : .unreached
      #expect(watch.take(sight, of: "h\(step % 8)", at: second(Double(step))) == .counts)
    }
  }

  @Test("a name service that is gone is noticed while connections still live")
  func nameService() {
    var watch = OutageWatch()
    _ = watch.take(.reached, of: "a", at: second(0))
    _ = watch.take(.ownFault, of: "b", at: second(1))
    _ = watch.take(.ownFault, of: "c", at: second(2))
    #expect(
      watch.take(.ownFault, of: "d", at: second(3))
        == .discards(holdUntil: second(18), isNew: true))
  }

  @Test("the only host there is gets a quarter of an hour, then its silence is its own")
  func patience() {
    var watch = OutageWatch()
    _ = watch.take(.reached, of: "a", at: second(0))
    for step in 0..<5 { _ = watch.take(.unreached, of: "a", at: second(Double(step))) }
    #expect(watch.since == second(4))
    #expect(
      watch.take(.unreached, of: "a", at: second(900))
        == .discards(holdUntil: second(930), isNew: false))
    #expect(watch.take(.unreached, of: "a", at: second(910)) == .counts)
    #expect(watch.take(.unreached, of: "a", at: second(911)) == .counts)
    #expect(watch.take(.reached, of: "a", at: second(920)) == .counts)
  }

  @Test("a request that was put back is asked again, and nobody is charged for it")
  func putBack() throws {
    var crawl = try frontier(["http://a.gov.cn/"], politeness: Politeness(delay: 1))
    let entry = FrontierEntry(url: try url("http://a.gov.cn/x"), kind: .page)
    crawl.add(entry)
    #expect(crawl.next(at: second(0)) == .fetch(entry))
    crawl.putBack(entry, at: second(1))
    crawl.hold(until: second(60))
    crawl.hold(until: second(30))
    #expect(crawl.counts.pages == 0)
    #expect(crawl.next(at: second(2)) == .wait(until: second(60)))
    #expect(crawl.next(at: second(60)) == .fetch(entry))
    crawl.complete(entry, .fine, at: second(61))
    #expect(crawl.next(at: second(61)) == .finished)
  }

  @Test("a robots.txt that was put back is asked for again, however often")
  func robotsPutBack() throws {
    var crawl = try frontier(
      ["http://a.gov.cn/"], politeness: Politeness(delay: 1), obeysRobots: true)
    crawl.add(FrontierEntry(url: try url("http://a.gov.cn/x"), kind: .page))
    for round in 0..<10 {
      guard case .fetch(let robots) = crawl.next(at: second(Double(round) * 100)) else {
        Issue.record("nothing handed out in round \(round)")
        return
      }
      #expect(robots.kind == .robots)
      crawl.putBack(robots, at: second(Double(round) * 100 + 1))
    }
  }

  @Test("names on one server share its patience")
  func sharedServer() throws {
    let hosts = (0..<40).map { "h\($0).gov.cn" }
    var crawl = try frontier(
      hosts.map { "http://\($0)/" }, politeness: Politeness(delay: 1, concurrency: 1))
    var feedback = FrontierFeedback.fine
    feedback.remoteAddress = "192.0.2.7"
    // The first answer of each tells where it lives.
    for host in hosts {
      for page in 0..<4 {
        crawl.add(FrontierEntry(url: try url("http://\(host)/\(page)"), kind: .page))
      }
    }
    var starts: [Double] = []
    var now = 0.0
    while true {
      switch crawl.next(at: second(now)) {
      case .fetch(let entry):
        starts.append(now)
        crawl.complete(entry, feedback, at: second(now))
      case .wait(let until?): now = until.seconds(since: second(0))
      default:
        let later = starts.filter { $0 >= 2 }
        #expect(starts.count == 160)
        for (first, next) in zip(later, later.dropFirst()) { #expect(next - first >= 0.249) }
        return
      }
    }
  }

  @Test("a fault of our own never makes a link dead")
  func ownFault() throws {
    var check = LinkCheck(url: try url("http://x.gov.cn/a"), policy: ConfirmationPolicy())
    for round in 0..<6 {
      let now = second(Double(round) * 700)
      guard case .check(let method, _) = check.nextAction(at: now) else { break }
      check.record(try look(method, 0, failure: .noNameService), at: now)
    }
    let verdict = check.verdictIfStopped(at: second(9000))
    #expect(verdict.state == .blocked)
    #expect(verdict.cause == .ownFault)
  }
}

@Suite("A crawl that does not get on")
struct StallTests {
  private func situation(inFlight: Int = 0, queued: Int = 0, until: Instant? = nil)
    -> StallWatch.Situation
  {
    StallWatch.Situation(
      step: "step", inFlight: inFlight, oldest: "slow.gov.cn", queued: queued, waitsUntil: until)
  }

  @Test("a loop that hangs is named with its step, once, within a minute")
  func loop() {
    var watch = StallWatch(timeout: 30, at: second(0))
    watch.beat(situation(inFlight: 1), hasProgressed: true, at: second(10))
    #expect(watch.stall(at: second(50)) == nil)
    #expect(watch.stall(at: second(60))?.cause == .loop(step: "step"))
    #expect(watch.stall(at: second(70)) == nil)
  }

  @Test("requests that never end are named with the oldest host")
  func requests() {
    var watch = StallWatch(timeout: 30, at: second(0))
    for time in 0..<60 {
      watch.beat(situation(inFlight: 3), hasProgressed: time == 0, at: second(Double(time)))
    }
    let stall = watch.stall(at: second(59))
    #expect(stall?.cause == .requests(count: 3, oldest: "slow.gov.cn"))
    watch.beat(situation(inFlight: 2), hasProgressed: true, at: second(60))
    #expect(watch.stall(at: second(61)) == nil)
  }

  @Test("waiting with an end is no stall, waiting without one is")
  func waiting() {
    var watch = StallWatch(timeout: 30, at: second(0))
    for time in 0..<600 {
      let now = second(Double(time))
      watch.beat(situation(queued: 5, until: second(600)), hasProgressed: false, at: now)
      #expect(watch.stall(at: now) == nil)
    }
    for time in 600..<700 {
      watch.beat(situation(queued: 5), hasProgressed: false, at: second(Double(time)))
    }
    #expect(watch.stall(at: second(700))?.cause == .nothingDue(queued: 5))
  }
}
