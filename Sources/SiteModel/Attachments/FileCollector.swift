import AuditModel
import PageModel
import WebAddress

/// Gathers links to the unit's own documents while the pages go by, each document once.
struct FileCollector {
  private(set) var files: [FileLink] = []
  private let scope: UnitScope
  private var seen = Set<WebURL>()
  private static let limit = 20_000

  init(scope: UnitScope) { self.scope = scope }

  mutating func collect(_ page: Page, reference: PageReference) {
    for link in page.links where link.element == .anchor || link.element == .object {
      guard files.count < Self.limit, let url = link.url?.withoutFragment, url.isHTTP,
        let ending = FileEnding.of(url), !scope.isExternal(url), seen.insert(url).inserted
      else { continue }
      files.append(
        FileLink(
          url: url, ending: ending,
          place: LinkPlace(
            page: reference, text: link.text, locator: link.locator, place: link.place)))
    }
  }
}
