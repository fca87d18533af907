@testable import OfficeFiles

/// A ZIP package written by hand, so that a test can also write what no program would.
struct PackageBuilder {
  struct Member {
    var name: String
    var bytes: [UInt8]
    /// 0 stored, 8 deflated (the bytes are deflated already).
    var method: UInt16 = 0
    /// Unpacked size as declared; nil: the size of the bytes.
    var size: UInt32?
    var flags: UInt16 = 0x0800
  }

  var members: [Member] = []

  mutating func add(_ name: String, _ text: String) {
    members.append(Member(name: name, bytes: Array(text.utf8)))
  }

  /// APPNOTE.TXT 4.3: local headers with their data, the central directory, its end.
  func bytes() -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = UInt32(output.count)
      let fields = header(member)
      let name = Array(member.name.utf8)
      output += little(UInt32(0x0403_4b50)) + fields + little(UInt16(0))
      output += name + member.bytes
      directory += little(UInt32(0x0201_4b50)) + little(UInt16(20)) + fields
      directory += [UInt8](repeating: 0, count: 12) + little(offset) + name
    }
    let start = UInt32(output.count)
    let count = UInt16(members.count)
    output += directory
    output += little(UInt32(0x0605_4b50)) + little(UInt32(0)) + little(count) + little(count)
    return output + little(UInt32(directory.count)) + little(start) + little(UInt16(0))
  }

  /// The fields local and central headers share, up to the length of the name.
  private func header(_ member: Member) -> [UInt8] {
    let packed = UInt32(member.bytes.count)
    var fields = little(UInt16(20)) + little(member.flags) + little(member.method)
    // A date and a time that exist.
    fields += little(UInt32(0x5A21_0000)) + little(crc32(member.bytes))
    fields += little(packed) + little(member.size ?? packed)
    return fields + little(UInt16(member.name.utf8.count))
  }

  private func little<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> Number($0 * 8)) }
  }

  private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

extension PackageBuilder {
  private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  mutating func relate(_ part: String, _ targets: [(id: String, type: String, target: String)]) {
    let lines = targets.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(Self.types)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    add(part, "<Relationships xmlns=\"\(Self.relations)\">\(lines.joined())</Relationships>")
  }

  /// A workbook of one sheet.
  static func workbook(
    rows: String, after: String = "", before: String = "", strings: String = "",
    styles: String = "", properties: String = ""
  ) -> PackageBuilder {
    var package = PackageBuilder()
    package.relate("_rels/.rels", [("r1", "officeDocument", "xl/workbook.xml")])
    package.add(
      "xl/workbook.xml",
      "<workbook xmlns:r=\"r\"><workbookPr \(properties)/><sheets>"
        + "<sheet name=\"表一\" sheetId=\"7\" r:id=\"s1\"/></sheets></workbook>")
    package.relate(
      "xl/_rels/workbook.xml.rels",
      [
        ("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "sharedStrings", "sharedStrings.xml"),
        ("s3", "styles", "/xl/styles.xml"),
      ])
    package.add(
      "xl/worksheets/sheet1.xml",
      "<worksheet>\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>")
    package.add("xl/sharedStrings.xml", "<sst>\(strings)</sst>")
    package.add("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")
    return package
  }

  static func document(_ body: String) -> PackageBuilder {
    var package = PackageBuilder()
    package.relate("_rels/.rels", [("r1", "officeDocument", "word/document.xml")])
    package.add(
      "word/document.xml",
      "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>\(body)</w:body></w:document>")
    return package
  }
}
