public import AuditModel
public import WebAddress

/// What a crawl needs of a page to go on: where it leads, where its list goes on, its title, the
/// dates on it, and whether it says hardly more than a notice does.
///
/// Read from the same tree as a ``Page``, in a small part of the time: most links of a page stand
/// on every page of the portal, so their address, words and place are only worked out when asked
/// for. What probes judge is read as a ``Page``, later, from the archive.
public struct PageSketch: Sendable {
  /// The address the document was finally served from.
  public let url: WebURL
  /// What relative addresses are resolved against.
  public let base: WebURL
  /// How the bytes were decoded.
  public let charset: CharsetDecision
  /// The first `<title>`, whitespace folded.
  public let title: String
  /// Where the page sends the visitor.
  public let refresh: PageRefresh?
  /// Addresses of the other pages of the list shown here, as far as they can be told.
  public let listPages: [WebURL]
  /// What a visitor can follow or see: anchors, areas, frames, pictures, media and objects, in
  /// document order. Scripts, stylesheets and forms are left to ``Page``.
  public let links: [SketchLink]
  /// Full dates a reader sees, in document order, at most as many as a ``Page`` keeps.
  public let dates: [Day]
  /// The visible text as ``Page/text`` has it; nil when it is longer than ``noticeLength``.
  public let notice: String?

  let document: ParsedDocument
  let limits: PageReader.Limits

  /// Visible characters, blanks not counted, beyond which a page is more than a notice.
  public static let noticeLength = 1_000
}

/// One link of a ``PageSketch``.
public struct SketchLink: Sendable, Hashable {
  /// The kind of element that names the address.
  public let element: Link.Element
  let node: Int32
  /// Where the address stands in the tree's bytes.
  let href: Range<Int32>
}

extension PageSketch {
  var tree: MarkupTree { document.tree }

  /// The address as written, for the length of the call.
  public func withHref<Value>(
    of link: SketchLink, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    try document.tree.bytes.withUnsafeBytes { bytes in
      try body(
        UnsafeRawBufferPointer(
          rebasing: bytes[Int(link.href.lowerBound)..<Int(link.href.upperBound)]))
    }
  }

  /// The address as written.
  public func href(of link: SketchLink) -> String {
    withHref(of: link) { String(decoding: $0, as: UTF8.self) }
  }

  /// The address resolved; nil when it is none (`javascript:`, `#`, broken).
  public func address(of link: SketchLink) -> WebURL? {
    Address.resolve(href(of: link), base: base, queries: QueryCharset(charset))
  }

  /// Where on the page it stands, as far as the names of the elements around it say. A ``Page``
  /// weighs the sizes of its parts as well.
  public func place(of link: SketchLink) -> Link.Place {
    var node = Int(link.node)
    while node > 0 {
      if PlaceMap.framed.contains(tree.name(node)),
        let place = PlaceWords.place(tree: tree, node)
      {
        return place
      }
      node = tree.parent(node)
    }
    return .other
  }

  /// Hidden by inline style or attribute, so that a visitor does not see it.
  public func isHidden(_ link: SketchLink) -> Bool {
    tree.ancestor(of: Int(link.node)) { Outline.isHiding(tree, $0) } != nil
  }

  /// The visible text, long prose cut short; worked out anew at every call.
  public var text: String { SketchText.text(document.tree, limit: limits.text) }
}
