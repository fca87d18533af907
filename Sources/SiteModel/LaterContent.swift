public import PageModel
import WebAddress

extension Page {
  /// What may fill the page's main part after it was served, so that emptiness proves nothing.
  ///
  /// Links that `document.write` makes are already read, and frames in header or footer fill no
  /// list; neither is a doubt.
  public var laterContent: [DynamicContent] {
    var framed = Set<String>()
    for link in links where link.element == .frame && !link.isHidden {
      switch link.place {
      case .other, .list, .article, .related: framed.insert(link.url?.href ?? link.href)
      case .navigation, .breadcrumb, .pagination, .footer, .aside, .head: continue
      }
    }
    return dynamicContent.filter { content in
      switch content.kind {
      case .documentWrite: false
      case .frame: framed.contains(content.detail)
      case .emptyShell, .framework, .dataAttribute, .ajaxList, .challenge: true
      }
    }
  }
}
