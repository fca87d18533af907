import Testing
import WebAddress

@testable import Auditing

@Suite("The address beside a doubtful one")
struct OtherNumberTests {
  @Test(
    "only the last number of the file name changes",
    arguments: [
      ("http://h/a/202403/t20240318_50001.html", "http://h/a/202403/t20240318_99997.html"),
      (
        "http://h/art/2016/11/22/art_1621004_30332664.html",
        "http://h/art/2016/11/22/art_1621004_99999997.html"
      ),
      ("http://h/contents/2144/997.html", "http://h/contents/2144/993.html"),
    ])
  func changesTheNumber(address: String, expected: String) throws {
    #expect(WebURL(address)?.withOtherNumber?.href == expected)
  }

  @Test(
    "without a number there is none",
    arguments: ["http://h/", "http://h/a/b.html", "http://h/p/12.html"])
  func noNumber(address: String) { #expect(WebURL(address)?.withOtherNumber == nil) }
}
