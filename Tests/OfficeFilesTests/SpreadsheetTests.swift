import AuditModel
@testable import OfficeFiles
import Testing

@Suite("Workbooks")
struct SpreadsheetTests {
  private func sheet(_ package: PackageBuilder) throws -> Spreadsheet.Sheet {
    try #require(try SpreadsheetReader().read(package.bytes()).sheets.first)
  }

  private func values(_ package: PackageBuilder) throws -> [Spreadsheet.Value] {
    try sheet(package).rows.flatMap(\.cells).map(\.value)
  }

  @Test("every kind of cell is read")
  func kinds() throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>内联</t></is></c>
      <c r="D1" t="b"><v>1</v></c><c r="E1"><v>12.50</v></c><c r="F1" t="e"><v>#DIV/0!</v></c>
      <c r="G1" t="str"><f>A1&amp;"x"</f><v>算出</v></c><c r="H1"><f>1+1</f></c><c r="I1" s="1"/></row>
      <row><c t="s"><v>0</v></c></row>
      """
    let strings = """
      <si><t>首</t></si><si><r><t>红</t></r><r><t xml:space="preserve"> 字</t></r>
      <rPh sb="0" eb="1"><t>hong</t></rPh></si>
      """
    let sheet = try sheet(.workbook(rows: rows, strings: strings))
    #expect(sheet.name == "表一")
    #expect(sheet.rows.map(\.number) == [1, 2])
    #expect(sheet.rows[0].cells.map(\.column) == [0, 2, 3, 4, 5, 6, 7])
    #expect(
      sheet.rows[0].cells.map(\.value) == [
        .text("红 字"), .text("内联"), .flag(true),
        .number(CellNumber(raw: "12.50", format: .general)), .error("#DIV/0!"), .text("算出"),
        .uncomputed,
      ])
    #expect(
      sheet.rows[0].cells.map(\.isComputed) == [false, false, false, false, false, true, true])
    #expect(sheet.rows[1][0]?.value == .text("首"))
  }

  @Test(
    "numbers give back what a person typed",
    arguments: [
      ("3.9899999999999998E-2", "0.0399"), ("0.1", "0.1"), ("12.50", "12.5"), ("-0", "0"),
      ("1E+2", "100"), ("66.670000000000002", "66.67"), ("123456789012345", "123456789012345"),
      ("0.33333333333333331", nil), ("1E+300", nil), ("9.9999999999999978E-2", nil),
    ])
  func exact(_ raw: String, _ expected: String?) {
    #expect(CellNumber(raw: raw, format: .general).exact == expected)
  }

  @Test("a percentage is what its format shows")
  func percent() {
    #expect(CellNumber(raw: "3.9899999999999998E-2", format: .percent).meant == "3.99%")
    #expect(CellNumber(raw: "1", format: .percent).meant == "100%")
    #expect(CellNumber(raw: "0", format: .percent).meant == "0%")
    #expect(CellNumber(raw: "0.33333333333333331", format: .percent).meant == nil)
  }

  @Test(
    "days are told by the format, in both systems of counting",
    arguments: [
      ("14", "", "45325", "", "2024-02-03"), ("14", "", "45325", "date1904=\"1\"", "2028-02-04"),
      ("58", "", "45325", "", "2024-02-03"), ("14", "", "1", "", "1900-01-01"),
      ("14", "", "59", "", "1900-02-28"), ("14", "", "61", "", "1900-03-01"),
      ("164", "yyyy\"年\"m\"月\"d\"日\"", "45325.5", "", "2024-02-03"),
      ("164", "[$-404]e/m/d", "45325", "", "2024-02-03"),
    ])
  func days(_ id: String, _ code: String, _ raw: String, _ properties: String, _ day: String)
    throws
  {
    let escaped = code.replacing("\"", with: "&quot;")
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="\(escaped)"/></numFmts>
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="\(id)"/></cellXfs>
      """
    let values = try values(
      .workbook(
        rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>\(raw)</v></c></row>", styles: styles,
        properties: properties))
    #expect(values == [.date(CellDate(day: Day(day), seconds: nil, raw: raw))])
  }

  @Test(
    "formats that are no dates stay numbers",
    arguments: [
      ("0.00%", CellNumber.Format.percent), ("General", .general), ("@", .text),
      ("# ?/?", .fraction),
      ("0.00E+00", .scientific), ("[h]:mm", .duration), ("0.00\"days\"", .general),
      ("#,##0;[Red]-#,##0", .general), ("0\\d", .general), ("_(* #,##0_)", .general),
    ])
  func notDates(_ code: String, _ format: CellNumber.Format) throws {
    let styles = """
      <numFmts><numFmt numFmtId="170" formatCode="\(code.replacing("\"", with: "&quot;"))"/></numFmts>
      <cellXfs><xf numFmtId="170"/></cellXfs>
      """
    let values = try values(
      .workbook(rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>1</v></c></row>", styles: styles))
    #expect(values == [.number(CellNumber(raw: "1", format: format))])
  }

  @Test("times, the day that never was, and serial numbers before the first day have no day")
  func times() throws {
    let styles = "<cellXfs><xf numFmtId=\"20\"/><xf numFmtId=\"14\"/></cellXfs>"
    let rows = """
      <row r="1"><c r="A1" s="0"><v>0.5</v></c><c r="B1" s="1"><v>60</v></c>
      <c r="C1" s="1"><v>-3</v></c></row>
      """
    let values = try values(.workbook(rows: rows, styles: styles))
    #expect(
      values == [
        .date(CellDate(day: nil, seconds: 43_200, raw: "0.5")),
        .date(CellDate(day: nil, seconds: nil, raw: "60")),
        .date(CellDate(day: nil, seconds: nil, raw: "-3")),
      ])
  }

  @Test("merged areas, hidden rows and hidden columns are told")
  func layout() throws {
    let sheet = try sheet(
      .workbook(
        rows: """
          <row r="2" hidden="1"><c r="B2"><v>5</v></c></row>
          """, after: "<mergeCells><mergeCell ref=\"B2:C4\"/></mergeCells>",
        before: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"))
    #expect(sheet.rows[0].isHidden)
    #expect(sheet.hiddenColumns == [1...2])
    #expect(sheet.cell(row: 4, column: 2)?.value == sheet.rows[0][1]?.value)
    #expect(sheet.cell(row: 5, column: 2) == nil)
    #expect(Spreadsheet.columnName(0) == "A")
    #expect(Spreadsheet.columnName(27) == "AB")
    #expect(Spreadsheet.columnName(16_383) == "XFD")
  }

  @Test("characters XML cannot hold are unescaped")
  func escapes() throws {
    let strings = "<si><t>一_x000D_二_x005F_x000D_</t></si>"
    let values = try values(
      .workbook(rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: strings))
    #expect(values == [.text("一\r二_x000D_")])
  }
}
