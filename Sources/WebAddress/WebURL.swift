/// An address on the web, parsed and serialised as the WHATWG URL Standard says.
///
/// Two addresses are equal when their serialisations are. `Codable` as a single string.
public struct WebURL: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The serialisation, such as `http://www.example.gov.cn/a/b.html?x=1#top`.
  public let href: String
}
