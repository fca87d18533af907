import AuditModel
import PageModel
import SiteModel

/// A document as ``PageCommand`` shows it.
struct DocumentFacts: Encodable {
  var lines: [String]
  var tables: [[[String]]]
  var pictures: Int
  /// Why what is not here may still be in the document; nil when everything was read.
  var doubt: String?

  init(_ document: AttachedText) {
    lines = document.lines
    tables = document.tables.map(\.rows)
    pictures = document.pictures
    doubt = document.doubt?.rawValue
  }

  var text: String {
    var shown = lines.map { "段落\t\($0)" }
    for (number, table) in tables.enumerated() {
      shown.append("表格\t\(number + 1)")
      shown += table.map { "行\t\($0.joined(separator: " | "))" }
    }
    shown.append("图片\t\(pictures)")
    if let doubt { shown.append("未读全\t\(doubt)") }
    return shown.joined(separator: "\n")
  }
}
