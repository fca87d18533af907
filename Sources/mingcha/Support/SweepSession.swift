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

  func run(units: [AuditedUnit], target: String, asOf: Day?) async throws -> SweepOutcome {
    let printer = ProgressPrinter()
    let interrupt = interrupt
    var runner = SweepRunner(
      ledger: ledger, folder: folder, options: options, desk: desk, judgements: judgements,
      now: { now() })
    runner.isInterrupted = { interrupt.isRequested }
    runner.progress = { progress in
      let moment = now()
      Task { await printer.show(progress, at: moment) }
    }
    do {
      let outcome = try await runner.run(units: units, target: target, asOf: asOf)
      await printer.finish()
      return outcome
    } catch {
      await printer.finish()
      throw error
    }
  }
}
