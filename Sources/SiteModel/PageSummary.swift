public import AuditModel
public import PageModel
public import WebAddress

/// What is kept of every page after the one pass over the site; the page itself is read again
/// through the source when a probe needs more.
public struct PageSummary: Sendable, Hashable {
  /// What a target is to the unit.
  public enum Kind: String, Sendable {
    case article, column
    /// Nothing but a jump to another page.
    case stub
    case other
  }

  /// Its address.
  public let url: WebURL
  /// The page's own heading or title, without the site's name.
  public let title: String
  /// What it is.
  public let kind: Kind
  /// The day it says it was published.
  public let publication: DatedText?
  /// Document numbers in its head.
  public let documentNumbers: [String]
  /// Names on the position line, home first.
  public let trail: [String]

  /// The day written in its address, when the address has one.
  public var addressDay: DatedText? { AddressDay.day(in: url) }

  /// How exports name the page.
  public var reference: PageReference { PageReference(url: url.href, title: title) }

  /// Sums a page up.
  public init(of page: Page) { self = PageClassifier.summary(of: page) }

  init(
    url: WebURL, title: String, kind: Kind, publication: DatedText?, documentNumbers: [String],
    trail: [String]
  ) {
    self.url = url
    self.title = title
    self.kind = kind
    self.publication = publication
    self.documentNumbers = documentNumbers
    self.trail = trail
  }

  /// Whether an address is written as content management systems write articles.
  public static func isArticleAddress(_ url: WebURL) -> Bool {
    PageClassifier.looksLikeArticleAddress(url)
  }
}

/// Tells articles from columns by what the page says about itself, then by its address.
enum PageClassifier {
  static func summary(of page: Page) -> PageSummary {
    let kind = kind(of: page)
    return PageSummary(
      url: page.url, title: title(of: page, kind: kind), kind: kind, publication: page.publication,
      documentNumbers: Array(page.documentNumbers.prefix(4)),
      trail: page.breadcrumb.prefix(8).map(\.text))
  }

  static func kind(of page: Page) -> PageSummary.Kind {
    if isStub(page) { return .stub }
    if let title = page.meta("ArticleTitle"), !title.isEmpty { return .article }
    if looksLikeArticleAddress(page.url) { return .article }
    let dated = page.listItems.count { $0.date != nil }
    if page.publication != nil, dated < 3, page.mainText.hasCharacters(60) { return .article }
    if page.pagination != nil || dated >= 2 || page.listItems.count >= 4 { return .column }
    if let name = page.meta("ColumnName"), !Naming.fold(name).isEmpty { return .column }
    if looksLikeColumnAddress(page.url) { return .column }
    return .other
  }

  static func isStub(_ page: Page) -> Bool {
    guard let refresh = page.refresh, refresh.delay <= 10 else { return false }
    return AddressKey(refresh.target) != AddressKey(page.url) && page.listItems.isEmpty
      && !page.mainText.hasCharacters(200)
  }

  /// The headline of an article; the last name of a column; else the first part of `<title>`.
  static func title(of page: Page, kind: PageSummary.Kind) -> String {
    if !page.headline.isEmpty, kind != .column { return page.headline }
    let site = Naming.fold(page.meta("SiteName") ?? "")
    let parts = titleParts(page.title).filter { Naming.fold($0) != site }
    let headings = page.headings.filter { $0.level <= 2 && $0.text.count >= 4 }.map(\.text)
    // A heading that the title repeats is the headline; a lone h1 is trusted next.
    if let repeated = headings.first(where: { page.title.contains($0) && $0 != page.title }) {
      return repeated
    }
    return parts.first ?? headings.first ?? page.title
  }

  static func titleParts(_ title: String) -> [String] {
    title.split(whereSeparator: { "_|丨-—–".contains($0) })
      .map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }

  /// `t20200103_724538.html`, `/art/2016/11/22/art_1_3.html`, `post_123.html`, `content_5.htm`,
  /// `/contents/18287/385899.html`, `/info/1011/2033.htm`.
  static func looksLikeArticleAddress(_ url: WebURL) -> Bool {
    let parts = url.path.lowercased().split(separator: "/")
    guard let last = parts.last else { return false }
    let stem = last.split(separator: ".").first ?? last
    for prefix in ["art_", "post_", "content_", "mpost_"] where stem.hasPrefix(prefix) {
      return stem.dropFirst(prefix.count).first?.isNumber == true
    }
    if stem.first == "t", stem.count >= 9, stem.dropFirst().prefix(8).allSatisfy(\.isNumber) {
      return true
    }
    let folders = parts.dropLast()
    return stem.allSatisfy(\.isNumber) && folders.count >= 2
      && (folders.contains("contents") || folders.contains("content") || folders.contains("info"))
  }

  static func looksLikeColumnAddress(_ url: WebURL) -> Bool {
    let path = url.path.lowercased()
    if path.hasSuffix("/") { return true }
    guard let last = path.split(separator: "/").last else { return true }
    let stem = last.split(separator: ".").first.map(String.init) ?? String(last)
    if stem == "index" || stem.hasPrefix("index_") || stem.hasPrefix("list") { return true }
    if stem.hasSuffix("_list") || stem.hasPrefix("col") || stem.hasPrefix("node_") { return true }
    return path.contains("/channels/") || path.contains("/channel/")
  }
}

extension StringProtocol {
  /// Without white space at either end.
  func trimmingSpaces() -> String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
