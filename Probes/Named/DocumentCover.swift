import AuditModel
import PageModel
import SiteModel
import WebAddress

/// The columns in which a named document belongs, and whether they were read to their end: only
/// then may it be called missing.
struct DocumentCover {
  let columns: [Column]
  /// Why something in them may have stayed unseen; nil when they were read whole.
  let doubt: InconclusiveReason?
  /// Every one of them says in words that there is nothing.
  let isNilReturn: Bool

  /// - Parameter start: the first day that matters; nil when everything does.
  init(_ search: DocumentSearch, site: Site, since start: Day?) {
    let home = site.home.url.map { AddressKey($0) }
    var columns = site.columns.filter { column in
      AddressKey(column.url) != home && search.covers(column.names.map { Naming.fold($0) })
    }
    let known = Set(columns.map { AddressKey($0.url) })
    columns += columns.flatMap(\.children).filter { !known.contains(AddressKey($0)) }
      .compactMap { site.column(at: $0) }
    self.columns = columns
    doubt = columns.lazy.compactMap { DocumentCover.doubt($0, since: start) }.first
    isNilReturn = !columns.isEmpty && columns.allSatisfy { $0.content.state == .nilReturn }
  }

  private static func doubt(_ column: Column, since start: Day?) -> InconclusiveReason? {
    let content = column.content
    switch content.state {
    case .scripted: return .jsOnly
    case .sparse: return .ambiguous
    case .redirect: return .notExamined
    case .blank, .nilReturn, .filled: break
    }
    // What a script adds to a list that stands there is decoration; to none, perhaps the list.
    if content.items.isEmpty, !content.dynamic.isEmpty { return .jsOnly }
    let isKept = content.items.count >= content.itemCount
    if content.unreadPages == 0, isKept { return nil }
    guard let start, !content.isAscending,
      let oldest = content.items.filter({ !$0.isPinned }).compactMap({ $0.date?.day }).min(),
      oldest < start
    else { return .captureIncomplete }
    return nil
  }
}
