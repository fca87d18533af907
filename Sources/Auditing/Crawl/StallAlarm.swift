import AuditModel
import Crawling
import Foundation
import Synchronization

/// Asks a crawl's stall watch every few seconds, on a thread of its own: a crawl that hangs could
/// not notice it itself.
final class StallAlarm: Sendable {
  private let watch: Mutex<StallWatch>
  private let isOver = Atomic(false)
  private let now: @Sendable () -> Instant

  /// - Parameter report: told of each stall once, on the alarm's thread.
  init(
    timeout: Double, now: @escaping @Sendable () -> Instant,
    report: @escaping @Sendable (StallWatch.Stall) -> Void
  ) {
    watch = Mutex(StallWatch(timeout: timeout, at: now()))
    self.now = now
    Thread.detachNewThread { [weak self] in
      while let alarm = self, !alarm.isOver.load(ordering: .relaxed) {
        if let stall = alarm.watch.withLock({ $0.stall(at: now()) }) { report(stall) }
        Thread.sleep(forTimeInterval: 1)
      }
    }
  }

  /// The crawl says what it is at.
  func beat(_ situation: StallWatch.Situation, hasProgressed: Bool = false) {
    let moment = now()
    watch.withLock { $0.beat(situation, hasProgressed: hasProgressed, at: moment) }
  }

  /// No more reports.
  func end() { isOver.store(true, ordering: .relaxed) }
}
