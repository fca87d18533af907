public import AuditModel
public import PageModel

/// What an attached document says, as lines and tables, whatever its file format.
public struct AttachedText: Sendable, Hashable {
  /// Visible lines outside tables, in order.
  public let lines: [String]
  /// Its tables with spanning cells repeated.
  public let tables: [PageTable]
  /// Pictures in it, seals among them; a table may be one of them.
  public let pictures: Int
  /// Whether tables were told by how the page is laid out: what looks like none may be one without
  /// drawn lines.
  public let isLayout: Bool
  /// Why what is not found may still be there; nil when everything was read.
  public let doubt: InconclusiveReason?

  /// Makes the value from its parts.
  public init(
    lines: [String], tables: [PageTable], pictures: Int = 0, isLayout: Bool = false,
    doubt: InconclusiveReason? = nil
  ) {
    self.lines = lines
    self.tables = tables
    self.pictures = pictures
    self.isLayout = isLayout
    self.doubt = doubt
  }
}
