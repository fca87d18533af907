import ArgumentParser
import AuditModel
import Auditing
import Crawling
import Foundation
import Ledger
import WebAddress

struct AvailabilityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "availability", abstract: "反复打开首页,记录能否在15秒内打开。",
    discussion: """
      记录存入 --out 的台账,由同一目录的 audit、sweep 使用(首页能否打开)。不给 --for 时打开一轮,适合放进 cron;
      给出 --for 7d 时按 --every 一直做下去,被中断后用同样的命令继续。满7天、每天20次以上才下结论。
      所有首页都没有应答时,再访问 --witness 中的地址;那里也没有应答,就记为本机网络故障,不计入任何比例。
      """)

  @Argument(help: "网址,或名单中的单位 id 或名称;用名单时可省略,表示全部单位。")
  var target: String?

  @Option(help: ArgumentHelp("单位名单(YAML)。", valueName: "file"))
  var registry: String?

  @Option(help: ArgumentHelp("一直做多久,如 7d;不给时只做一轮。", valueName: "duration"))
  var `for`: String?

  @Option(help: ArgumentHelp("两轮之间的间隔,如 1h;至少 1m。", valueName: "duration"))
  var every = "1h"

  @Option(help: ArgumentHelp("用来分辨本机断网的外部网址,可多次给出。", valueName: "url"))
  var witness: [String] = ["http://www.gov.cn/"]

  @Option(
    help: ArgumentHelp("把主机:端口指到某个地址,可多次给出(同 curl --resolve)。", valueName: "host:port:address"),
    transform: AuditOptions.Resolve.argument)
  var resolve: [AuditOptions.Resolve] = []

  @Flag(help: "允许访问内网和本机地址。")
  var allowPrivate = false

  @Option(help: ArgumentHelp("结果目录。", valueName: "dir"))
  var out = "mingcha-out"

  @Flag(help: "在标准输出上给出机器可读的结果。")
  var json = false

  func validate() throws {
    guard let seconds = try duration(every, named: "--every"), seconds >= 60 else {
      throw ValidationError("--every 至少 1m。")
    }
    _ = try duration(`for`, named: "--for")
    guard target != nil || registry != nil else {
      throw ValidationError("请给出网址,或用 --registry 给出名单。")
    }
  }

  func run() async throws {
    do { try await sample() } catch { throw failure(error) }
  }

  private func sample() async throws {
    let homes = try homes()
    let ledger = try LedgerStore(path: SweepFolder(root: out, kind: .audit).ledger)
    let clock = SteadyClock()
    let sampler = try AvailabilitySampler(
      ledger: ledger, homes: homes.map(\.url), options: options(), witnesses: try witnesses(),
      now: { clock.now() })
    let wasInterrupted = try await rounds(sampler, ledger, homes.map(\.url), clock)
    await sampler.shutdown()
    let answers = try homes.map { home in
      try AvailabilityAnswer(home.name, home.url, ledger: ledger, asOf: clock.now().day)
    }
    print(json ? try machineText(answers) : answers.map(\.text).joined(separator: "\n"))
    if wasInterrupted { throw ExitCode.interrupted }
  }

  /// - Returns: whether a person ended it.
  private func rounds(
    _ sampler: AvailabilitySampler, _ ledger: LedgerStore, _ homes: [WebURL], _ clock: SteadyClock
  ) async throws -> Bool {
    let interrupt = Interrupt()
    let plan = AvailabilityPlan(
      interval: try duration(every, named: "--every") ?? 3600,
      span: try duration(`for`, named: "--for"))
    let startedAt = clock.now()
    while true {
      let moment = clock.now()
      let known = try homes.flatMap { home in
        try ledger.availability(
          home: home.href, from: moment.adding(seconds: -(plan.span ?? 86_400)),
          to: moment.adding(seconds: 1))
      }.map(\.at)
      let due = plan.next(
        first: known.min(), last: known.max(), startedAt: startedAt, now: moment)
      guard let due else { return false }
      while clock.now() < due {
        if interrupt.isRequested { return true }
        try await Task.sleep(for: .seconds(min(1, max(0.01, due.seconds(since: clock.now())))))
      }
      if interrupt.isRequested { return true }
      try await sampler.round()
    }
  }

  private func options() -> AuditOptions {
    var options = AuditOptions()
    options.resolve = resolve
    options.allowsPrivate = allowPrivate
    options.archives = false
    return options
  }

  private func witnesses() throws -> [WebURL] {
    try witness.map { text in
      guard let url = WebURL(text), url.isHTTP else {
        throw AuditError(.badTarget, text, Wording.needsAddress)
      }
      return url
    }
  }

  /// Each home page once; units that share one are named together.
  private func homes() throws -> [(name: String, url: WebURL)] {
    var homes: [(name: String, url: WebURL)] = []
    for unit in try units() where unit.hasOwnSite {
      guard let url = WebURL(unit.homePage), url.isHTTP else {
        throw AuditError(.badTarget, unit.homePage, Wording.needsAddress)
      }
      if let index = homes.firstIndex(where: { $0.url == url }) {
        homes[index].name += "、\(unit.name)"
      } else {
        homes.append((unit.name, url))
      }
    }
    guard !homes.isEmpty else {
      throw AuditError(.options, "--registry", "没有任何单位有自己的网站。")
    }
    return homes
  }

  private func units() throws -> [AuditedUnit] {
    guard let registry else {
      return [
        try AuditedUnit(
          address: target ?? "", name: nil, kind: .department, platform: nil, scopes: [],
          schemes: [])
      ]
    }
    let all = try SchemeShelf.registry(at: registry)
    guard let target else { return all.units }
    guard let unit = all.unit(target) else {
      throw AuditError(.unknownUnit, target, Wording.near(all.suggestions(for: target)))
    }
    return [unit]
  }
}
