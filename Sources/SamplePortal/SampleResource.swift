public import Foundation

/// One address of the sample portal and what the server answers there.
public struct SampleResource: Sendable, Hashable {
  /// How text is turned into bytes.
  public enum Charset: String, Sendable, Hashable {
    case utf8
    /// Bytes are GB18030 while the page's own label says `gb2312`, as old portals do.
    case gb18030

    /// The label written into the page.
    var label: String { self == .utf8 ? "utf-8" : "gb2312" }
  }

  /// What stands at the address.
  public enum Content: Sendable, Hashable {
    case text(String, Charset)
    case bytes([UInt8])
    /// `302` to the address (absolute, or a path of the same host).
    case redirect(String)
  }

  /// How the server treats a request beyond answering it.
  public enum Behaviour: Sendable, Hashable {
    case normal
    /// HEAD is answered 404, GET as usual: a badly set up server, not a dead page.
    case headNotFound
    /// The first request gets 500, all later ones the page.
    case failsOnce
    /// The answer comes late by that many milliseconds.
    case slow(milliseconds: Int)
  }

  /// The host name the resource is served under.
  public var host: String
  /// Path, beginning with a slash; a column ends with one.
  public var path: String
  /// HTTP status of the answer.
  public var status: Int
  /// As sent; old sites leave the charset to the page.
  public var contentType: String
  /// Text, bytes or a redirect.
  public var content: Content
  /// What the server does beyond answering.
  public var behaviour: Behaviour
  /// The page's own title; empty for files.
  public var title: String

  /// `http://host/path`, without a port: the port is known when the server listens.
  public var address: String { "http://\(host)\(path)" }

  /// Whether it is an HTML document.
  public var isPage: Bool { text != nil && contentType.hasPrefix("text/html") }

  /// The HTML or other text; nil for files and redirects.
  public var text: String? {
    if case .text(let text, _) = content { text } else { nil }
  }

  /// The bytes to send when the portal listens on the port.
  public func body(port: Int) -> Data {
    switch content {
    case .bytes(let bytes): return Data(bytes)
    case .redirect: return Data()
    case .text(let text, let charset):
      return SampleHosts.adding(port: port, to: text).data(using: charset.encoding) ?? Data()
    }
  }
}

extension SampleResource.Charset {
  /// GB18030 by its CoreFoundation number (0x0632); Foundation has no name for it on Linux.
  var encoding: String.Encoding {
    switch self {
    case .utf8: .utf8
    case .gb18030: String.Encoding(rawValue: 0x8000_0632)
    }
  }
}
