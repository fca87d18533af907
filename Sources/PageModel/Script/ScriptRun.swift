/// A call a script makes with arguments that can be told.
struct ScriptCall: Sendable {
  var name: String
  var arguments: [ScriptValue]
  /// The script element.
  var node: Int
}

/// A script that sends the visitor on, unconditionally.
struct ScriptJump: Sendable {
  var target: String
  /// Milliseconds before it happens.
  var delay: Int
}

/// Runs the plain statements of a page's scripts: assignments of literals, `if`, `document.write`,
/// jumps and calls. Loops and handlers are not run. Portals write menus, dates and pagers this
/// way, and a page without them reads as if its columns were missing.
struct ScriptRun {
  static let outputLimit = 262_144

  private(set) var variables: [String: ScriptValue] = [:]
  private(set) var calls: [ScriptCall] = []
  private(set) var jumps: [ScriptJump] = []
  private var output: [UInt8] = []
  private var outputTotal = 0
  private var steps = 0
  private var tokens: [ScriptToken] = []
  private var position = 0
  private var depth = 0
  private var delay = 0
  private var node = 0
  private var functions: [String: [ScriptToken]] = [:]
  private var element: (String) -> String? = { _ in nil }

  /// Runs one script and returns the HTML it writes.
  mutating func run(
    _ script: [UInt8], node: Int, element: @escaping (String) -> String?
  ) -> [UInt8] {
    guard ScriptRun.isWorthReading(script), outputTotal < ScriptRun.outputLimit else { return [] }
    self.node = node
    self.element = element
    defer { self.element = { _ in nil } }
    output = []
    run(ScriptScanner.tokens(of: script), certainty: true)
    outputTotal += output.count
    return output
  }

  private static let words: [StaticString] = [
    "write", "location", "pagehtml", "pager(", "paging(", "_self", "gotopage", "pageinfo",
    "jpage",
  ]

  private static func isWorthReading(_ script: [UInt8]) -> Bool {
    if script.count < 1500 {
      return script.contains(Ascii.equals) || script.contains(Ascii.openRound)
    }
    return script.count < 200_000
      && words.contains { script.firstIndexIgnoringCase(of: $0, from: 0) != nil }
  }

  private mutating func run(_ body: [ScriptToken], certainty: Bool?) {
    guard depth < 12 else { return }
    let saved = (tokens, position)
    (tokens, position) = (body, 0)
    depth += 1
    while position < tokens.count, steps < 100_000 {
      let before = position
      statement(certainty)
      if position == before { position += 1 }
    }
    depth -= 1
    (tokens, position) = saved
  }

  // MARK: Statements

  /// `certainty`: true when the statement runs, nil when it may, false when it does not.
  private mutating func statement(_ certainty: Bool?) {
    steps += 1
    guard position < tokens.count else { return }
    switch tokens[position] {
    case .mark("{"): block(certainty)
    case .mark(";"), .mark("}"): position += 1
    case .name("if"): choice(certainty)
    case .name("for"), .name("while"), .name("switch"), .name("with"): loop()
    case .name("try"): position += 1
    case .name("catch"):
      position += 1
      skipBalanced()
      skipBalanced()
    case .name("finally"), .name("do"), .name("else"), .name("return"): position += 1
    case .name("function"): declareFunction()
    case .name("var"), .name("let"), .name("const"):
      position += 1
      declaration(certainty)
    default: action(certainty)
    }
  }

  private mutating func block(_ certainty: Bool?) {
    guard depth < 40 else { return skipBalanced() }
    depth += 1
    defer { depth -= 1 }
    position += 1
    while position < tokens.count, tokens[position] != .mark("}") {
      let before = position
      statement(certainty)
      if position == before { position += 1 }
    }
    position += 1
  }

  private mutating func choice(_ certainty: Bool?) {
    guard depth < 40 else { return skipBalanced() }
    depth += 1
    defer { depth -= 1 }
    position += 1
    guard peek("(") else { return }
    var expression = makeExpression()
    let holds = (expression.readArguments().last ?? .unknown).isTrue
    position = expression.position
    statement(ScriptRun.both(certainty, holds))
    while peek(";") { position += 1 }
    guard position < tokens.count, tokens[position] == .name("else") else { return }
    position += 1
    statement(ScriptRun.both(certainty, holds.map { !$0 }))
  }

  private static func both(_ first: Bool?, _ second: Bool?) -> Bool? {
    if first == false || second == false { return false }
    return first == true && second == true ? true : nil
  }

  private mutating func loop() {
    position += 1
    if peek("(") { skipBalanced() }
    if peek("{") { return skipBalanced() }
    statement(false)
  }

  private mutating func declareFunction() {
    position += 1
    guard position < tokens.count, case .name(let name) = tokens[position] else { return }
    functions[name] = functionBody()
  }

  /// The words of the function body that follows, the position past it.
  private mutating func functionBody() -> [ScriptToken] {
    while position < tokens.count, !peek("{"), !peek(";") { position += 1 }
    let start = position
    guard peek("{") else { return [] }
    skipBalanced()
    return start + 1 < position ? Array(tokens[start + 1..<position - 1]) : []
  }

  private mutating func declaration(_ certainty: Bool?) {
    while position < tokens.count, case .name(let name) = tokens[position] {
      position += 1
      if peek("=") {
        position += 1
        assign(name, certainty)
      }
      guard peek(",") else { return }
      position += 1
    }
  }

  private mutating func assign(_ name: String, _ certainty: Bool?) {
    let value = readValue()
    if certainty == true { variables[name] = value }
    if certainty == nil { variables[name] = .unknown }
  }

  // MARK: Actions

  private mutating func action(_ certainty: Bool?) {
    let path = readPath()
    guard let last = path.last else { return skipStatement() }
    if peek("="), path.contains("location") || path == ["location"] {
      position += 1
      let value = readValue()
      if certainty == true, let target = value.written, isJump(path) { jump(target) }
    } else if peek("=") {
      position += 1
      if isFunctionHere { return handler(path, certainty) }
      if path.count == 1 { assign(last, certainty) } else { _ = readValue() }
    } else if peek("(") {
      call(path, last, certainty)
    } else {
      skipStatement()
    }
  }

  private func isJump(_ path: [String]) -> Bool {
    guard let last = path.last else { return false }
    return last == "location" || (last == "href" && path.dropLast().last == "location")
  }

  private mutating func handler(_ path: [String], _ certainty: Bool?) {
    let body = functionBody()
    if path.last == "onload" { run(body, certainty: certainty) }
  }

  private var isFunctionHere: Bool {
    position < tokens.count && tokens[position] == .name("function")
  }

  private mutating func call(_ path: [String], _ last: String, _ certainty: Bool?) {
    let open = position
    if last == "setTimeout" || ["$", "jQuery", "ready", "("].contains(last) {
      return delayed(last, certainty)
    }
    var expression = makeExpression()
    let arguments = expression.readArguments()
    position = expression.position
    guard certainty != false else { return }
    switch last {
    case "write", "writeln":
      if path.contains("document") { write(arguments) }
    case "replace", "assign":
      if path.contains("location"), certainty == true, let target = arguments.first?.written {
        jump(target)
      }
    case "open":
      let name = arguments.count > 1 ? arguments[1].written : nil
      if certainty == true, name == "_self", let target = arguments.first?.written { jump(target) }
    default:
      if let body = functions[last], arguments.isEmpty, path.count == 1 {
        run(body, certainty: certainty)
      } else if calls.count < 200 {
        calls.append(ScriptCall(name: last, arguments: arguments, node: node))
      }
    }
    if position == open { position += 1 }
    chained(certainty)
  }

  /// `$(...).Paging({...})`: the call on the result counts too.
  private mutating func chained(_ certainty: Bool?) {
    guard peek("."), position + 1 < tokens.count, case .name(let name) = tokens[position + 1]
    else { return }
    position += 2
    if peek("(") { call(["", name], name, certainty) }
  }

  /// `setTimeout(function(){…}, 3000)`, `$(function(){…})`, `(function(){…})()`.
  private mutating func delayed(_ name: String, _ certainty: Bool?) {
    position += 1
    guard isFunctionHere else {
      position -= 1
      var expression = makeExpression()
      let arguments = expression.readArguments()
      position = expression.position
      if name == "setTimeout", let code = arguments.first?.written, arguments.count > 1 {
        after(arguments[1].integer, ScriptScanner.tokens(of: Array(code.utf8)), certainty)
      }
      return chained(certainty)
    }
    position += 1
    let body = functionBody()
    var wait: Int?
    if peek(",") {
      position += 1
      wait = readValue().integer
    }
    while position < tokens.count, !peek(")") { skipBalanced() }
    position += 1
    if name == "setTimeout" {
      after(wait ?? 0, body, certainty)
    } else {
      run(body, certainty: certainty)
    }
  }

  private mutating func after(_ wait: Int?, _ body: [ScriptToken], _ certainty: Bool?) {
    let saved = delay
    delay += max(0, min(wait ?? 0, 3_600_000))
    run(body, certainty: certainty)
    delay = saved
  }

  private mutating func jump(_ target: String) {
    if jumps.count < 8 { jumps.append(ScriptJump(target: target, delay: delay)) }
  }

  private mutating func write(_ arguments: [ScriptValue]) {
    guard output.count + outputTotal < ScriptRun.outputLimit else { return }
    for argument in arguments { output.append(contentsOf: Array((argument.written ?? "").utf8)) }
  }

  // MARK: Words

  /// `window.location.href` as its names; `$` and `(` stand for calls of those.
  private mutating func readPath() -> [String] {
    var path: [String] = []
    if peek("(") || peek("!") {
      if peek("!") { position += 1 }
      return peek("(") ? ["("] : []
    }
    while position < tokens.count, case .name(let name) = tokens[position] {
      path.append(name)
      position += 1
      guard peek("."), position + 1 < tokens.count else { break }
      position += 1
    }
    return path
  }

  private mutating func readValue() -> ScriptValue {
    var expression = makeExpression()
    let value = expression.read()
    position = max(expression.position, position)
    return value
  }

  private func makeExpression() -> ScriptExpression {
    ScriptExpression(tokens: tokens, position: position, variables: variables, element: element)
  }

  private mutating func skipStatement() {
    while position < tokens.count, !peek(";"), !peek("}") {
      if case .name = tokens[position], position > 0, case .mark(")") = tokens[position - 1] {
        return
      }
      skipBalanced()
    }
  }

  private mutating func skipBalanced() {
    var expression = makeExpression()
    expression.skipBalanced()
    position = max(expression.position, position + 1)
  }

  private func peek(_ mark: String) -> Bool {
    position < tokens.count && tokens[position] == .mark(mark)
  }
}
