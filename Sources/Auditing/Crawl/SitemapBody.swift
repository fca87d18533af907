import Crawling
import Evidence

/// The bytes of a sitemap as it was served: `sitemap.xml.gz` is a file that is compressed, not a
/// compressed transfer, so nobody has unpacked it yet.
struct SitemapBody {
  let bytes: [UInt8]

  init(_ body: [UInt8]) {
    bytes =
      GzipBytes.isGzip(body)
      ? GzipBytes.unpacked(body, limit: SitemapReader.sizeLimit) ?? [] : body
  }
}
