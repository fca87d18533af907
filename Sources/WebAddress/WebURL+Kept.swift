extension WebURL {
  /// Hands over the numbers that say where the parts of ``href`` stand, so that an address can be
  /// kept and had again without parsing it.
  public func forEachLayoutNumber(_ visit: (UInt32) -> Void) {
    visit(
      UInt32(layout.kind.rawValue) << 2 | (layout.isOpaque ? 2 : 0) | (layout.hasAuthority ? 1 : 0))
    visit(UInt32(bitPattern: layout.port &+ 1))
    for number in [
      layout.schemeEnd, layout.usernameStart, layout.usernameEnd, layout.hostStart,
      layout.hostEnd, layout.pathStart,
    ] {
      visit(number)
    }
    // One more, so that an absent part is a small number too.
    visit(layout.queryStart &+ 1)
    visit(layout.fragmentStart &+ 1)
  }

  /// The address with that serialisation.
  ///
  /// - Parameter next: gives the numbers of ``forEachLayoutNumber(_:)`` in their order. Numbers that
  ///   do not fit the text make no address.
  public init?(kept href: String, next: () -> UInt32) {
    let head = next()
    guard let kind = SchemeKind(rawValue: UInt8(truncatingIfNeeded: head >> 2)) else { return nil }
    var layout = URLLayout()
    layout.kind = kind
    layout.isOpaque = head & 2 != 0
    layout.hasAuthority = head & 1 != 0
    layout.port = Int32(bitPattern: next()) &- 1
    layout.schemeEnd = next()
    layout.usernameStart = next()
    layout.usernameEnd = next()
    layout.hostStart = next()
    layout.hostEnd = next()
    layout.pathStart = next()
    layout.queryStart = next() &- 1
    layout.fragmentStart = next() &- 1
    guard layout.fits(UInt32(clamping: href.utf8.count)) else { return nil }
    self.init(href: href, layout: layout)
  }
}

extension URLLayout {
  /// Whether the parts stand in order within a text of that length.
  fileprivate func fits(_ length: UInt32) -> Bool {
    let query = min(queryStart, length)
    let fragment = min(fragmentStart, length)
    return schemeEnd <= usernameStart && usernameStart <= usernameEnd && usernameEnd <= hostStart
      && hostStart <= hostEnd && hostEnd <= pathStart && pathStart <= min(query, fragment)
      && (queryStart == URLLayout.absent || queryStart <= fragment)
  }
}
