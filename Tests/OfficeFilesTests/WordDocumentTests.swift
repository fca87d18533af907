@testable import OfficeFiles
import Testing

@Suite("Word documents")
struct WordDocumentTests {
  private func read(_ body: String) throws -> WordDocument {
    try WordDocumentReader().read(PackageBuilder.document(body).bytes())
  }

  private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  private func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
  }

  @Test("paragraphs keep their text, breaks, style and list mark")
  func paragraphs() throws {
    let document = try read(
      """
      <w:p><w:pPr><w:pStyle w:val="2"/><w:numPr/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>
      <w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/></w:r><w:hyperlink><w:r><w:t>三&amp;</w:t></w:r></w:hyperlink></w:p>
      """)
    #expect(
      document.paragraphs == [
        WordDocument.Paragraph(text: "一\t二\n三&", style: "2", isListItem: true)
      ])
  }

  @Test("deleted, moved, hidden text and fallbacks are left out")
  func unseen() throws {
    let document = try read(
      """
      <w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del>
      <w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>
      <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>下</w:t></w:r><w:r><w:rPr><w:del/></w:rPr><w:t>来</w:t></w:r>
      <w:r><mc:AlternateContent><mc:Choice><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
      """)
    #expect(document.paragraphs.map(\.text) == ["留下来甲"])
  }

  @Test("spanning cells are repeated in every place they cover")
  func spans() throws {
    let document = try read(
      """
      <w:tbl><w:tr>\(cell("甲", "<w:vMerge w:val=\"restart\"/>"))\(cell("乙", "<w:gridSpan w:val=\"2\"/>"))</w:tr>
      <w:tr>\(cell("", "<w:vMerge/>"))\(cell("1"))\(cell("2"))</w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>\(cell("3"))\(cell("4"))</w:tr>
      <w:tr><w:trPr><w:del/></w:trPr>\(cell("删"))</w:tr></w:tbl>
      """)
    let table = try #require(document.tables.first)
    #expect(table.rows == [["甲", "乙", "乙"], ["甲", "1", "2"], ["", "3", "4"]])
    #expect(
      table.cells.map { $0.map(\.isRepeated) } == [
        [false, false, true], [true, false, false], [false, false, false],
      ])
  }

  @Test("tables inside cells, content controls and text boxes are found")
  func nesting() throws {
    let inner = "<w:tbl><w:tr>\(cell("内"))</w:tr></w:tbl>"
    let document = try read(
      """
      \(paragraph("前"))<w:sdt><w:sdtContent><w:tbl><w:tr><w:tc>\(paragraph("外"))\(inner)\(paragraph("后"))</w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>
      <w:p><w:r><w:t>图</w:t><w:pict><w:txbxContent>\(paragraph("框"))</w:txbxContent></w:pict></w:r></w:p>
      """)
    #expect(document.tables.map(\.rows) == [[["外\n后"]], [["内"]]])
    #expect(document.paragraphs.map(\.text) == ["前", "框", "图"])
  }
}
