/// A response record of an earlier archive that still holds, read back and found whole.
///
/// It is taken over byte for byte, so that every sweep's archive proves itself without the ones
/// before it, and the same record keeps the same id and hash everywhere.
public struct EarlierCapture: Sendable {
  /// When the bytes were captured, where, and what they are.
  public let record: ArchiveRecord
  /// SHA-256 of the body, lower-case hexadecimal.
  public let payloadDigest: String
  let member: [UInt8]

  /// Reads the record.
  /// - Parameters:
  ///   - path: the archive file.
  ///   - offset: of the record's gzip member.
  ///   - length: of that member.
  ///   - id: what the record must call itself.
  /// - Throws: ``EvidenceError`` when the file is gone, or does not hold that record whole.
  public init(file path: String, offset: Int, length: Int, id: String) throws(EvidenceError) {
    let found = try ArchiveReader(file: path).record(at: offset)
    guard found.id == id, found.type == "response", length > 0 else {
      throw EvidenceError(.recordUnreadable, path: path, detail: "\(id) @\(offset)")
    }
    record = found
    payloadDigest = Digest.sha256(found.body)
    member = try ReadableFile(path: path).bytes(at: offset, count: length)
    guard member.starts(with: [0x1f, 0x8b]), member.count == length, found.length == length else {
      throw EvidenceError(.recordUnreadable, path: path, detail: "\(id) +\(length)")
    }
  }
}

extension ArchiveWriter {
  /// Takes an earlier capture over into this archive.
  /// - Parameter answer: what the server said when asked whether it changed (304); nil when nobody
  ///   asked. Kept as a `revisit` record that points at the capture (WARC 1.1 §6.7.3).
  /// - Returns: where the captured response lies now.
  public nonisolated func carry(
    _ capture: EarlierCapture, confirmedBy answer: CapturedExchange?
  ) async throws(EvidenceError) -> ArchiveLocation {
    var records: [RecordWriter.Record] = []
    if let answer {
      records = try RecordWriter.revisit(answer, of: capture.record, level: level)
    }
    records.append(
      RecordWriter.Record(
        id: capture.record.id, member: capture.member, payloadDigest: capture.payloadDigest))
    return try await commit(records)
  }
}

extension RecordWriter {
  private static let profile =
    "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

  /// The request and the answer that nothing changed.
  fileprivate static func revisit(
    _ exchange: CapturedExchange, of original: ArchiveRecord, level: Int32
  ) throws(EvidenceError) -> [Record] {
    let id = newID()
    var records: [Record] = []
    let request = ArchivedHead.request(exchange.requestHead)
    if !request.isEmpty {
      let fields = [
        ("WARC-Type", "request"), ("WARC-Concurrent-To", id),
        ("Content-Type", "application/http; msgtype=request"),
      ]
      records.append(
        try record(newID(), fields + common(exchange), head: request, body: [], level: level))
    }
    var fields = [
      ("WARC-Type", "revisit"), ("Content-Type", "application/http; msgtype=response"),
      ("WARC-Profile", profile), ("WARC-Refers-To", original.id),
      ("WARC-Refers-To-Target-URI", address(original.url)),
    ]
    if let date = original.field("WARC-Date") { fields.append(("WARC-Refers-To-Date", date)) }
    if let digest = original.field("WARC-Payload-Digest") {
      fields.append(("WARC-Payload-Digest", digest))
    }
    // A 304 has no content; a length it states is that of the content it does not send.
    let head = ArchivedHead.response(exchange.responseHead, bodyLength: 0)
    records.append(try record(id, fields + common(exchange), head: head, body: [], level: level))
    return records
  }
}
