import FlyingFox
import FlyingSocks
import Foundation

/// Serves a ``SamplePortal`` over HTTP on one loopback port; the Host header decides the site.
public actor SamplePortalServer {
  private let portal: SamplePortal
  private let address: String
  private let requestedPort: UInt16
  private let latency: Duration
  private let clock = ContinuousClock()
  private var server: HTTPServer?
  private var running: Task<Void, any Error>?
  private var started: ContinuousClock.Instant
  private var port = 0
  private var inFlight: [String: Int] = [:]
  private var seen: Set<String> = []
  private var sessions = 0

  /// Everything asked for since the start.
  public private(set) var log = RequestLog()

  /// A server for the portal. `address` has to be a loopback one (127.x.x.x); port 0 takes a free
  /// one; `latency` is added to every answer, so that overlap can be observed.
  public init(
    portal: SamplePortal, address: String = "127.0.0.1", port: UInt16 = 0,
    latency: Duration = .zero
  ) {
    self.portal = portal
    self.address = address
    requestedPort = port
    self.latency = latency
    started = clock.now
  }

  /// Begins to listen and returns the port.
  @discardableResult
  public func start() async throws -> Int {
    guard running == nil else { return port }
    guard address.hasPrefix("127.") else {
      throw SampleServerError.notLoopback(address: address)
    }
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: address, port: requestedPort), timeout: 30,
      logger: .disabled,
      handler: ClosureHTTPHandler { [weak self] request in
        // The server holds its handler, so the handler must not hold the server.
        await self?.answer(request) ?? HTTPResponse(statusCode: .serviceUnavailable)
      })
    self.server = server
    let running = Task { try await server.run() }
    self.running = running
    try await waitUntilListening(server, running)
    guard case .ip4(_, let bound) = await server.listeningAddress else {
      await stop()
      throw SampleServerError.cannotListen(address: address, port: Int(requestedPort))
    }
    started = clock.now
    port = Int(bound)
    return port
  }

  private func waitUntilListening(_ server: HTTPServer, _ running: Task<Void, any Error>)
    async throws
  {
    do {
      try await server.waitUntilListening(timeout: 60)
    } catch {
      running.cancel()
      self.running = nil
      self.server = nil
      throw SampleServerError.cannotListen(address: address, port: Int(requestedPort))
    }
  }

  /// Stops listening and closes every connection.
  public func stop() async {
    await server?.stop()
    running?.cancel()
    running = nil
    server = nil
  }

  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    let host = Self.hostName(request.headers[.host] ?? "")
    record(request, host: host)
    defer { inFlight[host, default: 1] -= 1 }
    if latency > .zero { try? await clock.sleep(for: latency) }
    return await respond(request, host: host)
  }

  private func record(_ request: HTTPRequest, host: String) {
    inFlight[host, default: 0] += 1
    let elapsed = started.duration(to: clock.now).components
    log.records.append(
      RequestRecord(
        host: host, method: request.method.rawValue, target: request.target.rawValue,
        arrival: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18,
        concurrent: inFlight[host, default: 1]))
  }

  private func respond(_ request: HTTPRequest, host: String) async -> HTTPResponse {
    guard request.method == .GET || request.method == .HEAD else {
      let allowed: HTTPHeaders = [HTTPHeader("Allow"): "GET, HEAD"]
      return HTTPResponse(statusCode: .methodNotAllowed, headers: allowed)
    }
    let isHead = request.method == .HEAD
    guard portal.hosts.contains(host) else { return stranger(host, request, isHead: isHead) }
    let path = request.target.path()
    guard let resource = portal.resource(host: host, path: path, query: request.target.query())
    else {
      if portal.resource(host: host, path: path + "/") != nil, !path.hasSuffix("/") {
        return redirect(to: path + "/", status: 301)
      }
      return send(portal.notFound(host: host), request, isHead: isHead)
    }
    if case .redirect(let target) = resource.content {
      return redirect(to: SampleHosts.adding(port: port, to: target), status: resource.status)
    }
    switch resource.behaviour {
    case .headNotFound where isHead:
      return send(portal.notFound(host: host), request, isHead: true)
    case .failsOnce where seen.insert(resource.address).inserted:
      return plain("服务器内部错误，请稍后再试。", status: 500, isHead: isHead)
    case .slow(let milliseconds):
      try? await clock.sleep(for: .milliseconds(milliseconds))
    default: break
    }
    return send(resource, request, isHead: isHead)
  }

  /// A name the portal does not serve. `127.0.0.1/admin/` is the inward redirect's target: it
  /// answers, so that a crawler that follows can be caught in the log.
  private func stranger(_ host: String, _ request: HTTPRequest, isHead: Bool) -> HTTPResponse {
    let isInward = host == "127.0.0.1" && request.target.path() == "/admin/"
    return plain(isInward ? "内部系统" : "未知站点", status: isInward ? 200 : 404, isHead: isHead)
  }

  private func redirect(to target: String, status: Int) -> HTTPResponse {
    let headers: HTTPHeaders = [.location: target]
    return HTTPResponse(statusCode: HTTPStatusCode(status, phrase: "Moved"), headers: headers)
  }

  private func plain(_ text: String, status: Int, isHead: Bool) -> HTTPResponse {
    let body = Data(text.utf8)
    let headers: HTTPHeaders = [
      .contentType: "text/plain; charset=utf-8", .contentLength: String(body.count),
    ]
    return HTTPResponse(
      statusCode: HTTPStatusCode(status, phrase: Self.phrase(status)), headers: headers,
      body: isHead ? Data() : body)
  }

  private func send(_ resource: SampleResource, _ request: HTTPRequest, isHead: Bool)
    -> HTTPResponse
  {
    var body = resource.body(port: port)
    var headers: HTTPHeaders = [.contentType: resource.contentType]
    if case .text(let text, _) = resource.content {
      if text.contains(SamplePortal.sessionMark) {
        body = withSession(body)
      } else if resource.status == 200 {
        let tag = "\"\(String(Deflate.crc32([UInt8](body)), radix: 16))\""
        headers[.eTag] = tag
        if request.headers[HTTPHeader("If-None-Match")] == tag {
          return HTTPResponse(statusCode: .notModified, headers: headers)
        }
      }
      // Only the city's server compresses; the bureau's is older.
      if resource.host == SampleHosts.city, acceptsGzip(request) {
        body = Data(Deflate.gzip([UInt8](body)))
        headers[.contentEncoding] = "gzip"
      }
    }
    headers[.contentLength] = String(body.count)
    return HTTPResponse(
      statusCode: HTTPStatusCode(resource.status, phrase: Self.phrase(resource.status)),
      headers: headers, body: isHead ? Data() : body)
  }

  private func acceptsGzip(_ request: HTTPRequest) -> Bool {
    request.headers[HTTPHeader("Accept-Encoding")]?.lowercased().contains("gzip") ?? false
  }

  private func withSession(_ body: Data) -> Data {
    sessions += 1
    let text = String(decoding: body, as: UTF8.self)
    let session = "7F3A" + String(repeating: "0", count: 4) + String(sessions + 0x1000, radix: 16)
    return Data(
      text.replacingOccurrences(of: SamplePortal.sessionMark, with: session.uppercased()).utf8)
  }

  private static func hostName(_ header: String) -> String {
    String(header.split(separator: ":").first ?? "").lowercased()
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 412: "Precondition Failed"
    case 500: "Internal Server Error"
    default: "Status"
    }
  }
}

/// Why a sample server does not start.
public enum SampleServerError: Error, Hashable, Sendable {
  /// Samples are served to this machine only.
  case notLoopback(address: String)
  case cannotListen(address: String, port: Int)
}
