import PageModel
import WebAddress

/// Links that were dealt with, by how they are written and what they are resolved against.
///
/// Nearly every link of a page stood on the page before; telling by its bytes alone spares parsing
/// its address. Only a memory of what was met lately: forgetting a link costs time and nothing else.
struct MetLinks {
  /// What a link is resolved against, as far as its form needs it.
  struct Base {
    fileprivate let origin: String
    fileprivate let folder: Substring
    /// Queries are written in the page's own encoding.
    fileprivate let charset: String

    init(_ page: PageSketch) {
      let url = page.base
      charset = page.charset.name
      origin = url.origin
      let path = url.path
      folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    }
  }

  private var recent: Set<Int> = []
  private var older: Set<Int> = []
  private static let generation = 100_000

  mutating func contains(_ key: Int) -> Bool {
    if recent.contains(key) { return true }
    guard older.contains(key) else { return false }
    insert(key)
    return true
  }

  mutating func insert(_ key: Int) {
    if recent.count >= MetLinks.generation {
      older = recent
      recent = []
    }
    recent.insert(key)
  }

  /// What stands for the link; nil when its meaning hangs on more than its form: a query alone, or
  /// a frame, which may be hidden here and shown there.
  static func key(
    of href: UnsafeRawBufferPointer, element: Link.Element, _ base: Base
  ) -> Int? {
    guard let first = href.first, first != UInt8(ascii: "?"), element != .frame else { return nil }
    // Seeded anew in every run, so that no page can be written to collide with another.
    var hasher = Hasher()
    hasher.combine(element)
    hasher.combine(base.charset)
    if !isAbsolute(href) {
      hasher.combine(base.origin)
      if first != UInt8(ascii: "/") { hasher.combine(base.folder) }
    }
    hasher.combine(bytes: href)
    return hasher.finalize()
  }

  /// With scheme and host. `http:x` is not: it is relative to a base of the same scheme.
  private static func isAbsolute(_ href: UnsafeRawBufferPointer) -> Bool {
    href.starts(with: "http://".utf8) || href.starts(with: "https://".utf8)
  }
}
