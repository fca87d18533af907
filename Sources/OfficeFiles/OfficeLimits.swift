/// How much of a file from outside is read before it is refused.
public struct OfficeLimits: Hashable, Sendable {
  /// Bytes of the packed file.
  public var fileBytes = 64 << 20
  /// Members of the package.
  public var members = 10_000
  /// Bytes of one unpacked member.
  public var memberBytes = 128 << 20
  /// Bytes of all members as declared, pictures included.
  public var declaredBytes = 2 << 30
  /// Unpacked over packed size of a member larger than a megabyte. Sheets of repeated cells reach
  /// about 60; deflate itself ends at 1032.
  public var ratio = 250
  /// Sheets of a workbook.
  public var sheets = 256
  /// Rows with content, of one sheet or one table.
  public var rows = 200_000
  /// Columns of one sheet or one table.
  public var columns = 16_384
  /// Cells with content, of all sheets or tables together.
  public var cells = 2_000_000
  /// Shared strings of a workbook.
  public var strings = 1_000_000

  public init() {}
}
