/// Reads XLSX workbooks (ECMA-376, transitional and strict), macros and looks left aside.
public struct SpreadsheetReader: Sendable {
  public var limits: OfficeLimits

  public init(limits: OfficeLimits = OfficeLimits()) { self.limits = limits }

  public func read(_ bytes: [UInt8]) throws(OfficeFileError) -> Spreadsheet {
    let package = try OfficePackage(bytes, limits: limits)
    let root = try Relationships(of: "", in: package)
    guard let main = root.member(ofType: "officeDocument") else {
      throw OfficeFileError(.wrongKind, "", Wording.noWorkbook)
    }
    guard !main.hasSuffix(".bin") else { throw OfficeFileError(.oldFormat, main) }
    let book = WorkbookPart()
    try XMLEvents.read(try package.bytes(of: main), member: main, book)
    guard book.isWorkbook else { throw OfficeFileError(.wrongKind, main, Wording.noWorkbook) }
    guard book.entries.count <= limits.sheets else {
      throw OfficeFileError(.tooLarge, main, Wording.limit(Wording.sheets, limits.sheets))
    }
    let links = try Relationships(of: main, in: package)
    let context = try CellContext(
      strings: strings(links, package), looks: looks(links, package), uses1904: book.uses1904)
    return Spreadsheet(sheets: try sheets(book, links, context, package))
  }

  private func sheets(
    _ book: WorkbookPart, _ links: Relationships, _ context: CellContext,
    _ package: borrowing OfficePackage
  ) throws(OfficeFileError) -> [Spreadsheet.Sheet] {
    var sheets: [Spreadsheet.Sheet] = []
    var cellsLeft = limits.cells
    for entry in book.entries {
      guard let target = links.targets[entry.relationship] else {
        throw OfficeFileError(.broken, entry.name)
      }
      guard target.type == "worksheet" else { continue }
      let part = SheetPart(entry, context, limits: limits, cellsLeft: cellsLeft)
      try XMLEvents.read(try package.bytes(of: target.member), member: target.member, part)
      cellsLeft = part.cellsLeft
      sheets.append(part.sheet)
    }
    return sheets
  }

  private func strings(
    _ links: Relationships, _ package: borrowing OfficePackage
  ) throws(OfficeFileError) -> [String] {
    guard let member = links.member(ofType: "sharedStrings") else { return [] }
    let part = SharedStringsPart(limit: limits.strings)
    try XMLEvents.read(try package.bytes(of: member), member: member, part)
    return part.strings
  }

  private func looks(
    _ links: Relationships, _ package: borrowing OfficePackage
  ) throws(OfficeFileError) -> [NumberLook] {
    guard let member = links.member(ofType: "styles") else { return [] }
    let part = StylesPart()
    try XMLEvents.read(try package.bytes(of: member), member: member, part)
    return part.looks
  }
}
