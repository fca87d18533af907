import AuditModel
import OfficeFiles
import PageModel
public import SiteModel
import WebAddress

/// Documents as probes read them, for whoever wants to see the same.
public enum DocumentText {
  /// What a document says; nil for bytes that are no document of a kind that is read.
  public static func read(_ bytes: [UInt8]) -> AttachedText? {
    AttachedText(file: bytes, isCut: false, reader: PageReader())
  }
}

extension AttachedText {
  /// The lines and tables of a document, whatever its name says it is; nil for a kind that is not
  /// read. One that cannot be read says why and nothing else: what is not known is no error.
  ///
  /// - Parameters:
  ///   - isCut: less arrived than was sent.
  ///   - reader: reads what Word documents of old are turned into.
  init?(file bytes: [UInt8], isCut: Bool, reader: PageReader) {
    guard !isCut else {
      self.init(lines: [], tables: [], doubt: .captureIncomplete)
      return
    }
    do throws(OfficeFileError) {
      switch FileKind(bytes) {
      case .zip: try self.init(wordDocument: bytes)
      case .pdf: try self.init(portableDocument: bytes)
      case .compound: try self.init(oldWordDocument: bytes, reader)
      default: return nil
      }
    } catch {
      self.init(lines: [], tables: [], doubt: error.code == .broken ? .ambiguous : .notExamined)
    }
  }

  private init(wordDocument bytes: [UInt8]) throws(OfficeFileError) {
    var limits = OfficeLimits()
    limits.memberBytes = 32 << 20
    limits.rows = 5_000
    limits.columns = 100
    limits.cells = 100_000
    let document = try WordDocumentReader(limits: limits).read(bytes)
    self.init(
      paragraphs: document.paragraphs.map(\.text), tables: document.tables.map(\.rows),
      pictures: document.pictures)
  }

  private init(portableDocument bytes: [UInt8]) throws(OfficeFileError) {
    let document = try PortableDocumentReader().read(bytes)
    let doubt: InconclusiveReason? =
      if !document.hasText {
        .imageOnly
      } else if document.isCut {
        .captureIncomplete
      } else {
        document.hasDrawing ? nil : .ambiguous
      }
    self.init(
      paragraphs: document.hasText ? document.lines : [], tables: document.tables,
      pictures: document.pictures, isLayout: true, doubt: doubt)
  }

  private init?(
    oldWordDocument bytes: [UInt8], _ reader: PageReader
  ) throws(OfficeFileError) {
    let html = try OldWordReader().html(bytes)
    guard let url = WebURL("http://file.invalid/") else { return nil }
    let page = reader.read(
      body: html, url: url, status: 200, contentType: "text/html; charset=utf-8")
    self.init(
      paragraphs: [page.text.filter { $0 != OldWordReader.coveredCell }],
      tables: page.tables.map { CoveredCells.filled($0.rows) },
      doubt: page.truncations.isEmpty ? nil : .captureIncomplete)
  }

  private init(
    paragraphs: [String], tables: [[[String]]], pictures: Int = 0, isLayout: Bool = false,
    doubt: InconclusiveReason? = nil
  ) {
    self.init(
      lines: Array(paragraphs.flatMap { TextLines.lines($0) }.prefix(20_000)),
      tables: tables.prefix(200).map { PageTable(rows: $0, xpath: "") }, pictures: pictures,
      isLayout: isLayout, doubt: doubt)
  }
}

/// Cells of a Word document of old that a cell above covers.
enum CoveredCells {
  /// Every covered cell says what the cell above it says.
  static func filled(_ rows: [[String]]) -> [[String]] {
    var result: [[String]] = []
    for row in rows {
      let above = result.last ?? []
      result.append(
        row.indices.map { index in
          guard row[index].contains(OldWordReader.coveredCell) else { return row[index] }
          let own = row[index].filter { $0 != OldWordReader.coveredCell && !$0.isWhitespace }
          return own.isEmpty && index < above.count ? above[index] : own
        })
    }
    return result
  }
}
