import AuditModel
import Synchronization
import Testing

@testable import Auditing

@Suite("The clock of a run")
struct SteadyClockTests {
  private final class Hands: Sendable {
    let wall = Atomic<Int64>(1_000_000)
    let tick = Atomic<Int64>(5_000)

    func pass(_ milliseconds: Int64, jump: Int64 = 0) {
      wall.add(milliseconds + jump, ordering: .relaxed)
      tick.add(milliseconds, ordering: .relaxed)
    }

    func clock() -> SteadyClock {
      SteadyClock(
        wall: { self.wall.load(ordering: .relaxed) }, tick: { self.tick.load(ordering: .relaxed) })
    }
  }

  @Test("goes on by itself when the system's clock is set, and says so once")
  func jumps() {
    for jump: Int64 in [3_600_000, -3_600_000] {
      let hands = Hands()
      let clock = hands.clock()
      #expect(clock.now() == Instant(milliseconds: 1_000_000))
      #expect(clock.jumpNotice() == nil)
      hands.pass(1_000, jump: jump)
      #expect(clock.now() == Instant(milliseconds: 1_001_000))
      #expect(clock.jumpNotice()?.contains("60 分钟") == true)
      #expect(clock.jumpNotice() == nil)
      hands.pass(500)
      #expect(clock.now() == Instant(milliseconds: 1_001_500))
    }
  }

  @Test("follows a small correction forward, and never goes back")
  func corrections() {
    let hands = Hands()
    let clock = hands.clock()
    hands.pass(1_000, jump: 2_000)
    #expect(clock.now() == Instant(milliseconds: 1_003_000))
    hands.pass(100, jump: -1_500)
    #expect(clock.now() == Instant(milliseconds: 1_003_100))
    #expect(clock.jumpNotice() == nil)
  }
}
