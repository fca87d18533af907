/// A PDF as plain values: what its layout shows as lines and as tables.
public struct PortableDocument: Hashable, Sendable {
  /// Paragraphs outside tables.
  public var lines: [String]
  /// Tables with drawn lines: rows of cells, spanning ones repeated; a table over several pages is
  /// one.
  public var tables: [[[String]]]
  /// Pages looked at.
  public var pages: Int
  /// Pictures on them, seals among them.
  public var pictures: Int
  /// Whether the document goes on behind what was looked at.
  public var isCut: Bool
  /// Whether lines could be read; without them no table can be told.
  public var hasDrawing: Bool

  /// Whether there is text enough to be read: a scanned page has none, or a stamp's.
  public var hasText: Bool {
    let letters =
      lines.reduce(0) { $0 + $1.count }
      + tables.joined().joined().reduce(0) { $0 + $1.count }
    return letters >= max(40, pages * 10)
  }
}

/// Reads PDF files through poppler's programs, each in a bounded process of its own.
public struct PortableDocumentReader: Sendable {
  /// Pages looked at; a yearly report has ten.
  public var pageLimit = 60
  /// Words taken.
  public var wordLimit = 200_000

  public init() {}

  /// - Throws: ``OfficeFileError``: `notAPackage` for what is no PDF, `noProgram` when poppler is
  ///   not installed, `broken` for what it cannot read.
  public func read(_ bytes: [UInt8]) throws(OfficeFileError) -> PortableDocument {
    guard bytes.prefix(1024).contains(sequence: Array("%PDF-".utf8)) else {
      throw OfficeFileError(.notAPackage)
    }
    let range = ["-q", "-l", String(pageLimit + 1), BoundedProgram.inputName, "-"]
    let printed = try ReadingProgram.pdftotext.output(["-tsv"] + range, for: bytes)
    let (all, pages) = LayoutWord.read(printed, limit: wordLimit)
    let words = all.filter { $0.page < pageLimit }
    let drawing = words.isEmpty ? nil : Self.drawing(bytes, pageLimit)
    let (tables, rest) = Self.tables(drawing?.rulings ?? [], words)
    return PortableDocument(
      lines: LayoutText(rest).paragraphs(), tables: tables, pages: min(pages, pageLimit),
      pictures: drawing?.pictures ?? 0,
      isCut: pages > pageLimit || all.count >= wordLimit || !Self.hasEnd(bytes),
      hasDrawing: drawing != nil)
  }

  /// Whether the mark of the end (ISO 32000-2 §7.5.5) stands where it belongs; poppler also reads
  /// the beginning of a file whose rest is lost.
  private static func hasEnd(_ bytes: [UInt8]) -> Bool {
    bytes.suffix(4096).contains(sequence: Array("%%EOF".utf8))
  }

  /// Nil when the drawing passes the limits: then there are words and no tables.
  private static func drawing(_ bytes: [UInt8], _ pageLimit: Int) -> PageDrawing? {
    let arguments = ["-svg", "-q", "-l", String(pageLimit), BoundedProgram.inputName, "-"]
    let drawing = PageDrawing()
    do throws(OfficeFileError) {
      let printed = try ReadingProgram.pdftocairo.output(arguments, for: bytes)
      try XMLEvents.read(printed, member: "", drawing)
      return drawing
    } catch { return nil }
  }

  /// Tables in order, and the words that stand in none.
  private static func tables(
    _ rulings: [[Ruling]], _ words: [LayoutWord]
  ) -> ([[[String]]], [LayoutWord]) {
    var tables: [LaidOutTable] = []
    var rest: [LayoutWord] = []
    let byPage = Dictionary(grouping: words, by: \.page)
    for page in byPage.keys.sorted() {
      var outside = byPage[page] ?? []
      let grids = rulings.indices.contains(page) ? RuledGrid.grids(rulings[page]) : []
      for grid in grids {
        let inside = outside.filter { grid.place($0.middle.x, $0.middle.y) != nil }
        outside.removeAll { grid.place($0.middle.x, $0.middle.y) != nil }
        let table = LaidOutTable(grid, page: page, words: inside)
        if let last = tables.last, last.isContinued(by: table), last.page == page - 1,
          isClear(above: table, outside), isClear(below: last, rest)
        {
          tables[tables.count - 1] = last.continued(by: table)
        } else if !inside.isEmpty {
          tables.append(table)
        }
      }
      rest += outside
    }
    return (tables.map(\.rows), rest)
  }

  /// Nothing but a running head stands above the table: one line.
  private static func isClear(above table: LaidOutTable, _ words: [LayoutWord]) -> Bool {
    Set(words.filter { $0.bottom < table.top + 2 }.map(\.line)).count <= 1
  }

  /// Nothing but a page number stands below it.
  private static func isClear(below table: LaidOutTable, _ words: [LayoutWord]) -> Bool {
    Set(words.filter { $0.page == table.page && $0.top > table.bottom - 2 }.map(\.line)).count <= 1
  }
}

extension Collection where Element == UInt8 {
  /// Whether the bytes stand somewhere in it, one after the other.
  func contains(sequence: [UInt8]) -> Bool {
    var rest = self[...]
    while let start = rest.firstIndex(of: sequence[0]) {
      rest = rest[start...]
      if rest.starts(with: sequence) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
