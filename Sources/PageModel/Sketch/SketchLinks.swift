/// The links of a tree, each as a place in the tree's bytes.
struct SketchLinks {
  private(set) var links: [SketchLink] = []
  private let limit: Int

  /// Elements that name nothing a visitor follows or sees, whatever their attributes.
  private static let mute = ElementSet("script style meta base")
  private static let param = ElementName("param")

  init(limit: Int) {
    self.limit = limit
    links.reserveCapacity(64)
  }

  /// Reads every node; addresses that stand nowhere in the document as they are (entries of a
  /// `srcset`) are put behind its bytes.
  mutating func read(_ tree: inout MarkupTree) {
    for node in 1..<tree.count where tree.nodes[node].attributeCount > 0 {
      if links.count >= limit { return }
      let name = tree.nodes[node].name
      if name == .a, !SketchLinks.showsPicture(tree, node) {
        readAnchor(tree, node)
      } else if !SketchLinks.mute.contains(name), SketchLinks.mayName(tree, node) {
        readOther(&tree, node)
      }
    }
  }

  private mutating func readAnchor(_ tree: MarkupTree, _ node: Int) {
    let start = Int(tree.nodes[node].attributeStart)
    for index in start..<start + Int(tree.nodes[node].attributeCount) {
      let attribute = tree.attributes[index]
      guard attribute.name.count == 4,
        tree.bytes.matchesIgnoringCase("href", at: Int(attribute.name.lowerBound))
      else { continue }
      links.append(SketchLink(element: .anchor, node: Int32(node), href: attribute.value))
      return
    }
  }

  /// An anchor with a picture of its own names more than where it leads.
  private static func showsPicture(_ tree: MarkupTree, _ node: Int) -> Bool {
    tree.hasAttribute(node, "background") || tree.hasAttribute(node, "srcset")
  }

  /// Whether an attribute may name an address, told by its first letter and its length; which it
  /// is, ``LinkAttributes`` tells.
  private static func mayName(_ tree: MarkupTree, _ node: Int) -> Bool {
    if tree.nodes[node].name == .img || tree.nodes[node].name == param { return true }
    let start = Int(tree.nodes[node].attributeStart)
    return (start..<start + Int(tree.nodes[node].attributeCount)).contains { index in
      let name = tree.attributes[index].name
      return switch (name.count, Ascii.lower(tree.bytes[Int(name.lowerBound)])) {
      // src, href, data, poster, srcset, archive, codebase, background, xlink:href
      case (3, UInt8(ascii: "s")), (4, UInt8(ascii: "h")), (4, UInt8(ascii: "d")),
        (6, UInt8(ascii: "p")), (6, UInt8(ascii: "s")), (7, UInt8(ascii: "a")),
        (8, UInt8(ascii: "c")), (10, UInt8(ascii: "b")), (10, UInt8(ascii: "x")):
        true
      default: false
      }
    }
  }

  private mutating func readOther(_ tree: inout MarkupTree, _ node: Int) {
    for found in LinkAttributes.addresses(tree, node) where links.count < limit {
      switch found.element {
      case .script, .stylesheet, .form, .other: continue
      case .anchor, .area, .image, .frame, .media, .object: break
      }
      let start = Int32(tree.bytes.count)
      tree.bytes.append(contentsOf: found.href.utf8)
      let href = start..<Int32(tree.bytes.count)
      links.append(SketchLink(element: found.element, node: Int32(node), href: href))
    }
  }
}
