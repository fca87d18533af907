import ArgumentParser
import AuditModel
import Auditing
import Foundation

/// Options that `audit` and `sweep` share.
struct SweepOptions: ParsableArguments {
  @Option(help: "按这一天的情况判定(YYYY-MM-DD);默认今天。", transform: Day.argument)
  var asOf: Day?

  @Option(
    help: ArgumentHelp("把主机:端口指到某个地址,可多次给出(同 curl --resolve)。", valueName: "host:port:address"),
    transform: AuditOptions.Resolve.argument)
  var resolve: [AuditOptions.Resolve] = []

  @Flag(help: "允许访问内网和本机地址。")
  var allowPrivate = false

  @Option(help: ArgumentHelp("结果目录。", valueName: "dir"))
  var out: String = "mingcha-out"

  @Option(help: "最多读取的页数。")
  var limitPages: Int?

  @Option(help: "最大链接深度。")
  var limitDepth = 30

  @Option(help: "对同一主机两次请求的间隔秒数。")
  var delay = 0.5

  @Option(help: "对同一主机的并发请求数。")
  var perHost = 2

  @Option(
    help: ArgumentHelp(
      "死链从首次发现到确认的最短间隔,如 30s、10m;默认 audit 10m、sweep 6h,等待期间不访问网站。", valueName: "duration"))
  var confirmAfter: String?

  @Option(
    help: ArgumentHelp(
      "每个页面至少每隔这么久查看一次,如 7d:期限内看过、又少有变动的页面沿用上次的存档(首页、平台和有问题的页面除外)。默认每次全部查看。",
      valueName: "duration"))
  var window: String?

  @Option(
    help: ArgumentHelp(
      "确认能打开的附件、图片和外部链接,在这么久之内的下一次巡检中不再访问,如 3d;0s 为每次都访问。默认 audit 0s、sweep 3d。死链每次都重新查看。",
      valueName: "duration"))
  var linkWindow: String?

  @Option(help: "单个请求的超时秒数。")
  var timeout = 30.0

  @Flag(inversion: .prefixedNo, help: "是否检查站外链接。")
  var externalLinks = true

  @Flag(inversion: .prefixedNo, help: "是否截图取证。")
  var screenshots = true

  @Option(help: "最多截图张数。")
  var limitScreenshots = 200

  @Option(
    help: ArgumentHelp(
      "错敏词表:每行“错误写法,正确写法,例外,级别”(级别为 确定 或 疑似),UTF-8。", valueName: "file"))
  var lexicon: String?

  /// - Parameters:
  ///   - confirmAfter: what the command waits unless told otherwise, in seconds.
  ///   - linkWindow: how long a link that answered is believed unless told otherwise.
  func auditOptions(confirmAfter standard: Double, linkWindow usual: Double? = nil) throws
    -> AuditOptions
  {
    var options = AuditOptions()
    options.resolve = resolve
    options.allowsPrivate = allowPrivate
    options.pageLimit = limitPages
    options.depthLimit = limitDepth
    options.delay = delay
    options.connectionsPerHost = perHost
    options.checksExternalLinks = externalLinks
    options.takesScreenshots = screenshots
    options.screenshotLimit = limitScreenshots
    options.timeout = timeout
    options.lexicon = try lexicon.map(LexiconReader.entries)
    options.window = try duration(window, named: "--window")
    options.linkWindow = try duration(linkWindow, named: "--link-window") ?? usual
    options.confirmAfter = try duration(confirmAfter, named: "--confirm-after") ?? standard
    return options
  }

  func validate() throws {
    guard delay >= 0, delay <= 3600 else { throw ValidationError("--delay 应在 0 到 3600 之间。") }
    guard (1...64).contains(perHost) else { throw ValidationError("--per-host 应在 1 到 64 之间。") }
    guard timeout >= 1, timeout <= 600 else { throw ValidationError("--timeout 应在 1 到 600 之间。") }
    guard limitPages.map({ $0 > 0 }) ?? true else { throw ValidationError("--limit-pages 应大于 0。") }
    guard (1...1000).contains(limitDepth) else {
      throw ValidationError("--limit-depth 应在 1 到 1000 之间。")
    }
    _ = try duration(confirmAfter, named: "--confirm-after")
    _ = try duration(window, named: "--window")
    _ = try duration(linkWindow, named: "--link-window")
  }
}

/// Reads `10m`, `6h`; nil for nil.
func duration(_ text: String?, named name: String) throws -> Double? {
  guard let text else { return nil }
  guard let seconds = Schedule.seconds(text) else {
    throw ValidationError("\(name) 写作数字加单位,如 10m、6h;读不懂“\(text)”。")
  }
  return seconds
}

/// The clock, read in one place.
func now() -> Instant {
  Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
}
