public import AuditModel
public import PageModel
public import WebAddress

/// A column of the site: its names, where it stands, and what is in it.
public struct Column: Sendable {
  /// Stable across sweeps: the folded name, `@`, and the address without scheme and default page.
  public let key: String
  /// The name people read, as the site writes it.
  public let name: String
  /// Every label the site uses for it.
  public let names: [String]
  /// Address of the first page.
  public let url: WebURL
  /// What it is for; nil when no rule knows the name.
  public let type: ColumnType?
  /// Where the type was read from.
  public let typeSource: ColumnTypeSource?
  /// Names above it, home first.
  public let trail: [String]
  /// Addresses of the columns below it.
  public var children: [WebURL]
  /// What stands in it.
  public let content: ColumnContent

  /// How exports name the page.
  public var reference: PageReference { PageReference(url: url.href, title: name) }

  /// A store of finished things, where nothing new is expected (专题归档, 往期 …).
  public var isArchive: Bool {
    ([name] + trail).contains { text in
      ["归档", "历史", "往期", "存档", "旧版", "已结束", "档案库", "历年"].contains { text.contains($0) }
    }
  }

  /// Belongs to a special topic, which may be finished.
  public var isTopic: Bool { trail.contains { $0.contains("专题") } || name.contains("专题") }
}

/// What stands in a column, over all its pages that were read.
public struct ColumnContent: Sendable, Hashable {
  /// What reading it gave.
  public enum State: String, Sendable {
    case filled
    /// Opened, read whole, and nothing in it (or only 敬请期待 and the like).
    case blank
    /// Says in words that there is nothing to report.
    case nilReturn
    /// A few words that may or may not be content.
    case sparse
    /// Empty in the HTML, but something fills it later.
    case scripted
    /// Only leads on.
    case redirect
  }

  /// What reading it gave.
  public var state: State
  /// The words that show the state: `敬请期待`, `本年度无相关信息`, the kind of script.
  public var quote: String?
  /// Kept entries, page by page.
  public var items: [ColumnItem]
  /// Number of entries on all pages read.
  public var itemCount: Int
  /// Number of items with a visible date.
  public var datedCount: Int
  /// Pages of the list that exist but were not read.
  public var unreadPages: Int
  /// True when the list runs from old to new, so that the newest may stand on an unread page.
  public var isAscending: Bool
  /// What may fill it after it was served.
  public var dynamic: [DynamicContent]
  /// Characters of text that are neither frame nor menu.
  public var textLength: Int
  /// Where it leads on, when it only does that.
  public var redirect: WebURL?
  /// Shown date of a column that is one text (a guide), when it has one.
  public var publication: DatedText?

  /// The item with the latest visible date that is not later than `day`.
  public func newest(notAfter day: Day) -> ColumnItem? {
    items.filter { ($0.date?.day).map { $0 <= day } ?? false }
      .max { ($0.date?.day.number ?? 0) < ($1.date?.day.number ?? 0) }
  }

  /// Kept items per column; further ones are only counted.
  static let itemLimit = 400
}

/// One entry of a column's list.
public struct ColumnItem: Sendable, Hashable {
  /// Its title or name.
  public let title: String
  /// Its address.
  public let url: WebURL?
  /// The day shown beside it, with the words.
  public let date: DatedText?
  /// Marked as pinned.
  public let isPinned: Bool
  /// Where on the page it stands.
  public let xpath: String
  /// The list page it stands on.
  public let page: WebURL

  /// Makes the value from its parts.
  public init(
    title: String, url: WebURL?, date: DatedText?, isPinned: Bool, xpath: String, page: WebURL
  ) {
    self.title = title
    self.url = url
    self.date = date
    self.isPinned = isPinned
    self.xpath = xpath
    self.page = page
  }
}
