/// Reads WARC files, ours and others', gzip or plain, within limits; hostile files end in a
/// problem or an error, never in a crash or an endless read.
public struct ArchiveReader {
  /// What one record may cost.
  public struct Limits: Sendable, Hashable {
    /// Version line and named fields together.
    public var headerBytes: Int
    /// One block, uncompressed.
    public var blockBytes: Int
    /// Records in one file; reading stops behind.
    public var records: Int

    /// 256 KB of header, 256 MB of block unless told otherwise.
    public init(headerBytes: Int = 1 << 18, blockBytes: Int = 1 << 28, records: Int = 50_000_000) {
      self.headerBytes = headerBytes
      self.blockBytes = blockBytes
      self.records = records
    }
  }

  private let file: ReadableFile
  private let limits: Limits

  /// - Throws: ``EvidenceError`` when the path is not a readable regular file.
  public init(file path: String, limits: Limits = Limits()) throws(EvidenceError) {
    file = try ReadableFile(path: path)
    self.limits = limits
  }

  /// The record that begins at `offset`, its digests recomputed.
  /// - Throws: ``EvidenceError`` `recordUnreadable` when no whole record stands there or a digest
  ///   does not agree; `recordTooLarge` beyond the limits.
  public func record(at offset: Int) throws(EvidenceError) -> ArchiveRecord {
    guard offset >= 0, offset < file.size else {
      throw EvidenceError(.recordUnreadable, path: file.path, detail: "offset \(offset)")
    }
    var found: ArchiveRecord?
    _ = try unit(at: offset) { record in
      if found == nil { found = record }
    }
    guard let record = found else {
      throw EvidenceError(.recordUnreadable, path: file.path, detail: "offset \(offset)")
    }
    if let problem = record.problems.first(where: { $0.code.breaksRecord }) {
      let code: EvidenceError.Code =
        [.blockTooLarge, .headerTooLarge].contains(problem.code)
        ? .recordTooLarge : .recordUnreadable
      throw EvidenceError(code, path: file.path, detail: "\(problem.code.rawValue) @\(offset)")
    }
    return record
  }

  /// A checksum of the bytes of a record as they lie in the file (CRC-32), for telling whether they
  /// are still those that were read before; nil when they cannot be read.
  public func checksum(at offset: Int, length: Int) -> UInt32? {
    guard offset >= 0, length > 0, length <= limits.blockBytes,
      let bytes = try? file.bytes(at: offset, count: length), bytes.count == length
    else { return nil }
    return Deflater.checksum(bytes)
  }

  /// Hands every record to `body`, in order, each with what is wrong with it. Reading ends at the
  /// first place that cannot be read as a record; that place is handed over as a record too.
  /// - Throws: ``EvidenceError`` when the file cannot be read, and what `body` throws.
  /// - Returns: number of records handed over.
  @discardableResult
  public func forEachRecord(_ body: (ArchiveRecord) throws -> Void) throws -> Int {
    var offset = 0
    var count = 0
    while offset < file.size, count < limits.records {
      var failure: (any Error)?
      let next = try unit(at: offset) { record in
        guard failure == nil else { return }
        count += 1
        do { try body(record) } catch { failure = error }
      }
      if let failure { throw failure }
      guard let next, next > offset else { return count }
      offset = next
    }
    return count
  }

  /// Every record's problems, strictly by the standard; empty for a sound archive.
  public func problems() throws -> [ArchiveProblem] {
    var problems: [ArchiveProblem] = []
    let count = try forEachRecord { record in
      guard problems.count < 1000 else { return }
      problems += record.problems + ArchiveConformance.problems(of: record)
    }
    if count == 0 { problems.append(.init(.notArchive, offset: 0)) }
    return problems
  }

  /// One gzip member or one plain record; returns where the next begins.
  private func unit(
    at offset: Int, _ body: (ArchiveRecord) -> Void
  ) throws(EvidenceError) -> Int? {
    guard try file.bytes(at: offset, count: 2) == [0x1f, 0x8b] else {
      let (record, next) = try RecordParser(source: file, limits: limits, reportOffset: nil)
        .record(at: offset)
      body(ArchiveConformance.withDigestsChecked(record))
      return next
    }
    do {
      let limit = limits.headerBytes + limits.blockBytes + 4
      let member = try GzipMember.inflate(file, at: offset, limit: limit)
      try records(in: member, at: offset, body)
      return offset + member.length
    } catch let fault as GzipMember.Fault {
      body(unreadable(fault, at: offset))
      return nil
    } catch let error as EvidenceError {
      throw error
    } catch {
      throw EvidenceError(.recordUnreadable, path: file.path, detail: "\(error)")
    }
  }

  private func records(
    in member: GzipMember.Inflated, at offset: Int, _ body: (ArchiveRecord) -> Void
  ) throws(EvidenceError) {
    let parser = RecordParser(
      source: MemberBytes(content: member.bytes), limits: limits, reportOffset: offset)
    var position: Int? = 0
    while let start = position, start < member.bytes.count {
      var (record, next) = try parser.record(at: start)
      record.length = member.length
      body(ArchiveConformance.withDigestsChecked(record))
      position = next
    }
  }

  private func unreadable(_ fault: GzipMember.Fault, at offset: Int) -> ArchiveRecord {
    let code: ArchiveProblem.Code =
      switch fault {
      case .cutOff: .gzipCutOff
      case .damaged: .gzipDamaged
      case .tooLarge: .blockTooLarge
      }
    return ArchiveRecord(
      version: "", fields: [], block: [], offset: offset, length: file.size - offset,
      problems: [.init(code, offset: offset)])
  }
}

extension ArchiveProblem.Code {
  /// Whether the record's content can no longer be relied on. The others are faults of form.
  public var breaksRecord: Bool {
    switch self {
    case .notArchive, .headerMalformed, .headerTooLarge, .blockTooLarge, .blockCutOff,
      .blockDigest, .payloadDigest, .recordEnd, .trailingBytes, .gzipCutOff, .gzipDamaged:
      true
    default: false
    }
  }
}
