import Foundation
import Glibc
import SamplePortal
import Testing

/// Nothing is lost and nothing done twice, however a sweep ends.
@Suite("A sweep that dies", .serialized)
struct CrashTests {
  @Test(
    "after kill -9 the same command finishes it as if nothing had happened",
    .timeLimit(.minutes(2)))
  func killed() async throws {
    let normal = try await SampleRun()
    #expect(try await normal.run().code == 0)
    await normal.stop()
    let (findings, asked) = (try normal.findings, await normal.asked)
    #expect(!findings.isEmpty)
    let seed = UInt64.random(in: 0..<1_000_000)
    print("kill -9 seed \(seed)")
    let total = asked.values.reduce(0, +)
    for third in 0..<3 {
      // Somewhere in the beginning, the middle and the end, before the last request.
      let share = (third * 64 + Int((seed >> UInt64(third * 6)) % 64)) * 9 / 10
      try await kill(after: 1 + total * share / 192, findings, asked)
    }
  }

  private func kill(after requests: Int, _ findings: [String], _ asked: [String: Int])
    async throws
  {
    let sample = try await SampleRun()
    let victim = try sample.start()
    await sample.waitForRequests(requests)
    victim.signal(SIGKILL)
    #expect(await victim.end().code == 128 + SIGKILL)
    let second = try await sample.run()
    await sample.stop()
    #expect(second.code == 0, "\(second.errors)")
    #expect(second.errors.contains("接着上次中断的检查 S000001"), "\(second.errors)")
    #expect(try sample.findings == findings, "killed after \(requests) requests")
    let repeated = await sample.asked.map { max(0, $0.value - asked[$0.key, default: 0]) }
      .reduce(0, +)
    // Two hosts with eight requests each in flight.
    #expect(repeated <= 16, "killed after \(requests) requests")
    let pack = sample.folder.path("pack")
    let export = try await Program.run(
      ["evidence", "export", "--out", sample.folder.path("out"), "--to", pack])
    #expect(export.code == 0, "\(export.errors)")
    let verified = try await Program.run(["evidence", "verify", pack])
    #expect(verified.code == 0, "\(verified.output)")
  }

  @Test("Ctrl-C ends with 130, and a second run says that it goes on", .timeLimit(.minutes(1)))
  func interrupted() async throws {
    let sample = try await SampleRun()
    let first = try sample.start()
    await sample.waitForRequests(60)
    let rival = try await sample.run()
    #expect(rival.code == 2)
    #expect(rival.errors.contains("正被另一个明察进程使用"), "\(rival.errors)")
    first.signal(SIGINT)
    let ending = await first.end()
    #expect(ending.code == 130)
    #expect(ending.errors.contains("用同样的命令可继续"), "\(ending.errors)")
    let second = try await sample.run()
    await sample.stop()
    #expect(second.code == 0)
    #expect(second.errors.contains("接着上次中断的检查 S000001"), "\(second.errors)")
  }

  @Test("on a full disk it says so, and goes on when there is room", .timeLimit(.minutes(1)))
  func diskFull() async throws {
    let sample = try await SampleRun()
    let first = try await sample.run(limit: 300)
    #expect(first.code == 2)
    #expect(first.errors.contains("磁盘") && first.errors.contains("继续"), "\(first.errors)")
    let second = try await sample.run()
    await sample.stop()
    #expect(second.code == 0, "\(second.errors)")
    #expect(second.errors.contains("接着上次中断的检查 S000001"), "\(second.errors)")
    #expect(try !sample.findings.isEmpty)
  }

  @Test("without a browser it goes on, and the evidence says so", .timeLimit(.minutes(1)))
  func noBrowser() async throws {
    let page = """
      <html><head><meta charset="utf-8"><title>市交通运输局</title></head>
      <body><h1>市交通运输局</h1><p>欢迎访问本站。</p><a href="/zn.html">信息公开指南</a></body></html>
      """
    let server = try AnsweringServer(AnsweringServer.answer(200, page))
    let folder = try Folder()
    let ending = try await Program.run(
      [
        "audit", "http://www.example.gov.cn:\(server.port)/", "--delay", "0", "--confirm-after",
        "1s", "--resolve", "www.example.gov.cn:\(server.port):127.0.0.1", "--out",
        folder.path("out"),
      ], environment: ["MINGCHA_CHROMIUM": "/nonexistent"])
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(folder.text("out/findings.json").contains("unavailable"))
    #expect(folder.text("out/report.html").contains("无法取得"))
  }
}
