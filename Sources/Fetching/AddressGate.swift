/// Which addresses a transfer may connect to.
struct AddressGate: Sendable {
  /// Addresses of the operator's own network are let through.
  var allowsPrivate: Bool
  /// Addresses the operator named for this host and port, in network order.
  var named: [[UInt8]]

  func admits(_ address: [UInt8]) -> Bool {
    allowsPrivate || isPublicAddress(address) || named.contains(address)
  }
}

/// Whether the address (4 or 16 bytes, network order) belongs to the open Internet.
///
/// The blocks are the IANA special-purpose registries (RFC 6890 and what came after). A hostile
/// page must not steer us into the operator's network, so whatever is not known to be public is
/// not. IPv6 forms that carry an IPv4 address are judged by that address.
func isPublicAddress(_ address: [UInt8]) -> Bool {
  switch address.count {
  case 4: !reservedIPv4.contains { $0.contains(address) }
  case 16: isPublicIPv6(address)
  default: false
  }
}

private func isPublicIPv6(_ address: [UInt8]) -> Bool {
  for (block, start) in carriersOfIPv4 where block.contains(address) {
    return isPublicAddress(Array(address[start..<start + 4]))
  }
  // Only 2000::/3 has been given out for global unicast.
  return address[0] & 0xe0 == 0x20 && !reservedIPv6.contains { $0.contains(address) }
}

/// A run of leading bits.
private struct Block: Sendable {
  let bytes: [UInt8]
  let length: Int

  func contains(_ address: [UInt8]) -> Bool {
    let whole = length / 8
    for index in 0..<whole where address[index] != byte(index) { return false }
    guard length % 8 > 0 else { return true }
    let mask = UInt8(truncatingIfNeeded: 0xff00 >> (length % 8))
    return address[whole] & mask == byte(whole) & mask
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
}

private let reservedIPv4: [Block] = [
  Block(bytes: [0], length: 8),  // this network, unspecified
  Block(bytes: [10], length: 8),  // private
  Block(bytes: [100, 64], length: 10),  // carrier-grade NAT
  Block(bytes: [127], length: 8),  // loopback
  Block(bytes: [169, 254], length: 16),  // link-local
  Block(bytes: [172, 16], length: 12),  // private
  Block(bytes: [192, 0, 0], length: 24),  // protocol assignments
  Block(bytes: [192, 0, 2], length: 24),  // documentation
  Block(bytes: [192, 168], length: 16),  // private
  Block(bytes: [198, 18], length: 15),  // benchmarking
  Block(bytes: [198, 51, 100], length: 24),  // documentation
  Block(bytes: [203, 0, 113], length: 24),  // documentation
  Block(bytes: [224], length: 4),  // multicast
  Block(bytes: [240], length: 4),  // reserved, broadcast
]

private let reservedIPv6: [Block] = [
  Block(bytes: [0x20, 0x01], length: 32),  // Teredo
  Block(bytes: [0x20, 0x01, 0x00, 0x02], length: 48),  // benchmarking
  Block(bytes: [0x20, 0x01, 0x0d, 0xb8], length: 32),  // documentation
  Block(bytes: [0x3f, 0xff], length: 20),  // documentation
]

/// Blocks that carry an IPv4 address, and where in the sixteen bytes it starts.
private let carriersOfIPv4: [(block: Block, start: Int)] = [
  (Block(bytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], length: 96), 12),  // mapped
  (Block(bytes: [0x00, 0x64, 0xff, 0x9b], length: 96), 12),  // NAT64
  (Block(bytes: [0x20, 0x02], length: 16), 2),  // 6to4
]
