/// Bytes that records are parsed from: a file, or an inflated gzip member.
protocol ByteSource {
  var size: Int { get }
  func bytes(at offset: Int, count: Int) throws(EvidenceError) -> [UInt8]
}

extension ReadableFile: ByteSource {}

/// A gzip member that was inflated.
struct MemberBytes: ByteSource {
  let content: [UInt8]
  var size: Int { content.count }

  func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset < content.count else { return [] }
    return Array(content[offset..<min(content.count, offset + max(0, count))])
  }
}

/// Reads one record at an offset: version line, named fields, block, end.
struct RecordParser {
  let source: any ByteSource
  let limits: ArchiveReader.Limits
  /// Added to every offset that is reported.
  let reportOffset: Int?

  /// The record at `offset`, and where the next one would begin; `next` is nil when what follows
  /// cannot be read as records any more.
  func record(at offset: Int) throws(EvidenceError) -> (record: ArchiveRecord, next: Int?) {
    let place = reportOffset ?? offset
    let header = try headerBytes(at: offset)
    var record = ArchiveRecord(
      version: "", fields: [], block: [], offset: place, length: 0, problems: [])
    guard let header else {
      let isHere = try startsLikeARecord(at: offset)
      record.problems = [.init(isHere ? .headerTooLarge : .notArchive, offset: place)]
      return (record, nil)
    }
    HeaderLines.read(header.lines, into: &record, offset: place)
    guard record.version.lowercased().hasPrefix("warc/") else { return (record, nil) }
    let next = try readBlock(into: &record, at: offset + header.length)
    record.length = (next ?? source.size) - offset
    return (record, next)
  }

  /// The lines before the first empty line, and their length with it; nil when there is none
  /// within the limit.
  private func headerBytes(
    at offset: Int
  ) throws(EvidenceError) -> (lines: ArraySlice<UInt8>, length: Int)? {
    var count = 4096
    while true {
      let bytes = try source.bytes(at: offset, count: count)
      var lineStart = 0
      for index in bytes.indices where bytes[index] == 10 {
        let line = bytes[lineStart..<index]
        if line.isEmpty || (line.count == 1 && line.first == 13) {
          return (bytes[..<lineStart], index + 1)
        }
        lineStart = index + 1
      }
      if bytes.count < count || count >= limits.headerBytes { return nil }
      count = min(count * 8, limits.headerBytes)
    }
  }

  private func startsLikeARecord(at offset: Int) throws(EvidenceError) -> Bool {
    let start = try source.bytes(at: offset, count: 5)
    return String(decoding: start, as: UTF8.self).lowercased() == "warc/"
  }

  private func readBlock(
    into record: inout ArchiveRecord, at start: Int
  ) throws(EvidenceError) -> Int? {
    let stated =
      record.field("Content-Length").flatMap(Int.init).flatMap { $0 >= 0 ? $0 : nil } ?? 0
    let place = record.offset
    guard stated <= source.size - start else {
      record.problems.append(.init(.blockCutOff, offset: place, detail: "\(stated)"))
      return nil
    }
    guard stated <= limits.blockBytes else {
      record.problems.append(.init(.blockTooLarge, offset: place, detail: "\(stated)"))
      return start + stated + 4
    }
    record.block = try source.bytes(at: start, count: stated)
    return try endOfRecord(at: start + stated, for: &record)
  }

  /// Two line ends close a record. Bare line feeds are read over, but named as a fault.
  private func endOfRecord(
    at end: Int, for record: inout ArchiveRecord
  ) throws(EvidenceError) -> Int? {
    let bytes = try source.bytes(at: end, count: 4)
    if bytes == [13, 10, 13, 10] { return end + 4 }
    record.problems.append(.init(.recordEnd, offset: record.offset))
    return bytes.starts(with: [10, 10]) ? end + 2 : nil
  }
}

/// The version line and the named fields of a record (WARC 1.1 §4).
enum HeaderLines {
  static func read(_ bytes: ArraySlice<UInt8>, into record: inout ArchiveRecord, offset: Int) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let isStrict = lines.allSatisfy { $0.last == 13 }
    if !isStrict { record.problems.append(.init(.lineEnding, offset: offset)) }
    var texts: [String] = []
    for line in lines {
      guard let text = String(validating: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
      else {
        record.problems.append(.init(.headerMalformed, offset: offset, detail: "UTF-8"))
        return
      }
      texts.append(text)
    }
    guard let version = texts.first, version.lowercased().hasPrefix("warc/") else {
      record.problems.append(.init(.notArchive, offset: offset, detail: texts.first ?? ""))
      return
    }
    record.version = version
    fields(texts.dropFirst(), into: &record, offset: offset)
  }

  private static func fields(
    _ lines: ArraySlice<String>, into record: inout ArchiveRecord, offset: Int
  ) {
    for line in lines {
      if let first = line.first, first == " " || first == "\t", !record.fields.isEmpty {
        let last = record.fields.count - 1
        let joined = "\(record.fields[last].value) \(line.trimmed)"
        record.fields[last].value = joined.trimmed
      } else if let colon = line.firstIndex(of: ":"), colon > line.startIndex {
        record.fields.append(
          .init(
            name: String(line[..<colon]), value: line[line.index(after: colon)...].trimmed))
      } else {
        record.problems.append(.init(.headerMalformed, offset: offset, detail: line))
      }
    }
  }
}
