import AuditModel
import Fetching
import Foundation
import Testing
import WebAddress

@testable import Crawling

@Suite("Link verdicts")
struct LinkCheckTests {
  private func check(_ policy: ConfirmationPolicy = ConfirmationPolicy(), image: Bool = false)
    throws
    -> LinkCheck
  {
    LinkCheck(url: try url("http://x.gov.cn/a/b.html"), policy: policy, expectsImage: image)
  }

  /// Lets a target answer every look the same way until a verdict is reached.
  private func outcome(
    of check: LinkCheck, habit: MissingPageHabit = .notFound,
    _ answer: (ResponseSummary.Method) throws -> ResponseSummary
  ) throws -> LinkVerdict {
    var check = check
    var now = second(0)
    for _ in 0..<30 {
      switch check.nextAction(at: now) {
      case .decided(let verdict): return verdict
      case .check(let method, let notBefore):
        now = max(now.adding(seconds: 1), notBefore)
        check.record(try answer(method), habit: habit, at: now)
      }
    }
    Issue.record("no verdict after thirty looks")
    return check.verdictIfStopped(at: now)
  }

  @Test("404 to HEAD, to GET, and again to GET ten minutes later is dead")
  func notFound() throws {
    let verdict = try outcome(of: check()) { try look($0, 404) }
    #expect(verdict.state == .dead)
    #expect(verdict.cause == .notFound)
    #expect(verdict.sightings.map(\.method) == ["HEAD", "GET", "GET"])
    #expect(verdict.sightings[2].at.seconds(since: verdict.sightings[1].at) >= 600)
  }

  @Test(
    "faults that pass need three spaced looks",
    arguments: [
      (503, nil, LinkVerdict.Cause.serverError), (0, .timeout, .timeout), (0, .refused, .refused),
      (0, .reset, .reset),
    ] as [(Int, FetchFailure.Code?, LinkVerdict.Cause)])
  func passing(status: Int, failure: FetchFailure.Code?, cause: LinkVerdict.Cause) throws {
    let verdict = try outcome(of: check()) { try look($0, status, failure: failure) }
    #expect(verdict.state == .dead)
    #expect(verdict.cause == cause)
    let gets = verdict.sightings.filter { $0.method == "GET" }
    #expect(gets.count == 3)
    #expect(gets[2].at.seconds(since: gets[0].at) >= 1200)
  }

  @Test("a name that does not exist needs two times")
  func dns() throws {
    let verdict = try outcome(of: check()) { try look($0, 0, failure: .dns) }
    #expect(verdict.state == .dead)
    #expect(verdict.sightings.count == 3)
  }

  @Test("a server that dislikes HEAD is not dead")
  func headIsNotGet() throws {
    let verdict = try outcome(of: check()) { try look($0, $0 == .head ? 404 : 200, text: "正文") }
    #expect(verdict.state == .alive)
  }

  @Test("content that answers HEAD need not be read, pages must be")
  func headSuffices() throws {
    let file = try outcome(of: check()) { try look($0, 200, type: "application/pdf") }
    #expect(file.sightings.map(\.method) == ["HEAD"])
    let page = try outcome(of: check()) { try look($0, 200, text: "正文") }
    #expect(page.sightings.map(\.method) == ["HEAD", "GET"])
  }

  @Test("one good look among bad ones ends the matter")
  func recovered() throws {
    var looks = 0
    let verdict = try outcome(of: check()) { method in
      looks += 1
      return try look(method, looks < 4 ? 500 : 200, text: "正文")
    }
    #expect(verdict.state == .alive)
  }

  @Test(
    "guards are not the page: never dead, however often",
    arguments: [401, 403, 412, 418, 429, 521, 999])
  func guards(status: Int) throws {
    let verdict = try outcome(of: check()) { try look($0, status) }
    #expect(verdict.state == .blocked)
    let later = try outcome(of: check(ConfirmationPolicy(hasBrowser: true))) {
      try look($0, status)
    }
    #expect(later.state == .blocked)
    #expect(later.sightings.contains { $0.method == "BROWSER" })
  }

  @Test("a challenge page with status 404, 503 or 200 is a guard too", arguments: [404, 503, 200])
  func challenges(status: Int) throws {
    let script = try outcome(of: check()) {
      try look($0, status, markup: "<script>document.cookie='__jsl_clearance=1'</script>")
    }
    #expect(script.state == .blocked)
    let words = try outcome(of: check()) {
      try look($0, status, title: "访问被拦截", text: "您的请求被拦截,请联系网站管理员")
    }
    #expect(words.state == .blocked)
  }

  @Test("a broken certificate alone never makes a link dead")
  func certificate() throws {
    let verdict = try outcome(of: check()) { try look($0, 0, failure: .tls) }
    #expect(verdict.state == .blocked)
    #expect(verdict.cause == .tls)
  }

  @Test("dead once and blocked at the second look is not dead")
  func blockedLater() throws {
    var looks = 0
    let verdict = try outcome(of: check()) { method in
      looks += 1
      return try look(method, looks <= 2 ? 404 : 403)
    }
    #expect(verdict.state == .blocked)
  }

  @Test("faults that change their kind start the count again")
  func changing() throws {
    var looks = 0
    let verdict = try outcome(of: check(ConfirmationPolicy(lookLimit: 6))) { method in
      looks += 1
      return try look(method, looks % 2 == 0 ? 404 : 500)
    }
    #expect(verdict.state == .suspected)
  }

  @Test("a run that ends early leaves a suspicion, and a guard stays a guard")
  func stopped() throws {
    var dead = try check()
    dead.record(try look(.head, 404), at: second(0))
    dead.record(try look(.get, 404), at: second(1))
    #expect(dead.verdictIfStopped(at: second(2)).state == .suspected)
    #expect(dead.nextAction(at: second(2)) == .check(method: .get, notBefore: second(601)))
    dead.record(try look(.get, 404), at: second(600.9))
    #expect(dead.verdictIfStopped(at: second(602)).state == .suspected)
    dead.record(try look(.get, 404), at: second(601))
    #expect(dead.verdictIfStopped(at: second(602)).state == .dead)
    #expect(try check().verdictIfStopped(at: second(0)).state == .unchecked)
  }

  @Test("a GET from the crawl counts, HEAD follows as the second method")
  func startsWithGet() throws {
    let check = LinkCheck(
      url: try url("http://x.gov.cn/a/b.html"), policy: ConfirmationPolicy(), startsWithGet: true)
    let verdict = try outcome(of: check) { try look($0, 410) }
    #expect(verdict.state == .dead)
    #expect(verdict.sightings.map(\.method) == ["GET", "HEAD", "GET"])
  }

  @Test("GET alone is one method: without HEAD's agreement or a browser it stays suspected")
  func oneMethod() throws {
    let answer: (ResponseSummary.Method) throws -> ResponseSummary = {
      try look($0, $0 == .head ? 405 : 404)
    }
    #expect(try outcome(of: check(), answer).state == .suspected)
    #expect(try outcome(of: check(ConfirmationPolicy(hasBrowser: true)), answer).state == .dead)
  }

  @Test("an internal address or a scheme we do not speak is unchecked")
  func refused() throws {
    let verdict = try outcome(of: check()) { try look($0, 0, failure: .privateAddress) }
    #expect(verdict.state == .unchecked)
    #expect(verdict.cause == .privateAddress)
  }

  @Test("a check that was stored goes on where it was")
  func stored() throws {
    var check = try check()
    check.record(try look(.head, 404), at: second(0))
    check.record(try look(.get, 404), at: second(1))
    let data = try JSONEncoder().encode(check)
    var restored = try JSONDecoder().decode(LinkCheck.self, from: data)
    #expect(restored == check)
    restored.record(try look(.get, 404), at: second(700))
    #expect(restored.verdictIfStopped(at: second(700)).state == .dead)
  }

  @Test("a loop is confirmed like a missing page")
  func redirectLoop() throws {
    let verdict = try outcome(of: check()) { method in
      var summary = try look(method, 302)
      summary.redirectProblem = .loop
      return summary
    }
    #expect(verdict.state == .dead)
    #expect(verdict.cause == .redirectLoop)
  }

  @Test(
    "being sent home is dead only where the host does it for every missing page",
    arguments: [
      (MissingPageHabit.redirectsHome, LinkVerdict.State.dead), (.unknown, .suspected),
      (.notFound, .suspected),
    ])
  func redirectHome(habit: MissingPageHabit, state: LinkVerdict.State) throws {
    let verdict = try outcome(of: check(), habit: habit) {
      try look($0, 200, at: "http://www.x.gov.cn/index.html")
    }
    #expect(verdict.state == state)
    #expect(verdict.cause == .redirectToHome)
  }

  @Test("a login page in the place of the target is a guard")
  func login() throws {
    let verdict = try outcome(of: check()) {
      try look($0, 200, at: "http://sso.x.gov.cn/login?back=1")
    }
    #expect(verdict.state == .blocked)
    #expect(verdict.cause == .auth)
  }
}
