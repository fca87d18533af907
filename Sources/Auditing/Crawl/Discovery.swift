import AuditModel
import Crawling
import Fetching
import PageModel
import WebAddress

/// From a page that was read to the addresses it names, each with what is to be done with it.
struct Discovery {
  let scope: Scope
  let checksExternalLinks: Bool

  /// Entries in document order; duplicates are the frontier's concern.
  func entries(in page: Page, of entry: FrontierEntry) -> [FrontierEntry] {
    var found: [FrontierEntry] = []
    let add = { (url: WebURL, kind: FrontierEntry.Kind, priority: FrontierEntry.Priority?) in
      let isRead = !kind.isLinkCheck || Self.isToBeRead(url, kind, on: page)
      found.append(
        FrontierEntry(
          url: url, kind: kind, depth: entry.depth + 1, referrer: page.url, priority: priority,
          method: isRead ? .get : .head))
    }
    if let target = page.refresh?.target, target.isHTTP, scope.contains(target) {
      add(target, .page, .column)
    }
    for url in page.pagination?.pages ?? [] where url.isHTTP && scope.contains(url) {
      add(url, .page, .pagination)
    }
    for link in page.links {
      guard let url = link.url, url.isHTTP, let kind = kind(of: link, url) else { continue }
      add(url, kind, kind == .page ? priority(of: link) : nil)
    }
    return found
  }

  /// Columns stand in the navigation; reading them first tells soonest what a site has.
  private func priority(of link: Link) -> FrontierEntry.Priority {
    switch link.place {
    case .navigation, .breadcrumb, .aside: .column
    case .pagination: .pagination
    default: .article
    }
  }

  /// Nil for what is neither content nor a link a visitor can follow.
  private func kind(of link: Link, _ url: WebURL) -> FrontierEntry.Kind? {
    // A frame nobody sees counts visits; asking for it would only falsify the portal's figures.
    if link.element == .frame, link.isHidden { return nil }
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

  /// Guides and yearly reports are often nothing but a Word document on a page: those are fetched
  /// whole, so that probes can read them. Of all other attachments only the answer counts.
  static func isToBeRead(_ url: WebURL, _ kind: FrontierEntry.Kind, on page: Page) -> Bool {
    guard kind == .attachment, isReadable(url) else { return false }
    let words = page.links.first { $0.url == url }.map(\.text) ?? ""
    return ["年度报告", "年报", "年度报表", "公开指南"].contains {
      words.contains($0) || page.title.contains($0)
        || (page.meta("ArticleTitle") ?? "").contains($0)
        || page.headings.prefix(4).contains { $0.text.contains("年度报告") || $0.text.contains("指南") }
    }
  }

  /// Whether a document at the address has a format that can be read.
  static func isReadable(_ url: WebURL) -> Bool { url.path.lowercased().hasSuffix(".docx") }

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
