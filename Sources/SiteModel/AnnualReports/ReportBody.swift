public import AuditModel
public import PageModel
import WebAddress

/// What a report says, over all pages of it: lines, tables, and what could not be read.
public struct ReportBody: Sendable {
  /// The report's first page.
  public let page: PageReference
  /// Visible lines, without white space at the ends.
  public let lines: [String]
  /// Data tables in order.
  public let tables: [PageTable]
  /// Documents to download that stand in the text.
  public let files: [LinkReference]
  /// Pictures in the text, icons left out.
  public let pictures: Int
  /// Whether tables were told by a document's layout, in which one without lines looks like text.
  public let isLayout: Bool
  /// Why what is not found here may still be there; nil when everything was read.
  public let doubt: InconclusiveReason?

  /// Reads the report at its address; nil when no page came back.
  public init?(_ record: ReportRecord, source: any PageSource) {
    if record.fileEnding != nil {
      guard let attached = source.attachedText(at: record.url) else { return nil }
      self.init(attached, page: record.reference)
      return
    }
    guard let first = source.landing(at: record.url) else { return nil }
    let body = ReportBody(first, title: record.title, source: source)
    // A page that only announces the report: the report is what is attached.
    let isAnnouncement = ReportSections(body.lines).headings.count < 4
    self = isAnnouncement ? body.attached(source) ?? body : body
  }

  private init(_ attached: AttachedText, page: PageReference) {
    self.page = page
    lines = attached.lines
    tables = attached.tables
    files = []
    pictures = attached.pictures
    isLayout = attached.isLayout
    doubt = attached.doubt
  }

  /// The attached document that says most, read in the page's stead; nil when none can be read.
  public func attached(_ source: any PageSource) -> ReportBody? {
    let texts = files.prefix(10).compactMap { WebURL($0.url) }
      .compactMap { source.attachedText(at: $0) }
    return texts.max { $0.lines.count < $1.lines.count }.map { ReportBody($0, page: page) }
  }

  /// Reads a document of one or several pages, of which `first` is the first.
  public init(_ first: Page, title: String, source: any PageSource) {
    var pages = [first]
    var isWhole = first.truncations.isEmpty
    for url in (first.pagination?.pages ?? []).prefix(20) where url != first.url {
      guard let next = source.page(at: url) else {
        isWhole = false
        continue
      }
      if !pages.contains(where: { $0.url == next.url }) { pages.append(next) }
    }
    page = PageReference(url: first.url.href, title: title)
    lines = pages.flatMap { TextLines.lines($0.text) }
    tables = pages.flatMap(\.tables)
    files = pages.flatMap(ReportBody.files)
    isLayout = false
    pictures = pages.reduce(0) { $0 + ReportBody.pictures($1) }
    if !isWhole {
      doubt = .captureIncomplete
    } else if !pages.allSatisfy(\.laterContent.isEmpty) {
      doubt = .jsOnly
    } else {
      doubt = nil
    }
  }

  private static func files(_ page: Page) -> [LinkReference] {
    var seen = Set<WebURL>()
    return page.links.compactMap { link in
      guard let url = link.url, !link.isHidden, link.place != .navigation, link.place != .footer,
        isDocument(link, url), seen.insert(url).inserted
      else { return nil }
      return LinkReference(url: url.href, text: link.text)
    }
  }

  /// A file, or a viewer framed around one: `viewer.html?file=/a.pdf`.
  private static func isDocument(_ link: Link, _ url: WebURL) -> Bool {
    if FileEnding.of(url) != nil { return true }
    if link.element == .anchor, FileEnding.isNamed(link.text) { return true }
    guard link.element == .frame || link.element == .object else { return false }
    return [".pdf", ".doc", ".docx", ".ofd"].contains { url.href.lowercased().contains($0) }
  }

  private static func pictures(_ page: Page) -> Int {
    page.links.count { link in
      guard link.element == .image, !link.isHidden,
        link.place == .article || link.place == .other || link.place == .list
      else { return false }
      let address = link.href.lowercased()
      return !["icon", "logo", "filetype", "qrcode", "ewm", "button", "btn", "print", "share"]
        .contains { address.contains($0) }
    }
  }
}

extension FileEnding {
  /// Whether a link's words end like a document's name.
  static func isNamed(_ text: String) -> Bool {
    guard let dot = text.lastIndex(of: ".") else { return false }
    let ending = text[text.index(after: dot)...].lowercased().prefix { $0.isLetter || $0.isNumber }
    return documents.contains(String(ending))
  }
}

/// Visible text as lines.
public enum TextLines {
  /// Lines that hold something, without white space at the ends.
  public static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isNewline || $0 == "\t" })
      .map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }
}
