/// Which attributes of which elements name an address.
enum LinkAttributes {
  struct Address {
    var element: Link.Element
    var href: String
  }

  static func addresses(_ tree: MarkupTree, _ node: Int) -> [Address] {
    var found: [Address] = []
    for (attribute, element) in table[Int(tree.name(node).raw), default: none] {
      if let value = tree.attribute(node, attribute) {
        found.append(Address(element: element, href: value))
      }
    }
    if let special = special[tree.name(node)] { special(tree, node, &found) }
    if let background = tree.attribute(node, "background") {
      found.append(Address(element: .image, href: background))
    }
    if tree.hasAttribute(node, "srcset") { appendSet(tree, node, &found) }
    if found.isEmpty, tree.name(node) != .a, let href = tree.attribute(node, "xlink:href") {
      found.append(Address(element: .other, href: href))
    }
    return found
  }

  private static let none: [(StaticString, Link.Element)] = []

  private static let table: [Int: [(StaticString, Link.Element)]] = {
    let rows: [(StaticString, [(StaticString, Link.Element)])] = [
      ("a", [("href", .anchor), ("ping", .other)]),
      ("area", [("href", .area), ("ping", .other)]),
      ("iframe", [("src", .frame)]),
      ("frame", [("src", .frame)]),
      ("script", [("src", .script)]),
      ("form", [("action", .form)]),
      ("button", [("formaction", .form)]),
      ("isindex", [("action", .form)]),
      ("input", [("formaction", .form), ("src", .image)]),
      ("object", [("data", .object), ("codebase", .object)]),
      ("applet", [("codebase", .object), ("archive", .object)]),
      ("embed", [("src", .object)]),
      ("video", [("src", .media), ("poster", .image)]),
      ("audio", [("src", .media)]),
      ("source", [("src", .media)]),
      ("track", [("src", .media)]),
      ("blockquote", [("cite", .other)]),
      ("html", [("manifest", .other)]),
      ("head", [("profile", .other)]),
      ("image", [("href", .image), ("xlink:href", .image)]),
    ]
    return Dictionary(uniqueKeysWithValues: rows.map { (Int(ElementName($0.0).raw), $0.1) })
  }()

  private typealias Reader = @Sendable (MarkupTree, Int, inout [Address]) -> Void

  private static let special: [ElementName: Reader] = [
    .img: image, .link: linkElement, .meta: meta, ElementName("param"): parameter,
    ElementName("base"): { tree, node, found in
      if let href = tree.attribute(node, "href") {
        found.append(Address(element: .other, href: href))
      }
    },
  ]

  private static let lazy: [StaticString] = [
    "data-src", "data-original", "data-lazy-src", "data-url", "data-echo", "lazysrc", "oldsrc",
    "longdesc", "lowsrc", "dynsrc",
  ]

  @Sendable private static func image(
    _ tree: MarkupTree, _ node: Int, _ found: inout [Address]
  ) {
    if let source = tree.attribute(node, "src") {
      found.append(Address(element: .image, href: source))
    }
    // `oldsrc` is the editor's memory of a name and `data-url` may be a note: both are only
    // believed where the image names nothing else.
    for name in lazy {
      guard let value = tree.attribute(node, name), !value.isEmpty else { continue }
      let isWeak = name.description == "oldsrc" || name.description == "data-url"
      if !isWeak || found.isEmpty { found.append(Address(element: .image, href: value)) }
    }
  }

  @Sendable private static func linkElement(
    _ tree: MarkupTree, _ node: Int, _ found: inout [Address]
  ) {
    guard let href = tree.attribute(node, "href") else { return }
    let rel = tree.attribute(node, "rel")?.lowercased() ?? ""
    let element: Link.Element =
      rel.holds("stylesheet") ? .stylesheet : rel.holds("icon") ? .image : .other
    found.append(Address(element: element, href: href))
  }

  @Sendable private static func meta(
    _ tree: MarkupTree, _ node: Int, _ found: inout [Address]
  ) {
    guard let content = tree.attribute(node, "content") else { return }
    let name = (tree.attribute(node, "http-equiv") ?? tree.attribute(node, "name") ?? "")
      .lowercased()
    switch name {
    case "refresh":
      guard let cut = content.firstIndex(of: "=") else { return }
      let quotes: Set<Character> = ["'", "\"", " "]
      let target = content[content.index(after: cut)...].filter { !quotes.contains($0) }
      found.append(Address(element: .other, href: String(target)))
    case "content-security-policy":
      for word in content.split(whereSeparator: { $0 == " " || $0 == ";" })
      where word.hasPrefix("/") || word.hasPrefix("http") {
        found.append(Address(element: .other, href: String(word)))
      }
    case "msapplication-config", "msapplication-starturl":
      found.append(Address(element: .other, href: content))
    default: break
    }
  }

  @Sendable private static func parameter(
    _ tree: MarkupTree, _ node: Int, _ found: inout [Address]
  ) {
    let names = ["ref", "src", "movie", "url", "filename", "data"]
    guard let name = tree.attribute(node, "name")?.lowercased(), names.contains(name),
      let value = tree.attribute(node, "value")
    else { return }
    found.append(Address(element: .object, href: value))
  }

  /// `a.jpg 1x, b.jpg 2x`.
  private static func appendSet(_ tree: MarkupTree, _ node: Int, _ found: inout [Address]) {
    guard let set = tree.attribute(node, "srcset") else { return }
    let element: Link.Element = tree.name(node) == .img ? .image : .media
    for entry in set.split(separator: ",").prefix(20) {
      guard let address = entry.split(whereSeparator: \.isWhitespace).first else { continue }
      found.append(Address(element: element, href: String(address)))
    }
  }

  /// The document types every page names.
  static func isStandard(_ doctype: String) -> Bool {
    doctype.holds("www.w3.org") || doctype.hasPrefix("about:") || doctype.isEmpty
  }
}
