public import AuditModel
public import WebAddress

/// How visitors search the site: a form, or a link to a search page.
public struct SearchEntry: Sendable, Hashable {
  public let page: PageReference
  public let action: WebURL?
  public let locator: Locator
  /// True when it stands on the disclosure platform itself.
  public let isOnPlatform: Bool
}
