/// One fault in a file people write, with the place and the remedy.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// 1-based; 0 when the fault has no place.
  public var line: Int
  public var column: Int
  public var fault: Fault

  public init(file: String, line: Int = 0, column: Int = 0, fault: Fault) {
    self.file = file
    self.line = line
    self.column = column
    self.fault = fault
  }

  /// `file:line:column: message`.
  public var description: String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    return "\(place): \(Wording.sentence(for: fault))"
  }
}

/// What is wrong. ``Wording`` has the sentences.
public enum Fault: Hashable, Sendable {
  case unreadable(String)
  case tooLarge(limit: Int)
  case tooDeep
  case tooManyNodes
  case syntax(String)
  case empty
  case missingKey(String)
  case unknownKey(String, nearest: String?)
  case wrongType(key: String, expected: Kind)
  case notOneOf(key: String, value: String, allowed: [String], nearest: String?)
  case notExact(key: String, value: String)
  case duplicateID(String)
  case sum(what: String, expected: String, actual: String)
  case unknownCap(String, known: [String])
  case mixedCap(String)
  case noCriteria(String)
  case feedDoesNotFit(reading: String)
  case unknownProbe(String, nearest: String?)
  case unknownCode(String, probe: String, nearest: String?)
  case unknownGrade(String, known: [String])
  case unknownSwitch(String, known: [String])
  case unknownChoice(switch: String, value: String, allowed: [String])
  case badBand(String)
  case noCitation
  case unknownScheme(String, nearest: String?, known: [String])
  case notScorable(String)
  case catalogueNotFound([String])
  case unknownReference(String)
  case refused(entry: String, reason: String)
  case schemeMismatch(expected: String, given: String)

  public enum Kind: Hashable, Sendable { case text, number, whole, flag, list, mapping, day }
}

/// Everything that is wrong with a file; nothing of it is applied.
public struct DiagnosticList: Error, Hashable, Sendable, CustomStringConvertible {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
