import AuditModel
import SiteModel

/// A column that must be there: its id, its words, and the kinds of column that answer for it.
struct WantedColumn: Sendable {
  let id: String
  let title: String
  /// Column types that are this column, whatever they are called.
  var types: Set<ColumnType> = []
  /// Folded names that are it exactly.
  var names: Set<String> = []
  /// Folded runs of which one in a menu label is enough.
  var contained: [String] = []
  var excluded: [String] = []

  /// Whether a folded label names this column.
  func matches(_ name: String) -> Bool {
    if isNamed(name) { return !name.contains(where: \.isNumber) || names.contains(name) }
    guard name.count <= 18, !excluded.contains(where: { name.contains($0) }) else { return false }
    return contained.contains { name.contains($0) }
  }

  /// Whether a folded label is one of its proper names or has its type by name.
  func isNamed(_ name: String) -> Bool {
    if names.contains(name) { return true }
    guard !types.isEmpty, let type = ColumnVocabulary.type(ofName: name) else { return false }
    return types.contains(type)
  }

  func isAnswered(by column: Column) -> Bool {
    if let type = column.type, types.contains(type) { return true }
    return column.names.contains { matches(Naming.column($0)) }
  }
}
