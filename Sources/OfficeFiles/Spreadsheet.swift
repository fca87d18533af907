public import AuditModel

/// A workbook as plain values: what stands in the cells, without looks.
public struct Spreadsheet: Hashable, Sendable {
  /// In the order of the tabs; charts are left out.
  public var sheets: [Sheet]

  public struct Sheet: Hashable, Sendable {
    public var name: String
    /// Hidden by the user or by a program.
    public var isHidden: Bool
    /// Rows that hold a cell, in rising order.
    public var rows: [Row]
    /// Merged areas; the value stands in the first cell.
    public var merges: [Area]
    /// Stretches of columns the user has hidden, counted from 0.
    public var hiddenColumns: [ClosedRange<Int>]
  }

  public struct Row: Hashable, Sendable {
    /// As the user counts, from 1.
    public var number: Int
    public var isHidden: Bool
    /// Cells that hold something, in rising order.
    public var cells: [Cell]

    /// The cell of a column counted from 0; nil when it is empty.
    public subscript(column: Int) -> Cell? { cells.first { $0.column == column } }
  }

  public struct Cell: Hashable, Sendable {
    /// Counted from 0.
    public var column: Int
    public var value: Value
    /// The value is the result of a formula as it was last saved.
    public var isComputed: Bool

    public init(column: Int, value: Value, isComputed: Bool = false) {
      self.column = column
      self.value = value
      self.isComputed = isComputed
    }
  }

  public enum Value: Hashable, Sendable {
    case text(String)
    case number(CellNumber)
    case flag(Bool)
    case date(CellDate)
    /// `#DIV/0!` and its like.
    case error(String)
    /// A formula nobody saved a result for.
    case uncomputed
  }

  /// A rectangle of cells, columns counted from 0, rows from 1; all borders belong to it.
  public struct Area: Hashable, Sendable {
    public var rows: ClosedRange<Int>
    public var columns: ClosedRange<Int>

    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }

    public func contains(row: Int, column: Int) -> Bool {
      rows.contains(row) && columns.contains(column)
    }
  }
}

/// A day, a time of day, or both, told from a number by its format.
public struct CellDate: Hashable, Sendable {
  /// Nil when the format shows only a time, or for a serial number that is no day.
  public var day: Day?
  /// Seconds after midnight; nil when the format shows only a day.
  public var seconds: Int?
  /// The serial number as the file has it, or the text of an ISO 8601 date.
  public var raw: String

  public init(day: Day?, seconds: Int?, raw: String) {
    self.day = day
    self.seconds = seconds
    self.raw = raw
  }
}

extension Spreadsheet.Sheet {
  /// The cell at a place, through merged areas: any place of an area gives its first cell.
  public func cell(row: Int, column: Int) -> Spreadsheet.Cell? {
    let area = merges.first { $0.contains(row: row, column: column) }
    let (row, column) = (
      area?.rows.lowerBound ?? row, area?.columns.lowerBound ?? column
    )
    return rows.first { $0.number == row }?[column]
  }
}

extension Spreadsheet {
  /// `AB` for 27: how people name a column counted from 0.
  public static func columnName(_ column: Int) -> String {
    var (rest, name) = (column, "")
    repeat {
      name = String(UnicodeScalar(UInt8(65 + rest % 26))) + name
      rest = rest / 26 - 1
    } while rest >= 0
    return name
  }
}
