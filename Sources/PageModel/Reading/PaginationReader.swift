internal import WebAddress

/// Finds how a list goes on: pager calls first, since they tell exactly, then anchors.
struct PaginationReader {
  /// Addresses made for one pager at most.
  static let pageLimit = PagerCalls.pageLimit

  private let reading: PageReading
  private let links: [Link]

  init(_ reading: PageReading, links: [Link]) {
    self.reading = reading
    self.links = links
  }

  func pagination() -> Pagination? {
    let anchors = PagerAnchors(reading, links: links)
    let calls = PagerCalls(
      reading.document, url: reading.url, queries: reading.queries)
    if let found = calls.called(visual: visual) { return found }
    if let found = hanweb() ?? calls.dataProxy() ?? calls.kaipu() { return found }
    if let found = calls.templateVariables() { return found }
    if let found = anchors.pagination() { return found }
    return postback()
  }

  /// Visual SiteBuilder: `_simple_list_gotopage_fun(3,'formname215520aGOPAGE',1)` beside anchors.
  private func visual(_ call: ScriptCall) -> Pagination? {
    guard let pages = call.arguments.first?.integer else { return nil }
    let anchors = PagerAnchors(reading, links: links)
    let found = anchors.pagination()
    return Pagination(
      form: "vsb", pageCount: pages, current: found?.current ?? 1, itemCount: found?.itemCount,
      pages: found?.pages ?? [],
      cannotFollow: pages > 1 && found?.pages.isEmpty ?? true
        ? "the pager submits a form" : nil)
  }

  // MARK: Hanweb

  /// Hanweb keeps three pages of rows in a data island and names the address of the next three.
  private func hanweb() -> Pagination? {
    let tree = reading.tree
    guard let island = tree.nodes.indices.first(where: { tree.name($0) == .datastore }) else {
      return nil
    }
    let next = links.filter { $0.href.holds("dataproxy.jsp") }.compactMap(\.url)
    let proxy = DataProxy(reading.document.calls)
    let total =
      number(in: island, "totalrecord") ?? number(in: island, "totalRecord") ?? proxy?.total
    let pages = number(in: island, "totalpage") ?? proxy?.pageCount
    let more = next.isEmpty ? proxy?.pages(reading.resolve) ?? [] : next
    return Pagination(
      form: "hanweb-datastore", pageCount: pages, current: 1, itemCount: total,
      pages: more, cannotFollow: nil)
  }

  private func number(in island: Int, _ name: String) -> Int? {
    let tree = reading.tree
    let wanted = name.lowercased()
    for node in island..<Int(reading.outline.end[island])
    where tree.isElement(node) && tree.nameText(node) == wanted {
      return Int(TextFold.line(tree.directText(node)[...]))
    }
    return reading.document.variables[name]?.integer
  }

  // MARK: ASP.NET

  private func postback() -> Pagination? {
    let isPager = links.contains { link in
      link.href.holds("__dopostback")
        && (PagerAnchors.nextWords.contains(link.text) || Int(link.text) != nil)
    }
    guard isPager else { return nil }
    return Pagination(
      form: "aspnet-postback", pageCount: nil, current: 1, pages: [],
      cannotFollow: "the pager posts a form back (__doPostBack)")
  }
}
