/// Reads the text form of google/robotstxt-spec-test: robots texts, each with expectations.
struct RobotsSpecification {
  struct Expectation {
    var robots: [UInt8]
    var url = ""
    var agent = ""
    var isAllowed = true
  }

  private let bytes: [UInt8]
  private var position = 0
  private var robots: [UInt8] = []
  private var current: Expectation?
  private(set) var expectations: [Expectation] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while position < bytes.count { readItem() }
    flush()
  }

  private mutating func flush() {
    if let current { expectations.append(current) }
    current = nil
  }

  private mutating func readItem() {
    skipBlanks()
    guard position < bytes.count else { return }
    if "[]{}".utf8.contains(bytes[position]) {
      if bytes[position] == UInt8(ascii: "}") { flush() }
      position += 1
      return
    }
    let name = word(until: ":")
    position += 1
    skipBlanks()
    switch name {
    case "robotstxt": robots = strings()
    case "testurl": change { $0.url = $1 }
    case "useragent": change { $0.agent = $1 }
    case "expected_outcome":
      let isAllowed = word(until: "}") == "ALLOWED"
      current = current ?? Expectation(robots: robots)
      current?.isAllowed = isAllowed
    case "test_type": _ = word(until: "}")
    case "additional_explanation": _ = strings()
    default: break
    }
  }

  private mutating func change(_ assign: (inout Expectation, String) -> Void) {
    var expectation = current ?? Expectation(robots: robots)
    assign(&expectation, String(decoding: strings(), as: UTF8.self))
    current = expectation
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != 10 { position += 1 }
      } else if bytes[position] <= 32 || bytes[position] == UInt8(ascii: ",") {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func word(until end: Unicode.Scalar) -> String {
    let start = position
    while position < bytes.count, bytes[position] > 32, bytes[position] != UInt8(ascii: end) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Adjacent quoted strings make one.
  private mutating func strings() -> [UInt8] {
    var result: [UInt8] = []
    while position < bytes.count, bytes[position] == 34 || bytes[position] == 39 {
      let quote = bytes[position]
      position += 1
      while bytes[position] != quote { result.append(character()) }
      position += 1
      skipBlanks()
    }
    return result
  }

  private mutating func character() -> UInt8 {
    defer { position += 1 }
    guard bytes[position] == UInt8(ascii: "\\") else { return bytes[position] }
    position += 1
    switch bytes[position] {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "x"):
      position += 2
      let digits = String(decoding: bytes[(position - 1)...position], as: UTF8.self)
      return UInt8(digits, radix: 16) ?? 0
    case 48...55:
      position += 2
      let digits = String(decoding: bytes[(position - 2)...position], as: UTF8.self)
      return UInt8(digits, radix: 8) ?? 0
    default: return bytes[position]
    }
  }
}
