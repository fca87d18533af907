internal import WebAddress

/// Reads a pager from what the page's scripts call and set: it tells exactly, and needs nothing
/// of the page but its scripts.
struct PagerCalls {
  /// Addresses made for one pager at most.
  static let pageLimit = 2_000

  private let document: ParsedDocument
  private let url: WebURL
  private let queries: QueryCharset?

  init(_ document: ParsedDocument, url: WebURL, queries: QueryCharset?) {
    self.document = document
    self.url = url
    self.queries = queries
  }

  /// Whether a script calls a pager that only the anchors beside it explain.
  var needsAnchors: Bool { document.calls.contains(where: PagerCalls.isVisual) }

  /// The pager that is called with more than one page, else any.
  /// - Parameter visual: reads a pager that stands beside anchors.
  func called(visual: (ScriptCall) -> Pagination?) -> Pagination? {
    var single: Pagination?
    for call in document.calls {
      guard let found = PagerCalls.isVisual(call) ? visual(call) : read(call) else { continue }
      if (found.pageCount ?? 2) > 1 { return found }
      single = single ?? found
    }
    return single
  }

  private static func isVisual(_ call: ScriptCall) -> Bool {
    call.name.lowercased().hasSuffix("_gotopage_fun")
  }

  private func read(_ call: ScriptCall) -> Pagination? {
    let name = call.name.lowercased()
    if name.hasSuffix("createpagehtml") || name == "createpage" || name == "createpagehtml2" {
      return createPage(call.arguments)
    }
    if name == "pager" || name == "paging" || name == "pagination" || name == "createpages" {
      return pager(call.arguments)
    }
    return nil
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
    let all = numbered(1...max(1, min(pages, PagerCalls.pageLimit))) { page in
      page == 1 ? "\(name).\(suffix)" : "\(name)_\(page).\(suffix)"
    }
    return make(
      "cmspro", pages: pages, current: max(1, current), items: rows, all: all)
  }

  private func trs(
    _ form: String, pages: Int, current: Int, name: String, suffix: String, items: Int? = nil
  ) -> Pagination? {
    guard pages >= 0, !name.isEmpty, !suffix.isEmpty else { return nil }
    let all = numbered(0...max(0, min(pages, PagerCalls.pageLimit) - 1)) { page in
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

  /// Hanweb's proxy, where the page holds no rows that name the next ones themselves.
  func dataProxy() -> Pagination? {
    guard let proxy = DataProxy(document.calls) else { return nil }
    let pages = proxy.pages { Address.resolve($0, base: url, queries: queries) }
    return Pagination(
      form: "hanweb-proxy", pageCount: proxy.pageCount, current: 1, itemCount: proxy.total,
      pages: pages,
      cannotFollow: pages.isEmpty && proxy.total ?? 1 > 0
        ? "the call of the list does not tell its address" : nil)
  }

  /// The JSON list behind a page of the disclosure platform of 开普.
  func kaipu() -> Pagination? {
    guard let list = KaipuLists.list(of: document, url: url) else { return nil }
    return Pagination(form: "kaipu-json", pageCount: nil, current: 1, pages: [list])
  }

  /// A template that writes its pager in place: `var currentPage=0; var countPage=56`.
  func templateVariables() -> Pagination? {
    let variables = document.variables
    guard let pages = variables["countPage"]?.integer,
      let current = variables["currentPage"]?.integer, pages > 0, current >= 0
    else { return nil }
    let file = url.path.split(separator: "/").last.map(String.init) ?? "index.html"
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

  // MARK: Building

  private func numbered(_ range: ClosedRange<Int>, _ name: (Int) -> String) -> [WebURL] {
    range.compactMap { Address.resolve(name($0), base: url, queries: queries) }
  }

  /// All pages but this one.
  private func make(
    _ form: String, pages: Int, current: Int, items: Int?, all: [WebURL]
  ) -> Pagination {
    var others = all
    if others.indices.contains(current - 1) { others.remove(at: current - 1) }
    let isCut = pages > PagerCalls.pageLimit
    return Pagination(
      form: form, pageCount: pages, current: current, itemCount: items, pages: others,
      cannotFollow: isCut ? "more than \(PagerCalls.pageLimit) pages" : nil)
  }
}
