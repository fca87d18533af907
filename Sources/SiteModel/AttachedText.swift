public import PageModel

/// What an attached document says, as lines and tables, whatever its file format.
public struct AttachedText: Sendable, Hashable {
  /// Visible lines outside tables, in order.
  public let lines: [String]
  /// Its tables with spanning cells repeated.
  public let tables: [PageTable]

  /// Makes the value from its parts.
  public init(lines: [String], tables: [PageTable]) {
    self.lines = lines
    self.tables = tables
  }
}
