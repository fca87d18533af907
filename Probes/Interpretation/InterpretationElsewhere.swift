import AuditModel
import PageModel
import SiteModel
import WebAddress

/// A link from a policy's page to an interpretation that is not among the unit's pages.
enum InterpretationElsewhere {
  /// - Parameter onPages: true to look on the policy's own pages alone, not in the columns.
  static func link(
    from policy: PolicyDocument, site: Site, onPages: Bool = false
  ) -> LinkReference? {
    let core = Naming.titleCore(policy.title)
    for copy in policy.copies.prefix(5) {
      guard let page = site.landing(at: copy) else { continue }
      if let link = page.links.first(where: { leads($0, core: core) }) {
        return LinkReference(url: link.url?.href ?? "", text: link.text)
      }
    }
    return onPages ? nil : listed(core: core, site: site)
  }

  private static func leads(_ link: Link, core: String) -> Bool {
    guard link.element == .anchor, !link.isHidden, link.url != nil,
      link.place == .related || link.place == .article || link.place == .other,
      TitleMarks.isInterpretation(link.text)
    else { return false }
    return link.label?.contains("解读") == true || Naming.titleCore(link.text) == core
  }

  /// An entry of an interpretation column that bears the policy's name.
  private static func listed(core: String, site: Site) -> LinkReference? {
    guard core.count >= 6 else { return nil }
    for column in site.columns where column.type == .interpretation {
      for item in column.content.items where Naming.titleCore(item.title) == core {
        return LinkReference(url: item.url?.href ?? column.url.href, text: item.title)
      }
    }
    return nil
  }

  /// Why an interpretation may stand where nobody looked; nil when the columns were read whole.
  static func unread(_ site: Site) -> InconclusiveReason? {
    for entry in site.entries
    where ColumnVocabulary.type(ofName: entry.label) == .interpretation && !entry.isHidden {
      guard let url = entry.url else { return .jsOnly }
      guard site.scope.contains(url), site.landing(at: url) == nil else { continue }
      let cause = site.source.fetchStatus(of: url)?.cause
      if cause != .notFound { return cause?.reason ?? .notExamined }
    }
    for column in site.columns where column.type == .interpretation {
      if column.content.unreadPages > 0 { return .notExamined }
      if column.content.dynamic.contains(where: \.fillsLists) { return .jsOnly }
      let isUnread = column.content.items.contains { item in
        guard let url = item.url, site.scope.contains(url) else { return false }
        return site.summary(at: url) == nil && site.source.fetchStatus(of: url)?.cause != .notFound
      }
      if isUnread { return .notExamined }
    }
    return nil
  }
}
