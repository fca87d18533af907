import Testing

@testable import AuditModel

@Suite("A week of trying a home page")
struct AvailabilityTests {
  private let today = Day(number: 20_778)

  private func samples(
    days: Int, from offset: Int = 0, opened: Int, failed: Int, blocked: Int = 0, own: Int = 0
  ) -> [AvailabilitySample] {
    (offset..<offset + days).flatMap { day in
      let start = Instant(startOf: today.adding(days: -day))
      let kinds: [(AvailabilitySample.Result, Int)] = [
        (.opened, opened), (.failed, failed), (.blocked, blocked), (.ownFault, own),
      ]
      return kinds.flatMap { kind, count in
        (0..<count).map { index in
          AvailabilitySample(
            at: start.adding(seconds: Double(index)), result: kind, status: 0, duration: 1)
        }
      }
    }
  }

  private func judgement(_ samples: [AvailabilitySample]) -> AvailabilityWeek.Judgement {
    AvailabilityWeek.ending(today, samples).judgement
  }

  @Test("five in a hundred is too many, just below is not")
  func limit() {
    #expect(judgement(samples(days: 7, opened: 19, failed: 1)) == .unreachable)
    #expect(judgement(samples(days: 7, opened: 20, failed: 1)) == .reachable)
    #expect(
      AvailabilityWeek.ending(today, samples(days: 7, opened: 19, failed: 1)).failedPercent == "5.0"
    )
    #expect(
      AvailabilityWeek.ending(today, samples(days: 7, opened: 20, failed: 1)).failedPercent == "4.8"
    )
  }

  @Test("outages of ours are in no figure, not even among the twenty")
  func own() {
    let week = AvailabilityWeek.ending(today, samples(days: 7, opened: 20, failed: 0, own: 100))
    #expect(week.judgement == .reachable && week.failedPercent == "0.0" && week.ownFaults == 700)
    #expect(judgement(samples(days: 7, opened: 10, failed: 9, own: 50)) == .tooFew)
  }

  @Test("six days, or one day short, is not enough; yesterday's week counts while today goes on")
  func tooFew() {
    #expect(judgement(samples(days: 6, opened: 24, failed: 0)) == .tooFew)
    #expect(judgement([]) == .tooFew)
    let running =
      samples(days: 7, from: 1, opened: 24, failed: 0) + samples(days: 1, opened: 3, failed: 0)
    #expect(judgement(running) == .reachable)
    #expect(judgement(samples(days: 7, from: 2, opened: 24, failed: 0)) == .tooFew)
  }

  @Test("refusals of a guard leave it open as far as they could tip it")
  func blocked() {
    #expect(judgement(samples(days: 7, opened: 20, failed: 0, blocked: 1)) == .reachable)
    #expect(judgement(samples(days: 7, opened: 20, failed: 0, blocked: 2)) == .blocked)
    #expect(judgement(samples(days: 7, opened: 16, failed: 2, blocked: 2)) == .unreachable)
  }
}
