import Yams

/// Walks a YAML tree and collects what is wrong with it, each complaint with file, line, column.
final class YAMLChecker {
  let file: String
  private(set) var diagnostics: [String] = []

  init(file: String) { self.file = file }

  /// All complaints, a line each.
  var report: String { diagnostics.joined(separator: "\n") }

  func complain(_ node: Node, _ message: String) {
    diagnostics.append(place(node.mark) + message)
  }

  func parse(_ text: String) -> Node? {
    do {
      // Anchors multiply what has to be read; a registry needs none.
      if let bomb = text.firstAlias { diagnostics.append("\(file):\(bomb): \(Wording.noAliases)") }
      guard diagnostics.isEmpty, let node = try Yams.compose(yaml: text) else {
        if diagnostics.isEmpty { diagnostics.append("\(file):1:1: \(Wording.emptyFile)") }
        return nil
      }
      return node
    } catch let error as YamlError {
      diagnostics.append(describe(error))
    } catch {
      diagnostics.append("\(file): \(error)")
    }
    return nil
  }

  func mapping(_ node: Node, keys: [String]) -> [String: Node] {
    guard let mapping = node.mapping else {
      complain(node, Wording.expected("键值表"))
      return [:]
    }
    var result: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if keys.contains(name) {
        result[name] = value
      } else {
        complain(key, Wording.unknownKey(name, keys))
      }
    }
    return result
  }

  func sequence(_ node: Node?, in parent: Node, named name: String) -> [Node] {
    guard let node else {
      complain(parent, Wording.missingKey(name))
      return []
    }
    guard let sequence = node.sequence else {
      complain(node, Wording.expectedFor(name, "列表"))
      return []
    }
    return Array(sequence)
  }

  func string(_ node: Node?, in parent: Node, named name: String) -> String? {
    guard let node else {
      complain(parent, Wording.missingKey(name))
      return nil
    }
    guard let text = node.scalar?.string, !text.isEmpty else {
      complain(node, Wording.expectedFor(name, "文字"))
      return nil
    }
    return text
  }

  func boolean(_ node: Node, named name: String) -> Bool {
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      complain(node, Wording.expectedFor(name, "true 或 false"))
      return false
    }
  }

  func strings(_ node: Node?, named name: String) -> [String: String] {
    guard let node else { return [:] }
    guard let mapping = node.mapping else {
      complain(node, Wording.expectedFor(name, "键值表"))
      return [:]
    }
    var result: [String: String] = [:]
    for (key, value) in mapping {
      guard let key = key.scalar?.string, let text = value.scalar?.string else {
        complain(value, Wording.expectedFor(name, "文字"))
        continue
      }
      result[key] = text
    }
    return result
  }

  private func describe(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      place(mark) + Wording.notYAML(problem)
    default: "\(file):1:1: " + Wording.notYAML("\(error)")
    }
  }

  private func place(_ mark: Mark?) -> String {
    "\(file):\(mark?.line ?? 1):\(mark?.column ?? 1): "
  }
}

extension String {
  /// Line number of the first anchor or alias at the start of a value; nil when there is none.
  fileprivate var firstAlias: Int? {
    for (index, line) in split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let value = line.drop { $0 == " " || $0 == "-" || $0 == "\t" }
      let afterColon = value.firstIndex(of: ":").map { value[value.index(after: $0)...] } ?? value
      if let first = afterColon.drop(while: { $0 == " " }).first, first == "&" || first == "*" {
        return index + 1
      }
    }
    return nil
  }
}
