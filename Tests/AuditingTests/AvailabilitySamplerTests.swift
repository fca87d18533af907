import AuditModel
import Foundation
import Ledger
import Testing
import WebAddress

@testable import Auditing

@Suite("Trying home pages over the wire", .serialized)
struct AvailabilitySamplerTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("mingcha-availability-\(UUID().uuidString)/ledger.sqlite").path

  private func sampler(
    _ ledger: LedgerStore, _ server: ScriptedServer, homes: [String], witnesses: [String] = []
  ) throws -> AvailabilitySampler {
    var options = AuditOptions()
    options.resolve = ["a.gov.cn", "b.gov.cn", "c.gov.cn", "w.gov.cn"].map {
      .init(host: $0, port: server.port, address: "127.0.0.1")
    }
    return try AvailabilitySampler(
      ledger: ledger, homes: homes.compactMap { WebURL($0) }, options: options,
      witnesses: witnesses.compactMap { WebURL($0) },
      now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
  }

  @Test("opens what opens, follows its redirects, and keeps the samples", .timeLimit(.minutes(1)))
  func round() async throws {
    let server = try ScriptedServer { request, port in
      switch (request.host, request.path) {
      case ("a.gov.cn", "/"):
        return ScriptedServer.answer(302, fields: ["Location: http://a.gov.cn:\(port)/home/"])
      case ("a.gov.cn", "/home/"): return ScriptedServer.answer(200, page("甲市", ""))
      case ("b.gov.cn", "/"): return ScriptedServer.answer(500, "坏了")
      case ("c.gov.cn", "/robots.txt"):
        return ScriptedServer.answer(200, "User-agent: *\nDisallow: /", type: "text/plain")
      default: return ScriptedServer.answer(404)
      }
    }
    let ledger = try LedgerStore(path: path)
    let homes = ["a", "b", "c"].map { "http://\($0).gov.cn:\(server.port)/" }
    let sampler = try sampler(ledger, server, homes: homes)
    let samples = try await sampler.round().map(\.sample)
    await sampler.shutdown()
    #expect(samples.map(\.result) == [.opened, .failed, .blocked])
    #expect(samples[1].cause == .serverError && samples[2].cause == .robotsDeny)
    #expect(!server.requests.contains { $0.host == "c.gov.cn" && $0.path == "/" })
    let stored = try ledger.availability(
      home: homes[0], from: samples[0].at, to: samples[0].at.adding(seconds: 1))
    #expect(stored == [samples[0]])
  }

  @Test(
    "a machine that answers that nobody listens has a site that is down", .timeLimit(.minutes(1)))
  func refused() async throws {
    let server = try ScriptedServer { _, _ in ScriptedServer.answer(200, page("甲市", "")) }
    let ledger = try LedgerStore(path: path)
    let closed = "http://a.gov.cn:\(server.port)/"
    server.stop()
    let sampler = try sampler(ledger, server, homes: [closed])
    let samples = try await sampler.round().map(\.sample)
    await sampler.shutdown()
    #expect(samples.map(\.result) == [.failed] && samples[0].cause == .refused)
  }
}
