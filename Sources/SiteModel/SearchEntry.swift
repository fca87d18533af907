public import AuditModel
public import WebAddress

/// How visitors search the site: a form, or a link to a search page.
public struct SearchEntry: Sendable, Hashable {
  /// The page it stands on.
  public let page: PageReference
  /// Where a query would go.
  public let action: WebURL?
  /// Where on the page it stands.
  public let locator: Locator
  /// True when it stands on the disclosure platform itself.
  public let isOnPlatform: Bool
}
