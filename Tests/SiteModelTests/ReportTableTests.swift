import PageModel
import SiteModel
import Testing

/// Tables as they come out of pages and attachments: spans unfolded, headings repeated.
@Suite("The tables of a yearly report") struct ReportTableTests {
  private let applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

  private func table(_ rows: [[String]]) -> PageTable { PageTable(rows: rows, xpath: "/table") }

  private func row(_ labels: [String], _ numbers: [String]) -> [String] { labels + numbers }

  private var head: [[String]] {
    let title = Array(repeating: "（本列数据的勾稽关系）", count: 3)
    return [
      title + Array(repeating: "申请人情况", count: 7),
      title + ["自然人"] + Array(repeating: "法人或其他组织", count: 5) + ["总计"],
      title + applicants,
    ]
  }

  @Test("reads rows by their labels, also when the table is cut in two")
  func applications() throws {
    let zeros = Array(repeating: "0", count: 7)
    let first =
      head + [
        row(Array(repeating: "一、本年新收政府信息公开申请数量", count: 3), ["3", "", "-", "0", "０", "1件", "4"]),
        row(Array(repeating: "二、上年结转政府信息公开申请数量", count: 3), zeros),
      ]
    let second = [
      row(["三、本年度办理结果", "（一）予以公开", "（一）予以公开"], ["3", "0", "0", "0", "0", "1", "4"]),
      row(["三、本年度办理结果", "（七）总计", "（七）总计"], ["3", "0", "0", "0", "0", "1", "4"]),
      row(Array(repeating: "四、结转下年度继续办理", count: 3), zeros),
    ]
    let found = try #require(ApplicationTable([table(first), table(second)]))
    #expect(found.row(.received)?.cells.map(\.value) == [3, 0, 0, 0, 0, 1, 4])
    #expect(
      found.row(.received)?.cells.map(\.isBlank) == [false, true, true, false, false, false, false])
    #expect(found.results.map(\.label) == ["（一）予以公开"])
    #expect(found.row(.carriedOut) != nil)
    #expect(found.missing.contains("1.属于国家秘密"))
    #expect(!found.missing.contains("三（七）总计"))
  }

  @Test("a row that is not as wide as its heading is read from the end, or not at all")
  func ragged() throws {
    let rows =
      head + [
        row(["一、本年新收政府信息公开申请数量"], ["1", "0", "0", "0", "0", "0", "1"]),
        row(["二、上年结转政府信息公开申请数量"], ["见附件", "0", "0"]),
      ]
    let found = try #require(ApplicationTable([table(rows)]))
    #expect(found.row(.received)?.cells.last?.value == 1)
    #expect(found.row(.carriedIn) == nil)
    #expect(found.unreadable == ["二、上年结转政府信息公开申请数量"])
  }

  @Test("fifteen numbers of disputes, with headings that repeat")
  func disputes() throws {
    let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    let numbers = (1...15).map(String.init)
    let rows = [
      Array(repeating: "行政复议", count: 5) + Array(repeating: "行政诉讼", count: 10),
      outcomes + outcomes + outcomes, outcomes + outcomes + outcomes, numbers,
    ]
    let found = try #require(DisputeTable([table(rows)]))
    #expect(found.isWhole)
    #expect(found.groups.map(\.title) == DisputeTable.titles)
    #expect(found.groups.flatMap(\.cells).compactMap(\.value) == Array(1...15))
  }

  @Test("an ordinary table is none of them")
  func others() {
    let plain = table([["序号", "名称", "总计"], ["1", "行政许可", "3"]])
    #expect(ApplicationTable([plain]) == nil)
    #expect(DisputeTable([plain]) == nil)
    #expect(DisclosureTable([plain]) == nil)
  }
}
