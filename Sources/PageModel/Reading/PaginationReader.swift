internal import WebAddress

/// Finds how a list goes on: pager calls first, since they tell exactly, then anchors.
struct PaginationReader {
  /// Addresses made for one pager at most.
  static let pageLimit = 2_000

  private let reading: PageReading
  private let links: [Link]

  init(_ reading: PageReading, links: [Link]) {
    self.reading = reading
    self.links = links
  }

  func pagination() -> Pagination? {
    let anchors = PagerAnchors(reading, links: links)
    if let found = fromCalls() { return found }
    if let found = hanweb() { return found }
    if let found = templateVariables() { return found }
    if let found = anchors.pagination() { return found }
    return postback()
  }

  // MARK: Calls

  private func fromCalls() -> Pagination? {
    var single: Pagination?
    for call in reading.document.calls {
      guard let found = read(call) else { continue }
      if (found.pageCount ?? 2) > 1 { return found }
      single = single ?? found
    }
    return single
  }

  private func read(_ call: ScriptCall) -> Pagination? {
    let name = call.name.lowercased()
    if name.hasSuffix("createpagehtml") || name == "createpage" || name == "createpagehtml2" {
      return createPage(call.arguments)
    }
    if name == "pager" || name == "paging" || name == "pagination" || name == "createpages" {
      return pager(call.arguments)
    }
    return name.hasSuffix("_gotopage_fun") ? visual(call) : nil
  }

  /// TRS counts from 0, `(4, 0, "index", "html")`; the six-argument kind counts from 1 and names
  /// its element first, `('page_div', 50, 1, 'list', 'shtml', 1000)`.
  private func createPage(_ arguments: [ScriptValue]) -> Pagination? {
    if arguments.count >= 4, let pages = arguments[0].integer, let current = arguments[1].integer,
      case .text(let name) = arguments[2], case .text(let suffix) = arguments[3]
    {
      return trs("trs", pages: pages, current: current, name: name, suffix: suffix)
    }
    guard arguments.count >= 5, let pages = arguments[1].integer,
      let current = arguments[2].integer, case .text(let name) = arguments[3],
      case .text(let suffix) = arguments[4], pages >= 0
    else { return nil }
    let rows = arguments.count > 5 ? arguments[5].integer : nil
    let all = numbered(1...max(1, min(pages, PaginationReader.pageLimit))) { page in
      page == 1 ? "\(name).\(suffix)" : "\(name)_\(page).\(suffix)"
    }
    return make(
      "cmspro", pages: pages, current: max(1, current), items: rows, all: all)
  }

  private func trs(
    _ form: String, pages: Int, current: Int, name: String, suffix: String, items: Int? = nil
  ) -> Pagination? {
    guard pages >= 0, !name.isEmpty, !suffix.isEmpty else { return nil }
    let all = numbered(0...max(0, min(pages, PaginationReader.pageLimit) - 1)) { page in
      page == 0 ? "\(name).\(suffix)" : "\(name)_\(page).\(suffix)"
    }
    return make(form, pages: pages, current: max(0, current) + 1, items: items, all: all)
  }

  private func pager(_ arguments: [ScriptValue]) -> Pagination? {
    guard case .fields(let fields)? = arguments.last else { return nil }
    if let pages = fields["size"]?.integer, case .text(let prefix)? = fields["prefix"],
      case .text(let suffix)? = fields["suffix"]
    {
      let current = fields["current"]?.integer ?? 0
      return trs("trs-pager", pages: pages, current: current, name: prefix, suffix: suffix)
    }
    let rows = fields["count"]?.integer ?? fields["total"]?.integer ?? fields["totalData"]?.integer
    let size = fields["pagesize"]?.integer ?? fields["pageSize"]?.integer
    guard let rows, let size, size > 0 else { return nil }
    let pages = (rows + size - 1) / size
    return Pagination(
      form: "script-pager", pageCount: pages, current: fields["current"]?.integer ?? 1,
      itemCount: rows, pages: [],
      cannotFollow: pages > 1 ? "the pager loads its pages by script" : nil)
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

  /// A template that writes its pager in place: `var currentPage=0; var countPage=56`.
  private func templateVariables() -> Pagination? {
    let variables = reading.document.variables
    guard let pages = variables["countPage"]?.integer,
      let current = variables["currentPage"]?.integer, pages > 0, current >= 0
    else { return nil }
    let file = reading.url.path.split(separator: "/").last.map(String.init) ?? "index.html"
    let parts = file.split(separator: ".")
    let suffix = parts.count > 1 ? String(parts[parts.count - 1]) : "html"
    var name = parts.count > 1 ? String(parts[0]) : "index"
    if current > 0, name.hasSuffix("_\(current)") {
      name = String(name.dropLast("_\(current)".count))
    }
    return trs(
      "trs-template", pages: pages, current: current, name: name, suffix: suffix,
      items: variables["countnum"]?.integer)
  }

  // MARK: Hanweb

  /// Hanweb keeps three pages of rows in a data island and names the address of the next three.
  private func hanweb() -> Pagination? {
    let tree = reading.tree
    guard let island = tree.nodes.indices.first(where: { tree.name($0) == .datastore }) else {
      return nil
    }
    let next = links.filter { $0.href.holds("dataproxy.jsp") }.compactMap(\.url)
    let total = number(in: island, "totalrecord") ?? number(in: island, "totalRecord")
    let pages = number(in: island, "totalpage")
    return Pagination(
      form: "hanweb-datastore", pageCount: pages, current: 1, itemCount: total,
      pages: next, cannotFollow: nil)
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

  // MARK: Building

  private func numbered(_ range: ClosedRange<Int>, _ name: (Int) -> String) -> [WebURL] {
    range.compactMap { Address.resolve(name($0), base: reading.url, queries: reading.queries) }
  }

  /// All pages but this one.
  private func make(
    _ form: String, pages: Int, current: Int, items: Int?, all: [WebURL]
  ) -> Pagination {
    var others = all
    if others.indices.contains(current - 1) { others.remove(at: current - 1) }
    let isCut = pages > PaginationReader.pageLimit
    return Pagination(
      form: form, pageCount: pages, current: current, itemCount: items, pages: others,
      cannotFollow: isCut ? "more than \(PaginationReader.pageLimit) pages" : nil)
  }
}
