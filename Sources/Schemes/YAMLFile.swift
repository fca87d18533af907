import Foundation
import Yams

/// A YAML (or JSON, which is YAML) file read within limits. Nothing hostile gets past here: size,
/// nesting and the number of nodes after aliases are all bounded.
struct YAMLFile {
  static let largest = 1 << 20
  private static let deepest = 64
  private static let mostNodes = 200_000

  let name: String
  let root: Node

  init(path: String) throws(DiagnosticList) {
    let name = (path as NSString).lastPathComponent
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw YAMLFile.failure(name, .unreadable(path))
    }
    defer { try? handle.close() }
    guard let bytes = try? handle.read(upToCount: YAMLFile.largest + 1) ?? Data() else {
      throw YAMLFile.failure(name, .unreadable(path))
    }
    guard bytes.count <= YAMLFile.largest else {
      throw YAMLFile.failure(name, .tooLarge(limit: YAMLFile.largest))
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw YAMLFile.failure(name, .unreadable("UTF-8"))
    }
    try self.init(text: text, name: name)
  }

  init(text: String, name: String) throws(DiagnosticList) {
    self.name = name
    guard text.utf8.count <= YAMLFile.largest else {
      throw YAMLFile.failure(name, .tooLarge(limit: YAMLFile.largest))
    }
    guard !YAMLFile.isTooDeep(text) else { throw YAMLFile.failure(name, .tooDeep) }
    let composed: Node?
    do { composed = try Yams.compose(yaml: text) } catch {
      throw DiagnosticList([YAMLFile.diagnostic(name, error)])
    }
    guard let composed else { throw YAMLFile.failure(name, .empty) }
    root = composed
    var budget = YAMLFile.mostNodes
    guard YAMLFile.fits(composed, depth: 0, &budget) else {
      throw YAMLFile.failure(name, .tooManyNodes)
    }
  }

  private static func failure(_ name: String, _ fault: Fault) -> DiagnosticList {
    DiagnosticList([Diagnostic(file: name, fault: fault)])
  }

  private static func diagnostic(_ name: String, _ error: any Error) -> Diagnostic {
    guard let error = error as? YamlError else {
      return Diagnostic(file: name, fault: .syntax("\(error)"))
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        file: name, line: mark.line, column: mark.column, fault: .syntax(problem))
    default:
      let first = "\(error)".split(separator: "\n").first.map(String.init) ?? ""
      return Diagnostic(file: name, fault: .syntax(first))
    }
  }

  /// The parser recurses once per level, so depth is bounded before it runs: by counting open
  /// brackets, and dashes that open several levels on one line.
  private static func isTooDeep(_ text: String) -> Bool {
    var (open, dashes, isAtStart) = (0, 0, true)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      case UInt8(ascii: "\n"): (dashes, isAtStart) = (0, true)
      case UInt8(ascii: "-"), UInt8(ascii: "?"): if isAtStart { dashes += 1 }
      case UInt8(ascii: " "): break
      default: isAtStart = false
      }
      if open > deepest || dashes > deepest { return true }
    }
    return false
  }

  private static func fits(_ node: Node, depth: Int, _ budget: inout Int) -> Bool {
    budget -= 1
    guard budget > 0, depth <= deepest else { return false }
    switch node {
    case .scalar, .alias: return true
    case .sequence(let items):
      for item in items where !fits(item, depth: depth + 1, &budget) { return false }
      return true
    case .mapping(let pairs):
      for pair in pairs {
        guard fits(pair.key, depth: depth + 1, &budget),
          fits(pair.value, depth: depth + 1, &budget)
        else { return false }
      }
      return true
    }
  }
}
