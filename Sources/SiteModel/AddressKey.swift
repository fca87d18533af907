public import WebAddress

/// The form of an address under which twins meet: scheme, `www.`, default document, fragment and
/// trailing slash are ignored, because portals write the same page in all these ways.
public struct AddressKey: Hashable, Sendable {
  let text: String

  /// Makes the value from its parts.
  public init(_ url: WebURL) {
    var rest = Substring(url.withoutFragment.href)
    for scheme in ["http://", "https://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    if let query = rest.firstIndex(of: "?") {
      let tail = rest[query...]
      text = AddressKey.withoutDefaultDocument(rest[..<query]) + (tail.count > 1 ? tail : "")
    } else {
      text = AddressKey.withoutDefaultDocument(rest)
    }
  }

  /// Last path segments that stand for their folder.
  private static let defaultDocuments: Set<String> = [
    "index.html", "index.htm", "index.shtml", "index.jhtml", "index.jsp", "index.php",
    "index.asp", "index.aspx", "default.html", "default.htm", "default.aspx", "default.asp",
  ]

  private static func withoutDefaultDocument(_ text: Substring) -> String {
    var rest = text
    if let slash = rest.lastIndex(of: "/"),
      defaultDocuments.contains(rest[rest.index(after: slash)...].lowercased())
    {
      rest = rest[..<slash]
    }
    while rest.last == "/" { rest = rest.dropLast() }
    return String(rest)
  }
}

/// The address of the first page of a paginated list: `index_3.html` and `18287_2.html` belong to
/// `index.html` and `18287.html`. Nil when the name carries no page number.
func firstPageAddress(of url: WebURL) -> WebURL? {
  let href = url.withoutFragment.href
  guard !href.contains("?"), let slash = href.lastIndex(of: "/") else { return nil }
  let name = href[href.index(after: slash)...]
  let stemEnd = name.lastIndex(of: ".") ?? name.endIndex
  guard let mark = name[..<stemEnd].lastIndex(of: "_") else { return nil }
  let digits = name[name.index(after: mark)..<stemEnd]
  guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
    mark > name.startIndex
  else { return nil }
  return WebURL(String(href[..<mark]) + String(name[stemEnd...]))
}
