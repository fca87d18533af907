/// What the hostile server does at one address: the bytes it writes, piece by piece, and how the
/// connection ends. Everything has an end, so that a forgotten client cannot keep it busy.
struct HostileScript {
  /// Written once, first.
  var head: [UInt8] = []
  /// Written again and again after the head.
  var piece: [UInt8] = []
  var repetitions = 0
  /// Pause before each piece, in milliseconds.
  var pause: UInt32 = 0
  /// Written last.
  var tail: [UInt8] = []
  /// Ends with RST instead of FIN.
  var resets = false

  /// The addresses and what each does, for the index page and the tests.
  static let catalogue: [(path: String, what: String)] = [
    ("/huge", "100 MB of HTML, no length given"), ("/declared", "1 GB announced, then streamed"),
    ("/redirect/0", "redirects to the next number for ever"), ("/loop", "redirects to itself"),
    ("/drip", "one byte every 100 ms for a minute"),
    ("/drip-header", "one header byte every 100 ms for a minute"),
    ("/charset", "GB18030 bytes labelled utf-8 and big5"), ("/links", "200,000 links"),
    ("/deep", "100,000 nested elements"), ("/nul", "NUL bytes between the tags"),
    ("/broken-utf8", "bytes that are no UTF-8"), ("/empty", "200 with no byte of body"),
    ("/reset", "connection reset after the request"),
    ("/reset-body", "connection reset in the middle of the body"),
    ("/short", "ends before the announced length"), ("/huge-header", "a header of 8 MB"),
    ("/endless-header", "header lines up to 64 MB"), ("/bomb", "gzip that unpacks to 256 MB"),
    ("/bad-gzip", "gzip that is none"), ("/garbage", "no HTTP at all"),
    ("/file", "redirects to file:///etc/passwd"),
    ("/inward", "redirects to the link-local metadata address"),
    ("/inject", "a redirect with line breaks in its target"), ("/silent", "never answers"),
  ]

  /// The script for the path; the index for any other.
  static func script(path: String) -> HostileScript {
    if path.hasPrefix("/redirect/") {
      let number = Int(path.dropFirst("/redirect/".count)) ?? 0
      return redirect("/redirect/\(number &+ 1)")
    }
    return pages[path]?() ?? wire[path]?() ?? page(index)
  }

  /// Scripts whose malice is in the body.
  private static let pages: [String: @Sendable () -> HostileScript] = [
    "/huge": { streamed(length: nil, megabytes: 100) },
    "/declared": { streamed(length: 1 << 30, megabytes: 1_024) },
    "/drip": {
      HostileScript(head: header(), piece: [UInt8]("x".utf8), repetitions: 600, pause: 100)
    },
    "/charset": {
      // 云溪市 and a link, in GB18030.
      let words: [UInt8] = [0xD4, 0xC6, 0xCF, 0xAA, 0xCA, 0xD0]
      return page(
        [UInt8]("<html><head><meta charset=\"big5\"><title>".utf8) + words
          + [UInt8]("</title></head><body><a href=\"/empty\">".utf8) + words
          + [UInt8]("</a></body></html>".utf8))
    },
    "/links": {
      let links = (0..<200_000).map { "<a href=\"/l/\($0)\">\($0)</a>" }.joined(separator: "\n")
      return page("<html><body>\(links)</body></html>")
    },
    "/deep": {
      let open = String(repeating: "<div>", count: 100_000)
      return page("<html><body>\(open)<a href=\"/empty\">bottom</a></body></html>")
    },
    "/nul": { page("<html>\0<body>\0<a hr\0ef=\"/empty\">a\0b</a><p>\0\0</p></body></html>") },
    "/broken-utf8": {
      page(
        [UInt8]("<html><body><a href=\"/empty\">".utf8) + [0xFF, 0xC0, 0xE4, 0xBA]
          + [UInt8]("</a></body></html>".utf8))
    },
    "/empty": { HostileScript(head: header(["Content-Length: 0"])) },
    "/bomb": {
      HostileScript(head: header(["Content-Encoding: gzip"]) + Deflate.bomb(256 << 20))
    },
    "/bad-gzip": {
      HostileScript(head: header(["Content-Encoding: gzip"]) + [0x1F, 0x8B, 8, 0, 1, 2, 3, 4])
    },
  ]

  /// Scripts whose malice is in the protocol.
  private static let wire: [String: @Sendable () -> HostileScript] = [
    "/loop": { redirect("/loop") },
    "/file": { redirect("file:///etc/passwd") },
    "/inward": { redirect("http://169.254.169.254/latest/meta-data/") },
    "/inject": { redirect("/empty%0d%0aSet-Cookie:%20a=b\u{0B}\r\n\tfolded") },
    "/drip-header": {
      HostileScript(
        head: [UInt8]("HTTP/1.1 200 OK\r\nX-Slow: ".utf8), piece: [UInt8]("x".utf8),
        repetitions: 600, pause: 100)
    },
    "/reset": { HostileScript(resets: true) },
    "/reset-body": {
      HostileScript(
        head: header(["Content-Length: 100000"]) + [UInt8]("<html><body>".utf8), resets: true)
    },
    "/short": { HostileScript(head: header(["Content-Length: 5000"]) + [UInt8]("<p>".utf8)) },
    "/huge-header": {
      HostileScript(
        head: [UInt8]("HTTP/1.1 200 OK\r\nX-Big: ".utf8),
        piece: [UInt8](repeating: 0x61, count: 1 << 16), repetitions: 128,
        tail: [UInt8]("\r\nContent-Length: 0\r\n\r\n".utf8))
    },
    "/endless-header": {
      HostileScript(
        head: [UInt8]("HTTP/1.1 200 OK\r\n".utf8),
        piece: [UInt8](String(repeating: "X-More: again\r\n", count: 4_096).utf8),
        repetitions: 1_092)
    },
    "/garbage": { HostileScript(head: [UInt8]("\u{7F}ELF nothing to see here\r\n".utf8)) },
    "/silent": { HostileScript(piece: [], repetitions: 600, pause: 100) },
  ]

  private static let index = """
    <html><head><meta charset="utf-8"><title>hostile</title></head><body><ul>
    \(catalogue.map { "<li><a href=\"\($0.path)\">\($0.what)</a></li>" }.lines)
    </ul></body></html>
    """

  private static func header(_ lines: [String] = []) -> [UInt8] {
    let all =
      ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", "Connection: close"] + lines
    return [UInt8]((all.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  private static func page(_ text: String) -> HostileScript { page([UInt8](text.utf8)) }

  private static func page(_ body: [UInt8]) -> HostileScript {
    HostileScript(head: header(["Content-Length: \(body.count)"]) + body)
  }

  private static func redirect(_ target: String) -> HostileScript {
    let text = """
      HTTP/1.1 302 Found\r\nLocation: \(target)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n
      """
    return HostileScript(head: [UInt8](text.utf8))
  }

  private static func streamed(length: Int?, megabytes: Int) -> HostileScript {
    let line = "<p>\(String(repeating: "云溪市", count: 40))<a href=\"/empty\">x</a></p>\n"
    let piece = [UInt8](String(repeating: line, count: (1 << 20) / line.utf8.count).utf8)
    let lines = length.map { ["Content-Length: \($0)"] } ?? []
    return HostileScript(
      head: header(lines) + [UInt8]("<html><body>".utf8), piece: piece,
      repetitions: megabytes * ((1 << 20) / piece.count))
  }
}
