import AuditModel
import Auditing
import Foundation
import Ledger

/// A sweep as an output folder keeps it.
struct StoredSweep {
  let folder: SweepFolder
  let ledger: LedgerStore
  let sweep: SweepRecord
  let options: AuditOptions
  private let allUnits: [AuditedUnit]

  /// - Parameter label: `S000003`; nil for the newest finished sweep.
  init(out: String, label: String?) throws {
    let path = SweepFolder(root: out, kind: .audit).ledger
    guard FileManager.default.fileExists(atPath: path) else {
      throw AuditError(
        .options, "--out", "\(out) 里没有检查结果(缺 ledger.sqlite)。请给出 audit 或 sweep 的结果目录。")
    }
    ledger = try LedgerStore(path: path)
    let sweeps = try ledger.sweeps()
    guard
      let found = sweeps.first(where: {
        label == nil ? $0.state == .finished : $0.label == label
      })
    else {
      let known = sweeps.prefix(8).map(\.label)
      throw AuditError(.options, "--sweep", "没有\(label ?? "已完成的检查")。\(Wording.near(known))")
    }
    sweep = found
    folder = SweepFolder(root: out, kind: found.target.hasPrefix("audit:") ? .audit : .sweep)
    let configuration = try SweepConfiguration(stored: found.configuration)
    (options, allUnits) = (configuration.options, configuration.units)
  }

  /// The units of the sweep, or the one wanted.
  func units(_ wanted: String?) throws -> [AuditedUnit] {
    guard let wanted else { return allUnits }
    let registry = Registry(units: allUnits)
    guard let unit = registry.unit(wanted) else {
      throw AuditError(.unknownUnit, wanted, Wording.near(registry.suggestions(for: wanted)))
    }
    return [unit]
  }

  /// What the ledger keeps of a unit, without judging again.
  func outcome(of unit: AuditedUnit) throws -> UnitOutcome {
    let coverage = try ledger.coverage(sweep: sweep.id)[unit.id]
    return UnitOutcome(
      unit: unit, findings: try ledger.findings(sweep: sweep.id, unit: unit.id),
      coverage: coverage ?? Coverage(startedAt: sweep.startedAt, finishedAt: sweep.startedAt),
      scorecards: try ledger.scorecards(sweep: sweep.id, unit: unit.id))
  }
}
