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
    var path: [UInt8] = []
    path.reserveCapacity(steps.count * 8)
    for index in steps.indices.reversed() {
      // Foreign elements match no plain name test in an HTML document.
      append(steps[index], isForeign: svg.map { index <= $0 } ?? false, to: &path)
    }
    return path.isEmpty ? "/html[1]" : String(decoding: path, as: UTF8.self)
  }

  /// Adds one step of a path.
  func append(_ step: Int, isForeign: Bool, to path: inout [UInt8]) {
    path.append(Ascii.slash)
    let raw = nodes[step].name.raw
    if raw >= 2, raw < ElementName.firstUnknown, !isForeign {
      let known = ElementName.known[Int(raw) - 2]
      path.append(
        contentsOf: UnsafeBufferPointer(start: known.utf8Start, count: known.utf8CodeUnitCount))
    } else {
      // Nor do names with a colon.
      let name = nameText(step)
      let isPlain = !isForeign && MarkupTree.isPlain(name)
      path.append(contentsOf: (isPlain ? name : "*[name()='\(name.filter { $0 != "'" })']").utf8)
    }
    path.append(Ascii.openSquare)
    appendNumber(Int(nodes[step].position), to: &path)
    path.append(Ascii.closeSquare)
  }

  private func appendNumber(_ number: Int, to path: inout [UInt8]) {
    if number < 10 {
      path.append(0x30 + UInt8(truncatingIfNeeded: max(number, 0)))
    } else {
      path.append(contentsOf: String(number).utf8)
    }
  }

  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { Ascii.isWord($0) || $0 == Ascii.hyphen || $0 == Ascii.underscore }
      && name.utf8.first.map(Ascii.isLetter) ?? false
  }
}
