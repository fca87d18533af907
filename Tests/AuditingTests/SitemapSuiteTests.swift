import Crawling
import Foundation
import Testing

@testable import Auditing

/// The public sitemap files in `../shared/suites/sitemaps`, as a crawl takes them: packed files are
/// unpacked first.
@Suite("The public sitemap suite")
struct SitemapSuiteTests {
  /// File, pages, further sitemaps.
  private static let files: [(String, Int, Int)] = [
    ("atom.xml", 2, 0), ("do-not-visit.txt", 1, 0), ("sitemap-with-bom.txt", 2, 0),
    ("sitemap.badns.xml", 2, 0), ("sitemap.index.xml", 0, 15), ("sitemap.ns.xml", 2, 0),
    ("sitemap.txt", 2, 0), ("sitemap.txt.gz", 5, 0), ("xmlSitemap.gz", 5, 0),
    ("extension/hebdenbridgetimes-articles-sitemap.xml", 74, 0),
    ("extension/pagemaps-sitemap.xml", 2, 0), ("extension/shinpaideshou-news-sitemap.xml", 3, 0),
    ("extension/sitemap-images.xml", 1, 0), ("extension/sitemap-links.xml", 3, 0),
    ("extension/sitemap-mobile.xml", 3, 0), ("extension/sitemap-news.xml", 2, 0),
    ("extension/sitemap-videos-tvshow.xml", 1, 0), ("extension/sitemap-videos.xml", 3, 0),
  ]

  @Test("every file gives the addresses it lists, and no others")
  func suite() throws {
    guard let folder = Self.folder else {
      print("skipped: ../shared/suites/sitemaps is not there")
      return
    }
    var passed = 0
    for (name, pages, sitemaps) in Self.files {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      let bytes = SitemapBody([UInt8](data)).bytes
      let sitemap = SitemapReader.read(bytes)
      let listed = Self.locations(in: String(decoding: bytes, as: UTF8.self))
      let isRight =
        sitemap.pages.count == pages && sitemap.sitemaps.count == sitemaps
        && (listed.isEmpty || sitemap.pages.map(\.location) == listed)
      if isRight { passed += 1 }
      #expect(isRight, "\(name): \(sitemap.pages.map(\.location)) \(sitemap.sitemaps.count)")
    }
    print("suite sitemaps: \(passed)/\(Self.files.count)")
  }

  /// What stands in the page's own `loc` elements, found without the reader under test.
  private static func locations(in text: String) -> [String] {
    text.matches(of: /<(?:\w+:)?loc>\s*([^<]*?)\s*<\/(?:\w+:)?loc>/)
      .filter { !$0.output.0.hasPrefix("<image:") && !$0.output.0.hasPrefix("<video:") }
      .map { $0.output.1.replacingOccurrences(of: "&amp;", with: "&") }
  }

  private static var folder: URL? {
    let own = ProcessInfo.processInfo.environment["MINGCHA_SHARED"].map {
      URL(fileURLWithPath: $0)
    }
    let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let shared = own ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("suites/sitemaps")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
