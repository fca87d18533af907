import AuditModel
import SiteModel
import WebAddress

extension ColumnSighting {
  /// The values a sentence about this sighting needs.
  func values(title: String) -> [String: String] {
    var values = ["column": title]
    if let name = column?.name ?? entry?.label { values["name"] = name }
    if let cause = verdict?.cause { values["cause"] = cause.rawValue }
    if let type = column?.typeSource { values["typeSource"] = type.rawValue }
    if let column { values["key"] = column.key }
    return values
  }

  /// The page on which it can be seen: the column; for a dead or absent one, where its link or
  /// its place should be.
  func page(in site: Site) -> PageReference? {
    if state != .unreachable, let column { return column.reference }
    if let entry {
      return site.summary(at: entry.page)?.reference
        ?? PageReference(url: entry.page.href, title: "")
    }
    let place = site.platform.url == nil ? site.home : site.platform
    return place.url.map { PageReference(url: $0.href, title: place.title) }
  }

  var link: LinkReference? {
    guard column == nil || state == .unreachable, let entry, entry.url != nil else { return nil }
    return entry.link
  }
}
