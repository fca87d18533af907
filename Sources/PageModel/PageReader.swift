public import WebAddress

/// Turns the bytes of a fetched document into a ``Page``.
///
/// Reading never fails: whatever arrives, a page comes back, and what was cut is named in
/// ``Page/truncations``. It opens no file and no connection.
public struct PageReader: Sendable {
  /// What is read of one document at most. Portals stay far below; hostile pages do not.
  public struct Limits: Sendable, Hashable {
    /// Bytes of the body.
    public var body = 8 << 20
    /// Elements and texts of the tree.
    public var nodes = 600_000
    /// Links kept of one page.
    public var links = 20_000
    /// List entries kept of one page.
    public var listItems = 5_000
    /// Characters of `text` and of `mainText`.
    public var text = 200_000
    /// Tables kept of one page.
    public var tables = 200
    /// Rows of one table.
    public var rows = 1_000
    /// Cells of one row.
    public var columns = 60
    /// Metas, headings, dates and forms, each.
    public var entries = 2_000

    /// The limits above.
    public init() {}
  }

  let limits: Limits

  /// A reader that keeps to `limits`; it can be shared by any number of tasks.
  public init(limits: Limits = Limits()) { self.limits = limits }

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - body: the bytes after transfer and content decoding.
  ///   - url: the address the body was finally served from.
  ///   - contentType: the `Content-Type` header as it came.
  public func read(body: [UInt8], url: WebURL, status: Int, contentType: String?) -> Page {
    let isCut = body.count > limits.body
    let kept = isCut ? Array(body[..<limits.body]) : body
    let (utf8, charset) = CharsetDecoder.decode(body: kept, contentType: contentType)
    var page = Page(url: url, status: status, charset: charset)
    var document = DocumentParser.parse(utf8, nodes: limits.nodes)
    document.tree.numberSiblings()
    var reading = PageReading(
      document: document, url: url, limits: limits, queries: QueryCharset(charset))
    reading.fill(&page)
    if isCut { page.truncations.insert("body:\(limits.body)", at: 0) }
    return page
  }
}
