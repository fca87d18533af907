import AuditModel
import SiteModel

/// A column that must be there: its id, its words, and the kinds of column that answer for it.
struct WantedColumn: Sendable {
  let id: String
  let title: String
  /// Column types that are this column, whatever they are called.
  var types: Set<ColumnType> = []
  /// Column types in which its documents may stand when no column bears its name.
  var neighbours: Set<ColumnType> = []
  /// Folded names that are it exactly.
  var names: Set<String> = []
  /// Folded runs of which one in a menu label is enough.
  var contained: [String] = []
  var excluded: [String] = []

  /// Whether a folded label names this column.
  func matches(_ name: String) -> Bool {
    if isNamed(name) { return !name.contains(where: \.isNumber) || names.contains(name) }
    guard name.count <= 18, !excluded.contains(where: { name.contains($0) }),
      !WantedColumn.isOffice(name)
    else { return false }
    return contained.contains { name.contains($0) }
  }

  /// `政策法规科` and `人力资源社会保障部` are bodies: what they are called is not what is published.
  private static func isOffice(_ name: String) -> Bool {
    ["科", "科室", "处", "处室", "股", "局", "厅", "部", "委员会", "办公室", "中心", "大队", "支队", "总队"]
      .contains { name.hasSuffix($0) }
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
