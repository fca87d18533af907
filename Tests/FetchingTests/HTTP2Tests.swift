import Fetching
import Foundation
import Testing
import WebAddress

/// HTTP/2 (RFC 9113) over TLS, against an nginx of the test's own on loopback; skipped, and said so,
/// where there is no nginx or openssl.
@Suite("HTTP/2", .timeLimit(.minutes(1)))
struct HTTP2Tests {
  private let host = "www.example.gov.cn"

  /// A running nginx that speaks HTTP/2; ends when the object does.
  private final class Server: Sendable {
    let port: Int
    let certificates: Certificates
    private let child: Child

    init?(host: String) throws {
      let nginx = ["/usr/sbin/nginx", "/usr/bin/nginx"].first {
        FileManager.default.isExecutableFile(atPath: $0)
      }
      guard let nginx, let certificates = try Certificates() else {
        print("skipped: nginx or openssl is not installed")
        return nil
      }
      self.certificates = certificates
      try certificates.selfSigned("own", host: host)
      port = try unusedPort()
      let folder = certificates.folder.path
      try Server.settings(folder, port: port).write(
        toFile: "\(folder)/nginx.conf", atomically: true, encoding: .utf8)
      try Data(repeating: 0x61, count: 3 << 20).write(to: URL(filePath: "\(folder)/large.html"))
      child = try Child(nginx, ["-p", folder, "-c", "\(folder)/nginx.conf"])
    }

    private static func settings(_ folder: String, port: Int) -> String {
      let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map { "\($0)_temp_path \(folder)/\($0);" }.joined(separator: " ")
      return """
        daemon off; master_process off; pid \(folder)/nginx.pid; error_log \(folder)/error.log;
        user root; events { worker_connections 256; }
        http { \(temporary) log_format own '$server_protocol $connection $request_method $uri';
          access_log \(folder)/access.log own; default_type text/html;
          server { listen 127.0.0.1:\(port) ssl http2; root \(folder);
            ssl_certificate \(folder)/own.pem; ssl_certificate_key \(folder)/own.key;
            location /page/ { add_header X-Page $uri; return 200 "page $uri"; }
            location /moved { return 302 /page/target; }
            location /private { return 403; } } }
        """
    }

    /// Protocol, connection, method and path of each request, once there are so many: nginx writes
    /// a line after the client has its answer.
    func log(atLeast count: Int) async throws -> [[String]] {
      let patience = ContinuousClock.now + .seconds(20)
      while true {
        let lines = try String(contentsOfFile: certificates.path("access.log"), encoding: .utf8)
          .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        if lines.count >= count || ContinuousClock.now > patience { return lines }
        await Task.yield()
      }
    }

    deinit { child.kill() }
  }

  private func withServer(_ body: (Server, Fetcher) async throws -> Void) async throws {
    guard let server = try Server(host: host) else { return }
    let override = try ResolveOverride(host: host, port: server.port, address: "127.0.0.1")
    let configuration = FetcherConfiguration(
      resolve: [override], caFile: server.certificates.path("own.pem"))
    try await withFetcher(configuration) { fetcher in
      let patience = ContinuousClock.now + .seconds(20)
      let first = try request(server, "/page/first")
      while await fetcher.fetch(first).failureCode == .refused, ContinuousClock.now < patience {
        await Task.yield()
      }
      try await body(server, fetcher)
    }
  }

  private func request(
    _ server: Server, _ path: String, method: FetchRequest.Method = .get, bodyBytes: Int = 1 << 20
  ) throws -> FetchRequest {
    try FetchRequest(
      "https://\(host):\(server.port)\(path)", method: method,
      limits: FetchLimits(bodyBytes: bodyBytes, totalTimeout: 20_000))
  }

  @Test("many requests at once share one connection, and each gets its own answer")
  func multiplexing() async throws {
    try await withServer { server, fetcher in
      let requests = try (0..<60).map { try request(server, "/page/\($0)") }
      let answers = try await withThrowingTaskGroup(of: FetchResult.self) { group in
        for request in requests { group.addTask { await fetcher.fetch(request) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      for answer in answers {
        let response = try answer.expectResponse()
        #expect(response.version == "HTTP/2")
        #expect(response.text == "page \(answer.request.url.path)")
        #expect(response.field("x-page") == answer.request.url.path)
        #expect(response.certificateProblem == nil)
        #expect(answer.requestHead.starts(with: "GET \(answer.request.url.path) HTTP/2".utf8))
      }
      let log = try await server.log(atLeast: 61)
      #expect(log.count >= 61 && log.allSatisfy { $0[0] == "HTTP/2.0" })
      #expect(Set(log.map { $0[1] }).count == 1)
    }
  }

  @Test("statuses, redirects and HEAD read as they do in HTTP/1")
  func meaning() async throws {
    try await withServer { server, fetcher in
      let moved = try await fetcher.fetch(request(server, "/moved")).expectResponse()
      #expect(moved.status == 302 && moved.field("Location")?.hasSuffix("/page/target") == true)
      let refused = try await fetcher.fetch(request(server, "/private")).expectResponse()
      #expect(refused.status == 403)
      let missing = try await fetcher.fetch(request(server, "/none")).expectResponse()
      #expect(missing.status == 404)
      let head = try await fetcher.fetch(request(server, "/large.html", method: .head))
      let response = try head.expectResponse()
      #expect(response.status == 200 && response.body.isEmpty)
      #expect(response.field("Content-Length") == "\(3 << 20)")
    }
  }

  @Test("an answer that is cut at its limit leaves the others of its connection whole")
  func limits() async throws {
    try await withServer { server, fetcher in
      async let large = fetcher.fetch(request(server, "/large.html", bodyBytes: 64 << 10))
      async let small = fetcher.fetch(request(server, "/page/beside"))
      let cut = try await large.expectResponse()
      #expect(cut.isTruncated && cut.truncation == .bodyLimit && cut.body.count == 64 << 10)
      #expect(try await small.expectResponse().text == "page /page/beside")
      let after = try await fetcher.fetch(request(server, "/page/after")).expectResponse()
      #expect(after.version == "HTTP/2" && after.text == "page /page/after")
    }
  }
}
