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

  /// Whether a label's name is this column's.
  func matches(_ label: EntryName) -> Bool {
    let name = label.name
    if isNamed(label) { return !name.contains(where: \.isNumber) || names.contains(name) }
    guard contained.contains(where: { name.holdsFolded($0) }), name.count <= 18 else {
      return false
    }
    return !excluded.contains(where: { name.holdsFolded($0) }) && !WantedColumn.isOffice(name)
  }

  /// `政策法规科` and `人力资源社会保障部` are bodies: what they are called is not what is published.
  private static func isOffice(_ name: String) -> Bool {
    ["科", "科室", "处", "处室", "股", "局", "厅", "部", "委员会", "办公室", "中心", "大队", "支队", "总队"]
      .contains { name.endsFolded(in: $0) }
  }

  /// Whether a label is one of its proper names or has its type by name.
  func isNamed(_ label: EntryName) -> Bool {
    names.contains(label.name) || label.type.map(types.contains) ?? false
  }

  /// - Parameter labels: the column's names.
  func isAnswered(by column: Column, named labels: [EntryName]) -> Bool {
    if let type = column.type, types.contains(type) { return true }
    return labels.contains(where: matches)
  }

  /// Whether a column answers for this one.
  func isAnswered(by column: Column) -> Bool {
    isAnswered(by: column, named: column.names.map { EntryName(Naming.column($0)) })
  }
}
