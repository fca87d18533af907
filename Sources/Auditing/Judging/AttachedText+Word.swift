import OfficeFiles
import PageModel
import SiteModel

extension AttachedText {
  /// The lines and tables of a Word document; nil when the bytes are none, are cut short or pass
  /// the limits: what cannot be read is unknown, never an error.
  init?(wordDocument bytes: [UInt8]) {
    var limits = OfficeLimits()
    limits.memberBytes = 32 << 20
    limits.rows = 5_000
    limits.columns = 100
    limits.cells = 100_000
    guard let document = try? WordDocumentReader(limits: limits).read(bytes) else { return nil }
    let lines = document.paragraphs.flatMap { TextLines.lines($0.text) }
    let tables = document.tables.prefix(200).map { PageTable(rows: $0.rows, xpath: "") }
    self.init(lines: Array(lines.prefix(20_000)), tables: Array(tables))
  }
}
