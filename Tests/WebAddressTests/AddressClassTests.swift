import Testing
import WebAddress

@Suite("Internal addresses")
struct AddressClassTests {
  @Test(
    "every internal block is known, in every spelling",
    arguments: [
      ("10.0.0.1", .privateUse), ("172.16.0.1", .privateUse), ("172.31.255.255", .privateUse),
      ("192.168.1.1", .privateUse), ("127.0.0.1", .loopback), ("127.1", .loopback),
      ("0x7f000001", .loopback), ("2130706433", .loopback), ("0177.0.0.1", .loopback),
      ("169.254.169.254", .linkLocal), ("0.0.0.0", .unspecified), ("100.64.0.1", .carrierShared),
      ("224.0.0.1", .multicast), ("255.255.255.255", .reserved), ("192.0.2.1", .reserved),
      ("198.18.0.1", .reserved), ("203.0.113.9", .reserved), ("::1", .loopback),
      ("[::1]", .loopback), ("::", .unspecified), ("fe80::1%eth0", .linkLocal),
      ("fd00::1", .privateUse), ("fec0::1", .privateUse), ("ff02::1", .multicast),
      ("::ffff:10.0.0.1", .privateUse), ("::ffff:7f00:1", .loopback), ("::127.0.0.1", .loopback),
      ("64:ff9b::192.168.0.1", .privateUse), ("2002:7f00:1::", .loopback),
      ("2001:0:1:2:3:4:80ff:fffe", .loopback), ("2001:db8::1", .reserved), ("100::1", .reserved),
    ] as [(String, AddressClass)])
  func internalBlocks(text: String, expected: AddressClass) {
    #expect(AddressClass(of: text) == expected)
    #expect(AddressClass(of: text)?.isInternal == true)
  }

  @Test(
    "public addresses are public, up to the borders of the blocks",
    arguments: [
      "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
      "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "100.63.255.255",
      "100.128.0.0", "223.255.255.255", "114.114.114.114", "198.17.255.255", "198.20.0.0",
      "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::",
    ])
  func publicUse(text: String) { #expect(AddressClass(of: text) == .publicUse) }

  @Test(
    "names and nonsense have no class", arguments: ["x.gov.cn", "", "1.2.3.4.5", "::g", "[", "[]"])
  func none(text: String) { #expect(AddressClass(of: text) == nil) }

  @Test("an address tells for its own host")
  func hosts() throws {
    #expect(try #require(WebURL("http://localhost./")).addressClass == .loopback)
    #expect(try #require(WebURL("http://a.localhost/")).addressClass == .loopback)
    #expect(try #require(WebURL("http://１９２.168.0.1/")).addressClass == .privateUse)
    #expect(try #require(WebURL("http://[::ffff:a00:1]/")).addressClass == .privateUse)
    #expect(try #require(WebURL("http://x.gov.cn/")).addressClass == nil)
  }
}
