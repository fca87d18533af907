import ArgumentParser

/// The command line: one file per subcommand under `Commands`.
@main
struct Mingcha: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "mingcha",
    abstract: "明察:政务公开检查与考核计算。",
    discussion: """
      常用:
        mingcha audit http://www.example.gov.cn/ --out 检查结果
        mingcha sweep --registry registry.yaml --out 巡检 --every 24h
        mingcha evidence export --out 检查结果 --to 证据包

      退出码:0 完成;1 完成但越过了给定的界线;2 用法或配置有误;3 目标无法检查;130 被中断,可继续。
      """,
    version: version,
    subcommands: [
      AuditCommand.self, SweepCommand.self, ScoreCommand.self, EvidenceCommand.self,
      SchemeCommand.self, ProbeCommand.self, ReplayCommand.self,
      AvailabilityCommand.self, CrawlCommand.self, PageCommand.self, DoctorCommand.self,
      SampleCommand.self,
    ])

  /// As ArgumentParser's own, but with the design's exit codes and Chinese sentences.
  static func main() async {
    Interrupt.ignoreLimits()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      complain(UsageText(message: message(for: error), full: fullMessage(for: error)).text)
      exit(withError: ExitCode.misconfigured)
    }
  }
}
