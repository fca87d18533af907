import Scoring
import Yams

/// Where faults of one file are gathered, so that all are reported at once.
final class Faults {
  let file: String
  /// More than this helps nobody, and suggestions for each would take their time.
  private static let most = 100
  private(set) var diagnostics: [Diagnostic] = []

  var isFull: Bool { diagnostics.count >= Faults.most }

  init(file: String) { self.file = file }

  func add(_ fault: Fault, at node: Node?) {
    guard !isFull else { return }
    let mark = node?.mark
    diagnostics.append(
      Diagnostic(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0, fault: fault))
  }

  func check() throws(DiagnosticList) {
    if !diagnostics.isEmpty { throw DiagnosticList(diagnostics) }
  }
}

/// Reads one mapping key by key: missing keys, wrong types and keys nobody asked for become
/// faults with their place. A `readings` list lays other values over the mapping when its
/// switches are chosen that way.
final class MapReader {
  let node: Node
  let faults: Faults
  let readings: Readings
  private var values: [String: Node] = [:]
  private var keys: [String: Node] = [:]
  private var order: [String] = []
  private var asked: Set<String> = ["readings"]
  private var isAbandoned = false
  private let ignoresEmpty: Bool

  /// - Parameter ignoresEmpty: a key with nothing or `null` behind it counts as not written, here
  ///   and in nested mappings.
  init(_ node: Node, _ faults: Faults, _ readings: Readings, ignoresEmpty: Bool = false) {
    self.node = node
    self.faults = faults
    self.readings = readings
    self.ignoresEmpty = ignoresEmpty
    guard let mapping = node.mapping else {
      let shown = String(node.scalar?.string.prefix(40) ?? "")
      faults.add(.wrongType(key: shown, expected: .mapping), at: node)
      return
    }
    lay(mapping)
    for overlay in readings.overlays(values["readings"], faults) { lay(overlay) }
  }

  private func lay(_ mapping: Node.Mapping) {
    for pair in mapping {
      guard let key = pair.key.scalar?.string else {
        faults.add(.wrongType(key: "", expected: .text), at: pair.key)
        continue
      }
      if key == "choose" || (ignoresEmpty && MapReader.isEmpty(pair.value)) { continue }
      if values[key] == nil { order.append(key) }
      values[key] = pair.value
      keys[key] = pair.key
    }
  }

  private static func isEmpty(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.string.isEmpty
      || (scalar.style == .plain && ["null", "~"].contains(scalar.string))
  }

  /// The kind of thing could not be told, so its other keys cannot be either.
  func abandon() { isAbandoned = true }

  /// Reports keys nobody asked for.
  func finish() {
    guard !isAbandoned else { return }
    for key in order where !asked.contains(key) && !faults.isFull {
      faults.add(.unknownKey(key, nearest: nearest(to: key, in: asked.sorted())), at: keys[key])
    }
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  func value(_ key: String) -> Node? {
    asked.insert(key)
    return values[key]
  }

  func required(_ key: String) -> Node? {
    let found = value(key)
    if found == nil { faults.add(.missingKey(key), at: node) }
    return found
  }

  func fail(_ fault: Fault, at key: String) { faults.add(fault, at: values[key] ?? node) }

  func text(_ key: String) -> String? { value(key).flatMap { text($0, key) } }

  func requiredText(_ key: String) -> String { required(key).flatMap { text($0, key) } ?? "" }

  func text(_ node: Node, _ key: String) -> String? {
    guard let text = node.scalar?.string, !text.isEmpty else {
      faults.add(.wrongType(key: key, expected: .text), at: node)
      return nil
    }
    return text
  }

  func number(_ key: String) -> Rational? { value(key).flatMap { number($0, key) } }

  func requiredNumber(_ key: String) -> Rational {
    required(key).flatMap { number($0, key) } ?? .zero
  }

  func number(_ node: Node, _ key: String) -> Rational? {
    guard let text = node.scalar?.string else {
      faults.add(.wrongType(key: key, expected: .number), at: node)
      return nil
    }
    guard let number = Rational(text) else {
      faults.add(.notExact(key: key, value: text), at: node)
      return nil
    }
    return number
  }

  func whole(_ key: String) -> Int? {
    guard let node = value(key) else { return nil }
    guard let number = number(node, key), number.isWhole, let whole = Int(exactly: number.numerator)
    else {
      faults.add(.wrongType(key: key, expected: .whole), at: node)
      return nil
    }
    return whole
  }

  func flag(_ key: String) -> Bool {
    guard let node = value(key) else { return false }
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      faults.add(.wrongType(key: key, expected: .flag), at: node)
      return false
    }
  }

  func items(_ key: String) -> [Node] {
    guard let node = value(key) else { return [] }
    guard let sequence = node.sequence else {
      faults.add(.wrongType(key: key, expected: .list), at: node)
      return []
    }
    return Array(sequence)
  }

  func texts(_ key: String) -> [String] { items(key).compactMap { text($0, key) } }

  /// The pairs of a nested mapping, in the order written.
  func pairs(_ key: String) -> [(key: String, value: Node)] {
    guard let node = value(key) else { return [] }
    guard let mapping = node.mapping else {
      faults.add(.wrongType(key: key, expected: .mapping), at: node)
      return []
    }
    return mapping.compactMap { pair in text(pair.key, key).map { ($0, pair.value) } }
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    value(key).flatMap { word($0, key, as: type) }
  }

  func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type
  ) -> [Word] where Word.RawValue == String {
    items(key).compactMap { word($0, key, as: type) }
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ node: Node, _ key: String, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let text = text(node, key) else { return nil }
    guard let word = Word(rawValue: text) else {
      let allowed = Word.allCases.map(\.rawValue)
      faults.add(
        .notOneOf(
          key: key, value: text, allowed: allowed, nearest: nearest(to: text, in: allowed)),
        at: node)
      return nil
    }
    return word
  }

  func nested(_ node: Node) -> MapReader {
    MapReader(node, faults, readings, ignoresEmpty: ignoresEmpty)
  }
}

/// The switches of a scheme and the reading taken for each.
struct Readings {
  var switches: [Switch] = []
  var choices: [String: String] = [:]

  /// The parts of a `readings` list that apply under the choices.
  func overlays(_ node: Node?, _ faults: Faults) -> [Node.Mapping] {
    guard let node else { return [] }
    guard let items = node.sequence else {
      faults.add(.wrongType(key: "readings", expected: .list), at: node)
      return []
    }
    return items.compactMap { item in
      guard let mapping = item.mapping, let choose = mapping["choose"]?.mapping else {
        faults.add(.missingKey("choose"), at: item)
        return nil
      }
      return applies(choose, faults) ? mapping : nil
    }
  }

  private func applies(_ choose: Node.Mapping, _ faults: Faults) -> Bool {
    choose.allSatisfy { pair in
      let (id, wanted) = (pair.key.scalar?.string ?? "", pair.value.scalar?.string ?? "")
      guard let known = switches.first(where: { $0.id == id }) else {
        faults.add(.unknownSwitch(id, known: switches.map(\.id)), at: pair.key)
        return false
      }
      guard known.values.contains(wanted) else {
        faults.add(
          .unknownChoice(switch: id, value: wanted, allowed: known.values), at: pair.value)
        return false
      }
      return choices[id] == wanted
    }
  }
}
