import Foundation
import Testing

@testable import Crawling

@Suite("Sitemaps")
struct SitemapTests {
  private func read(_ text: String) -> Sitemap { SitemapReader.read(Array(text.utf8)) }

  @Test(
    "the public files give the addresses they list",
    arguments: [
      ("sitemap.badns.xml", 2, 0), ("sitemap.ns.xml", 2, 0), ("sitemap.txt", 2, 0),
      ("sitemap-with-bom.txt", 2, 0), ("do-not-visit.txt", 1, 0), ("sitemap.index.xml", 0, 15),
      ("atom.xml", 2, 0), ("extension/sitemap-images.xml", 1, 0),
    ])
  func files(name: String, pages: Int, sitemaps: Int) throws {
    guard let folder = SharedSuites.folder("sitemaps") else { return }
    let sitemap = SitemapReader.read(
      [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))))
    #expect(sitemap.pages.count == pages, "\(sitemap.pages)")
    #expect(sitemap.sitemaps.count == sitemaps, "\(sitemap.sitemaps)")
  }

  @Test("entities, CDATA, comments and prefixes are read")
  func syntax() {
    let sitemap = read(
      """
      <?xml version="1.0"?><!-- <url><loc>http://x.cn/no</loc></url> -->
      <s:urlset><s:url><s:loc> http://x.cn/?a=1&amp;b=&#50;
      </s:loc><s:lastmod>2026-01-02</s:lastmod><image:image><image:loc>http://x.cn/i.jpg</image:loc>
      </image:image></s:url><url><loc><![CDATA[http://x.cn/<c>]]></loc></url></s:urlset>
      """)
    #expect(
      sitemap.pages == [
        Sitemap.Entry(location: "http://x.cn/?a=1&b=2", lastModified: "2026-01-02"),
        Sitemap.Entry(location: "http://x.cn/<c>"),
      ])
  }

  @Test("an index lists sitemaps, a feed its items")
  func otherKinds() {
    let index = read("<sitemapindex><sitemap><loc>http://x.cn/1.xml</loc></sitemap></sitemapindex>")
    #expect(index.sitemaps.map(\.location) == ["http://x.cn/1.xml"])
    let feed = read(
      "<rss><channel><link>http://x.cn/</link><item><link>http://x.cn/a</link></item></channel></rss>"
    )
    #expect(feed.pages.map(\.location).contains("http://x.cn/a"))
  }

  @Test("no more than fifty thousand entries are taken")
  func limit() {
    let many = String(repeating: "<url><loc>http://x.cn/a</loc></url>", count: 50_001)
    let sitemap = read("<urlset>\(many)</urlset>")
    #expect(sitemap.pages.count == SitemapReader.entryLimit)
    #expect(sitemap.isTruncated)
    #expect(!read("<urlset><url><loc>http://x.cn/a</loc></url>").isTruncated)
  }

  @Test(
    "broken and hostile texts are survived",
    arguments: [
      "", "<", "<>", "</", "<!", "<![CDATA[", "<!--", "<a b=", "<url><loc>", "&",
      "<loc>&#xFFFFFFFFF;",
      "<!DOCTYPE x [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;\">]><url><loc>&a;</loc></url>",
      String(repeating: "<a>", count: 100_000), String(repeating: "<![CDATA[", count: 10_000),
    ])
  func hostile(text: String) {
    let sitemap = read(text)
    #expect(sitemap.pages.count <= 1)
    #expect(sitemap.sitemaps.isEmpty)
  }
}

extension SitemapTests {
  @Test("a page that says the sitemap is missing lists nothing")
  func webPage() {
    let sitemap = SitemapReader.read(
      Array("<!DOCTYPE html><html><head><link href='/a.css'></head><body>404</body></html>".utf8))
    #expect(sitemap.pages.isEmpty && sitemap.sitemaps.isEmpty)
  }
}
