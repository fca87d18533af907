import Fetching
import Foundation
import Testing

@Suite("Hostile servers are bounded", .timeLimit(.minutes(1)))
struct LimitTests {
  private func fetch(
    limits: FetchLimits, _ handler: @escaping @Sendable (Connection) -> Void
  ) async throws -> FetchResult {
    let server = try LoopbackServer { connection in
      guard connection.readHead() != nil else { return }
      handler(connection)
    }
    return try await withFetcher { await $0.fetch(try FetchRequest(server.url(), limits: limits)) }
  }

  @Test("an endless body without a length is cut at the limit and marked")
  func endlessBody() async throws {
    let block = [UInt8](repeating: 0x61, count: 1 << 16)
    let result = try await fetch(limits: FetchLimits(bodyBytes: 1_000_000)) { connection in
      connection.send("HTTP/1.1 200 OK\r\n\r\n")
      while connection.send(block) {}
    }
    let page = try result.expectResponse()
    #expect(page.body.count == 1_000_000)
    #expect(page.isTruncated)
    #expect(page.truncation == .bodyLimit)
  }

  @Test("a body of exactly the limit is whole")
  func exactBody() async throws {
    let result = try await fetch(limits: FetchLimits(bodyBytes: 10)) { connection in
      connection.send(response("0123456789"))
    }
    let page = try result.expectResponse()
    #expect(page.text == "0123456789")
    #expect(!page.isTruncated)
  }

  @Test("a compression bomb is cut at the limit of decoded bytes", arguments: ["gzip", "deflate"])
  func bomb(_ encoding: String) async throws {
    guard let folder = sharedFolder("suites/hostile") else {
      print("skipped: ../shared/suites/hostile is absent")
      return
    }
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "bomb-\(encoding).bin")))
    let result = try await fetch(limits: FetchLimits(bodyBytes: 1 << 20)) { connection in
      connection.send(
        "HTTP/1.1 200 OK\r\nContent-Encoding: \(encoding)\r\n"
          + "Content-Length: \(bytes.count)\r\n\r\n")
      connection.send(bytes)
    }
    let page = try result.expectResponse()
    #expect(page.truncation == .bodyLimit)
    #expect(page.body.count == 1 << 20)
  }

  @Test(
    "endless heads end the transfer",
    arguments: ["X-A: b\r\n", "X-A: \(String(repeating: "b", count: 4_000))\r\n", "X-A: b"])
  func endlessHead(_ line: String) async throws {
    let block = Array(String(repeating: line, count: 65_536 / line.utf8.count).utf8)
    let result = try await fetch(limits: FetchLimits()) { connection in
      connection.send("HTTP/1.1 200 OK\r\n")
      while connection.send(block) {}
    }
    #expect(result.failureCode == .headerTooLarge)
  }

  @Test("endless interim responses end the transfer")
  func endlessInterim() async throws {
    let result = try await fetch(limits: FetchLimits()) { connection in
      while connection.send("HTTP/1.1 100 Continue\r\n\r\n") {}
    }
    #expect(result.failureCode == .headerTooLarge)
  }

  @Test("a body that drips is a time-out at the whole limit")
  func slowBody() async throws {
    let limits = FetchLimits(totalTimeout: 400)
    let result = try await fetch(limits: limits) { connection in
      connection.send("HTTP/1.1 200 OK\r\n\r\n")
      while connection.send("x") && !connection.waitForClient(milliseconds: 20) {}
    }
    #expect(result.failureCode == .timeout)
    #expect(result.duration >= 390 && result.duration < 5_000)
  }

  @Test("a drip below the slowest rate ends before the whole time is used")
  func slowRate() async throws {
    let limits = FetchLimits(totalTimeout: 30_000, slowestRate: 1_000, slowSeconds: 1)
    let result = try await fetch(limits: limits) { connection in
      connection.send("HTTP/1.1 200 OK\r\n\r\n")
      while connection.send("x") && !connection.waitForClient(milliseconds: 50) {}
    }
    #expect(result.failureCode == .timeout)
    #expect(result.duration < 10_000)
  }

  @Test("a server that never answers is a time-out, and its address is known")
  func silence() async throws {
    let result = try await fetch(limits: FetchLimits(totalTimeout: 300)) { connection in
      connection.waitForClient(milliseconds: 5_000)
    }
    #expect(result.failureCode == .timeout)
    #expect(result.remoteAddress == "127.0.0.1")
    #expect(result.requestHead.starts(with: Array("GET / HTTP/1.1\r\n".utf8)))
  }

  @Test("a body that ends before its length is kept and marked")
  func shortBody() async throws {
    let result = try await fetch(limits: FetchLimits()) { connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    }
    let page = try result.expectResponse()
    #expect(page.text == "half")
    #expect(page.truncation == .connectionLost)
    #expect(page.isTruncated)
  }

  @Test("a broken content encoding is marked", arguments: [#"gzip"#, "deflate"])
  func brokenEncoding(_ encoding: String) async throws {
    let result = try await fetch(limits: FetchLimits()) { connection in
      connection.send(
        response("this is not compressed at all", fields: "Content-Encoding: \(encoding)\r\n"))
    }
    #expect(try result.expectResponse().truncation == .undecodable)
  }

  @Test("a content encoding that does not exist leaves the body as it is")
  func unknownEncoding() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, _ in response("plain", fields: "Content-Encoding: utf-8\r\n") }
    }
    let page = try await withFetcher {
      try await $0.fetch(FetchRequest(server.url())).expectResponse()
    }
    #expect(page.text == "plain")
    #expect(!page.isTruncated)
  }
}
