/// A name that menu labels share, with what it stands for: looked up once, however many columns
/// are searched for.
public struct EntryName: Sendable {
  /// ``Naming/column(_:)`` of the labels.
  public let name: String
  /// The type of column the name stands for; nil when no rule knows it.
  public let type: ColumnType?
  /// Positions of the entries in ``Site/entries``, in order.
  public fileprivate(set) var entries: [Int]

  /// A name on its own.
  public init(_ name: String) {
    self.name = name
    type = ColumnVocabulary.type(ofFolded: name)
    entries = []
  }

  /// Gathers the entries visitors can see by their names, in order of first appearance.
  static func gather(_ entries: [Entry]) -> [EntryName] {
    var names: [EntryName] = []
    var index: [String: Int] = [:]
    for (number, entry) in entries.enumerated() where !entry.isHidden {
      if let known = index[entry.name] {
        names[known].entries.append(number)
      } else {
        index[entry.name] = names.count
        var name = EntryName(entry.name)
        name.entries = [number]
        names.append(name)
      }
    }
    return names
  }
}
