import Foundation
import Testing

@testable import OfficeFiles

/// A file beside the tests.
enum SampleFile {
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("Files")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }
}

@Suite(
  "PDF documents", .enabled(if: ReadingProgram.pdftotext.isInstalled, "poppler-utils is missing"))
struct PortableDocumentTests {
  @Test("tables that go over pages come back whole, spanning cells repeated")
  func report() throws {
    let document = try PortableDocumentReader().read(SampleFile.bytes("report-over-pages.pdf"))
    #expect(document.tables.map(\.count) == [14, 28, 4])
    #expect(document.pages == 3 && document.pictures == 0 && !document.isCut && document.hasText)
    let table = document.tables[1]
    #expect(table.allSatisfy { $0.count == 10 })
    #expect(table[2][3...] == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"])
    #expect(table[24][..<2] == ["三、本年度办理结果", "（六）其他处理"])
    #expect(table[25].last == "37" && table[26][1] == "（七）总计")
    for row in table[3...] {
      let numbers = row[3...].compactMap { Int($0) }
      #expect(numbers.count == 7 && numbers.dropLast().reduce(0, +) == numbers.last)
    }
  }

  @Test("headings repeated on every page are left out, and labels go on below them")
  func repeatedHeadings() throws {
    let reader = PortableDocumentReader()
    let plain = try reader.read(SampleFile.bytes("report-over-pages.pdf")).tables
    let repeated = try reader.read(SampleFile.bytes("report-with-repeated-headings.pdf")).tables
    #expect(repeated.map(\.count) == plain.map(\.count))
    #expect(repeated[1].map { $0[..<3] } == plain[1].map { $0[..<3] })
    for row in repeated[1][3...] {
      let numbers = row[3...].compactMap { Int($0) }
      #expect(numbers.count == 7 && numbers.dropLast().reduce(0, +) == numbers.last)
    }
  }

  @Test("lines broken by the layout are paragraphs again, without page numbers and tables")
  func lines() throws {
    let lines = try PortableDocumentReader().read(SampleFile.bytes("report-over-pages.pdf")).lines
    #expect(lines.first == "云溪市林业局2025年政府信息公开工作年度报告")
    #expect(lines.contains("四、政府信息公开行政复议、行政诉讼情况"))
    #expect(lines.contains { $0.contains("收到政府信息公开申请628件") })
    #expect(!lines.contains { $0.contains("自然人") || $0 == "624" })
  }

  @Test("a document of a few pages of pictures has no text")
  func scanned() throws {
    let document = try PortableDocumentReader().read(DrawnPDF().bytes)
    #expect(document.pages == 1 && !document.hasText && document.tables.isEmpty)
  }

  @Test("lines drawn as strokes and as thin surfaces make a table; a frame and a rule do not")
  func drawn() throws {
    var pdf = DrawnPDF()
    pdf.draw("0.5 w 100 700 m 300 700 l S 100 680 m 300 680 l S 100 660 m 300 660 l S")
    pdf.draw("100 660 0.5 40 re f 200 660 0.5 20 re f 299.5 660 0.5 40 re f")
    pdf.draw("50 50 m 550 50 l S 60 100 200 80 re S")
    pdf.write("Heading", 110, 686)
    pdf.write("12", 110, 666)
    pdf.write("34", 210, 666)
    pdf.write("Framed words are no table and stay a line of the text", 70, 140)
    let document = try PortableDocumentReader().read(pdf.bytes)
    #expect(document.tables == [[["Heading", "Heading"], ["12", "34"]]])
    #expect(document.lines == ["Framed words are no table and stay a line of the text"])
  }

  @Test("what is no PDF, damaged or cut is refused or marked")
  func damaged() throws {
    #expect(throws: OfficeFileError.self) { try PortableDocumentReader().read(Array("PK".utf8)) }
    let whole = try SampleFile.bytes("report-over-pages.pdf")
    #expect(throws: OfficeFileError.self) {
      try PortableDocumentReader().read(Array(whole.prefix(2_000)))
    }
    #expect(try PortableDocumentReader().read(Array(whole.dropLast(7))).isCut)
    var short = PortableDocumentReader()
    short.pageLimit = 1
    #expect(try short.read(whole).isCut)
  }
}

@Suite("Old Word documents", .enabled(if: ReadingProgram.wvWare.isInstalled, "wv is missing"))
struct OldWordTests {
  @Test("a document becomes HTML with a cell for every place of its tables")
  func report() throws {
    let html = String(
      decoding: try OldWordReader().html(SampleFile.bytes("report.doc")), as: UTF8.self)
    #expect(html.contains("云溪市林业局2025年政府信息公开工作年度报告"))
    #expect(html.contains(OldWordReader.coveredCell) && !html.contains(" rowspan"))
  }

  @Test("other files and damaged ones are refused")
  func damaged() throws {
    #expect(throws: OfficeFileError.self) { try OldWordReader().html(Array("PK".utf8)) }
    let whole = try SampleFile.bytes("report.doc")
    #expect(throws: OfficeFileError.self) { try OldWordReader().html(Array(whole.prefix(9_000))) }
  }
}

@Suite("Programs in bounds") struct BoundedProgramTests {
  private func run(
    _ path: String, _ arguments: [String] = [],
    change: (inout BoundedProgram.Limits) -> Void = { _ in }
  ) -> Result<[UInt8], BoundedProgram.Failure> {
    var program = BoundedProgram(path: path, arguments: arguments)
    change(&program.limits)
    do throws(BoundedProgram.Failure) {
      return .success(try program.output(for: Array("input\n".utf8)))
    } catch { return .failure(error) }
  }

  @Test("input arrives and output comes back")
  func plain() throws {
    #expect(try run("/bin/cat").get() == Array("input\n".utf8))
    #expect(try run("/bin/cat", ["/dev/stdin"]).get() == Array("input\n".utf8))
  }

  @Test("a program that is missing, fails, is slow or talks without end is ended")
  func bounds() {
    #expect(run("/usr/bin/no-such-program") == .failure(.missing))
    #expect(run("/bin/false") == .failure(.failed))
    #expect(run("/bin/sleep", ["60"]) { $0.seconds = 0 } == .failure(.tooSlow))
    #expect(run("/usr/bin/yes") { $0.output = 1 << 16 } == .failure(.tooLarge))
  }

  @Test("it writes no file and takes no more memory or time than it is given")
  func rights() {
    let command = "f=$(mktemp -u /tmp/mingcha-test-XXXXXX); echo word > $f && cat $f; rm -f $f"
    #expect(run("/bin/sh", ["-c", command]) != .success(Array("word\n".utf8)))
    let spin = "while :; do :; done"
    #expect(run("/bin/sh", ["-c", spin]) { $0.processorSeconds = 1 } == .failure(.failed))
    let grow = "x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done"
    #expect(run("/bin/sh", ["-c", grow]) { $0.memory = 1 << 26 } == .failure(.failed))
  }
}
