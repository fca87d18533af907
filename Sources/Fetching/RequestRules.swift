import WebAddress

extension HeaderField {
  /// Whether the field can be sent as it stands: the name is a token (RFC 9110 section 5.6.2), the
  /// value holds no control character, and it is not one that frames the message, which only
  /// libcurl may write.
  var isSendable: Bool {
    guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else { return false }
    guard value.utf8.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7f) }) else { return false }
    return !framing.contains(name.lowercased())
  }

  /// libcurl's spelling; `Name;` sends an empty value where `Name:` would remove the field.
  var line: String {
    value.allSatisfy { $0 == " " || $0 == "\t" } ? "\(name);" : "\(name): \(value)"
  }
}

/// Fields that say where a message ends, whom it is for, or what becomes of the connection.
private let framing: Set<String> = [
  "host", "content-length", "transfer-encoding", "connection", "te", "trailer", "upgrade", "expect",
  "http2-settings",
]

private func isTokenByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}

extension FetchRequest {
  /// Why the request cannot be sent at all; nil when it can.
  var refusal: FetchFailure? {
    guard url.isHTTP else { return FetchFailure(code: .unsupportedScheme, detail: url.scheme) }
    if let field = headers.first(where: { !$0.isSendable }) {
      return FetchFailure(code: .invalidRequest, detail: "header \(printable(field.name))")
    }
    let size = headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    if size > 64 << 10 { return FetchFailure(code: .invalidRequest, detail: "headers too large") }
    if url.href.utf8.count > 64 << 10 {
      return FetchFailure(code: .invalidRequest, detail: "address too long")
    }
    return nil
  }

  /// The port the request goes to.
  var port: Int { url.effectivePort ?? 0 }
}

/// The name with everything but printable ASCII left out, bounded.
private func printable(_ text: String) -> String {
  String(decoding: text.utf8.prefix(64).filter { (0x20...0x7e).contains($0) }, as: UTF8.self)
}
