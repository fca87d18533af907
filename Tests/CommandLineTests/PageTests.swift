import Foundation
import Testing

@Suite("Reading one stored page") struct PageTests {
  private static let html = """
    <html><head><meta charset="utf-8"><title>通知公告-某县人民政府</title></head><body>
    <h1>关于开展安全生产大检查的通知</h1><p>发布时间：2023-05-12 来源：县应急管理局</p>
    <p>为深入贯彻落实安全生产责任制，定于五月下旬在全县范围内开展一次安全生产大检查，现将有关事项通知如下。</p>
    <p>各单位要高度重视，明确责任，细化措施，按时完成自查，并于月底前将自查情况报县安委会办公室汇总。</p>
    </body></html>
    """

  private func stored() throws -> String {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "page-\(UUID().uuidString).html")
    try Data(Self.html.utf8).write(to: place)
    return place.path
  }

  @Test("title, date and source are told as a reader sees them")
  func facts() async throws {
    let file = try stored()
    defer { try? FileManager.default.removeItem(atPath: file) }
    let run = try await Program.run(["page", file, "--json"])
    #expect(run.code == 0)
    #expect(run.output.contains("\"title\" : \"关于开展安全生产大检查的通知\""))
    #expect(run.output.contains("\"published\" : \"2023-05-12\""))
    #expect(run.output.contains("\"source\" : \"县应急管理局\""))
  }

  @Test("a file that cannot be read is named, with exit code 2")
  func missing() async throws {
    let run = try await Program.run(["page", "/nowhere/page.html"])
    #expect(run.code == 2)
    #expect(run.errors.contains("/nowhere/page.html"))
  }
}
