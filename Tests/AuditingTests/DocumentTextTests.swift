import AuditModel
import Foundation
import OfficeFiles
import PageModel
import SiteModel
import Testing

@testable import Auditing

/// A yearly report as an attachment: what probes get of it must not depend on its format.
@Suite("Documents as probes read them") struct DocumentTextTests {
  private static let isReady = ReadingProgram.allCases.allSatisfy(\.isInstalled)

  private func text(_ name: String) throws -> AttachedText {
    let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("OfficeFilesTests/Files/\(name)")
    return try #require(DocumentText.read([UInt8](try Data(contentsOf: file))))
  }

  @Test(
    "PDF and old Word give the three tables and the six parts", .enabled(if: isReady),
    arguments: ["report-over-pages.pdf", "report.doc"])
  func report(name: String) throws {
    let text = try text(name)
    #expect(ReportSections(text.lines).headings.count == 6)
    #expect(text.doubt == nil)
    let applications = try #require(ApplicationTable(text.tables))
    #expect(applications.missing.isEmpty && applications.unreadable.isEmpty)
    #expect(applications.results.count == 21)
    #expect(applications.row(.total)?.cells.map(\.value) == [105, 96, 109, 117, 89, 108, 624])
    #expect(try #require(DisputeTable(text.tables)).isWhole)
    let disclosed = try #require(DisclosureTable(text.tables))
    #expect(disclosed.missing.isEmpty && disclosed.documents.last?.inForce.value == 25)
  }

  @Test("both formats say the same", .enabled(if: isReady))
  func same() throws {
    let tables = try ["report-over-pages.pdf", "report.doc"].map { try text($0).tables }
    #expect(tables[0].map(\.rows) == tables[1].map(\.rows))
  }

  @Test("what is cut or of no known kind gives a reason or nothing")
  func unread() {
    #expect(DocumentText.read(Array("<html>".utf8)) == nil)
    let cut = AttachedText(file: Array("%PDF-1.7".utf8), isCut: true, reader: PageReader())
    #expect(cut?.doubt == .captureIncomplete && cut?.lines == [])
    let broken = AttachedText(file: Array("PK\u{3}\u{4}".utf8), isCut: false, reader: PageReader())
    #expect(broken?.doubt == .ambiguous)
  }

  @Test("cells that a cell above covers say what it says")
  func covered() {
    let mark = String(OldWordReader.coveredCell)
    #expect(
      CoveredCells.filled([["一", "a", "1"], [mark, "b", "2"], [mark, "\(mark)c", "3"]])
        == [["一", "a", "1"], ["一", "b", "2"], ["一", "c", "3"]])
  }
}
