import ArgumentParser
import AuditModel
import Auditing
import Foundation
import Ledger
import Reports
import Scoring
import WebAddress

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "对一个单位做一次完整检查。",
    discussion: """
      被中断后用同样的命令继续。结果目录里:report.html、findings.xlsx、findings.json、scorecard.json、evidence/。
      """)

  @Argument(help: "网址,或名单中的单位 id 或名称。")
  var target: String

  @Option(help: ArgumentHelp("单位名单(YAML)。", valueName: "file"))
  var registry: String?

  @Option(help: ArgumentHelp("考核方案编号,可多次给出;见 mingcha scheme list。", valueName: "id"))
  var scheme: [String] = []

  @Option(help: ArgumentHelp("人工评定文件(YAML 或 JSON)。", valueName: "file"))
  var judgements: [String] = []

  @Option(help: "单位名称(检查网址时)。")
  var name: String?

  @Option(help: "单位类别:government、department、township、institution(检查网址时)。")
  var kind: AuditedUnit.Kind = .department

  @Option(help: "政府信息公开平台的网址(检查网址时)。")
  var platform: String?

  @Option(help: "属于本单位的地址前缀,可多次给出(检查网址时);默认整个主机。")
  var scope: [String] = []

  @Flag(help: "本单位没有独立网站,只是门户网站上的一个栏目(检查网址时;同时用 --scope 给出范围)。")
  var section = false

  @Option(help: "得分下限低于此数时,退出码为 1。")
  var failUnder: Rational?

  @Flag(help: "在标准输出上给出机器可读的摘要。")
  var json = false

  @OptionGroup var sweep: SweepOptions

  func run() async throws {
    do { try await audit() } catch { throw failure(error) }
  }

  private func audit() async throws {
    let unit = try unit()
    let folder = SweepFolder(root: sweep.out, kind: .audit)
    let session = try SweepSession(
      folder: folder, options: sweep.auditOptions(confirmAfter: 600),
      schemes: unit.schemes, judgements: judgements)
    for remark in try SchemeShelf.misfits(of: [unit]) { complain(remark) }
    let resolve = sweep.resolve
    let outcome = try await session.run(
      units: [unit], target: "audit:\(unit.id)", asOf: sweep.asOf
    ) { outcome in
      guard let result = outcome.units.first, result.failure == nil else { return }
      try ReportAssembly(outcome, in: folder, resolve: resolve).write(result)
    }
    guard let result = outcome.units.first else { return }
    if let failure = result.failure { throw failure }
    let report = ReportAssembly(outcome, in: folder, resolve: resolve).report(
      result, evidencePrefix: folder.evidenceFromReport + "/")
    let place = folder.report(of: outcome.sweep.label, unit: unit)
    print(json ? try Summary(report, place: place).json : Summary(report, place: place).text)
    if let failUnder, result.scorecards.contains(where: { $0.isBelow(failUnder) }) {
      throw ExitCode.limitCrossed
    }
  }

  private func unit() throws -> AuditedUnit {
    if let registry {
      let units = try SchemeShelf.registry(at: registry)
      guard let unit = units.unit(target) else {
        throw AuditError(.unknownUnit, target, Wording.near(units.suggestions(for: target)))
      }
      return scheme.isEmpty ? unit : unit.with(schemes: scheme)
    }
    return try AuditedUnit(
      address: target, name: name, kind: kind, platform: platform, scopes: scope,
      hasOwnSite: !section, schemes: scheme)
  }
}

extension AuditedUnit {
  /// A unit known by its address only.
  init(
    address: String, name: String?, kind: Kind, platform: String?, scopes: [String],
    hasOwnSite: Bool = true, schemes: [String]
  ) throws {
    guard let home = WebURL(address), home.isHTTP, !home.host.isEmpty else {
      throw AuditError(.badTarget, address, Wording.needsAddress)
    }
    for other in [platform].compactMap({ $0 }) + scopes where WebURL(other)?.isHTTP != true {
      throw AuditError(.badTarget, other, Wording.needsAddress)
    }
    let id = home.host.map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" ? $0 : "-" }
    self.init(
      id: String(String(id).prefix(64)), name: name ?? home.host, kind: kind, homePage: home.href,
      platformPage: platform, scopes: scopes, hasOwnSite: hasOwnSite, schemes: schemes)
  }

  func with(schemes: [String]) -> AuditedUnit {
    AuditedUnit(
      id: id, name: name, kind: kind, homePage: homePage, platformPage: platformPage,
      scopes: scopes, hasOwnSite: hasOwnSite, withoutDuty: withoutDuty, schemes: schemes)
  }
}

extension Scorecard {
  /// Whether the proven lower bound lies below a limit.
  func isBelow(_ limit: Rational) -> Bool {
    guard let low = result?.low else { return true }
    return low < limit
  }
}
