import Glibc

/// Whether an address leads into private, loopback, link-local or otherwise special networks
/// (IANA special-purpose registries, RFC 6890).
enum NetworkReach {
  /// True when any address the host stands for is not public. A name that does not resolve is
  /// left to the browser to report.
  static func leadsInward(host: String) -> Bool {
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(bare, nil, &hints, &list) == 0 else { return false }
    defer { freeaddrinfo(list) }
    var entry = list
    while let current = entry {
      if isInward(current.pointee) { return true }
      entry = current.pointee.ai_next
    }
    return false
  }

  private static func isInward(_ entry: addrinfo) -> Bool {
    guard let address = entry.ai_addr else { return true }
    if entry.ai_family == AF_INET {
      return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        isInward(v4: UInt32(bigEndian: $0.pointee.sin_addr.s_addr))
      }
    }
    guard entry.ai_family == AF_INET6 else { return true }
    return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
      withUnsafeBytes(of: pointer.pointee.sin6_addr) { isInward(v6: Array($0)) }
    }
  }

  static func isInward(v4 address: UInt32) -> Bool {
    let ranges: [(UInt32, Int)] = [
      (0x0000_0000, 8), (0x0a00_0000, 8), (0x6440_0000, 10), (0x7f00_0000, 8), (0xa9fe_0000, 16),
      (0xac10_0000, 12), (0xc000_0000, 24), (0xc0a8_0000, 16), (0xc612_0000, 15),
      (0xe000_0000, 3),
    ]
    return ranges.contains { address >> (32 - UInt32($1)) == $0 >> (32 - UInt32($1)) }
  }

  static func isInward(v6 bytes: [UInt8]) -> Bool {
    guard bytes.count == 16 else { return true }
    let tail = bytes.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    if bytes.prefix(10).allSatisfy({ $0 == 0 }) {
      let isMapped = bytes[10] == 0xff && bytes[11] == 0xff
      return isMapped ? isInward(v4: tail) : true
    }
    // 64:ff9b::/96 carries an IPv4 address (RFC 6052).
    if bytes.starts(with: [0, 0x64, 0xff, 0x9b]) { return isInward(v4: tail) }
    return bytes[0] & 0xe0 != 0x20
  }
}
