import AuditModel
import Testing

@testable import PageModel

struct PathTests {
  @Test("remembered paths are those put together from scratch")
  func memo() {
    let deep = String(repeating: "<div>", count: 200) + "<a href=1>x</a>"
    let html = """
      <html><head><title>t</title></head><body><ul><li>a<li><a href=2>b</a></ul>
      <svg><g><a xlink:href=3>c</a></g></svg><o:p>d</o:p>
      <script>document.write('<b><a href=4>e</a></b>')</script><p>f</p>\(deep)</body></html>
      """
    let tree = DocumentParser.parse(Array(html.utf8), nodes: 10_000).tree
    let paths = PathMemo(tree)
    for node in (1..<tree.count).reversed() { #expect(paths.xpath(node) == tree.xpath(node)) }
    for node in 1..<tree.count { #expect(paths.xpath(node) == tree.xpath(node)) }
  }

  @Test(
    "dates are read in the figures and words pages use",
    arguments: [
      ("２０２３年５月１２日", "2023-05-12"), ("May 12, 2023", "2023-05-12"),
      ("12th May 2023", "2023-05-12"), ("Sept. 3 2021", "2021-09-03"),
      ("２０２３－０５－１２", "2023-05-12"), ("2023-05-12 10:20", "2023-05-12"),
    ])
  func figures(text: String, day: String) {
    #expect(DateScanner.first(in: text)?.day.description == day)
  }

  @Test(
    "what only resembles a date is none",
    arguments: ["May 2023", "12345-05-12", "2023-13-01", "may 32, 2023", "2023-05", "20230512"])
  func noDates(text: String) {
    #expect(DateScanner.first(in: text) == nil)
  }

  @Test(
    "parts of a date in elements of their own make one",
    arguments: [
      (["25", "2020-12"], "2020-12-25"), (["--2021--", "06-09"], "2021-06-09"),
      (["12", "5月", "2023"], "2023-05-12"), (["5月", "12", "2023"], "2023-05-12"),
      (["2023", "05", "12"], "2023-05-12"), (["2020年12月", "14日"], "2020-12-14"),
    ])
  func parts(texts: [String], day: String) {
    #expect(DateParts.date(in: texts[...])?.day.description == day)
  }

  @Test(
    "numbers that are no date stay apart",
    arguments: [["3", "2023"], ["2023", "x"], ["13", "40"]])
  func noParts(texts: [String]) {
    #expect(DateParts.date(in: texts[...]) == nil)
  }
}
