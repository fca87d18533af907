import AuditModel
import Foundation
import Glibc

/// Composes WARC 1.1 records (ISO 28500:2017) as bytes.
enum RecordWriter {
  /// A record that is ready to be written.
  struct Record {
    var id: String
    var member: [UInt8]
    var payloadDigest: String
  }

  /// The records of one exchange, request first. The last one is the answer (response or, when
  /// there was none, metadata) and is what a location points at.
  static func records(
    of exchange: CapturedExchange, level: Int32
  ) throws(EvidenceError) -> [Record] {
    let answerID = newID()
    let request = ArchivedHead.request(exchange.requestHead)
    var records: [Record] = []
    if !request.isEmpty {
      let fields = [
        ("WARC-Type", "request"), ("WARC-Concurrent-To", answerID),
        ("Content-Type", "application/http; msgtype=request"),
      ]
      records.append(
        try record(newID(), fields + common(exchange), head: request, body: [], level: level))
    }
    if exchange.responseHead.isEmpty {
      records.append(try failure(exchange, id: answerID, level: level))
    } else {
      records.append(try response(exchange, id: answerID, level: level))
    }
    return records
  }

  /// The first record of a file.
  static func opening(
    _ software: ArchiveSoftware, file: String, at instant: Instant, level: Int32
  ) throws(EvidenceError) -> Record {
    var lines = ["software: \(plain(software.name))", "format: WARC File Format 1.1"]
    lines.append(
      "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")
    if !software.userAgent.isEmpty {
      lines.append("http-header-user-agent: \(plain(software.userAgent))")
    }
    if !software.description.isEmpty { lines.append("description: \(plain(software.description))") }
    let fields = [
      ("WARC-Type", "warcinfo"), ("WARC-Date", instant.utcDescription), ("WARC-Filename", file),
      ("Content-Type", "application/warc-fields"),
    ]
    return try record(newID(), fields, head: [], body: block(lines), level: level)
  }

  private static func response(
    _ exchange: CapturedExchange, id: String, level: Int32
  ) throws(EvidenceError) -> Record {
    var fields = [
      ("WARC-Type", "response"), ("Content-Type", "application/http; msgtype=response"),
    ]
    if exchange.isTruncated { fields.append(("WARC-Truncated", "length")) }
    let head = ArchivedHead.response(exchange.responseHead, bodyLength: exchange.body.count)
    return try record(
      id, fields + common(exchange), head: head, body: exchange.body, hasPayload: true,
      level: level)
  }

  private static func failure(
    _ exchange: CapturedExchange, id: String, level: Int32
  ) throws(EvidenceError) -> Record {
    let fields = [("WARC-Type", "metadata"), ("Content-Type", "application/warc-fields")]
    let lines = ["fetchFailure: \(plain(exchange.failure ?? "no response"))"]
    return try record(id, fields + common(exchange), head: [], body: block(lines), level: level)
  }

  static func common(_ exchange: CapturedExchange) -> [(String, String)] {
    var fields = [
      ("WARC-Target-URI", address(exchange.url)),
      ("WARC-Date", exchange.startedAt.utcDescription),
    ]
    if isNumericAddress(exchange.remoteAddress) {
      fields.append(("WARC-IP-Address", exchange.remoteAddress))
    }
    return fields
  }

  static func record(
    _ id: String, _ fields: [(String, String)], head: [UInt8], body: [UInt8],
    hasPayload: Bool = false, level: Int32
  ) throws(EvidenceError) -> Record {
    let block = head + body
    let payload = Digest.sha256(body)
    var all =
      fields + [("WARC-Record-ID", id), ("WARC-Block-Digest", "sha256:\(Digest.sha256(block))")]
    if hasPayload { all.append(("WARC-Payload-Digest", "sha256:\(payload)")) }
    all.append(("Content-Length", String(block.count)))
    let text = all.reduce("WARC/1.1\r\n") { $0 + "\($1.0): \($1.1)\r\n" } + "\r\n"
    let bytes = Array(text.utf8) + block + [13, 10, 13, 10]
    return Record(
      id: id, member: try GzipMember.compress(bytes, level: level), payloadDigest: payload)
  }

  static func newID() -> String { "<urn:uuid:\(UUID().uuidString.lowercased())>" }

  private static func block(_ lines: [String]) -> [UInt8] {
    Array(lines.joined(separator: "\r\n").utf8) + [13, 10]
  }

  /// One line without control characters: a field may not begin another.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(2000).map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
  }

  /// The address with every byte that may not stand in a header field percent-encoded.
  static func address(_ url: String) -> String {
    if url.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) { return url }
    return url.utf8.reduce(into: "") { text, byte in
      if byte > 32 && byte < 127 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  private static func isNumericAddress(_ text: String) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16)
    return inet_pton(AF_INET, text, &buffer) == 1 || inet_pton(AF_INET6, text, &buffer) == 1
  }
}
