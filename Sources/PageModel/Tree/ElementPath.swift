extension MarkupTree {
  /// An absolute XPath that finds the element in a browser's document.
  ///
  /// What a script wrote has no place in the served document; it is located by its script.
  func xpath(_ node: Int) -> String {
    var steps: [Int] = []
    var at = node
    while at > 0 {
      if nodes[at].isSynthetic { steps.removeAll() }
      if name(at) != .text, !nodes[at].isSynthetic { steps.append(at) }
      at = parent(at)
    }
    let svg = steps.lastIndex { name($0) == .svg }
    var path = ""
    for index in steps.indices.reversed() {
      path += step(steps[index], isForeign: svg.map { index <= $0 } ?? false)
    }
    return path.isEmpty ? "/html[1]" : path
  }

  /// One step of a path. Foreign elements and names with a colon match no plain name test in an
  /// HTML document.
  func step(_ node: Int, isForeign: Bool) -> String {
    let name = nameText(node)
    let isPlain = !isForeign && MarkupTree.isPlain(name)
    let test = isPlain ? name : "*[name()='\(name.filter { $0 != "'" })']"
    return "/\(test)[\(nodes[node].position)]"
  }

  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { Ascii.isWord($0) || $0 == Ascii.hyphen || $0 == Ascii.underscore }
      && name.utf8.first.map(Ascii.isLetter) ?? false
  }
}
