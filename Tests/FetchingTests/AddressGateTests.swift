import Testing

@testable import Fetching

@Suite("Private addresses", .timeLimit(.minutes(1)))
struct AddressGateTests {
  @Test(
    "special addresses are not public",
    arguments: [
      "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "169.254.169.254",
      "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.18.0.1", "198.19.255.255",
      "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1",
      "fdff::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::127.0.0.1",
      "2002:7f00:1::", "2001:db8::1", "2001::1", "::127.0.0.1", "fec0::1", "4000::1",
      "64:ff9b:1::1",
    ])
  func special(_ address: String) throws {
    #expect(!isPublicAddress(try #require(addressBytes(address))))
  }

  @Test(
    "addresses of the open Internet are public",
    arguments: [
      "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.1.1.1",
      "128.0.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1", "198.17.0.1", "198.20.0.1",
      "223.255.255.255", "2400:3200::1", "240e::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1",
      "2002:101:101::1", "2001:4860:4860::8888",
    ])
  func publicAddress(_ address: String) throws {
    #expect(isPublicAddress(try #require(addressBytes(address))))
  }

  @Test("what is no address is not public")
  func nothing() {
    #expect(!isPublicAddress([]))
    #expect(!isPublicAddress([1, 2, 3]))
  }

  @Test(
    "a private address is refused before a byte is sent, however it is written",
    arguments: ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
  func refused(_ host: String) async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, _ in response("inside") }
    }
    let result = try await withFetcher(FetcherConfiguration()) {
      await $0.fetch(try FetchRequest("http://\(host):\(server.port)/"))
    }
    #expect(result.failureCode == .privateAddress)
    #expect(result.remoteAddress == "")
    #expect(server.accepted.count == 0)
  }

  @Test("an address the operator named is allowed for that host and port, and for no other")
  func named() async throws {
    let server = try LoopbackServer(address: "127.0.0.7") { connection in
      connection.serveRequests { _, head in response(head) }
    }
    let override = try ResolveOverride(
      host: "www.Example.gov.cn", port: server.port, address: "127.0.0.7")
    let host = "www.example.gov.cn:\(server.port)"
    try await withFetcher(FetcherConfiguration(resolve: [override])) { fetcher in
      let named = try await fetcher.fetch(FetchRequest("http://\(host)/"))
      #expect(try named.expectResponse().text.contains("\r\nHost: \(host)\r\n"))
      #expect(named.remoteAddress == "127.0.0.7")
      let direct = try await fetcher.fetch(FetchRequest(server.url()))
      #expect(direct.failureCode == .privateAddress)
    }
  }

  @Test("the flag allows private addresses everywhere")
  func allowed() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, _ in response("inside") }
    }
    let page = try await withFetcher(FetcherConfiguration(allowPrivate: true)) {
      try await $0.fetch(FetchRequest("http://localhost:\(server.port)/")).expectResponse()
    }
    #expect(page.text == "inside")
  }
}
