/// Works out expressions of literals and known variables; everything else is unknown.
struct ScriptExpression {
  let tokens: [ScriptToken]
  var position: Int
  let variables: [String: ScriptValue]
  /// Value or text of the element with an id, for `getElementById("x").value`.
  let element: (String) -> String?
  private var depth = 0

  init(
    tokens: [ScriptToken], position: Int, variables: [String: ScriptValue],
    element: @escaping (String) -> String?
  ) {
    self.tokens = tokens
    self.position = position
    self.variables = variables
    self.element = element
  }

  private var token: ScriptToken? { position < tokens.count ? tokens[position] : nil }

  private func isMark(_ marks: String...) -> Bool {
    guard case .mark(let mark)? = token else { return false }
    return marks.contains(mark)
  }

  /// One expression, up to a comma, a closing bracket or the end of the statement.
  mutating func read() -> ScriptValue {
    guard depth < 24 else { return .unknown }
    depth += 1
    defer { depth -= 1 }
    var value = readAnd()
    while isMark("||") {
      position += 1
      let other = readAnd()
      value = ScriptExpression.either(value.isTrue, other.isTrue)
    }
    guard isMark("?") else { return value }
    position += 1
    let first = read()
    if isMark(":") { position += 1 }
    let second = read()
    return value.isTrue.map { $0 ? first : second } ?? .unknown
  }

  private mutating func readAnd() -> ScriptValue {
    var value = readComparison()
    while isMark("&&") {
      position += 1
      let other = readComparison()
      if value.isTrue == false || other.isTrue == false {
        value = .truth(false)
      } else {
        value = value.isTrue == true && other.isTrue == true ? .truth(true) : .unknown
      }
    }
    return value
  }

  private static func either(_ first: Bool?, _ second: Bool?) -> ScriptValue {
    if first == true || second == true { return .truth(true) }
    return first == false && second == false ? .truth(false) : .unknown
  }

  private mutating func readComparison() -> ScriptValue {
    let value = readSum()
    guard case .mark(let mark)? = token,
      ["==", "===", "!=", "!==", "<", ">", "<=", ">="].contains(mark)
    else { return value }
    position += 1
    return ScriptValue.compare(value, mark, readSum())
  }

  private mutating func readSum() -> ScriptValue {
    var value = readTerm()
    while case .mark(let mark)? = token {
      if mark == "+" {
        position += 1
        value = value + readTerm()
      } else if mark == "-" {
        position += 1
        value = value - readTerm()
      } else if mark == "*" || mark == "/" || mark == "%" {
        position += 1
        _ = readTerm()
        value = .unknown
      } else {
        break
      }
    }
    return value
  }

  private mutating func readTerm() -> ScriptValue {
    guard let token else { return .unknown }
    switch token {
    case .text(let text):
      position += 1
      return readMembers(of: .text(text))
    case .number(let number):
      position += 1
      return .number(number)
    case .opaque:
      position += 1
      return readMembers(of: .unknown)
    case .name(let name):
      position += 1
      return readName(name)
    case .mark(let mark):
      return readMark(mark)
    }
  }

  private mutating func readMark(_ mark: String) -> ScriptValue {
    switch mark {
    case "(":
      guard depth < 24 else { return skipBalanced() }
      position += 1
      let value = read()
      while position < tokens.count, !isMark(")") { position += 1 }
      position += 1
      return readMembers(of: value)
    case "!":
      position += 1
      return readTerm().isTrue.map { .truth(!$0) } ?? .unknown
    case "-", "+":
      position += 1
      let value = readTerm()
      return mark == "-" ? .number(0) - value : value
    case "{": return depth < 24 ? readFields() : skipBalanced()
    case "[":
      return skipBalanced()
    default:
      return .unknown
    }
  }

  private mutating func readFields() -> ScriptValue {
    depth += 1
    defer { depth -= 1 }
    var fields: [String: ScriptValue] = [:]
    position += 1
    while position < tokens.count, !isMark("}") {
      let key: String
      switch tokens[position] {
      case .name(let name): key = name
      case .text(let text): key = text
      default: return unwind(fields)
      }
      position += 1
      guard isMark(":") else { return unwind(fields) }
      position += 1
      fields[key] = read()
      while position < tokens.count, !isMark(",", "}") { _ = skipBalanced() }
      if isMark(",") { position += 1 }
    }
    position += 1
    return .fields(fields)
  }

  private mutating func unwind(_ fields: [String: ScriptValue]) -> ScriptValue {
    while position < tokens.count, !isMark("}") { _ = skipBalanced() }
    position += 1
    return .fields(fields)
  }

  private mutating func readName(_ name: String) -> ScriptValue {
    switch name {
    case "true", "false": return .truth(name == "true")
    case "null", "undefined": return .text("")
    case "new", "typeof", "void", "delete":
      _ = readTerm()
      return .unknown
    case "function":
      while position < tokens.count, !isMark("{") { position += 1 }
      return skipBalanced()
    case "unescape", "decodeURI", "decodeURIComponent", "String", "escape", "encodeURI":
      guard isMark("(") else { return .unknown }
      let value = readArguments().first ?? .unknown
      guard name.hasPrefix("un") || name.hasPrefix("de") else { return readMembers(of: value) }
      let text = value.written.map { ScriptValue.text(ScriptValue.unescaped($0)) }
      return readMembers(of: text ?? .unknown)
    case "parseInt", "Number":
      guard isMark("(") else { return .unknown }
      return readArguments().first?.integer.map { .number($0) } ?? .unknown
    case "document", "$", "jQuery":
      if let found = readElement() { return readMembers(of: found) }
      return readMembers(of: .unknown)
    default: return readMembers(of: variables[name] ?? .unknown)
    }
  }

  /// `document.getElementById("x")` and `$("#x")`, worth what the element holds.
  private mutating func readElement() -> ScriptValue? {
    let start = position
    if isMark("."), position + 1 < tokens.count, tokens[position + 1] == .name("getElementById") {
      position += 2
    }
    guard isMark("(") else {
      position = start
      return nil
    }
    // Read once, whatever they are: going back to read them as a call's would double the work with
    // every `$(` in a `$(`.
    guard case .text(let selector)? = readArguments().first else { return .unknown }
    let id = selector.hasPrefix("#") ? String(selector.dropFirst()) : selector
    return element(id).map { .text($0) } ?? .unknown
  }

  private mutating func readMembers(of start: ScriptValue) -> ScriptValue {
    var value = start
    while true {
      if isMark("."), position + 1 < tokens.count, case .name(let member) = tokens[position + 1] {
        position += 2
        value = readMember(member, of: value)
      } else if isMark("(") {
        _ = readArguments()
        value = .unknown
      } else if isMark("[") {
        value = skipBalanced()
      } else {
        return value
      }
    }
  }

  private mutating func readMember(_ member: String, of value: ScriptValue) -> ScriptValue {
    let arguments = isMark("(") ? readArguments() : []
    guard case .text(let text) = value else { return .unknown }
    switch member {
    case "length": return .number(text.count)
    case "value", "innerText", "innerHTML", "textContent", "val", "text", "html", "toString",
      "trim":
      return value
    case "substring", "substr", "slice":
      guard let first = arguments.first?.integer, first >= 0 else { return .unknown }
      let rest = text.dropFirst(first)
      guard arguments.count > 1, let second = arguments[1].integer else {
        return arguments.count > 1 ? .unknown : .text(String(rest))
      }
      let count = member == "substr" ? second : second - first
      return count < 0 ? .unknown : .text(String(rest.prefix(count)))
    case "indexOf":
      guard let wanted = arguments.first?.written, arguments.count == 1 else { return .unknown }
      let at = text.indices.first { text[$0...].hasPrefix(wanted) }
      return .number(at.map { text.distance(from: text.startIndex, to: $0) } ?? -1)
    default: return .unknown
    }
  }

  /// The values between the brackets that open here; the position is past them afterwards.
  mutating func readArguments() -> [ScriptValue] {
    guard isMark("("), depth < 24 else {
      _ = skipBalanced()
      return []
    }
    position += 1
    var values: [ScriptValue] = []
    while position < tokens.count, !isMark(")"), values.count < 64 {
      let before = position
      values.append(read())
      while position < tokens.count, !isMark(",", ")") { _ = skipBalanced() }
      if isMark(",") { position += 1 }
      if position == before { position += 1 }
    }
    position += 1
    return values
  }

  /// Skips one word, or all between a bracket and its partner.
  @discardableResult
  mutating func skipBalanced() -> ScriptValue {
    var open = 0
    while position < tokens.count {
      if isMark("(", "[", "{") { open += 1 }
      if isMark(")", "]", "}") { open -= 1 }
      position += 1
      if open <= 0 { break }
    }
    return .unknown
  }
}
