import ArgumentParser
import AuditModel
import Auditing
import Foundation
import Ledger
import Reports
import Scoring

struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "检查名单中的全部单位,一次或定时。",
    discussion: """
      每次巡检存入 --out/S编号/,并与上一次比较。被中断后用同样的命令继续。
      """)

  @Option(help: ArgumentHelp("单位名单(YAML)。", valueName: "file"))
  var registry: String

  @Option(help: ArgumentHelp("只检查这些单位(id 或名称),可多次给出。", valueName: "unit"))
  var only: [String] = []

  @Option(help: ArgumentHelp("每隔这么久巡检一次,如 24h;覆盖名单中的安排。", valueName: "duration"))
  var every: String?

  @Option(help: ArgumentHelp("每天这些时刻巡检(HH:MM),可多次给出。", valueName: "time"))
  var at: [String] = []

  @Flag(help: "按名单中的 schedule 定时巡检。")
  var scheduled = false

  @Option(help: "定时巡检最多做这么多次。")
  var times: Int?

  @Option(help: ArgumentHelp("人工评定文件(YAML 或 JSON),可多次给出。", valueName: "file"))
  var judgements: [String] = []

  @Flag(help: "在标准输出上给出机器可读的摘要。")
  var json = false

  @OptionGroup var sweep: SweepOptions

  func run() async throws {
    do { try await runAll() } catch { throw failure(error) }
  }

  private func runAll() async throws {
    let registry = try SchemeShelf.registry(at: registry)
    let units = try chosen(registry)
    let folder = SweepFolder(root: sweep.out, kind: .sweep)
    let session = try SweepSession(
      folder: folder, options: sweep.auditOptions(confirmAfter: 21_600, linkWindow: 3 * 86_400),
      schemes: units.flatMap(\.schemes), judgements: judgements)
    for remark in try SchemeShelf.misfits(of: units) { complain(remark) }
    guard let schedule = try schedule(registry) else {
      return try await once(units, session, folder)
    }
    var lastStart: Instant?
    var count = 0
    while times.map({ count < $0 }) ?? true {
      guard let start = schedule.next(after: now(), lastStart: lastStart) else { return }
      try await wait(until: start, session)
      lastStart = start
      count += 1
      do { try await once(units, session, folder) } catch let error as ExitCode
        where error == .targetFailed
      {
        complain("本次巡检没有单位可以检查,等待下一次。")
      }
    }
  }

  private func once(_ units: [AuditedUnit], _ session: SweepSession, _ folder: SweepFolder)
    async throws
  {
    let resolve = sweep.resolve
    let outcome = try await session.run(
      units: units, target: "sweep:\(units.map(\.id).sorted().joined(separator: ","))",
      asOf: sweep.asOf
    ) { try ReportAssembly($0, in: folder, resolve: resolve).writeAll($0) }
    let failed = outcome.failures
    let index = folder.index(of: outcome.sweep.label)
    for (_, sentence) in failed.sorted(by: { $0.key < $1.key }) { complain(sentence) }
    print(
      json
        ? try machineText(SweepAnswer(outcome, index: index))
        : "\(outcome.sweep.label):\(outcome.units.count) 个单位,\(failed.count) 个无法检查。总览:\(index)")
    if !json { for line in outcome.proofLines { print(line) } }
    // A scheduled run's log should show each sweep when it ended, not when the next one did.
    fflush(nil)
    if !outcome.units.isEmpty, failed.count == outcome.units.count { throw ExitCode.targetFailed }
  }

  private func chosen(_ registry: Registry) throws -> [AuditedUnit] {
    guard !only.isEmpty else { return registry.units }
    return try only.map { wanted in
      guard let unit = registry.unit(wanted) else {
        throw AuditError(.unknownUnit, wanted, Wording.near(registry.suggestions(for: wanted)))
      }
      return unit
    }
  }

  private func schedule(_ registry: Registry) throws -> Schedule? {
    if let every {
      guard let seconds = Schedule.interval(every) else {
        throw AuditError(.options, "--every", "写作数字加单位,如 24h、30m,至少 1s;“\(every)”不行。")
      }
      return Schedule(every: seconds)
    }
    guard at.isEmpty else {
      return Schedule(
        at: try at.map { text in
          guard let minutes = Schedule.minutes(text) else {
            throw AuditError(.options, "--at", "写作 HH:MM,读不懂“\(text)”。")
          }
          return minutes
        })
    }
    guard scheduled else { return nil }
    guard let schedule = registry.schedule else {
      throw AuditError(.options, "--scheduled", "名单里没有 schedule。请写上,或改用 --every、--at。")
    }
    return schedule
  }

  private func wait(until start: Instant, _ session: SweepSession) async throws {
    if start > now() { complain("下一次巡检:\(start.readable)") }
    while now() < start {
      if session.interrupt.isRequested {
        throw AuditError(.interrupted, "", "没有巡检在进行。")
      }
      try await Task.sleep(for: .seconds(min(1, max(0.01, start.seconds(since: now())))))
    }
  }
}

extension SweepOutcome {
  /// Why each unit that could not be audited could not, by unit id.
  fileprivate var failures: [String: String] {
    Dictionary(
      units.compactMap { unit in unit.failure.map { (unit.unit.id, "\($0)") } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension SweepOutcome {
  /// Per unit, what of its addresses was looked at; the rest stands in the reports.
  fileprivate var proofLines: [String] {
    units.compactMap { unit in
      unit.coverage.proof.flatMap { _ in unit.coverage.remarks.first }
        .map { "  \(unit.unit.name):\($0)" }
    }
  }

  /// The order of the units by scheme id, stages of combinations included.
  fileprivate var rankings: [String: Ranking] {
    Ranking.byScheme(
      units.filter { $0.failure == nil }.map {
        Ranking.Scored(
          unit: $0.unit.id, name: $0.unit.name, cards: $0.scorecards,
          isPartial: $0.coverage.isPartial)
      })
  }
}

extension SweepFolder {
  /// The overview of all units of a sweep.
  fileprivate func index(of label: String) -> String { "\(reports(of: label))/index.html" }
}

extension ReportAssembly {
  /// Writes every unit's reports and the overview.
  fileprivate func writeAll(_ outcome: SweepOutcome) throws {
    let lines = try outcome.units.map { unit in
      UnitSummary(try write(unit), reportPath: "\(unit.unit.id)/report.html")
    }
    let summary = SweepSummary(
      sweep: outcome.sweep.label, asOf: outcome.sweep.asOf, finishedAt: outcome.finishedAt,
      units: lines, failed: outcome.failures, rankings: outcome.rankings)
    try ReportWriter(templates: try TemplateLibrary.bundled()).write(
      summary, to: folder.index(of: outcome.sweep.label))
  }
}
