import Foundation
import Testing

@testable import OfficeFiles

@Suite("Files that must be refused")
struct HostileFileTests {
  private static let sheet = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
  private static let good = PackageBuilder.workbook(rows: sheet)

  private func code(
    _ bytes: [UInt8], _ limits: OfficeLimits = OfficeLimits()
  ) -> OfficeFileError.Code? {
    do throws(OfficeFileError) {
      _ = try SpreadsheetReader(limits: limits).read(bytes)
      return nil
    } catch {
      #expect(!"\(error)".isEmpty)
      return error.code
    }
  }

  private func code(_ limits: (inout OfficeLimits) -> Void) -> OfficeFileError.Code? {
    var changed = OfficeLimits()
    limits(&changed)
    return code(Self.good.bytes(), changed)
  }

  @Test("what is no package, or a damaged one")
  func damaged() {
    let bytes = Self.good.bytes()
    #expect(code(bytes) == nil)
    #expect(code([]) == .notAPackage)
    #expect(code(Array("<html>".utf8)) == .notAPackage)
    #expect(code(Array(bytes.dropLast(30))) == .broken)
    var flipped = bytes
    let place = flipped.firstIndex(of: UInt8(ascii: "1")) ?? 0
    flipped[place] ^= 0xFF
    #expect(code(flipped) != nil)
    #expect(code(PackageBuilder.document("").bytes()) == .wrongKind)
    #expect(
      code(PackageBuilder(members: [.init(name: "a.txt", bytes: [65])]).bytes()) == .wrongKind)
  }

  @Test("old and encrypted files are told apart")
  func compound() {
    let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(code(signature + [0, 0, 0]) == .oldFormat)
    let stream = Array("EncryptedPackage".utf8).flatMap { [$0, UInt8(0)] }
    #expect(code(signature + [UInt8](repeating: 7, count: 600) + stream) == .encrypted)
    var package = Self.good
    package.members[3].flags |= 1
    #expect(code(package.bytes()) == .encrypted)
  }

  @Test(
    "member names that leave the package",
    arguments: ["/etc/passwd", "../up.xml", "a/../../b", "a\\b", "C:x"])
  func names(_ name: String) {
    var package = Self.good
    package.add(name, "x")
    #expect(code(package.bytes()) == .suspicious)
  }

  @Test("the same member twice, even in another case")
  func doubled() {
    var package = Self.good
    package.add("XL/workbook.xml", "<workbook/>")
    #expect(code(package.bytes()) == .suspicious)
  }

  @Test("doctypes, external entities and entity bombs")
  func doctypes() {
    for text in [
      "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><sst/>",
      "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>",
    ] {
      var package = Self.good
      package.members.removeAll { $0.name == "xl/sharedStrings.xml" }
      package.add("xl/sharedStrings.xml", text)
      #expect(code(package.bytes()) == .suspicious)
    }
  }

  @Test("broken XML, depth and places that do not exist")
  func brokenXML() {
    for rows in [
      "<row r=\"1\"><c r=\"A1\">", "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>",
      "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"0\"/>",
      "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>",
      "<row r=\"1\"><c r=\"A1\"><v>eins</v></c></row>", "&nothing;",
      String(repeating: "<g>", count: 400) + String(repeating: "</g>", count: 400),
    ] {
      #expect(code(PackageBuilder.workbook(rows: rows).bytes()) == .broken, "\(rows.prefix(60))")
    }
  }

  @Test("every limit is kept")
  func limits() {
    #expect(code { $0.fileBytes = 100 } == .tooLarge)
    #expect(code { $0.members = 3 } == .tooLarge)
    #expect(code { $0.memberBytes = 20 } == .tooLarge)
    #expect(code { $0.declaredBytes = 500 } == .tooLarge)
    #expect(code { $0.cells = 0 } == .tooLarge)
    #expect(code { $0.rows = 0 } == .tooLarge)
    #expect(code { $0.columns = 0 } == .tooLarge)
    #expect(code { $0.sheets = 0 } == .tooLarge)
    var package = Self.good
    package.members.removeAll { $0.name == "xl/sharedStrings.xml" }
    package.add("xl/sharedStrings.xml", "<sst><si/><si/></sst>")
    var few = OfficeLimits()
    few.strings = 1
    #expect(code(package.bytes(), few) == .tooLarge)
  }

  @Test("a member that unpacks to far more than it is")
  func bombs() {
    var package = Self.good
    package.members.removeAll { $0.name == "xl/sharedStrings.xml" }
    var bomb = PackageBuilder.Member(
      name: "xl/sharedStrings.xml", bytes: [3, 0], method: 8, size: 900_000_000)
    package.members.append(bomb)
    #expect(code(package.bytes()) == .tooLarge)
    bomb.size = 100_000_000
    package.members[package.members.count - 1] = bomb
    #expect(code(package.bytes()) == .tooLarge)
    // Says four bytes and holds more.
    bomb.bytes = [1, 8, 0, 0xF7, 0xFF] + Array("<sst/>  ".utf8)
    bomb.size = 4
    package.members[package.members.count - 1] = bomb
    #expect(code(package.bytes()) == .broken)
  }

  @Test("spans that would fill the memory")
  func spans() {
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr></w:tc>"
    let rows = String(repeating: "<w:tr>\(cell)</w:tr>", count: 200)
    #expect(throws: OfficeFileError.self) {
      try WordDocumentReader().read(
        PackageBuilder.document("<w:tbl>\(rows)</w:tbl>").bytes())
    }
  }

  @Test("any single damaged byte is refused or read, never a crash")
  func damagedBytes() {
    var package = Self.good
    package.members.removeAll { $0.name == "xl/styles.xml" }
    let bytes = package.bytes()
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var changed = bytes
      changed[index] ^= 0x5A
      _ = code(changed)
    }
  }

  @Test("a folder or a missing file is no workbook")
  func places() {
    for path in ["/", "/nowhere/x.xlsx", "/dev/zero"] {
      #expect { try OfficeFileBytes.read(path: path) } throws: {
        ($0 as? OfficeFileError)?.code == .unreadable
      }
    }
  }
}
