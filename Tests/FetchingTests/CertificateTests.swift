import Fetching
import Testing

@Suite("Certificates", .timeLimit(.minutes(1)))
struct CertificateTests {
  private let host = "www.example.gov.cn"

  /// Fetches the server's page under `host`, waiting for the server to come up.
  private func fetch(
    _ server: TLSServer, host: String, trusting caFile: String? = nil
  ) async throws -> FetchResult {
    let override = try ResolveOverride(host: host, port: server.port, address: "127.0.0.1")
    let configuration = FetcherConfiguration(resolve: [override], caFile: caFile)
    return try await withFetcher(configuration) { fetcher in
      let request = try FetchRequest("https://\(host):\(server.port)/")
      var result = await fetcher.fetch(request)
      let patience = ContinuousClock.now + .seconds(20)
      while result.failureCode == .refused && ContinuousClock.now < patience {
        await Task.yield()
        result = await fetcher.fetch(request)
      }
      return result
    }
  }

  private func certificates() throws -> Certificates? {
    let made = try Certificates()
    if made == nil { print("skipped: openssl is not installed") }
    return made
  }

  @Test("a trusted certificate has no problem")
  func trusted() async throws {
    guard let certificates = try certificates() else { return }
    try certificates.selfSigned("own", host: host)
    let result = try await fetch(
      certificates.serve("own"), host: host, trusting: certificates.path("own.pem"))
    let page = try result.expectResponse()
    #expect(page.status == 200)
    #expect(page.certificateProblem == nil)
  }

  @Test("a self-signed certificate is named, and the page is read all the same")
  func selfSigned() async throws {
    guard let certificates = try certificates() else { return }
    try certificates.selfSigned("own", host: host)
    let page = try await fetch(certificates.serve("own"), host: host).expectResponse()
    #expect(page.status == 200)
    #expect(page.certificateProblem == CertificateProblem.selfSigned.rawValue)
  }

  @Test("a certificate for another host is named")
  func wrongHost() async throws {
    guard let certificates = try certificates() else { return }
    try certificates.selfSigned("own", host: "other.example.gov.cn")
    let page = try await fetch(
      certificates.serve("own"), host: host, trusting: certificates.path("own.pem")
    ).expectResponse()
    #expect(page.certificateProblem == CertificateProblem.wrongHost.rawValue)
  }

  @Test("an expired and a future certificate are named")
  func validity() async throws {
    guard let certificates = try certificates() else { return }
    try certificates.selfSigned("root", host: "root.example")
    try certificates.signed("old", host: host, by: "root", to: "20200201000000Z")
    try certificates.signed("young", host: host, by: "root", from: "20480101000000Z")
    let root = certificates.path("root.pem")
    let old = try await fetch(certificates.serve("old"), host: host, trusting: root)
    #expect(try old.expectResponse().certificateProblem == "expired")
    let young = try await fetch(certificates.serve("young"), host: host, trusting: root)
    #expect(try young.expectResponse().certificateProblem == "not-yet-valid")
  }

  @Test("a missing intermediate certificate is an incomplete chain")
  func incompleteChain() async throws {
    guard let certificates = try certificates() else { return }
    try certificates.selfSigned("root", host: "root.example")
    try certificates.signed("middle", host: "middle.example", by: "root", isAuthority: true)
    try certificates.signed("leaf", host: host, by: "middle")
    let root = certificates.path("root.pem")
    let alone = try await fetch(certificates.serve("leaf"), host: host, trusting: root)
    #expect(try alone.expectResponse().certificateProblem == "incomplete-chain")
    let whole = try certificates.serve(
      "leaf", extra: ["-cert_chain", certificates.path("middle.pem")])
    let complete = try await fetch(whole, host: host, trusting: root)
    #expect(try complete.expectResponse().certificateProblem == nil)
  }

  @Test("a server that only speaks what is out of date is read and named")
  func weak() async throws {
    guard let certificates = try certificates() else { return }
    try certificates.selfSigned("own", host: host, bits: 1_024)
    let old = try certificates.serve("own", extra: ["-tls1", "-cipher", "ALL:@SECLEVEL=0"])
    let page = try await fetch(old, host: host, trusting: certificates.path("own.pem"))
    #expect(try page.expectResponse().certificateProblem == "weak-tls")
  }

  @Test("plain HTTP on a TLS port is a matter of TLS")
  func noTLS() async throws {
    let server = try LoopbackServer { connection in
      connection.waitForClient(milliseconds: 5_000)
      connection.send("HTTP/1.1 400 Bad Request\r\n\r\n")
    }
    let result = try await withFetcher {
      await $0.fetch(try FetchRequest("https://127.0.0.1:\(server.port)/"))
    }
    #expect(result.failureCode == .tls)
  }
}
