import AuditModel
import Foundation
import Testing

@testable import Reports

@Suite struct WorkbookTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("mingcha-reports-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// Runs a Python 3 script with the folder as its argument; nil when Python is not there.
  private func python(_ script: String) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(
      decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 127 {
      print("skipped: python3 is not installed, so the workbook was not read back")
      return nil
    }
    #expect(process.terminationStatus == 0, "\(output)")
    return output
  }

  /// Reads every sheet with the standard library alone: sheet name, then cells row by row.
  private static let reader = """
    import sys, zipfile, re, json
    import xml.etree.ElementTree as E
    N = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    def read(name):
      z = zipfile.ZipFile(sys.argv[1] + '/' + name)
      assert z.testzip() is None
      s = [''.join(t.text or '' for t in i.iter(N + 't')) for i in E.fromstring(z.read('xl/sharedStrings.xml'))]
      b = E.fromstring(z.read('xl/workbook.xml'))
      out = {}
      for n, sheet in enumerate(b.find(N + 'sheets'), 1):
        t = z.read(f'xl/worksheets/sheet{n}.xml').decode()
        x = E.fromstring(t)
        rows = []
        for r in x.iter(N + 'row'):
          rows.append([(s[int(c.find(N + 'v').text)] if c.get('t') == 's' else c.find(N + 'v').text)
                       if c.find(N + 'v') is not None else '' for c in r.findall(N + 'c')])
        out[sheet.get('name')] = {'rows': rows, 'formula': '<f>' in t, 'links': '<hyperlink' in t,
          'frozen': 'state="frozen"' in t, 'filter': '<autoFilter' in t}
      return out, z.namelist()
    """

  @Test func `the workbook has its sheets, headings, filters and no formula`() throws {
    try FindingsWorkbook.write(Fixture.report(), to: path("findings.xlsx"))
    let script =
      Self.reader + """

        out, names = read('findings.xlsx')
        assert list(out) == ['问题清单', '待判定', '评分表', '覆盖情况', '说明'], list(out)
        assert not any(v['formula'] or v['links'] for v in out.values())
        assert all(v['frozen'] and v['filter'] for k, v in out.items() if k != '说明')
        rows = out['问题清单']['rows']
        assert rows[0][:13] == ['序号','单位','栏目','一级指标','二级指标','三级指标','依据条款','问题描述','问题链接','父页面','截图编号','发现时间','扣分'], rows[0]
        assert len(rows) == 14 and [r[0] for r in rows[1:]] == [str(i) for i in range(1, 14)]
        assert any('=HYPERLINK' in r[7] for r in rows)
        assert len(out['待判定']['rows']) == 8
        print('ok')
        """
    if let output = try python(script) { #expect(output == "ok\n") }
  }

  @Test func `a text that looks like a formula stays text in every cell`() throws {
    var report = Fixture.report()
    report.findings = [
      Fixture.finding(
        "columns.blank", "blank", .fail, "x", ["column": "=1+1"],
        page: ("=cmd|' /C calc'!A0", "@SUM(1)"), link: ("-2+3", "+86"))
    ]
    try FindingsWorkbook.write(report, to: path("f.xlsx"))
    try EvidenceWorkbook.write(report, to: path("e.xlsx"))
    let script =
      Self.reader + """

        f, _ = read('f.xlsx')
        e, _ = read('e.xlsx')
        assert f['问题清单']['rows'][1][2] == '=1+1'
        assert f['问题清单']['rows'][1][8:10] == ['+86', '@SUM(1)']
        assert e['证据清单']['rows'][1][4] == "=cmd|' /C calc'!A0"
        z = zipfile.ZipFile(sys.argv[1] + '/e.xlsx')
        cells = re.findall('<c r="(E2|F2|G2)" s="([0-9]+)" t="s">', z.read('xl/worksheets/sheet1.xml').decode())
        formats = E.fromstring(z.read('xl/styles.xml')).find(N + 'cellXfs')
        assert len(cells) == 3 and all(formats[int(s)].get('numFmtId') == '49' for _, s in cells), cells
        print('ok')
        """
    if let output = try python(script) { #expect(output == "ok\n") }
  }

  @Test func `the evidence list has exactly its columns and its pictures`() throws {
    let report = Fixture.report()
    let picture = folder.appendingPathComponent("evidence/thumbnails")
    try FileManager.default.createDirectory(at: picture, withIntermediateDirectories: true)
    try Fixture.png.write(to: picture.appendingPathComponent("guide.png"))
    try EvidenceWorkbook.write(
      report, to: path("evidence-list.xlsx"), evidence: EvidenceFolder(path: folder.path))
    let script =
      Self.reader + """

        out, names = read('evidence-list.xlsx')
        rows = out['证据清单']['rows']
        assert rows[0] == ['序号','单位','指标路径','问题','页面标题','页面地址','链接地址','发现时间','确认时间','状态','分值','缩略图','截图文件','SHA-256','WARC 记录'], rows[0]
        assert len(rows) == 21
        assert [n for n in names if 'media' in n] == ['xl/media/image1.png']
        assert rows[2][13] == '9f86d081884c7d65' * 4 and '<urn:uuid:' in rows[2][14]
        print('ok')
        """
    if let output = try python(script) { #expect(output == "ok\n") }
  }

  @Test func `the same report gives the same bytes`() throws {
    for name in ["1.xlsx", "2.xlsx"] {
      try FindingsWorkbook.write(Fixture.report(), to: path(name))
    }
    for name in ["3.xlsx", "4.xlsx"] {
      try EvidenceWorkbook.write(Fixture.report(), to: path(name))
    }
    #expect(try bytes("1.xlsx") == bytes("2.xlsx"))
    #expect(try bytes("3.xlsx") == bytes("4.xlsx"))
  }

  @Test func `a full disk is an error and leaves no workbook`() throws {
    let error = #expect(throws: ReportError.self) {
      try FindingsWorkbook.write(Fixture.report(), to: "/dev/full")
    }
    #expect(error?.description.contains("磁盘空间") == true)
  }

  @Test func `all formats are written, and written again to the same bytes`() throws {
    let writer = try ReportWriter(templates: .bundled())
    let names = try writer.write(Fixture.report(), into: folder.path)
    let first = try names.map(bytes)
    try writer.write(Fixture.report(), into: folder.path)
    #expect(try names.map(bytes) == first)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(left) == Set(ReportWriter.fileNames))
  }

  @Test func `a folder that cannot be made is an error with a remedy`() throws {
    let writer = try ReportWriter(templates: .bundled())
    try Data("x".utf8).write(to: folder.appendingPathComponent("file"))
    let error = #expect(throws: ReportError.self) {
      try writer.write(Fixture.report(), into: path("file/below"))
    }
    #expect(error?.description.contains("请检查") == true)
  }
}
