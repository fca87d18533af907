internal import WebAddress

/// The position line, home first.
struct BreadcrumbReader {
  private let reading: PageReading

  init(_ reading: PageReading) { self.reading = reading }

  func crumbs() -> [Crumb] {
    guard let node = holder else { return [] }
    var crumbs: [Crumb] = []
    var anchor = -1
    for piece in reading.outline.pieces {
      let text = Int(piece.node)
      guard reading.outline.isInside(text, node), crumbs.count < 20 else { continue }
      let inside = Int(reading.outline.anchor[text])
      if inside >= 0 {
        if inside != anchor { append(anchor: inside, &crumbs) }
        anchor = inside
      } else {
        anchor = -1
        append(plain: TextFold.line(reading.tree.textBytes(text)), &crumbs)
      }
    }
    return crumbs
  }

  private var holder: Int? {
    if let found = reading.places.breadcrumb { return found }
    return reading.tree.nodes.indices.first { node in
      reading.places[node] == .breadcrumb && reading.tree.isElement(node)
        && reading.places[reading.tree.parent(node)] != .breadcrumb
    }
  }

  private func append(anchor: Int, _ crumbs: inout [Crumb]) {
    let text = BreadcrumbReader.trim(reading.outline.line(anchor, limit: 300))
    guard !text.isEmpty else { return }
    let href = reading.tree.attribute(anchor, "href") ?? ""
    crumbs.append(Crumb(text: text, url: href.isEmpty ? nil : reading.resolve(href)))
  }

  private func append(plain text: String, _ crumbs: inout [Crumb]) {
    var rest = text[...]
    if crumbs.isEmpty, let end = labelEnd(text) { rest = text[end...] }
    let separators: Set<Character> = [">", "»", "›", "→", "＞", "》", "<"]
    for part in rest.split(whereSeparator: separators.contains) {
      let step = BreadcrumbReader.trim(part)
      if !step.isEmpty, step != "正文" || crumbs.isEmpty == false { add(step, &crumbs) }
    }
  }

  private func add(_ step: String, _ crumbs: inout [Crumb]) {
    guard crumbs.count < 20, step.count < 60 else { return }
    crumbs.append(Crumb(text: step, url: nil))
  }

  private func labelEnd(_ text: String) -> String.Index? {
    if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) {
      return text.index(after: colon)
    }
    // A label without a colon is all there is: the steps are anchors.
    let isLabel = text.holds("位置") || text.holds("栏目")
    return isLabel ? text.endIndex : nil
  }

  private static let edges: Set<Character> = [
    " ", ">", "»", "›", "-", "/", "|", "→", "＞", "：", ":", "·", "\\", "、", "—", "&", "》",
  ]

  private static func trim(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while let first = rest.first, edges.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, edges.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
