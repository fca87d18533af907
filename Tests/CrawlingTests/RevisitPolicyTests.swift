import AuditModel
import Testing

@testable import Crawling

@Suite("When a page is looked at again")
struct RevisitPolicyTests {
  @Test("a page that changes is due sooner, one that does not later, within bounds")
  func intervals() {
    #expect(RevisitPolicy.interval(after: nil, changed: true) == 43_200)
    #expect(RevisitPolicy.interval(after: nil, changed: false) == 129_600)
    var interval: Double?
    for _ in 0..<50 { interval = RevisitPolicy.interval(after: interval, changed: true) }
    #expect(interval == 3600.0)
    for _ in 0..<50 { interval = RevisitPolicy.interval(after: interval, changed: false) }
    #expect(interval == 1_209_600.0)
    #expect(RevisitPolicy.isLively(interval: 3600) && !RevisitPolicy.isLively(interval: nil))
  }

  @Test("nothing is taken over beyond the window, before its time, or without one")
  func window() {
    let policy = RevisitPolicy(window: 7 * 86_400)
    let long = 14 * 86_400.0
    #expect(policy.carries(lastLook: second(-6 * 86_400), interval: long, at: second(0)))
    #expect(!policy.carries(lastLook: second(-8 * 86_400), interval: long, at: second(0)))
    #expect(!policy.carries(lastLook: second(-7200), interval: 3600, at: second(0)))
    #expect(!policy.carries(lastLook: second(60), interval: long, at: second(0)))
    #expect(!RevisitPolicy().carries(lastLook: second(-1), interval: long, at: second(0)))
  }

  @Test("of links only that they live is taken over")
  func links() {
    let policy = RevisitPolicy(linkWindow: 86_400)
    let states: [LinkVerdict.State] = [.dead, .suspected, .blocked, .unchecked, .alive]
    let carried = states.filter { state in
      let seen = LinkSighting(
        method: "HEAD", at: second(-100), status: 200, cause: nil, finalURL: "")
      return policy.carries(LinkVerdict(state: state, sightings: [seen]), at: second(0))
    }
    #expect(carried == [.alive])
    #expect(!policy.carries(LinkVerdict(state: .alive), at: second(0)))
  }
}

@Suite("A link that an earlier sweep found dead")
struct ConfirmedLinkTests {
  private func verdict(_ cause: LinkVerdict.Cause, looks: Int = 3) -> LinkVerdict {
    let sightings = (0..<looks).map { index in
      LinkSighting(
        method: index == 0 ? "HEAD" : "GET", at: second(Double(index * 700)), status: 404,
        cause: cause, finalURL: "http://x.gov.cn/a/b.html")
    }
    return LinkVerdict(state: .dead, cause: cause, sightings: sightings, confirmAfter: 600)
  }

  private func check(_ verdict: LinkVerdict) throws -> LinkCheck {
    LinkCheck(
      url: try url("http://x.gov.cn/a/b.html"), policy: ConfirmationPolicy(), confirming: verdict)
  }

  @Test("is not dead before it was looked at, and after one agreeing GET it is")
  func agrees() throws {
    var check = try check(verdict(.notFound))
    #expect(check.nextAction(at: second(9000)) == .check(method: .get, notBefore: second(9000)))
    #expect(check.verdictIfStopped(at: second(9000)).state == .unchecked)
    check.record(try look(.get, 410), at: second(9000))
    guard case .decided(let verdict) = check.nextAction(at: second(9000)) else {
      Issue.record("one agreeing look does not decide")
      return
    }
    #expect(verdict.state == .dead && verdict.sightings.count == 4)
    #expect(verdict.sightings.last?.at == second(9000))
  }

  @Test("begins anew when the look sees something else, and lives when it answers")
  func differs() throws {
    var other = try check(verdict(.notFound))
    other.record(try look(.get, 503), at: second(9000))
    #expect(other.sightings.count == 1)
    #expect(other.verdictIfStopped(at: second(9000)).state == .suspected)
    var alive = try check(verdict(.notFound))
    alive.record(try look(.get, 200, text: String(repeating: "内容", count: 300)), at: second(9000))
    #expect(alive.verdictIfStopped(at: second(9000)).state == .alive)
    #expect(alive.sightings.count == 1)
  }

  @Test("a fault that passes still needs its three spaced looks")
  func passing() throws {
    var check = try check(verdict(.serverError, looks: 2))
    check.record(try look(.get, 503), at: second(9000))
    #expect(check.verdictIfStopped(at: second(9000)).state == .suspected)
  }

  @Test("keeps a bounded number of earlier looks")
  func bounded() throws {
    var check = try check(verdict(.notFound, looks: 40))
    check.record(try look(.get, 404), at: second(90_000))
    #expect(check.sightings.count == 7)
    #expect(check.sightings.first?.at == second(0))
  }
}
