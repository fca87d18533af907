/// A Word document as plain values: paragraphs and tables of its body, in order. Headers,
/// footnotes, comments, deleted and hidden text are left out; the numbers of automatic lists are
/// drawn by the office program and stand nowhere in the text.
public struct WordDocument: Hashable, Sendable {
  public var blocks: [Block]
  /// Pictures in the body; a table may be one of them.
  public var pictures = 0

  public enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
  }

  public struct Paragraph: Hashable, Sendable {
    /// Line breaks as `\n`, tabs as `\t`.
    public var text: String
    /// Id of its style, such as `Heading1` or `2`.
    public var style: String?
    /// Numbered or bulleted by the office program.
    public var isListItem: Bool
  }

  public struct Table: Hashable, Sendable {
    /// Unfolded: a cell that spans is repeated in every place it covers, and rows are as long as
    /// their cells are wide.
    public var cells: [[Cell]]

    /// The texts alone, a spanning cell repeated.
    public var rows: [[String]] { cells.map { $0.map(\.text) } }
  }

  public struct Cell: Hashable, Sendable {
    /// Its paragraphs, one line each; texts of tables inside are not part of it.
    public var text: String
    /// Tables inside the cell.
    public var tables: [Table]
    /// The place is covered by a cell that begins to the left or above.
    public var isRepeated: Bool
  }

  /// Every table in the order of the text, tables inside cells after the one around them.
  public var tables: [Table] {
    blocks.flatMap { block in
      if case .table(let table) = block { return table.all }
      return []
    }
  }

  /// The paragraphs outside tables.
  public var paragraphs: [Paragraph] {
    blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { return paragraph }
      return nil
    }
  }
}

extension WordDocument.Table {
  var all: [WordDocument.Table] {
    [self] + cells.flatMap { $0.filter { !$0.isRepeated }.flatMap(\.tables).flatMap(\.all) }
  }
}
