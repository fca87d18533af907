import AuditModel
import Testing

@testable import Crawling

@Suite("The pause a server sees")
struct PauseTests {
  @Test("counts from when the request went out, not from when it was handed out")
  func fromSending() {
    let politeness = Politeness(delay: 1)
    var clock = HostClock()
    clock.begin(at: second(0), politeness)
    var feedback = FrontierFeedback(status: 200, seconds: 0.5)
    feedback.sentAt = second(0.4)
    clock.end(feedback, at: second(0.5), politeness)
    #expect(clock.notBefore == second(1.4))
  }

  @Test("a clock that runs ahead elsewhere cannot stretch it")
  func clockAhead() {
    let politeness = Politeness(delay: 1)
    var clock = HostClock()
    clock.begin(at: second(0), politeness)
    var feedback = FrontierFeedback(status: 200, seconds: 0.1)
    feedback.sentAt = second(3600)
    clock.end(feedback, at: second(0.2), politeness)
    #expect(clock.notBefore == second(1.2))
  }
}
