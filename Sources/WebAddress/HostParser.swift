/// The host parser of the URL Standard: https://url.spec.whatwg.org/#host-parsing
enum HostParser {
  /// The host as it stands in a serialised address; nil when the standard says failure.
  static func serialized(_ text: ArraySlice<UInt8>, isSpecial: Bool) -> [UInt8]? {
    if text.first == UInt8(ascii: "[") {
      guard text.last == UInt8(ascii: "]"), text.count > 1 else { return nil }
      guard let address = IPv6Address(text.dropFirst().dropLast()) else { return nil }
      return Array("[\(address)]".utf8)
    }
    guard isSpecial else { return opaque(text) }
    if isPlain(text) { return Array(text) }
    guard let domain = DomainName.ascii(percentDecoded(text)), !domain.isEmpty,
      !domain.contains(where: isForbiddenInDomain)
    else { return nil }
    guard IPv4Address.endsInNumber(domain) else { return domain }
    guard let address = IPv4Address(domain[...]) else { return nil }
    return Array("\(address)".utf8)
  }

  /// Lower-case letters, digits, hyphens and dots, not ending in a number: nothing to do, and
  /// nearly every host.
  private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last, ASCII.isLetter(last) else { return false }
    var isNumeric = false
    var previous = UInt8(ascii: ".")
    for byte in text {
      if previous == UInt8(ascii: ".") { isNumeric = ASCII.isDigit(byte) }
      let isPlain =
        byte &- 97 < 26 || ASCII.isDigit(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
      guard isPlain else { return false }
      previous = byte
    }
    return !isNumeric
  }

  private static func opaque(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard !text.contains(where: isForbidden) else { return nil }
    var host: [UInt8] = []
    host.append(text, encoding: .control)
    return host
  }

  static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 13, UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: ":"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "@"),
      UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"),
      UInt8(ascii: "|"):
      true
    default: false
    }
  }

  static func isForbiddenInDomain(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "%") || byte == 0x7F || isForbidden(byte)
  }
}
