import AuditModel
import Testing
import WebAddress

@testable import PageModel

/// Reads small pages written inside tests.
enum Fixture {
  static let address = "http://www.example.gov.cn/zwgk/tzgg/index.html"

  static func read(_ html: String, at address: String = address) throws -> Page {
    let url = try #require(WebURL(address))
    return PageReader().read(
      body: Array(html.utf8), url: url, status: 200, contentType: "text/html; charset=utf-8")
  }

  /// A page whose body is `body`.
  static func page(_ body: String, head: String = "", at address: String = address) throws -> Page {
    try read(
      "<!DOCTYPE html><html><head><title>t</title>\(head)</head><body>\(body)</body></html>",
      at: address)
  }
}
