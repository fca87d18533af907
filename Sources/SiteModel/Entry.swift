public import AuditModel
public import PageModel
public import WebAddress

/// A label by which the site leads to something: a menu item, a heading that is a link, a
/// position-line name. What a column is called is decided by what visitors click.
public struct Entry: Sendable, Hashable {
  /// As written.
  public let label: String
  /// ``Naming/column(_:)`` of the label.
  public let name: String
  /// Nil when the label is a script link or plain text.
  public let url: WebURL?
  /// The part of the page it stands in.
  public let place: Link.Place
  /// The first page that shows it.
  public let page: WebURL
  /// Where on the page it stands.
  public let xpath: String
  /// Hidden from visitors by style.
  public let isHidden: Bool

  /// Makes the value from its parts.
  public init(
    label: String, name: String, url: WebURL?, place: Link.Place, page: WebURL, xpath: String,
    isHidden: Bool
  ) {
    self.label = label
    self.name = name
    self.url = url
    self.place = place
    self.page = page
    self.xpath = xpath
    self.isHidden = isHidden
  }

  /// How exports name the link.
  public var link: LinkReference { LinkReference(url: url?.href ?? "", text: label) }
  /// Where on the page it stands.
  public var locator: Locator { Locator(xpath: xpath, text: label) }
}

/// Gathers entries over all pages, each label and target once, up to a bound.
struct EntryCollector {
  private(set) var entries: [Entry] = []
  private var seen = Set<String>()
  /// Labels and targets met before, by hash: menus repeat on every page.
  private var met = Set<Int>()
  private var folded: [String: String] = [:]
  static let limit = 60_000

  mutating func collect(_ page: Page) {
    guard entries.count < EntryCollector.limit else { return }
    for link in page.links where link.element == .anchor || link.element == .area {
      guard isNew(link.text, link.url), isMenuLike(link) else { continue }
      add(
        label: link.text, url: link.url, place: link.place, page: page.url, xpath: link.xpath,
        isHidden: link.isHidden)
    }
    for crumb in page.breadcrumb.dropFirst() where crumb.url != nil {
      guard isNew(crumb.text, crumb.url) else { continue }
      add(
        label: crumb.text, url: crumb.url, place: .breadcrumb, page: page.url, xpath: "",
        isHidden: false)
    }
  }

  /// What one label and target led to, the next will.
  private mutating func isNew(_ label: String, _ url: WebURL?) -> Bool {
    var hasher = Hasher()
    hasher.combine(bytesOf: label)
    hasher.combine(bytesOf: url?.href ?? "")
    return met.insert(hasher.finalize()).inserted
  }

  private func isMenuLike(_ link: Link) -> Bool {
    !link.text.isEmpty && !link.text.hasCharacters(33)
  }

  private mutating func add(
    label: String, url: WebURL?, place: Link.Place, page: WebURL, xpath: String, isHidden: Bool
  ) {
    guard entries.count < EntryCollector.limit else { return }
    let name = folded[label] ?? Naming.column(label)
    if folded.count < 50_000 { folded[label] = name }
    guard name.count >= 2, !name.allSatisfy(\.isNumber),
      seen.insert("\(name)\u{1f}\(url?.withoutFragment.href ?? "")").inserted
    else { return }
    entries.append(
      Entry(
        label: label, name: name, url: url, place: place, page: page, xpath: xpath,
        isHidden: isHidden))
  }
}
