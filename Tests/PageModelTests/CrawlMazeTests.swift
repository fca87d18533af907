import Foundation
import Testing
import WebAddress

@testable import PageModel

/// Places where HTML hides links, from google/security-crawl-maze.
@Suite(.enabled(if: Shared.isPresent, "../shared is absent"))
struct CrawlMazeTests {
  /// Not links of the document: style sheets, response headers, comments, script frameworks,
  /// addresses that are plain text.
  private static let elsewhere = [
    "/test/css/", "/test/headers/", "/javascript/", "/test/javascript/", "comment-conditional",
    "/test/misc/known-files/", "url-string.found", "string-known-extension", "/test/html/misc/",
  ]

  @Test("links in attributes of every kind are found")
  func attributes() throws {
    let folder = try #require(Shared.folder).appendingPathComponent("suites/crawl-maze")
    let expected = try JSONDecoder().decode(
      [String].self, from: Data(contentsOf: folder.appendingPathComponent("expected-results.json")))
    let wanted = expected.filter { path in
      path.hasPrefix("/test/html/") && !Self.elsewhere.contains { path.contains($0) }
    }
    let found = try foundPaths(folder.appendingPathComponent("test-cases"))
    let missing = wanted.filter { !found.contains($0) }
    print("crawl-maze: \(wanted.count - missing.count)/\(wanted.count) of the static places")
    print("crawl-maze missing: \(missing)")
    // Missing: an image inside a data: address, a namespace element for old Internet Explorer,
    // and a reading-view meta.
    #expect(missing.count <= 3)
  }

  private func foundPaths(_ folder: URL) throws -> Set<String> {
    var found: Set<String> = []
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "html" else { continue }
      let inside = file.path.components(separatedBy: "/test-cases/").last ?? ""
      let url = try #require(WebURL("http://maze.example/test/\(inside)"))
      let body = [UInt8](try Data(contentsOf: file))
      let page = PageReader().read(body: body, url: url, status: 200, contentType: nil)
      for link in page.links { if let path = link.url?.path { found.insert(path) } }
      for meta in page.metas where meta.content.hasSuffix(".found") { found.insert(meta.content) }
    }
    return found
  }
}
