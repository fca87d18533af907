import ArgumentParser
import AuditModel
import Foundation
import SamplePortal

struct SampleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "在本机回环地址上提供虚构的示例门户(云溪市)。",
    discussion: "名单写到 --registry;另给出检查它所需的 --resolve 选项。到时自动停止。")

  @Option(help: "端口;0 为自动选择。")
  var port: UInt16 = 0

  @Option(help: "多少秒后自动停止。")
  var seconds = 900.0

  @Option(help: "门户内容以这一天为准(YYYY-MM-DD);默认今天。", transform: Day.argument)
  var asOf: Day?

  @Option(help: ArgumentHelp("把单位名单写到这个文件。", valueName: "file"))
  var registry: String?

  @Option(help: ArgumentHelp("停止时把收到的请求写到这个文件:时间、主机、方法、路径。", valueName: "file"))
  var log: String?

  func run() async throws {
    let day = asOf ?? now().day
    let portal = SamplePortal(asOf: SampleDay(year: day.year, month: day.month, day: day.day))
    let server = SamplePortalServer(portal: portal, port: port)
    let port = try await server.start()
    if let registry {
      try portal.registryYAML(port: port).write(
        toFile: registry, atomically: true, encoding: .utf8)
    }
    print("port \(port)")
    for override in portal.resolveOverrides(port: port) {
      print("--resolve \(override.host):\(override.port):\(override.address)")
    }
    // Whoever started this reads the lines above through a pipe.
    fflush(nil)
    let interrupt = Interrupt()
    let end = now().adding(seconds: seconds)
    while now() < end, !interrupt.isRequested { try await Task.sleep(for: .milliseconds(200)) }
    await server.stop()
    if let log { try await server.log.text.write(toFile: log, atomically: true, encoding: .utf8) }
  }
}

extension RequestLog {
  /// One line per request, fields separated by tabs.
  fileprivate var text: String {
    records.map { "\($0.arrival)\t\($0.host)\t\($0.method)\t\($0.target)\n" }.joined()
  }
}
