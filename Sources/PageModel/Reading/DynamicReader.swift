internal import WebAddress

/// What fills the page after it was served, so that an empty place in it proves nothing.
struct DynamicReader {
  private let reading: PageReading
  private let page: Page
  private var tree: MarkupTree { reading.tree }
  private static let limit = 60

  init(_ reading: PageReading, page: Page) {
    self.reading = reading
    self.page = page
  }

  func found() -> [DynamicContent] {
    var found: [DynamicContent] = []
    for node in 1..<tree.count where found.count < DynamicReader.limit {
      switch tree.name(node) {
      case .script: readScript(node, &found)
      case .iframe, .frame: readFrame(node, &found)
      default: if tree[node].attributeCount > 0 { readAttributes(node, &found) }
      }
    }
    if let shell = emptyShell() { found.insert(shell, at: 0) }
    return found
  }

  // MARK: Scripts

  private static let challenges: [StaticString] = [
    "$_ts", "__jsl_clearance", "acw_sc__v2", "_guard/", "wzws_cid", "yunsuo_session",
  ]
  private static let requests: [StaticString] = [
    "$.ajax", "ajaxget", "$.getjson", "$.post", "$.get(", "fetch(", "axios", "xmlhttprequest",
    "stlclient.post", ".load(",
  ]

  private func readScript(_ node: Int, _ found: inout [DynamicContent]) {
    let script = tree.directText(node)
    guard !script.isEmpty else { return }
    for mark in DynamicReader.challenges
    where script.firstIndexIgnoringCase(of: mark, from: 0) != nil {
      add(.challenge, mark.description, &found)
      return
    }
    if tree[node].next >= 0, writesLinks(after: node) {
      add(.documentWrite, tree.xpath(node), &found)
    }
    for request in DynamicReader.requests {
      guard let at = script.firstIndexIgnoringCase(of: request, from: 0) else { continue }
      let address = address(in: script, from: at)
      if isCounter(node, address) { return }
      add(.ajaxList, address ?? request.description, &found)
      return
    }
  }

  private func writesLinks(after script: Int) -> Bool {
    var at = Int(tree[script].next)
    while at >= 0, tree[at].isSynthetic {
      if reading.places.anchorCount(in: at) > 0 { return true }
      at = Int(tree[at].next)
    }
    return false
  }

  /// The first string after a request that looks like an address.
  private func address(in script: [UInt8], from start: Int) -> String? {
    let slice = Array(script[start..<min(start + 1500, script.count)])
    for token in ScriptScanner.tokens(of: slice) {
      if case .text(let text) = token, text.holds("/"), text.count < 300,
        !text.holds("<"), !text.holds("application/")
      {
        return text
      }
    }
    return nil
  }

  private static let counters = [
    "count", "hit", "click", "visit", "stat", "browse", "pv", "weather", "accesslog", "zan",
  ]

  /// A reader's count or the weather fills no list.
  private func isCounter(_ node: Int, _ address: String?) -> Bool {
    if let address {
      let lower = address.lowercased()
      if DynamicReader.counters.contains(where: { lower.contains($0) }) { return true }
    }
    let start = Int(reading.outline.textStart[node])
    let before = reading.outline.text[max(0, start - 60)..<start]
    let words: [StaticString] = ["次数", "浏览", "点击", "阅读", "访问"]
    return words.contains { before.firstIndexIgnoringCase(of: $0, from: before.startIndex) != nil }
  }

  // MARK: Frames

  private func readFrame(_ node: Int, _ found: inout [DynamicContent]) {
    guard !reading.isHidden(node), let source = tree.attribute(node, "src"),
      let url = reading.resolve(source), !isTiny(node)
    else { return }
    let lower = url.href.lowercased()
    guard !lower.holds("visitcount"), !lower.holds("weather"), !lower.holds("tianqi")
    else { return }
    add(.frame, url.href, &found)
  }

  private func isTiny(_ node: Int) -> Bool {
    for name in ["width", "height"] as [StaticString] {
      if let value = tree.attribute(node, name), let size = Int(value), size <= 1 { return true }
    }
    return false
  }

  // MARK: Frameworks

  private static let marks: [StaticString] = [
    "ng-app", "data-ng-app", "ng-repeat", "v-cloak", "v-for", "v-if", "data-reactroot", "data-bind",
    ":data", "ms-controller", "data-server-rendered",
  ]

  private func readAttributes(_ node: Int, _ found: inout [DynamicContent]) {
    for mark in DynamicReader.marks where tree.hasAttribute(node, mark) {
      if !found.contains(where: { $0.kind == .framework && $0.detail == mark.description }) {
        add(.framework, mark.description, &found)
      }
    }
    if tree.name(node) != .a, tree.name(node) != .img, tree.hasAttribute(node, "data-url"),
      reading.outline.textRange(node).isEmpty
    {
      add(.dataAttribute, tree.attribute(node, "data-url") ?? "", &found)
    }
  }

  private static let roots: Set<String> = ["app", "root", "__next", "__nuxt", "main-app", "gkmlpt"]

  /// A body with hardly a word and a script to fill it.
  private func emptyShell() -> DynamicContent? {
    guard reading.outline.text.count < 300 else { return nil }
    let root = tree.nodes.indices.first { node in
      tree[node].attributeCount > 0 && tree.name(node) == .div
        && tree.attribute(node, "id").map { DynamicReader.roots.contains($0) } ?? false
        && reading.outline.textRange(node).count < 60
    }
    if let root { return DynamicContent(kind: .emptyShell, detail: tree.xpath(root)) }
    let scripts = page.links.count { $0.element == .script }
    let anchors = page.links.count { $0.element == .anchor }
    guard scripts >= 2, anchors < 2, reading.outline.text.count < 120, page.refresh == nil else {
      return nil
    }
    return DynamicContent(kind: .emptyShell, detail: "\(scripts) scripts")
  }

  private func add(
    _ kind: DynamicContent.Kind, _ detail: String, _ found: inout [DynamicContent]
  ) {
    guard found.count < DynamicReader.limit else { return }
    let item = DynamicContent(kind: kind, detail: String(detail.prefix(300)))
    if !found.contains(item) { found.append(item) }
  }
}
