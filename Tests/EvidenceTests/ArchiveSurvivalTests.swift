import AuditModel
import Foundation
import Glibc
import Testing

@testable import Evidence

@Suite("Archives under kill -9 and under another program's eyes")
struct ArchiveSurvivalTests {
  @Test("What was acknowledged before kill -9 is whole and readable after it")
  func killed() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch.path as String] in
      let writer = try ArchiveWriter(
        directory: path, prefix: "s", software: ArchiveSoftware(name: "mingcha/test"),
        clock: { moment })
      Thread.detachNewThread {
        usleep(UInt32.random(in: 20_000...200_000))
        kill(getpid(), SIGKILL)
      }
      let log = open("\(path)/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
      while true {
        let body = String(repeating: "\(UInt64.random(in: 0 ... .max)) ", count: 4000)
        let place = try await writer.append(exchange(body: body))
        try WholeFile.writeAll(
          Array("\(place.offset) \(place.recordID)\n".utf8), to: log, path: path)
      }
    }
    let lines = String(decoding: try scratch.bytes("acknowledged"), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count == 2 }
    let repairs = try ArchiveWriter.repair(directory: scratch.path, prefix: "s")
    let reader = try ArchiveReader(file: "\(scratch.path)/s-00001.warc.gz")
    #expect(try reader.problems() == [])
    for line in lines {
      #expect(try reader.record(at: try #require(Int(line[0]))).id == String(line[1]))
    }
    print("kill -9: \(lines.count) acknowledged, all readable; cut \(repairs.map(\.cutBytes))")
  }

  @Test("warcio finds nothing to say about what we write")
  func warcio() async throws {
    guard let tool = warcioPath() else {
      print("SKIPPED: warcio is not here (pip install warcio; MINGCHA_WARCIO names it)")
      return
    }
    let scratch = try Scratch()
    let writer = try ArchiveWriter(
      directory: scratch.path, prefix: "s", software: ArchiveSoftware(name: "mingcha/test"))
    for number in 0..<20 {
      let head = number % 2 == 0 ? "HTTP/2 404\r\nserver: x\r\n\r\n" : "HTTP/1.1 200 OK\r\n\r\n"
      _ = try await writer.append(
        exchange("http://h/\(number)?q=中文", body: String(repeating: "文", count: number), head: head)
      )
    }
    var lost = exchange(head: "")
    lost.failure = "dns"
    _ = try await writer.append(lost)
    let file = "\(scratch.path)/s-00001.warc.gz"
    let whole = try scratch.bytes("s-00001.warc.gz")
    let checked = try run(tool, ["check", "-v", file])
    #expect(checked.status == 0, "\(checked.output)")
    #expect(checked.output.contains("digest pass"))
    #expect(!checked.output.contains("fail"))
    try scratch.write(Array(whole.dropLast(7)), "t-00001.warc.gz")
    #expect(try ArchiveWriter.repair(directory: scratch.path, prefix: "t").count == 1)
    #expect(try run(tool, ["check", "-v", "\(scratch.path)/t-00001.warc.gz"]).status == 0)
  }

  private func warcioPath() -> String? {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/warcio" }
    return ([environment["MINGCHA_WARCIO"]].compactMap { $0 } + folders).first {
      access($0, X_OK) == 0
    }
  }
}
