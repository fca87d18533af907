internal import WebAddress

/// Every address the document names, with its words, place and label.
struct LinkReader {
  private let reading: PageReading
  private var tree: MarkupTree { reading.tree }

  init(_ reading: PageReading) { self.reading = reading }

  func links(_ truncations: inout [String]) -> [Link] {
    var links: [Link] = []
    var seen: Set<String> = []
    for node in 1..<tree.count {
      let name = tree.name(node)
      guard name != .text, tree[node].attributeCount > 0 else { continue }
      for found in LinkAttributes.addresses(tree, node) {
        if links.count >= reading.limits.links {
          truncations.append("links:\(reading.limits.links)")
          return links
        }
        // A script that writes one of several variants of an anchor shows a single one.
        if tree[node].isSynthetic, !seen.insert("\(found.element)\(found.href)").inserted {
          continue
        }
        links.append(link(node, found))
      }
    }
    if let doctype = tree.doctypeAddress, !LinkAttributes.isStandard(doctype) {
      links.append(plain(doctype, xpath: "/html[1]"))
    }
    return links
  }

  private func plain(_ address: String, xpath: String) -> Link {
    Link(
      element: .other, href: address, url: reading.resolve(address), text: "", place: .head,
      xpath: xpath)
  }

  private func link(_ node: Int, _ found: LinkAttributes.Address) -> Link {
    let label = reading.labels.label(of: node)
    var place = reading.places[node]
    if place == .other || place == .list || place == .article, let label,
      PlaceWords.related.contains(label)
    {
      place = .related
    }
    if tree.name(tree.parent(node)) == .head { place = .head }
    let url = reading.resolve(found.href)
    return Link(
      element: found.element, href: found.href, url: url,
      text: text(node, found.element), title: title(node), place: place, label: label,
      isHidden: isHidden(node, found.element),
      isConcealed: isConcealed(node, found.element, url), xpath: reading.xpath(node))
  }

  /// Looking up the ancestors costs; only a link to another host can be a planted one.
  private func isConcealed(_ node: Int, _ element: Link.Element, _ url: WebURL?) -> Bool {
    guard element == .anchor, let url, url.host != reading.url.host else { return false }
    return Concealment.conceals(tree, node)
  }

  /// Scripts, styles and head entries are never seen; only what would be shown can be hidden.
  private func isHidden(_ node: Int, _ element: Link.Element) -> Bool {
    switch element {
    case .script, .stylesheet, .other: false
    default: reading.isHidden(node) && tree.name(tree.parent(node)) != .head
    }
  }

  private func title(_ node: Int) -> String? {
    let title = tree.attributeBytes(node, "title").map { TextFold.line($0) }
    return title?.isEmpty ?? true ? nil : title
  }

  private func text(_ node: Int, _ element: Link.Element) -> String {
    guard element == .anchor || element == .area || element == .image || element == .frame else {
      return ""
    }
    let shown = element == .anchor ? reading.outline.line(node) : ""
    if !shown.isEmpty { return shown }
    if reading.isHidden(node), element == .anchor {
      let hidden = TextFold.line(hiddenText(node)[...])
      if !hidden.isEmpty { return hidden }
    }
    return named(node) ?? imageName(node) ?? title(node) ?? ""
  }

  private func hiddenText(_ node: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for inner in node..<Int(reading.outline.end[node])
    where tree.name(inner) == .text && bytes.count < 2000 {
      bytes.append(contentsOf: tree.textBytes(inner))
    }
    return bytes
  }

  private func named(_ node: Int) -> String? {
    let alt = tree.attributeBytes(node, "alt").map { TextFold.line($0) } ?? ""
    return alt.isEmpty ? nil : alt
  }

  private func imageName(_ node: Int) -> String? {
    for inner in node + 1..<max(node + 1, Int(reading.outline.end[node]))
    where tree.name(inner) == .img {
      if let name = named(inner) ?? title(inner) { return name }
    }
    return nil
  }
}
