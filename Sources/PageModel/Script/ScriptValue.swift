/// What an expression is worth without running a browser.
enum ScriptValue: Equatable, Sendable {
  case text(String)
  case number(Int)
  case truth(Bool)
  /// The literal fields of an object, such as a pager's settings.
  case fields([String: ScriptValue])
  case unknown

  /// True, false, or nil when it cannot be told.
  var isTrue: Bool? {
    switch self {
    case .text(let text): !text.isEmpty
    case .number(let number): number != 0
    case .truth(let truth): truth
    case .fields: true
    case .unknown: nil
    }
  }

  /// As it would be written into a page; nil when unknown.
  var written: String? {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .truth(let truth): String(truth)
    case .fields, .unknown: nil
    }
  }

  var integer: Int? {
    switch self {
    case .number(let number): number
    case .text(let text): Int(text.filter { !$0.isWhitespace })
    default: nil
    }
  }

  static func + (left: ScriptValue, right: ScriptValue) -> ScriptValue {
    if case .number(let first) = left, case .number(let second) = right {
      return .number(first &+ second)
    }
    // A page is still worth reading when one word of what is written stays unknown.
    if left == .unknown, right == .unknown { return .unknown }
    return .text((left.written ?? "") + (right.written ?? ""))
  }

  static func - (left: ScriptValue, right: ScriptValue) -> ScriptValue {
    guard let first = left.integer, let second = right.integer else { return .unknown }
    return .number(first &- second)
  }

  /// The result of a comparison; unknown when either side is.
  static func compare(_ left: ScriptValue, _ mark: String, _ right: ScriptValue) -> ScriptValue {
    if left == .unknown || right == .unknown { return .unknown }
    switch mark {
    case "==", "===": return .truth(isEqual(left, right))
    case "!=", "!==": return .truth(!isEqual(left, right))
    default: break
    }
    guard let first = left.integer, let second = right.integer else { return .unknown }
    switch mark {
    case "<": return .truth(first < second)
    case ">": return .truth(first > second)
    case "<=": return .truth(first <= second)
    case ">=": return .truth(first >= second)
    default: return .unknown
    }
  }

  private static func isEqual(_ left: ScriptValue, _ right: ScriptValue) -> Bool {
    if let first = left.integer, let second = right.integer { return first == second }
    return left.written == right.written
  }

  /// `%3Cspan%3E` and `%u4e2d` as the characters they stand for.
  static func unescaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let isWide = at + 5 < bytes.count && bytes[at + 1] == UInt8(ascii: "u")
      let width = isWide ? 4 : 2
      let start = at + (isWide ? 2 : 1)
      if bytes[at] == UInt8(ascii: "%"), start + width <= bytes.count,
        let value = UInt32(String(decoding: bytes[start..<start + width], as: UTF8.self), radix: 16)
      {
        if isWide, let scalar = Unicode.Scalar(value) {
          result.append(contentsOf: Array(String(Character(scalar)).utf8))
        } else {
          result.append(UInt8(truncatingIfNeeded: value))
        }
        at = start + width
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
