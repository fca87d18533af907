/// What an IP address is for, by the registries of RFC 6890 and its successors. Everything but
/// ``publicUse`` is out of bounds unless the operator allows it.
public enum AddressClass: String, Sendable, Codable, CaseIterable {
  case publicUse = "public"
  case privateUse = "private"
  case loopback
  case linkLocal = "link-local"
  case unspecified
  /// 100.64.0.0/10, between a carrier and its customers.
  case carrierShared = "carrier-shared"
  case multicast
  case reserved

  /// Whether fetching needs the operator's leave.
  public var isInternal: Bool { self != .publicUse }

  /// Classifies an address in numbers: `10.0.0.1`, `::1`, `[fe80::1]`, `fe80::1%eth0`,
  /// `::ffff:10.0.0.1`. Nil for anything else, such as a name.
  public init?(of text: String) {
    let bare = text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text[...]
    if bare.contains(":") {
      let address = IPv6Address(String(bare.prefix { $0 != "%" }))
      guard let address else { return nil }
      self = address.addressClass
    } else {
      let bytes = Array(bare.utf8)
      guard IPv4Address.endsInNumber(bytes), let address = IPv4Address(bytes[...]) else {
        return nil
      }
      self = address.addressClass
    }
  }
}

extension AddressClass {
  /// Classifies the 4 or 16 bytes a connection goes to; nil for any other number of bytes.
  public init?(networkOrder bytes: [UInt8]) {
    switch bytes.count {
    case 4: self = IPv4Address(bits: bytes.reduce(0) { $0 << 8 | UInt32($1) }).addressClass
    case 16:
      let pieces = (0..<8).map { UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]) }
      self = IPv6Address(pieces: pieces).addressClass
    default: return nil
    }
  }
}

extension IPv4Address {
  /// What the address is for.
  public var addressClass: AddressClass {
    for block in IPv4Address.blocks where bits >> (32 - block.length) == block.prefix {
      return block.addressClass
    }
    return .publicUse
  }

  private static let blocks: [(prefix: UInt32, length: UInt32, addressClass: AddressClass)] = [
    (0, 8, .unspecified),
    (10, 8, .privateUse),
    (127, 8, .loopback),
    (100 << 2 | 1, 10, .carrierShared),
    (169 << 8 | 254, 16, .linkLocal),
    (172 << 4 | 1, 12, .privateUse),
    (192 << 8 | 168, 16, .privateUse),
    // Protocol assignments, documentation (three blocks), 6to4 relays, benchmarking.
    (192 << 16, 24, .reserved),
    (192 << 16 | 2, 24, .reserved),
    (192 << 16 | 88 << 8 | 99, 24, .reserved),
    (198 << 16 | 51 << 8 | 100, 24, .reserved),
    (203 << 16 | 113, 24, .reserved),
    (198 << 7 | 9, 15, .reserved),
    (14, 4, .multicast),
    (15, 4, .reserved),
  ]
}

extension IPv6Address {
  /// What the address is for; an IPv4 address inside decides where there is one.
  public var addressClass: AddressClass {
    if let inner = embeddedIPv4 {
      // Teredo tunnels (2001::/32) are no public servers, whoever is at their end.
      let isTeredo = pieces[0] == 0x2001 && pieces[1] == 0
      return isTeredo && inner.addressClass == .publicUse ? .reserved : inner.addressClass
    }
    if pieces.dropLast().allSatisfy({ $0 == 0 }), pieces[7] <= 1 {
      return pieces[7] == 1 ? .loopback : .unspecified
    }
    return switch pieces[0] {
    case 0xFC00...0xFDFF: .privateUse
    case 0xFE80...0xFEBF: .linkLocal
    case 0xFEC0...0xFEFF: .privateUse
    case 0xFF00...0xFFFF: .multicast
    // Documentation (RFC 3849, RFC 9637) and the discard block.
    case 0x2001 where pieces[1] == 0xDB8: .reserved
    // Benchmarking (RFC 5180).
    case 0x2001 where pieces[1] == 2 && pieces[2] == 0: .reserved
    case 0x3FFF where pieces[1] < 0x1000: .reserved
    case 0x2000...0x3FFF: .publicUse
    default: .reserved
    }
  }

  /// Mapped (`::ffff:0:0/96`), compatible, NAT64 (`64:ff9b::/96`), 6to4 (`2002::/16`) and Teredo
  /// (`2001::/32`, where the client's address is inverted).
  private var embeddedIPv4: IPv4Address? {
    let last = UInt32(pieces[6]) << 16 | UInt32(pieces[7])
    if pieces[..<5].allSatisfy({ $0 == 0 }) {
      if pieces[5] == 0xFFFF { return IPv4Address(bits: last) }
      if pieces[5] == 0, last > 0xFFFF { return IPv4Address(bits: last) }
    }
    if pieces[..<4].allSatisfy({ $0 == 0 }), pieces[4] == 0xFFFF, pieces[5] == 0 {
      return IPv4Address(bits: last)
    }
    if pieces[0] == 0x64, pieces[1] == 0xFF9B, pieces[2..<6].allSatisfy({ $0 == 0 }) {
      return IPv4Address(bits: last)
    }
    if pieces[0] == 0x2002 {
      return IPv4Address(bits: UInt32(pieces[1]) << 16 | UInt32(pieces[2]))
    }
    if pieces[0] == 0x2001, pieces[1] == 0 { return IPv4Address(bits: ~last) }
    return nil
  }
}

extension WebURL {
  /// The class of a host that is an address in numbers, or of `localhost`; nil for other names,
  /// whose addresses only the resolver knows.
  public var addressClass: AddressClass? {
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    if name == "localhost" || name.hasSuffix(".localhost") { return .loopback }
    return AddressClass(of: name)
  }
}
