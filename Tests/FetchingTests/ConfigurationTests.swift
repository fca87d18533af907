import Fetching
import Testing

@Suite("Configuration")
struct ConfigurationTests {
  @Test(
    "a User-Agent must be printable ASCII", arguments: ["", "明察", "a\r\nHost: x", "a\u{7f}"])
  func userAgent(_ text: String) {
    #expect(throws: FetcherConfigurationError(code: .userAgent, value: text)) {
      try Fetcher(configuration: FetcherConfiguration(userAgent: text))
    }
  }

  @Test("numbers, headers and files are checked at the start")
  func values() {
    #expect(throws: FetcherConfigurationError(code: .maximumConnections, value: "0")) {
      try Fetcher(configuration: FetcherConfiguration(maximumConnections: 0))
    }
    #expect(throws: FetcherConfigurationError(code: .caFile, value: "/nowhere.pem")) {
      try Fetcher(configuration: FetcherConfiguration(caFile: "/nowhere.pem"))
    }
    #expect(throws: FetcherConfigurationError(code: .header, value: "Host")) {
      try Fetcher(
        configuration: FetcherConfiguration(defaultHeaders: [HeaderField("Host", "x")]))
    }
  }

  @Test(
    "host:port:address is read as curl reads it",
    arguments: [
      ("www.x.gov.cn:80:127.0.0.1", "www.x.gov.cn", 80, "127.0.0.1"),
      ("WWW.X.GOV.CN:443:::1", "www.x.gov.cn", 443, "::1"),
      ("www.x.gov.cn:443:[::1]", "www.x.gov.cn", 443, "::1"),
      ("政务.中国:80:127.0.0.1", "xn--zfr164b.xn--fiqs8s", 80, "127.0.0.1"),
      ("[2001:db8::1]:80:10.0.0.1", "[2001:db8::1]", 80, "10.0.0.1"),
    ])
  func override(_ text: String, _ host: String, _ port: Int, _ address: String) throws {
    let override = try ResolveOverride(text)
    #expect(override.host == host)
    #expect(override.port == port)
    #expect(override.address == address)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "h", "h:80", "h:80:", "h:0:1.2.3.4", "h:65536:1.2.3.4", "h:x:1.2.3.4", "h:80:name",
      ":80:1.2.3.4", "h:80:1.2.3", "a/b:80:1.2.3.4", "u@h:80:1.2.3.4", "h:80:1.2.3.4,5.6.7.8",
    ])
  func badOverride(_ text: String) {
    #expect(throws: FetcherConfigurationError.self) { try ResolveOverride(text) }
  }
}
