import ArgumentParser
import AuditModel
import Auditing
import Evidence
import Foundation
import Ledger
import Reports

struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "列出、导出、核验证据。",
    subcommands: [List.self, Export.self, Verify.self])
}

extension EvidenceCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出一次检查的证据。")

    @OptionGroup var source: EvidenceSource
    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      do { try list() } catch { throw failure(error) }
    }

    private func list() throws {
      let stored = try StoredSweep(out: source.out, label: source.sweep)
      let rows = try stored.units(source.unit).flatMap { unit in
        EvidenceList.rows(try source.report(of: unit, in: stored))
      }
      if json { return print(try machineText(rows)) }
      for row in rows {
        print(
          "\(row.number)\t\(row.unit)\t\(row.problem)\t\(row.screenshot)\t\(row.sha256.prefix(16))")
      }
      complain("共 \(rows.count) 条。")
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "导出一个单位的证据包:清单(XLSX、JSON)、截图、网页存档、校验清单。")

    @OptionGroup var source: EvidenceSource
    @Option(help: ArgumentHelp("证据包写到这里(应为空目录)。", valueName: "dir")) var to: String

    func run() throws {
      do { try export() } catch { throw failure(error) }
    }

    private func export() throws {
      let stored = try StoredSweep(out: source.out, label: source.sweep)
      let units = try stored.units(source.unit)
      for unit in units {
        let place = units.count == 1 ? to : "\(to)/\(unit.id)"
        let outcome = try stored.outcome(of: unit)
        guard outcome.coverage.pages > 0 else {
          throw AuditError(
            .targetUnreachable, unit.name, "这次检查没有读到它的任何页面,没有可以导出的证据。请先检查成功。")
        }
        try PackFiles(from: stored.folder.evidence(of: stored.sweep.label), to: place).copy(
          for: outcome.findings)
        try ReportAssembly(
          folder: stored.folder, sweep: stored.sweep,
          finishedAt: stored.sweep.finishedAt ?? stored.sweep.startedAt,
          resolve: stored.options.resolve
        ).writePack(outcome, at: place)
        let report = try EvidencePack.verify(place)
        print("\(unit.name):\(report.entries) 条证据,\(report.files) 个文件,已核验。\(place)")
      }
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "离线核验证据包:文件、散列、存档记录、清单。")

    @Argument(help: ArgumentHelp("证据包目录。", valueName: "dir")) var pack: String
    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      do { try verify() } catch { throw failure(error) }
    }

    private func verify() throws {
      let packs = packs
      let reports = try packs.map { try EvidencePack.verify($0) }
      if json {
        print(try reports.count == 1 ? machineText(reports[0]) : machineText(reports))
      } else {
        for (place, report) in zip(packs, reports) { show(report, place) }
      }
      if !reports.allSatisfy(\.isIntact) { throw ExitCode.limitCrossed }
    }

    /// The folder, or the packs of several units that an export put into it.
    private var packs: [String] {
      let manifest = "manifest.json"
      let files = FileManager.default
      guard !files.fileExists(atPath: "\(pack)/\(manifest)") else { return [pack] }
      let inside = ((try? files.contentsOfDirectory(atPath: pack)) ?? []).sorted()
        .map { "\(pack)/\($0)" }.filter { files.fileExists(atPath: "\($0)/\(manifest)") }
      return inside.isEmpty ? [pack] : inside
    }

    private func show(_ report: VerificationReport, _ place: String) {
      for problem in report.problems { print("✗ \(problem.description)") }
      let verdict = report.isIntact ? "完好" : "\(report.problems.count) 处不符"
      print(
        "\(place) \(verdict):\(report.files) 个文件,\(report.records) 条存档记录,\(report.entries) 条证据。")
    }
  }
}

/// Which sweep and unit the evidence is of.
struct EvidenceSource: ParsableArguments {
  @Option(help: ArgumentHelp("audit 或 sweep 的结果目录。", valueName: "dir")) var out: String
  @Option(help: ArgumentHelp("检查编号,如 S000003;默认最近一次。", valueName: "sweep")) var sweep: String?
  @Option(help: ArgumentHelp("单位 id 或名称;默认全部。", valueName: "unit")) var unit: String?

  func report(of unit: AuditedUnit, in stored: StoredSweep) throws -> AuditReport {
    ReportAssembly(
      folder: stored.folder, sweep: stored.sweep,
      finishedAt: stored.sweep.finishedAt ?? stored.sweep.startedAt,
      resolve: stored.options.resolve
    ).report(try stored.outcome(of: unit), evidencePrefix: "")
  }
}
