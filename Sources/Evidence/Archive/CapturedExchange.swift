public import AuditModel

/// One request and what came back, as it is to be archived.
public struct CapturedExchange: Sendable, Hashable {
  /// The address that was asked for.
  public var url: String
  /// When the request was sent; the records' date.
  public var startedAt: Instant
  /// Numeric address of the peer; empty when none was reached.
  public var remoteAddress: String
  /// The request as it went over the wire, up to and with the empty line.
  public var requestHead: [UInt8]
  /// Status line and fields as received; empty when there was no response.
  public var responseHead: [UInt8]
  /// Content with transfer and content encodings removed.
  public var body: [UInt8]
  /// True when the body was cut at a limit.
  public var isTruncated: Bool
  /// Why there was no response; used when ``responseHead`` is empty.
  public var failure: String?

  /// An exchange; without a response, `responseHead` is empty and `failure` says why.
  public init(
    url: String, startedAt: Instant, remoteAddress: String, requestHead: [UInt8],
    responseHead: [UInt8], body: [UInt8], isTruncated: Bool = false, failure: String? = nil
  ) {
    self.url = url
    self.startedAt = startedAt
    self.remoteAddress = remoteAddress
    self.requestHead = requestHead
    self.responseHead = responseHead
    self.body = body
    self.isTruncated = isTruncated
    self.failure = failure
  }
}

/// Where a record lies.
public struct ArchiveLocation: Sendable, Hashable, Codable {
  /// File name inside the archive's folder.
  public var file: String
  /// Offset of the record's gzip member, and the member's length, in bytes.
  public var offset: Int
  /// Length of the gzip member.
  public var length: Int
  /// `<urn:uuid:…>`
  public var recordID: String
  /// SHA-256 of the body, lower-case hexadecimal.
  public var payloadDigest: String

  /// A place in an archive.
  public init(file: String, offset: Int, length: Int, recordID: String, payloadDigest: String) {
    self.file = file
    self.offset = offset
    self.length = length
    self.recordID = recordID
    self.payloadDigest = payloadDigest
  }
}

/// Who writes an archive, for its first record.
public struct ArchiveSoftware: Sendable, Hashable {
  /// Such as `mingcha/1.0`.
  public var name: String
  /// What the crawler called itself towards servers.
  public var userAgent: String
  /// Free words about the sweep.
  public var description: String

  /// Who writes; only the name is required.
  public init(name: String, userAgent: String = "", description: String = "") {
    self.name = name
    self.userAgent = userAgent
    self.description = description
  }
}

/// What was cut off an archive that a crash had left unfinished.
public struct ArchiveRepair: Sendable, Hashable, Codable {
  /// File name inside the archive's folder.
  public var file: String
  /// Length of the whole members that stayed.
  public var keptBytes: Int
  /// Length of the broken tail that was cut; 0 when the file was whole.
  public var cutBytes: Int
  /// Set when the damage lies before whole records: nothing was cut, a new file was begun.
  public var damagedAt: Int?

  /// What was kept and cut of one file.
  public init(file: String, keptBytes: Int, cutBytes: Int, damagedAt: Int? = nil) {
    self.file = file
    self.keptBytes = keptBytes
    self.cutBytes = cutBytes
    self.damagedAt = damagedAt
  }
}
