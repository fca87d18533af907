import AuditModel
import PageModel
import WebAddress

/// Builds pages by hand, for facts that no HTML is needed for.
struct PageBuilder {
  var page: Page

  init(_ address: String, title: String = "") throws {
    let url = try WebURL(required: address)
    page = Page(
      url: url, status: 200, charset: CharsetDecision(name: "UTF-8", source: .header))
    page.title = title
    page.text = title
  }

  func link(
    _ text: String, _ href: String, place: Link.Place = .navigation,
    element: Link.Element = .anchor, label: String? = nil, isHidden: Bool = false
  ) -> PageBuilder {
    var copy = self
    copy.page.links.append(
      Link(
        element: element, href: href, url: WebURL(href, base: page.url), text: text, place: place,
        label: label, isHidden: isHidden, xpath: "/html/body/a[\(page.links.count + 1)]"))
    return copy
  }

  func item(_ title: String, _ href: String, _ date: String?, isPinned: Bool = false) -> PageBuilder
  {
    var copy = link(title, href, place: .list)
    let xpath = "/html/body/ul/li[\(page.listItems.count + 1)]"
    let dated = date.flatMap { Day($0) }.map {
      DatedText(day: $0, quote: date ?? "", role: .listed, source: "\(xpath)/span")
    }
    copy.page.listItems.append(
      ListItem(
        title: title, url: WebURL(href, base: page.url), date: dated, isPinned: isPinned,
        xpath: xpath))
    copy.page.mainText += title
    return copy
  }

  func crumbs(_ names: String...) -> PageBuilder {
    var copy = self
    copy.page.breadcrumb = names.map { Crumb(text: $0, url: nil) }
    return copy
  }

  func text(_ text: String) -> PageBuilder {
    var copy = self
    copy.page.mainText += text
    copy.page.text += text
    return copy
  }

  func dynamic(_ kind: DynamicContent.Kind) -> PageBuilder {
    var copy = self
    copy.page.dynamicContent.append(DynamicContent(kind: kind, detail: "test"))
    return copy
  }

  func published(_ date: String) -> PageBuilder {
    var copy = self
    copy.page.publication = Day(date).map {
      DatedText(day: $0, quote: "发布时间:\(date)", role: .published, source: "/html/body/span")
    }
    return copy
  }
}
