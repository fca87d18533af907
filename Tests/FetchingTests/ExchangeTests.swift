import Fetching
import Testing

@Suite("Exchange over loopback", .timeLimit(.minutes(1)))
struct ExchangeTests {
  @Test("a page comes back with status, fields, head, body and the address of the peer")
  func page() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, _ in
        response("<p>政务公开</p>", fields: "Content-Type: text/html\r\nX-Empty:\r\n")
      }
    }
    let result = try await withFetcher { await $0.fetch(try FetchRequest(server.url("/a?b=1"))) }
    let page = try result.expectResponse()
    #expect(page.status == 200)
    #expect(page.version == "HTTP/1.1")
    #expect(page.text == "<p>政务公开</p>")
    #expect(page.field("content-type") == "text/html")
    #expect(page.field("x-empty") == "")
    #expect(page.head.starts(with: Array("HTTP/1.1 200 OK\r\nContent-Length: ".utf8)))
    #expect(page.head.suffix(4) == [13, 10, 13, 10])
    #expect(!page.isTruncated)
    #expect(page.certificateProblem == nil)
    #expect(result.remoteAddress == "127.0.0.1")
  }

  @Test("the recorded request head is what the server received, byte for byte")
  func requestHead() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, head in response(head) }
    }
    let result = try await withFetcher {
      await $0.fetch(
        try FetchRequest(
          server.url("/a/%7E/../c%2e?x=|1"),
          headers: [HeaderField("Cookie", "a=b"), HeaderField("X-Empty", "")]))
    }
    let received = try result.expectResponse().text
    #expect(String(decoding: result.requestHead, as: UTF8.self) == received)
    #expect(received.contains("\r\nUser-Agent: Mingcha/"))
    #expect(received.contains("\r\nAccept-Language: zh-CN"))
    #expect(received.contains("\r\nCookie: a=b\r\n"))
    #expect(received.contains("\r\nX-Empty:\r\n"))
    #expect(received.contains("gzip"))
  }

  @Test("a header of the request replaces the default of the same name")
  func replacedHeader() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, head in response(head) }
    }
    let received = try await withFetcher {
      try await $0.fetch(
        FetchRequest(server.url(), headers: [HeaderField("accept", "text/plain")])
      ).expectResponse().text
    }
    #expect(received.contains("\r\naccept: text/plain\r\n"))
    #expect(!received.contains("Accept: text/html"))
  }

  @Test("one request leaves nothing behind for the next on the same handle and connection")
  func reuse() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { path, head in
        switch path {
        case "/big": response(String(repeating: "x", count: 5_000))
        case "/head": "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n"
        default: response(head)
        }
      }
    }
    var configuration = FetcherConfiguration.loopback
    configuration.maximumConnections = 1
    try await withFetcher(configuration) { fetcher in
      let big = try await fetcher.fetch(
        FetchRequest(server.url("/big"), headers: [HeaderField("Cookie", "secret=1")]))
      #expect(try big.expectResponse().body.count == 5_000)
      let head = try await fetcher.fetch(FetchRequest(server.url("/head"), method: .head))
      #expect(try head.expectResponse().body.isEmpty)
      let next = try await fetcher.fetch(FetchRequest(server.url("/next"))).expectResponse().text
      #expect(next.hasPrefix("GET /next HTTP/1.1\r\n"))
      #expect(!next.contains("secret"))
    }
    #expect(server.accepted.count == 1)
  }

  @Test("connections are kept alive")
  func keepAlive() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, _ in response("ok") }
    }
    try await withFetcher { fetcher in
      for _ in 0..<20 {
        let page = try await fetcher.fetch(FetchRequest(server.url())).expectResponse()
        #expect(page.text == "ok")
      }
    }
    #expect(server.accepted.count == 1)
  }

  @Test("a HEAD request has no body and does not wait for one")
  func head() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, head in
        head.hasPrefix("HEAD ")
          ? "HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n" : response("not a HEAD")
      }
    }
    let page = try await withFetcher {
      try await $0.fetch(FetchRequest(server.url(), method: .head)).expectResponse()
    }
    #expect(page.status == 200)
    #expect(page.body.isEmpty)
    #expect(page.field("Content-Length") == "1234")
    #expect(!page.isTruncated)
  }

  @Test("statuses are handed over, redirects are not followed", arguments: [301, 404, 304, 503])
  func status(_ status: Int) async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, _ in
        "HTTP/1.1 \(status) X\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
      }
    }
    let page = try await withFetcher {
      try await $0.fetch(FetchRequest(server.url("/here"))).expectResponse()
    }
    #expect(page.status == status)
    #expect(page.field("location") == "/elsewhere")
    #expect(server.accepted.count == 1)
  }

  @Test("a compressed body comes decoded, the head as it was")
  func gzip() async throws {
    let packed = storedGzip("信息公开")
    let server = try LoopbackServer { connection in
      guard connection.readHead() != nil else { return }
      connection.send(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n")
      connection.send(packed)
    }
    let page = try await withFetcher {
      try await $0.fetch(FetchRequest(server.url())).expectResponse()
    }
    #expect(page.text == "信息公开")
    #expect(page.field("content-encoding") == "gzip")
  }

  @Test("interim responses and trailers are not part of the head")
  func interim() async throws {
    let server = try LoopbackServer { connection in
      guard connection.readHead() != nil else { return }
      connection.send(
        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nX-Folded: a\r\n b\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Trailer: 1\r\n\r\n")
    }
    let page = try await withFetcher {
      try await $0.fetch(FetchRequest(server.url())).expectResponse()
    }
    #expect(page.status == 200)
    #expect(page.text == "ok")
    #expect(page.field("link") == nil)
    #expect(page.field("x-trailer") == nil)
    #expect(page.field("x-folded") == "a b")
  }

  @Test("fields that are not UTF-8 keep every byte")
  func latinField() async throws {
    let server = try LoopbackServer { connection in
      guard connection.readHead() != nil else { return }
      connection.send(
        Array("HTTP/1.1 200 OK\nContent-Length: 2\nX-Name: ".utf8) + [0xce, 0xc4]
          + Array("\n\nok".utf8))
    }
    let page = try await withFetcher {
      try await $0.fetch(FetchRequest(server.url())).expectResponse()
    }
    #expect(page.field("x-name") == "\u{ce}\u{c4}")
    #expect(page.head.suffix(4) == [13, 10, 13, 10])
    #expect(page.text == "ok")
  }
}
