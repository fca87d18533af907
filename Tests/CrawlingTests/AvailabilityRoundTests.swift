import AuditModel
import Fetching
import Testing

@testable import Crawling

@Suite("A round of trying home pages")
struct AvailabilityRoundTests {
  private func attempt(
    _ host: String, _ status: Int, failure: FetchFailure.Code? = nil,
    sight: OutageWatch.Sight = .reached, duration: Int = 200
  ) throws -> AvailabilityRound.Try {
    let home = try url("http://\(host)/")
    var summary = ResponseSummary(
      method: .get, status: status, finalURL: home, contentType: "text/html", failure: failure,
      bodyLength: status == 0 ? nil : 5000)
    summary.textLength = 5000
    return AvailabilityRound.Try(
      home: home, at: second(0), duration: duration, look: summary, sight: sight)
  }

  private func results(_ tries: [AvailabilityRound.Try], witnessed: Bool = false)
    -> [AvailabilitySample.Result]
  {
    var round = AvailabilityRound()
    for one in tries { round.take(one) }
    return round.samples(witnessed: witnessed).map(\.sample.result)
  }

  @Test("what opens is open, what answers with a fault or too late is not, a guard says nothing")
  func kinds() throws {
    let tries = [
      try attempt("a.gov.cn", 200), try attempt("b.gov.cn", 503), try attempt("c.gov.cn", 404),
      try attempt("d.gov.cn", 403), try attempt("e.gov.cn", 200, duration: 15_001),
      try attempt("f.gov.cn", 0, failure: .refused), try attempt("g.gov.cn", 0, failure: .tls),
      try attempt("h.gov.cn", 0, failure: .noNameService, sight: .ownFault),
    ]
    #expect(
      results(tries) == [
        .opened, .failed, .failed, .blocked, .failed, .failed, .blocked, .ownFault,
      ])
  }

  @Test("silence is the site's fault only while somebody else answers")
  func silence() throws {
    let silent = try attempt("a.gov.cn", 0, failure: .timeout, sight: .unreached)
    var alone = AvailabilityRound()
    alone.take(silent)
    #expect(alone.needsWitness)
    #expect(results([silent], witnessed: false) == [.ownFault])
    #expect(results([silent], witnessed: true) == [.failed])
    var two = AvailabilityRound()
    two.take(silent)
    two.take(try attempt("b.gov.cn", 200))
    #expect(!two.needsWitness)
    #expect(results([silent, try attempt("b.gov.cn", 500)]) == [.failed, .failed])
  }

  @Test("a run goes on where it was, keeps its pace and ends after its span")
  func plan() {
    let plan = AvailabilityPlan(interval: 3600, span: 7 * 86_400)
    #expect(plan.next(first: nil, last: nil, startedAt: second(0), now: second(0)) == second(0))
    #expect(
      plan.next(first: second(0), last: second(0), startedAt: second(0), now: second(5))
        == second(3600))
    // Taken up again after two days: at once, and to the end that was set at first.
    let again = second(2 * 86_400)
    #expect(plan.next(first: second(0), last: second(3600), startedAt: again, now: again) == again)
    let end = second(7 * 86_400 - 10)
    #expect(plan.next(first: second(0), last: end, startedAt: again, now: end) == nil)
    let once = AvailabilityPlan(interval: 3600, span: nil)
    #expect(
      once.next(first: nil, last: second(-60), startedAt: second(0), now: second(1)) == second(1))
    #expect(once.next(first: nil, last: second(2), startedAt: second(0), now: second(3)) == nil)
  }
}
