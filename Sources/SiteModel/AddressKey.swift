public import WebAddress

/// The form of an address under which twins meet: what ``URLIdentity`` tells apart, and a trailing
/// slash besides, because portals write the same column with and without one.
public struct AddressKey: Hashable, Sendable {
  let text: String

  /// Makes the value from its parts.
  public init(_ url: WebURL) {
    let key = url.identity.key
    let query = key.utf8.firstIndex(of: UInt8(ascii: "?")) ?? key.endIndex
    var end = query
    while end > key.startIndex, key.utf8[key.utf8.index(before: end)] == UInt8(ascii: "/") {
      end = key.utf8.index(before: end)
    }
    text = end == query ? key : String(key[..<end]) + key[query...]
  }

  /// The key in 64 bits, for tables of very many addresses.
  var fingerprint: UInt64 { URLIdentity.fingerprint(of: text) }
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
