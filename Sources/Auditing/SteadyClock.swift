public import AuditModel
public import Glibc
import Synchronization

/// The clock a run goes by: the system's, but steady. When somebody sets the system's clock in the
/// middle of a run, pauses are neither skipped nor stretched, and no link is confirmed dead a
/// second after it was first seen.
public final class SteadyClock: Sendable {
  private struct Anchor: Sendable {
    var wall: Int64
    var tick: Int64
    var hasReported = false
  }

  /// Milliseconds up to which the system's clock is followed: what time servers correct.
  static let tolerance: Int64 = 30_000
  private let wall: @Sendable () -> Int64
  private let tick: @Sendable () -> Int64
  private let anchor: Mutex<Anchor>

  /// - Parameters:
  ///   - wall: milliseconds since 1970, as the system has them.
  ///   - tick: milliseconds that only ever go on, sleep included.
  public init(
    wall: @escaping @Sendable () -> Int64 = { SteadyClock.read(CLOCK_REALTIME) },
    tick: @escaping @Sendable () -> Int64 = { SteadyClock.read(CLOCK_BOOTTIME) }
  ) {
    (self.wall, self.tick) = (wall, tick)
    anchor = Mutex(Anchor(wall: wall(), tick: tick()))
  }

  /// The moment.
  public func now() -> Instant {
    let (wall, tick) = (wall(), tick())
    return anchor.withLock { anchor in
      let steady = anchor.wall + tick - anchor.tick
      guard wall > steady, wall - steady <= SteadyClock.tolerance else {
        return Instant(milliseconds: steady)
      }
      anchor.wall = wall
      anchor.tick = tick
      return Instant(milliseconds: wall)
    }
  }

  /// A sentence for the person when the system's clock jumped; once in a run.
  public func jumpNotice() -> String? {
    let (wall, tick) = (wall(), tick())
    return anchor.withLock { anchor in
      let jump = wall - (anchor.wall + tick - anchor.tick)
      guard abs(jump) > SteadyClock.tolerance, !anchor.hasReported else { return nil }
      anchor.hasReported = true
      return Wording.clockJumped(Double(jump) / 1000)
    }
  }

  /// Milliseconds of one of the system's clocks.
  public static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
