import AuditModel
import Auditing
import Foundation
import Ledger
import Schemes

/// A ledger, a runner, and the person watching: what `audit` and `sweep` have in common.
struct SweepSession {
  let folder: SweepFolder
  let ledger: LedgerStore
  let options: AuditOptions
  let interrupt = Interrupt()
  private let desk: ScoreDesk
  private let judgements: [String: JudgedBy]

  init(folder: SweepFolder, options: AuditOptions, schemes: [String], judgements files: [String])
    throws
  {
    self.folder = folder
    self.options = options
    desk = try SchemeShelf.desk(for: schemes)
    judgements = try SchemeShelf.judgements(files, for: schemes)
    ledger = try LedgerStore(path: folder.ledger, isSweeping: true)
  }

  /// - Parameter deliver: writes what people get; the sweep is finished when it returned.
  func run(
    units: [AuditedUnit], target: String, asOf: Day?,
    deliver: @escaping @Sendable (SweepOutcome) throws -> Void
  ) async throws -> SweepOutcome {
    try await watched { runner in
      var runner = runner
      runner.deliver = deliver
      return try await runner.run(units: units, target: target, asOf: asOf)
    }
  }

  /// Crawls without judging.
  func crawlOnly(units: [AuditedUnit], target: String) async throws -> CrawlOutcome {
    try await watched { runner in try await runner.crawlOnly(units: units, target: target) }
  }

  /// Runs with progress shown and Ctrl-C heeded.
  private func watched<Value: Sendable>(
    _ body: (SweepRunner) async throws -> Value
  ) async throws -> Value {
    let printer = ProgressPrinter()
    let clock = SteadyClock()
    let interrupt = interrupt
    var runner = SweepRunner(
      ledger: ledger, folder: folder, options: options, desk: desk, judgements: judgements,
      now: { clock.now() })
    runner.isInterrupted = { interrupt.isRequested }
    runner.onResume = { complain(Wording.resumed($0.label, $0.startedAt.readable)) }
    runner.progress = { progress in
      let moment = clock.now()
      if let notice = clock.jumpNotice() { complain(notice) }
      Task { await printer.show(progress, at: moment) }
    }
    do {
      let value = try await body(runner)
      await printer.finish()
      return value
    } catch {
      await printer.finish()
      throw error
    }
  }
}
