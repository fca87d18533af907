/// One record read back from an archive.
public struct ArchiveRecord: Sendable, Hashable {
  /// `WARC/1.1`, as written.
  public var version: String
  /// Named fields in order, continuation lines joined.
  public var fields: [Field]
  /// Everything between the named fields and the record's end.
  public var block: [UInt8]
  /// Offset and length in the file; for gzip of the member that holds the record.
  public var offset: Int
  /// Length in the file, of the gzip member when there is one.
  public var length: Int
  /// Everything that is wrong with it; empty for a sound record.
  public var problems: [ArchiveProblem]

  /// A named field as it was written.
  public struct Field: Sendable, Hashable {
    /// Letters as written; compared without case.
    public var name: String
    /// Without blanks at both ends.
    public var value: String
  }

  /// The first field of that name, compared without case; nil when absent or empty.
  public func field(_ name: String) -> String? {
    let value = fields.first { $0.name.isSame(as: name) }?.value
    return value?.isEmpty == false ? value : nil
  }

  /// `response`, `request`, `warcinfo`, …, in lower case; empty when missing.
  public var type: String { field("WARC-Type")?.lowercased() ?? "" }
  /// `<urn:uuid:…>`; empty when missing.
  public var id: String { field("WARC-Record-ID") ?? "" }
  /// The address the record is about; empty when missing.
  public var url: String { field("WARC-Target-URI") ?? "" }

  /// Status line and fields of an HTTP block, with the empty line; the whole block otherwise.
  public var head: [UInt8] { Array(block[..<payloadStart]) }
  /// What follows the HTTP head; empty when the block is not HTTP.
  public var body: [UInt8] { Array(block[payloadStart...]) }

  var isHTTP: Bool {
    field("Content-Type")?.lowercased().hasPrefix("application/http") ?? false
  }

  var payloadStart: Int {
    guard isHTTP else { return block.count }
    let end: [UInt8] = [13, 10, 13, 10]
    var index = 0
    while index + 4 <= block.count {
      if block[index] == 13 && block[index..<(index + 4)].elementsEqual(end) { return index + 4 }
      index += 1
    }
    return block.count
  }

  /// What WARC-Payload-Digest covers: the HTTP body, or the whole block of other records.
  var payload: ArraySlice<UInt8> { isHTTP ? block[payloadStart...] : block[...] }
}

extension String {
  /// Whether the texts are equal but for the case of ASCII letters, as field names are compared.
  fileprivate func isSame(as other: String) -> Bool {
    func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
    return utf8.elementsEqual(other.utf8) { lower($0) == lower($1) }
  }
}

/// One thing wrong with a record or with the archive around it.
public struct ArchiveProblem: Sendable, Hashable, Codable {
  /// Stable ids.
  public enum Code: String, Sendable, Codable {
    case notArchive = "not-archive"
    case versionUnknown = "version-unknown"
    case lineEnding = "line-ending"
    case headerMalformed = "header-malformed"
    case headerTooLarge = "header-too-large"
    case fieldMissing = "field-missing"
    case fieldEmpty = "field-empty"
    case fieldTwice = "field-twice"
    case fieldInvalid = "field-invalid"
    case contentTypeMissing = "content-type-missing"
    case contentTypeUnexpected = "content-type-unexpected"
    case typeUnknown = "type-unknown"
    case segmentNumber = "segment-number"
    case addressDamaged = "address-damaged"
    case blockTooLarge = "block-too-large"
    case blockCutOff = "block-cut-off"
    case blockDigest = "block-digest"
    case payloadDigest = "payload-digest"
    case digestUnknown = "digest-unknown"
    case recordEnd = "record-end"
    case trailingBytes = "trailing-bytes"
    case gzipCutOff = "gzip-cut-off"
    case gzipDamaged = "gzip-damaged"
  }

  /// What kind of fault it is.
  public var code: Code
  /// Where the record (or the unreadable place) begins.
  public var offset: Int
  /// The field or value concerned.
  public var detail: String

  /// A problem; `detail` is cut at 200 characters.
  public init(_ code: Code, offset: Int, detail: String = "") {
    self.code = code
    self.offset = offset
    self.detail = String(detail.prefix(200))
  }
}
