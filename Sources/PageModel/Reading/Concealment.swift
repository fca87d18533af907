/// Tricks that keep an element in the document and out of a visitor's sight: no size, no letters,
/// pushed out of the window, inside a moving strip one pixel high.
///
/// Kept apart from what is merely not shown yet (menus, slides): those hide with `display:none` or
/// `opacity`, and their content is meant to be seen.
enum Concealment {
  private static let ancestors = 6

  static func conceals(_ tree: MarkupTree, _ node: Int) -> Bool {
    var at = node
    for _ in 0..<ancestors where at > 0 {
      if let style = tree.attributeBytes(at, "style"), isTrick(style) { return true }
      if tree.name(at) == marquee, isTiny(tree, at) { return true }
      at = tree.parent(at)
    }
    return false
  }

  private static let marquee = ElementName("marquee")

  /// `<marquee height=1 width=4 scrollamount=3000>`
  private static func isTiny(_ tree: MarkupTree, _ node: Int) -> Bool {
    ["height", "width"].contains { (name: StaticString) in
      tree.attribute(node, name).flatMap { Int($0.prefix { $0.isNumber }) }.map { $0 <= 5 } ?? false
    }
  }

  private static func isTrick(_ style: ArraySlice<UInt8>) -> Bool {
    var compact: [UInt8] = []
    for byte in style.prefix(4096) where !Ascii.isSpace(byte) { compact.append(Ascii.lower(byte)) }
    if InlineStyle.isFarOff(compact) { return true }
    let declarations = compact.split(separator: UInt8(ascii: ";")).map {
      String(decoding: $0, as: UTF8.self)
    }
    if declarations.contains(where: { noLetters.contains($0) }) { return true }
    // A box without size hides only when what overflows it is cut off.
    return declarations.contains("overflow:hidden")
      && declarations.contains { noSize.contains($0) }
  }

  private static let noLetters: Set<String> = ["font-size:0", "font-size:0px", "font-size:1px"]
  private static let noSize: Set<String> = [
    "height:0", "height:0px", "height:1px", "width:0", "width:0px", "width:1px",
  ]
}
