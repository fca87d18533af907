public import WebAddress

/// How a list goes on over several pages.
public struct Pagination: Sendable, Hashable, Codable {
  /// How it is written: `trs`, `trs-pager`, `cmspro`, `hanweb-datastore`, `anchors`, `vsb`, …
  public var form: String
  /// Pages in all; nil when the page does not tell.
  public var pageCount: Int?
  /// 1-based number of this page.
  public var current: Int
  /// Entries in all, as the pager says.
  public var itemCount: Int?
  /// Addresses of the other pages, in order, as far as they can be told.
  public var pages: [WebURL]
  /// Set when pages exist that no address can be built for.
  public var cannotFollow: String?

  /// Creates the value from its parts.
  public init(
    form: String, pageCount: Int?, current: Int, itemCount: Int? = nil, pages: [WebURL],
    cannotFollow: String? = nil
  ) {
    self.form = form
    self.pageCount = pageCount
    self.current = current
    self.itemCount = itemCount
    self.pages = pages
    self.cannotFollow = cannotFollow
  }
}

/// A table read as rows of cell texts (spans repeated), bounded.
public struct PageTable: Sendable, Hashable, Codable {
  /// Rows of cell texts.
  public var rows: [[String]]
  /// Absolute XPath in a browser's document.
  public var xpath: String

  /// Creates the value from its parts.
  public init(rows: [[String]], xpath: String) {
    self.rows = rows
    self.xpath = xpath
  }
}

/// A form with its fields.
public struct PageForm: Sendable, Hashable, Codable {
  /// Where it is sent; nil for a box that only a script reads.
  public var action: WebURL?
  /// `get`, `post`, or `script` for a box without a form.
  public var method: String
  /// Names of its fields.
  public var fields: [String]
  /// True when it looks for words on the site.
  public var isSearch: Bool
  /// Absolute XPath in a browser's document.
  public var xpath: String

  /// Creates the value from its parts.
  public init(action: WebURL?, method: String, fields: [String], isSearch: Bool, xpath: String) {
    self.action = action
    self.method = method
    self.fields = fields
    self.isSearch = isSearch
    self.xpath = xpath
  }
}

/// Something that fills the page after it was served.
public struct DynamicContent: Sendable, Hashable, Codable {
  /// How the page is filled.
  public enum Kind: String, Sendable, Codable {
    case emptyShell, framework, dataAttribute, documentWrite, ajaxList, frame, challenge
  }

  /// How the page is filled.
  public var kind: Kind
  /// The address, mark or element that shows it.
  public var detail: String

  /// Creates the value from its parts.
  public init(kind: Kind, detail: String) {
    self.kind = kind
    self.detail = detail
  }
}
