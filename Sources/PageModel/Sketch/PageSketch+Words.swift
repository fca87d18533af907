extension PageSketch {
  /// The visible words of a link, or those of its title when it shows none.
  public func words(of link: SketchLink) -> String {
    let shown = Outline(tree).line(Int(link.node))
    if !shown.isEmpty { return shown }
    return tree.attributeBytes(Int(link.node), "title").map { TextFold.line($0) } ?? ""
  }

  /// The content of the first meta of that name, compared without case; nil when absent.
  public func meta(_ name: String) -> String? {
    let wanted = name.lowercased()
    let node = tree.nodes.indices.first { node in
      tree.nodes[node].name == .meta && tree.attribute(node, "name")?.lowercased() == wanted
    }
    return node.flatMap { tree.attribute($0, "content") }
  }

  /// The visible words of the first headings h1…h4.
  public func headings(_ count: Int) -> [String] {
    let outline = Outline(tree)
    let names: [ElementName] = [.h1, .h2, .h3, .h4]
    let texts = tree.nodes.indices.lazy
      .filter { names.contains(tree.nodes[$0].name) && !outline.isHidden[$0] }
      .map { outline.line($0) }.filter { !$0.isEmpty }
    return Array(texts.prefix(count))
  }
}
