/// HTTP heads rewritten so that a record agrees with itself.
///
/// The body we keep has its encodings removed, so the fields that described the wire's form are
/// renamed (`X-Archive-Orig-…`) and the length is stated anew. HTTP/2 has no textual head; WARC
/// wants one (WARC 1.1 §6.3 knows `application/http` only), so it is written as HTTP/1.1.
enum ArchivedHead {
  private static let wireFields: Set<String> = [
    "content-length", "content-encoding", "transfer-encoding",
  ]

  /// The response head for a decoded body of `length` bytes, ending in an empty line.
  static func response(_ head: [UInt8], bodyLength length: Int) -> [UInt8] {
    var lines = lines(of: head)
    let first = lines.isEmpty ? Array("HTTP/1.1 200".utf8) : lines.removeFirst()
    let isPlain = !lines.contains {
      ["content-encoding", "transfer-encoding"].contains(name(of: $0))
    }
    let stated = lines.filter { name(of: $0) == "content-length" }
    var out = statusLine(first) + crlf
    if isPlain && stated.count == 1 && value(of: stated[0]) == String(length) {
      for line in lines { out += line + crlf }
    } else {
      for line in lines {
        out += (wireFields.contains(name(of: line)) ? renamed : []) + line + crlf
      }
      out += Array("Content-Length: \(length)".utf8) + crlf
    }
    return out + crlf
  }

  /// The request head with an HTTP/1.1 request line, ending in an empty line.
  static func request(_ head: [UInt8]) -> [UInt8] {
    var lines = lines(of: head)
    guard !lines.isEmpty else { return [] }
    var words = lines.removeFirst().split(separator: 32).map(Array.init)
    if let version = words.last, isNewProtocol(version) {
      words[words.count - 1] = Array("HTTP/1.1".utf8)
    }
    let first = Array(words.joined(separator: [32]))
    return ([first] + lines).reduce(into: []) { $0 += $1 + crlf } + crlf
  }

  private static let crlf: [UInt8] = [13, 10]
  private static let renamed = Array("X-Archive-Orig-".utf8)

  private static func isNewProtocol(_ version: [UInt8]) -> Bool {
    version.starts(with: "HTTP/2".utf8) || version.starts(with: "HTTP/3".utf8)
  }

  /// `HTTP/2 200` becomes `HTTP/1.1 200 OK`; other status lines stay as received.
  private static func statusLine(_ line: [UInt8]) -> [UInt8] {
    let words = line.split(separator: 32, maxSplits: 2).map(Array.init)
    guard words.count >= 2, isNewProtocol(words[0]) else { return line }
    let code = String(decoding: words[1], as: UTF8.self)
    let phrase = words.count > 2 ? words[2] : Array((phrases[code] ?? "Status").utf8)
    return Array("HTTP/1.1 \(code) ".utf8) + phrase
  }

  private static let phrases = [
    "200": "OK", "204": "No Content", "206": "Partial Content", "301": "Moved Permanently",
    "302": "Found", "303": "See Other", "304": "Not Modified", "307": "Temporary Redirect",
    "308": "Permanent Redirect", "400": "Bad Request", "401": "Unauthorized", "403": "Forbidden",
    "404": "Not Found", "405": "Method Not Allowed", "410": "Gone", "412": "Precondition Failed",
    "429": "Too Many Requests", "500": "Internal Server Error", "502": "Bad Gateway",
    "503": "Service Unavailable", "504": "Gateway Timeout",
  ]

  /// The lines before the first empty one. A bare carriage return inside a line becomes a space:
  /// some readers would see a line end there.
  private static func lines(of head: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for piece in head.split(separator: 10, omittingEmptySubsequences: false) {
      let line = piece.last == 13 ? piece.dropLast() : piece
      if line.isEmpty { break }
      lines.append(line.map { $0 == 13 || $0 == 0 ? 32 : $0 })
    }
    return lines
  }

  private static func name(of line: [UInt8]) -> String {
    guard let colon = line.firstIndex(of: 58) else { return "" }
    return text(line[..<colon]).lowercased()
  }

  private static func value(of line: [UInt8]) -> String {
    guard let colon = line.firstIndex(of: 58) else { return "" }
    return text(line[(colon + 1)...])
  }

  /// Without spaces and tabs at both ends. By bytes: going through characters took longer than the
  /// rest of a record.
  fileprivate static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let head = bytes.drop(while: isBlank)
    let end = head.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? head.startIndex
    return String(decoding: head[..<end], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}

extension StringProtocol {
  /// Without spaces and tabs at both ends.
  var trimmed: String { ArchivedHead.text(Array(utf8)[...]) }
}
