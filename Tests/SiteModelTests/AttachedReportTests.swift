import AuditModel
import PageModel
import SiteModel
import Testing
import WebAddress

/// A report that is announced on a page and attached to it.
@Suite("Reports in attachments") struct AttachedReportTests {
  private struct Source: PageSource {
    var pages: [WebURL: Page] = [:]
    var texts: [WebURL: AttachedText] = [:]

    var addresses: [WebURL] { pages.keys.sorted() }
    func page(at address: WebURL) -> Page? { pages[address] }
    func fetchStatus(of address: WebURL) -> FetchStatus? { nil }
    func linkVerdict(of address: WebURL) -> LinkVerdict? { nil }
    func attachedText(at address: WebURL) -> AttachedText? { texts[address] }
  }

  private let parts = [
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
  ]

  private func site(_ source: Source) throws -> Site {
    Site(
      unit: AuditedUnit(
        id: "u", name: "云溪市林业局", kind: .department, homePage: "http://www.example.gov.cn/"),
      source: source, asOf: Day(number: 20_778))
  }

  private func published(_ html: String) throws -> Source {
    let url = try WebURL(required: "http://www.example.gov.cn/nb/1.html")
    let page = PageReader().read(
      body: Array(html.utf8), url: url, status: 200, contentType: "text/html; charset=utf-8")
    return Source(pages: [url: page])
  }

  private let announcement = """
    <html><head><title>云溪市林业局2025年政府信息公开工作年度报告</title></head><body>
    <h1>云溪市林业局2025年政府信息公开工作年度报告</h1><p>发布时间：2026-01-20</p>
    <p>现将年度报告公布如下。</p><a href="/files/a.docx">附件：年度报告.docx</a></body></html>
    """

  @Test("the document is read in the page's stead")
  func read() throws {
    var source = try published(announcement)
    let file = try WebURL(required: "http://www.example.gov.cn/files/a.docx")
    source.texts[file] = AttachedText(
      lines: parts, tables: [PageTable(rows: [["a", "b"]], xpath: "")])
    let record = try #require(try site(source).reports.own(.disclosure).first)
    let body = try #require(ReportBody(record, source: source))
    #expect(record.year == 2025)
    #expect(ReportSections(body.lines).headings.count == 6)
    #expect(body.tables.count == 1)
    #expect(body.page.url == "http://www.example.gov.cn/nb/1.html")
  }

  @Test("without the document the page alone is read, and names the file")
  func unread() throws {
    let source = try published(announcement)
    let record = try #require(try site(source).reports.own(.disclosure).first)
    let body = try #require(ReportBody(record, source: source))
    #expect(ReportSections(body.lines).headings.isEmpty)
    #expect(body.files.map(\.url) == ["http://www.example.gov.cn/files/a.docx"])
  }

  @Test("a scanned document leaves the report undecided, with the reason")
  func scanned() throws {
    var source = try published(announcement)
    let file = try WebURL(required: "http://www.example.gov.cn/files/a.docx")
    source.texts[file] = AttachedText(lines: [], tables: [], doubt: .imageOnly)
    let record = try #require(try site(source).reports.own(.disclosure).first)
    #expect(ReportBody(record, source: source)?.doubt == .imageOnly)
  }
}
