public import AuditModel
public import WebAddress

/// What one fetched document says, as plain values: no tree, no bytes, nothing from libxml2.
///
/// Made by ``PageReader``. Everything is copied out and bounded, so a page can be kept or sent.
public struct Page: Sendable, Hashable, Codable {
  /// The address the document was finally served from.
  public var url: WebURL
  /// HTTP status of the final answer.
  public var status: Int
  /// How the bytes were decoded.
  public var charset: CharsetDecision
  /// The first `<title>`, whitespace folded.
  public var title: String
  /// The headline of an article as a reader sees it; empty when none can be told.
  public var headline: String
  /// Who the article says it comes from (来源), shown or in its metas; nil when it does not say.
  public var source: String?
  /// Every `<meta name>`, in document order; names as written.
  public var metas: [MetaTag]
  /// `<base href>` when present and valid.
  public var base: WebURL?
  /// The first `<link rel=canonical>`.
  public var canonical: WebURL?
  /// `<meta http-equiv=refresh>`, or a script that does nothing but move on.
  public var refresh: PageRefresh?
  /// Everything the document points to, in document order.
  public var links: [Link]
  /// Headings h1…h4 in order.
  public var headings: [Heading]
  /// Position shown on the page, home first.
  public var breadcrumb: [Crumb]
  /// Dated and undated entries of the lists in the page's main part.
  public var listItems: [ListItem]
  /// How the list goes on; nil when the page shows no pager.
  public var pagination: Pagination?
  /// Dates a reader can see, with the words around them.
  public var dates: [DatedText]
  /// The article's publication date, when the page shows one or its metas do.
  public var publication: DatedText?
  /// Document head entries (索引号, 文号, 成文日期, 有效性 …) by normalised label.
  public var documentHead: [String: String]
  /// Document numbers (文号) found in head, title or first lines.
  public var documentNumbers: [String]
  /// Visible text, whitespace folded, at most ``PageReader/Limits/text`` characters.
  public var text: String
  /// Visible text of the main part alone (article body, list, or what is left without frame).
  public var mainText: String
  /// Data tables; tables that only lay the page out are left out.
  public var tables: [PageTable]
  /// Forms, and search boxes that a script reads.
  public var forms: [PageForm]
  /// Frames and scripts that fill the page later, so that emptiness proves nothing.
  public var dynamicContent: [DynamicContent]
  /// Footer marks: 标识码, ICP, 公安备案, 主办单位 …, by stable key.
  public var footer: [String: String]
  /// Notes on what was cut (too many links, too deep, too long).
  public var truncations: [String]

  /// Creates the value from its parts.
  public init(url: WebURL, status: Int, charset: CharsetDecision) {
    self.url = url
    self.status = status
    self.charset = charset
    title = ""
    headline = ""
    metas = []
    links = []
    headings = []
    breadcrumb = []
    listItems = []
    dates = []
    documentHead = [:]
    documentNumbers = []
    text = ""
    mainText = ""
    tables = []
    forms = []
    dynamicContent = []
    footer = [:]
    truncations = []
  }

  /// A part of the document was not read, so that what is not on it may yet be on the page. Notes
  /// on long texts and wide tables do not count.
  public var isCut: Bool {
    truncations.contains { note in
      Page.cutNotes.contains { note.hasPrefix($0) }
    }
  }

  /// The note for a document of which less arrived than was sent.
  public static let transferNote = "transfer"
  private static let cutNotes = [transferNote, "body:", "nodes:", "links:", "listItems:"]

  /// The first meta of that name, compared without case; nil when absent.
  public func meta(_ name: String) -> String? {
    metas.first { $0.name.isSame(as: name) }?.content
  }
}

extension String {
  /// Whether the texts are equal but for case; most names are ASCII and compared byte by byte.
  fileprivate func isSame(as other: String) -> Bool {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return lowercased() == other.lowercased() }
    return utf8.elementsEqual(other.utf8) { Ascii.lower($0) == Ascii.lower($1) }
  }
}

/// One `<meta name content>`.
public struct MetaTag: Sendable, Hashable, Codable {
  /// The name as written.
  public var name: String
  /// The content as written.
  public var content: String

  /// Creates the value from its parts.
  public init(name: String, content: String) {
    self.name = name
    self.content = content
  }
}

/// The page sends the visitor elsewhere after `delay` seconds.
public struct PageRefresh: Sendable, Hashable, Codable {
  /// Where to, resolved.
  public var target: WebURL
  /// Seconds to wait.
  public var delay: Int
  /// True when a script does it, not a meta element.
  public var isScript: Bool

  /// Creates the value from its parts.
  public init(target: WebURL, delay: Int, isScript: Bool) {
    self.target = target
    self.delay = delay
    self.isScript = isScript
  }
}

/// One address the document names, with its words and its place.
public struct Link: Sendable, Hashable, Codable {
  /// The kind of element that names the address.
  public enum Element: String, Sendable, Codable, CaseIterable {
    case anchor, area, image, frame, script, stylesheet, media, form, object, other
  }

  /// Where on the page the link stands.
  public enum Place: String, Sendable, Codable, CaseIterable {
    case navigation, breadcrumb, list, article, related, pagination, footer, aside, head, other
  }

  /// The kind of element that names the address.
  public var element: Element
  /// As written in the document.
  public var href: String
  /// Resolved; nil when it is no address (`javascript:`, `#`, broken).
  public var url: WebURL?
  /// Visible text, or alt/title when there is none.
  public var text: String
  /// The words of the title attribute or entry.
  public var title: String?
  /// Where on the page it stands.
  public var place: Place
  /// The heading or label the link stands under (such as `相关解读`), when there is one.
  public var label: String?
  /// Hidden by inline style or attribute, so that a visitor does not see it.
  public var isHidden: Bool
  /// Kept out of sight by a trick of size or position; only told of links that leave for another
  /// site (``LinkReader``).
  public var isConcealed: Bool
  /// Absolute XPath in a browser's document.
  public var xpath: String

  /// Creates the value from its parts.
  public init(
    element: Element, href: String, url: WebURL?, text: String, title: String? = nil,
    place: Place = .other, label: String? = nil, isHidden: Bool = false,
    isConcealed: Bool = false, xpath: String
  ) {
    self.element = element
    self.href = href
    self.url = url
    self.text = text
    self.title = title
    self.place = place
    self.label = label
    self.isHidden = isHidden
    self.isConcealed = isConcealed
    self.xpath = xpath
  }

  /// How a browser finds the element again.
  public var locator: Locator { Locator(xpath: xpath, text: text) }
}

/// A heading h1…h4.
public struct Heading: Sendable, Hashable, Codable {
  /// 1…4.
  public var level: Int
  /// Visible text on one line.
  public var text: String
  /// Absolute XPath in a browser's document.
  public var xpath: String

  /// Creates the value from its parts.
  public init(level: Int, text: String, xpath: String) {
    self.level = level
    self.text = text
    self.xpath = xpath
  }
}

/// One step of the position line.
public struct Crumb: Sendable, Hashable, Codable {
  /// Visible text on one line.
  public var text: String
  /// The address it leads to; nil when it leads nowhere.
  public var url: WebURL?

  /// Creates the value from its parts.
  public init(text: String, url: WebURL?) {
    self.text = text
    self.url = url
  }
}

/// One entry of a list.
public struct ListItem: Sendable, Hashable, Codable {
  /// The words of the title attribute or entry.
  public var title: String
  /// The address it leads to; nil when it leads nowhere.
  public var url: WebURL?
  /// The date the entry shows; nil when it shows none.
  public var date: DatedText?
  /// Marked 置顶 or pinned by class.
  public var isPinned: Bool
  /// Absolute XPath in a browser's document.
  public var xpath: String

  /// Creates the value from its parts.
  public init(title: String, url: WebURL?, date: DatedText?, isPinned: Bool = false, xpath: String)
  {
    self.title = title
    self.url = url
    self.date = date
    self.isPinned = isPinned
    self.xpath = xpath
  }
}

/// A date with the words that show it.
public struct DatedText: Sendable, Hashable, Codable {
  /// What the words around a date say about it.
  public enum Role: String, Sendable, Codable {
    case published, created, updated, listed, other
  }

  /// The day.
  public var day: Day
  /// The text as it stands on the page, such as `发布时间:2020-01-02 08:16`.
  public var quote: String
  /// What the words around it say.
  public var role: Role
  /// `meta:PubDate`, or the XPath of the element that shows it.
  public var source: String

  /// Creates the value from its parts.
  public init(day: Day, quote: String, role: Role, source: String) {
    self.day = day
    self.quote = quote
    self.role = role
    self.source = source
  }
}
