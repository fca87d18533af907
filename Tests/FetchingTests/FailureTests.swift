import Fetching
import Testing

@Suite("Failures have a code", .timeLimit(.minutes(1)))
struct FailureTests {
  @Test("a reset is a reset, whether before or in the head", arguments: ["", "HTTP/1.1 200 O"])
  func reset(_ sent: String) async throws {
    let server = try LoopbackServer { connection in
      guard connection.readHead() != nil else { return }
      connection.send(sent)
      connection.resetOnClose()
    }
    let result = try await withFetcher { await $0.fetch(try FetchRequest(server.url())) }
    #expect(result.failureCode == .reset)
  }

  @Test("a connection closed without an answer is a reset")
  func empty() async throws {
    let server = try LoopbackServer { connection in _ = connection.readHead() }
    let result = try await withFetcher { await $0.fetch(try FetchRequest(server.url())) }
    #expect(result.failureCode == .reset)
  }

  @Test("a port where nobody listens is refused, and no peer was reached")
  func refused() async throws {
    let port = try unusedPort()
    let result = try await withFetcher {
      await $0.fetch(try FetchRequest("http://127.0.0.1:\(port)/"))
    }
    #expect(result.failureCode == .refused)
    #expect(result.remoteAddress == "")
    #expect(result.requestHead.isEmpty)
  }

  @Test("a name that cannot exist is a matter of DNS")
  func unknownHost() async throws {
    let result = try await withFetcher {
      await $0.fetch(try FetchRequest("http://no-such-name.invalid/"))
    }
    #expect(result.failureCode == .dns)
  }

  @Test("what does not speak HTTP is a protocol error", arguments: ["SSH-2.0-x\r\n", "\0\0\0\0"])
  func notHTTP(_ greeting: String) async throws {
    let server = try LoopbackServer { connection in
      guard connection.readHead() != nil else { return }
      connection.send(greeting)
    }
    let result = try await withFetcher { await $0.fetch(try FetchRequest(server.url())) }
    #expect(result.failureCode == .protocolError)
  }

  @Test(
    "other schemes are refused",
    arguments: ["file:///etc/passwd", "ftp://h/x", "gopher://h/x", "data:text/html,x"])
  func scheme(_ address: String) async throws {
    let result = try await withFetcher { await $0.fetch(try FetchRequest(address)) }
    #expect(result.failureCode == .unsupportedScheme)
  }

  @Test(
    "headers that could split or reframe the message are refused",
    arguments: [
      HeaderField("X-A", "b\r\nHost: evil"), HeaderField("X-A", "b\nc"), HeaderField("X-A", "b\0"),
      HeaderField("X-A\r\nY", "b"), HeaderField("X A", "b"), HeaderField("", "b"),
      HeaderField("Host", "evil"), HeaderField("Content-Length", "5"),
      HeaderField("transfer-encoding", "chunked"), HeaderField("名", "b"), HeaderField("X:", "b"),
    ])
  func headerInjection(_ field: HeaderField) async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, head in response(head) }
    }
    let result = try await withFetcher {
      await $0.fetch(try FetchRequest(server.url(), headers: [field]))
    }
    #expect(result.failureCode == .invalidRequest)
    #expect(server.accepted.count == 0)
  }
}
