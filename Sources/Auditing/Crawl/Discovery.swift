import AuditModel
import Crawling
import Fetching
import PageModel
import WebAddress

/// From a page that was read to the addresses it names, each with what is to be done with it.
struct Discovery {
  let scope: Scope
  let checksExternalLinks: Bool
  /// Pages further from the entrance are refused, so a link to one is not yet dealt with.
  let depthLimit: Int
  private var met = MetLinks()
  private var samples = LinkSamples()

  init(scope: Scope, checksExternalLinks: Bool, depthLimit: Int) {
    self.scope = scope
    self.checksExternalLinks = checksExternalLinks
    self.depthLimit = depthLimit
  }

  /// Entries in document order. Links that were met before, and led to an entry then, are left out;
  /// what else is a duplicate is the frontier's concern.
  mutating func entries(in page: PageSketch, of entry: FrontierEntry) -> [FrontierEntry] {
    var found: [FrontierEntry] = []
    let add = { (url: WebURL, kind: FrontierEntry.Kind, priority: FrontierEntry.Priority?) in
      found.append(
        FrontierEntry(
          url: url, kind: kind, depth: entry.depth + 1, referrer: page.url, priority: priority,
          method: kind.isLinkCheck ? .head : .get))
    }
    if let target = page.refresh?.target, target.isHTTP, scope.contains(target) {
      add(target, .page, .column)
    }
    for url in page.listPages where url.isHTTP && scope.contains(url) {
      add(url, .page, .pagination)
    }
    let base = MetLinks.Base(page)
    for link in page.links {
      let key = page.withHref(of: link) { MetLinks.key(of: $0, element: link.element, base) }
      if let key, met.contains(key) { continue }
      let url = page.address(of: link)
      let kind = url.flatMap { $0.isHTTP ? self.kind(of: link, $0, in: page) : nil }
      if let url, let kind {
        add(url, kind, kind == .page ? priority(of: link, in: page) : nil)
        if kind == .attachment, Self.isToBeRead(url, link, in: page) {
          found[found.count - 1].method = .get
          found[found.count - 1].priority = .article
        } else if samples.take(url, kind) {
          found[found.count - 1].method = .get
          found[found.count - 1].priority = LinkSamples.priority
        }
      }
      if let key, kind != .page || entry.depth < depthLimit { met.insert(key) }
    }
    return found
  }

  /// Columns stand in the navigation; reading them first tells soonest what a site has.
  private func priority(of link: SketchLink, in page: PageSketch) -> FrontierEntry.Priority {
    switch page.place(of: link) {
    case .navigation, .breadcrumb, .aside: .column
    case .pagination: .pagination
    default: .article
    }
  }

  /// Nil for what is neither content nor a link a visitor can follow.
  private func kind(
    of link: SketchLink, _ url: WebURL, in page: PageSketch
  ) -> FrontierEntry.Kind? {
    // A frame nobody sees counts visits; asking for it would only falsify the portal's figures.
    if link.element == .frame, page.isHidden(link) { return nil }
    switch link.element {
    case .anchor, .area, .frame:
      if !scope.contains(url) { return checksExternalLinks ? .external : nil }
      return Self.isAttachment(url) ? .attachment : .page
    case .image, .media:
      return scope.contains(url) || checksExternalLinks ? .image : nil
    case .object: return scope.contains(url) ? .attachment : nil
    case .script, .stylesheet, .form, .other: return nil
    }
  }

  /// Guides and yearly reports are often nothing but a document on a page: those are fetched whole, so that probes can read them. Of all other attachments only the answer counts.
  private static func isToBeRead(_ url: WebURL, _ link: SketchLink, in page: PageSketch) -> Bool {
    guard isReadable(url) else { return false }
    let texts = [page.words(of: link), page.title, page.meta("ArticleTitle") ?? ""]
    return texts.contains { text in
      ["年度报告", "年报", "年度报表", "公开指南"].contains { text.contains($0) }
    } || page.headings(4).contains { $0.contains("年度报告") || $0.contains("指南") }
  }

  /// Whether a document at the address has a format that can be read.
  static func isReadable(_ url: WebURL) -> Bool {
    let path = url.path.lowercased()
    return [".docx", ".doc", ".wps", ".pdf"].contains { path.hasSuffix($0) }
  }

  /// Whether the path ends like a file to download.
  static func isAttachment(_ url: WebURL) -> Bool {
    let name = url.path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return false }
    return attachmentEndings.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let attachmentEndings: Set<String> = [
    "pdf", "ofd", "doc", "docx", "wps", "rtf", "xls", "xlsx", "et", "csv", "ppt", "pptx", "dps",
    "txt", "zip", "rar", "7z", "gz", "tar", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff",
    "webp", "mp3", "wma", "wav", "mp4", "flv", "avi", "wmv", "mov", "swf", "apk", "exe", "ceb",
  ]
}
