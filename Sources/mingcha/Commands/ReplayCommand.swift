import ArgumentParser
import AuditModel
import Auditing
import Foundation
import Ledger

struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "不访问网络,用存档对一次检查重新判定(可换方案、换日期)。")

  @Option(help: ArgumentHelp("audit 或 sweep 的结果目录。", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("巡检编号,如 S000003;默认最近一次。", valueName: "sweep"))
  var sweep: String?

  @Option(help: ArgumentHelp("只判定这个单位。", valueName: "unit"))
  var unit: String?

  @Option(help: ArgumentHelp("换用这些考核方案。", valueName: "id"))
  var scheme: [String] = []

  @Option(help: "按这一天的情况判定(YYYY-MM-DD);默认原来的日期。", transform: Day.argument)
  var asOf: Day?

  @Option(help: ArgumentHelp("人工评定文件,可多次给出。", valueName: "file"))
  var judgements: [String] = []

  @Option(help: ArgumentHelp("新结果写到这里。", valueName: "dir"))
  var to: String

  @Flag(help: "机器可读的结果。")
  var json = false

  func run() async throws {
    do { try await replay() } catch { throw failure(error) }
  }

  private func replay() async throws {
    let stored = try StoredSweep(out: out, label: sweep)
    var units = try stored.units(unit)
    if !scheme.isEmpty { units = units.map { $0.with(schemes: scheme) } }
    let schemes = units.flatMap(\.schemes)
    let runner = SweepRunner(
      ledger: stored.ledger, folder: stored.folder, options: stored.options,
      desk: try SchemeShelf.desk(for: schemes),
      judgements: try SchemeShelf.judgements(judgements, for: schemes), now: { now() })
    var record = stored.sweep
    if let asOf { record.asOf = asOf }
    let outcomes = try await runner.replay(sweep: stored.sweep, units: units, asOf: asOf)
    let target = SweepFolder(root: to, kind: .sweep)
    for outcome in outcomes {
      let assembly = ReportAssembly(
        folder: target, sweep: record, finishedAt: outcome.coverage.finishedAt,
        resolve: stored.options.resolve)
      let report = try assembly.write(outcome)
      let summary = Summary(report, place: target.report(of: record.label, unit: outcome.unit))
      print(json ? try summary.json : summary.text)
    }
  }
}
