import AuditModel
import Auditing
import Foundation
import Glibc

/// One line of progress on a terminal, rewritten in place; nothing when output goes elsewhere.
actor ProgressPrinter {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var startedAt: Instant?
  private var lastPrinted: Instant?
  private var hasAnnouncedWait = false

  func show(_ progress: SweepProgress, at now: Instant) {
    announceWait(progress, at: now)
    if let notice = progress.notice {
      finish()
      complain(notice)
    }
    guard isTerminal else { return }
    let start = startedAt ?? now
    startedAt = start
    if let lastPrinted, now.seconds(since: lastPrinted) < 0.2 { return }
    lastPrinted = now
    let elapsed = max(now.seconds(since: start), 0.001)
    let rate = (Double(progress.done) / elapsed * 10).rounded() / 10
    var line = "\(progress.stage.title) 已完成 \(progress.done) 待办 \(progress.remaining)"
    line += " \(rate)/秒 \(progress.subject.prefix(60))"
    if let until = progress.waitingUntil {
      line += "(等待复核间隔,至 \(until.readable.suffix(8)))"
    }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1b}[2K\(line)".utf8))
  }

  /// A long silence is explained once, also in a log.
  private func announceWait(_ progress: SweepProgress, at now: Instant) {
    guard !hasAnnouncedWait, let until = progress.waitingUntil, until.seconds(since: now) > 10
    else { return }
    hasAnnouncedWait = true
    finish()
    complain("正在等待死链的复核间隔,至 \(until.readable);可用 --confirm-after 改短。")
  }

  func finish() {
    guard isTerminal, lastPrinted != nil else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1b}[2K".utf8))
  }
}

extension SweepProgress.Stage {
  var title: String {
    switch self {
    case .crawling: "抓取"
    case .confirming: "复核链接"
    case .judging: "检查"
    case .capturing: "截图取证"
    }
  }
}
