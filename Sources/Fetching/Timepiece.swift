import AuditModel
import Glibc

/// The two clocks of a transfer.
enum Timepiece {
  /// The time of day, for records.
  static func now() -> Instant { Instant(milliseconds: milliseconds(CLOCK_REALTIME)) }

  /// Milliseconds that only go forward, for durations.
  static func tick() -> Int64 { milliseconds(CLOCK_MONOTONIC) }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
