import AuditModel
import CWorkbook
import Foundation

/// An XLSX file being written. One owner, freed once.
///
/// libxlsxwriter keeps the content in memory and temporary files and writes the archive in
/// ``close()``, so that is where a full disk shows. The same content gives the same bytes: the
/// creation time is handed in, and the library stamps its archive members with 1980-01-01.
struct Workbook: ~Copyable {
  /// Nil once ``close()`` has given it back; only then does ``deinit`` have nothing to free.
  private var pointer: UnsafeMutablePointer<lxw_workbook>?
  private let file: String

  init(file: String, title: String, created: Instant) throws(ReportError) {
    guard let made = workbook_new(file) else {
      throw .workbook(file: file, detail: "cannot start a workbook")
    }
    pointer = made
    self.file = file
    setProperties(title: title, created: created)
  }

  /// Adds a sheet. Sheets and formats live as long as the workbook and never leave this folder.
  func addSheet(_ name: String) throws(ReportError) -> Sheet {
    guard let sheet = workbook_add_worksheet(pointer, name) else {
      throw .workbook(file: file, detail: "cannot add sheet \(name)")
    }
    return Sheet(pointer: sheet, file: file)
  }

  func addStyle(_ style: CellStyle) throws(ReportError) -> CellFormat {
    guard let format = workbook_add_format(pointer) else {
      throw .workbook(file: file, detail: "out of memory")
    }
    style.apply(to: format)
    return CellFormat(pointer: format)
  }

  /// Writes the file. Afterwards there is no workbook any more, whether it worked or not.
  consuming func close() throws(ReportError) {
    // workbook_close() frees the workbook whether it could write it or not.
    let result = workbook_close(pointer.take())
    guard result == LXW_NO_ERROR else {
      throw .workbook(file: file, detail: String(cString: cworkbook_error_text(result)))
    }
  }

  deinit { if let pointer { lxw_workbook_free(pointer) } }

  private func setProperties(title: String, created: Instant) {
    // The library copies every text it is given here.
    withCopies([title, "明察", "政务公开检测"]) { texts in
      var properties = lxw_doc_properties()
      properties.title = texts[0]
      properties.author = texts[1]
      properties.subject = texts[2]
      properties.created = time_t(created.milliseconds / 1000)
      workbook_set_properties(pointer, &properties)
    }
  }
}

/// C copies of texts, freed when `body` returns.
func withCopies<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies)
}
