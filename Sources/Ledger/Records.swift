public import AuditModel

/// One run over one or several units.
public struct SweepRecord: Sendable, Hashable, Codable, Identifiable {
  public enum State: String, Sendable, Codable { case running, interrupted, finished }

  /// Ascending number in this ledger.
  public var id: Int64
  /// What makes two sweeps comparable and an interrupted one resumable: kind and target.
  public var target: String
  /// The options the sweep was started with, as JSON; a resume must use the same.
  public var configuration: String
  public var asOf: Day
  public var startedAt: Instant
  public var finishedAt: Instant?
  public var state: State

  /// The id as people and file names write it, such as `S000012`.
  public var label: String {
    let digits = String(id)
    return "S" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

/// A known address within a sweep and what is to be done with it.
public struct AddressRecord: Sendable, Hashable, Codable {
  public enum State: String, Sendable, Codable { case queued, done, skipped }

  /// Identity key used for de-duplication.
  public var key: String
  public var url: String
  public var kind: String
  public var depth: Int
  public var referrer: String?
  /// Its place in the queue, smaller first; nil when it follows from the kind.
  public var priority: Int?
  public var state: State
  /// Why it was skipped.
  public var reason: String?

  public init(
    key: String, url: String, kind: String, depth: Int, referrer: String?,
    priority: Int? = nil, state: State = .queued, reason: String? = nil
  ) {
    self.key = key
    self.url = url
    self.kind = kind
    self.depth = depth
    self.referrer = referrer
    self.priority = priority
    self.state = state
    self.reason = reason
  }
}

/// What one request brought, and where its bytes are kept.
public struct FetchRecord: Sendable, Hashable, Codable {
  public var key: String
  public var url: String
  public var method: String
  public var startedAt: Instant
  /// Milliseconds.
  public var duration: Int
  /// HTTP status, 0 without a response.
  public var status: Int
  /// Set when the answer was no usable content; a ``LinkVerdict/Cause`` raw value.
  public var cause: String?
  /// Redirect target of this hop, when the answer was one.
  public var location: String?
  public var contentType: String
  public var bodyLength: Int
  public var isTruncated: Bool
  public var remoteAddress: String
  public var certificateProblem: String?
  public var archive: ArchivedAt?
  /// What a later sweep needs to ask again.
  public var revisit: RevisitNote

  public init(
    key: String, url: String, method: String, startedAt: Instant, duration: Int, status: Int,
    cause: String?, location: String?, contentType: String, bodyLength: Int, isTruncated: Bool,
    remoteAddress: String, certificateProblem: String?, archive: ArchivedAt?,
    revisit: RevisitNote = RevisitNote()
  ) {
    self.revisit = revisit
    self.key = key
    self.url = url
    self.method = method
    self.startedAt = startedAt
    self.duration = duration
    self.status = status
    self.cause = cause
    self.location = location
    self.contentType = contentType
    self.bodyLength = bodyLength
    self.isTruncated = isTruncated
    self.remoteAddress = remoteAddress
    self.certificateProblem = certificateProblem
    self.archive = archive
  }
}

/// Where a response lies in the archive.
public struct ArchivedAt: Sendable, Hashable, Codable {
  public var file: String
  public var offset: Int
  public var length: Int
  public var record: String
  /// SHA-256 of the payload, hexadecimal.
  public var digest: String

  public init(file: String, offset: Int, length: Int, record: String, digest: String) {
    self.file = file
    self.offset = offset
    self.length = length
    self.record = record
    self.digest = digest
  }
}

/// Everything one completed request changes, committed together or not at all.
public struct CrawlStep: Sendable {
  public var finished: AddressRecord
  public var fetch: FetchRecord?
  public var discovered: [AddressRecord]
  /// The link check of this address as it now stands, as JSON.
  public var linkCheck: String?

  public init(
    finished: AddressRecord, fetch: FetchRecord? = nil, discovered: [AddressRecord] = [],
    linkCheck: String? = nil
  ) {
    self.finished = finished
    self.fetch = fetch
    self.discovered = discovered
    self.linkCheck = linkCheck
  }
}
