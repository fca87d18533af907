import AuditModel
import Testing

@testable import Crawling

@Suite("Dates of HTTP")
struct HTTPDateTests {
  @Test(
    "are one moment in all their forms",
    arguments: [
      "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
      "Sun Nov  6 08:49:37 1994", "06 Nov 1994 08:49:37 GMT", "Sun, 06-Nov-1994 08:49:37 GMT",
    ])
  func forms(text: String) {
    #expect(HTTPDate.instant(text) == Instant(milliseconds: 784_111_777_000))
  }

  @Test(
    "that are none are none",
    arguments: [
      "", "soon", "2026-11-21 08:49:37", "Sun, 32 Nov 1994 08:49:37 GMT", "Nov 1994 08:49:37",
      "Sun, 06 Nov 1994", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "::",
      "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
    ])
  func none(text: String) { #expect(HTTPDate.instant(text) == nil) }

  @Test("with two digits for the year mean the years around us")
  func shortYears() {
    #expect(
      HTTPDate.instant("Wed, 09-Jun-27 10:18:14 GMT")?.day == Day(year: 2027, month: 6, day: 9))
  }
}
