/// An IPv4 address as 32 bits, first byte highest.
public struct IPv4Address: Hashable, Sendable, CustomStringConvertible {
  /// The address as one number.
  public let bits: UInt32

  /// Makes an address of its bits.
  public init(bits: UInt32) { self.bits = bits }

  /// Reads what a browser accepts: `127.1`, `0x7f.1` and `017700000001` all mean 127.0.0.1.
  public init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// `192.0.2.1`
  public var description: String {
    "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
  }

  init?(_ text: ArraySlice<UInt8>) {
    var parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard (1...4).contains(parts.count) else { return nil }
    let numbers = parts.compactMap(IPv4Address.number)
    guard numbers.count == parts.count, let last = numbers.last,
      numbers.dropLast().allSatisfy({ $0 < 256 }), last < 1 << (8 * (5 - UInt64(parts.count)))
    else { return nil }
    var bits = last
    for (index, number) in numbers.dropLast().enumerated() {
      bits |= number << (8 * (3 - UInt64(index)))
    }
    self.bits = UInt32(bits)
  }

  /// Whether a host that ends like this has to be an IPv4 address or nothing.
  static func endsInNumber(_ host: [UInt8]) -> Bool {
    var end = host.count
    if end > 0, host[end - 1] == UInt8(ascii: ".") { end -= 1 }
    let start = host[..<end].lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? 0
    let last = host[start..<end]
    guard let first = last.first, ASCII.isDigit(first) else { return false }
    return last.allSatisfy(ASCII.isDigit) || number(last) != nil
  }

  /// Decimal, `0x` hexadecimal or `0` octal; a number too large for any part is capped.
  private static func number(_ text: ArraySlice<UInt8>) -> UInt64? {
    guard !text.isEmpty else { return nil }
    var digits = text
    var radix: UInt64 = 10
    if text.count > 1, text.first == UInt8(ascii: "0") {
      let isHex = text[text.startIndex + 1] | 0x20 == UInt8(ascii: "x")
      radix = isHex ? 16 : 8
      digits = text.dropFirst(isHex ? 2 : 1)
    }
    var value: UInt64 = 0
    for digit in digits {
      guard let next = ASCII.hexValue(digit), UInt64(next) < radix else { return nil }
      value = min(value * radix + UInt64(next), 1 << 40)
    }
    return value
  }
}
