public import AuditModel
public import WebAddress

/// One request to make: one hop, redirects are not followed here.
public struct FetchRequest: Sendable, Hashable {
  /// The methods a reader needs.
  public enum Method: String, Sendable, Codable { case get = "GET", head = "HEAD" }

  /// Where to; a fragment is not sent.
  public var url: WebURL
  /// GET unless told otherwise.
  public var method: Method
  /// Extra headers, such as `If-None-Match`; names and values with CR, LF or NUL are refused.
  public var headers: [HeaderField]
  /// What the transfer may cost.
  public var limits: FetchLimits

  /// A GET with the default limits.
  public init(
    url: WebURL, method: Method = .get, headers: [HeaderField] = [],
    limits: FetchLimits = FetchLimits()
  ) {
    self.url = url
    self.method = method
    self.headers = headers
    self.limits = limits
  }
}

/// One field of a head.
public struct HeaderField: Sendable, Hashable, Codable {
  /// As written; compared without case.
  public var name: String
  /// Without blanks at either end.
  public var value: String

  /// The field `name: value`.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension HeaderField {
  /// Whether the field has this name, compared without case as field names are (RFC 9110 §5.1).
  public func isNamed(_ wanted: String) -> Bool {
    name.utf8.count == wanted.utf8.count
      && zip(name.utf8, wanted.utf8).allSatisfy { lowercased($0) == lowercased($1) }
  }

  private func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}

/// What one transfer may cost.
public struct FetchLimits: Sendable, Hashable {
  /// Decoded body bytes; beyond, the transfer is cut and marked ``FetchResponse/isTruncated``.
  public var bodyBytes: Int
  /// Bytes of all head lines together, interim responses and trailers included.
  public var headerBytes: Int
  /// Head lines, interim responses and trailers included.
  public var headerCount: Int
  /// Milliseconds, name resolution and TLS included.
  public var connectTimeout: Int
  /// Milliseconds for the whole transfer, a second attempt included.
  public var totalTimeout: Int
  /// A transfer that stays below so many bytes a second …
  public var slowestRate: Int
  /// … for so many seconds is a slow drip and ends as a time-out. 0 switches the check off.
  public var slowSeconds: Int

  /// Limits that suit a page of a portal.
  public init(
    bodyBytes: Int = 10 << 20, headerBytes: Int = 256 << 10, headerCount: Int = 1_000,
    connectTimeout: Int = 15_000, totalTimeout: Int = 60_000, slowestRate: Int = 64,
    slowSeconds: Int = 30
  ) {
    self.bodyBytes = bodyBytes
    self.headerBytes = headerBytes
    self.headerCount = headerCount
    self.connectTimeout = connectTimeout
    self.totalTimeout = totalTimeout
    self.slowestRate = slowestRate
    self.slowSeconds = slowSeconds
  }
}

/// What came of a request.
public struct FetchResult: Sendable {
  /// The request as it was made.
  public var request: FetchRequest
  /// When the transfer began; waiting for a place is not counted.
  public var startedAt: Instant
  /// Milliseconds from start to end.
  public var duration: Int
  /// Milliseconds from start until the request itself went out: name, connection and TLS before.
  public var sentAfter = 0
  /// Numeric address of the peer, empty when none was reached.
  public var remoteAddress: String
  /// The request head as it went over the wire (HTTP/1) or its HTTP/1 form (HTTP/2); empty when
  /// the configuration does not keep it.
  public var requestHead: [UInt8]
  /// The response, or why there is none.
  public var answer: Answer

  /// One or the other.
  public enum Answer: Sendable {
    case response(FetchResponse)
    case failure(FetchFailure)
  }

  /// A result from its parts.
  public init(
    request: FetchRequest, startedAt: Instant, duration: Int, remoteAddress: String,
    requestHead: [UInt8], answer: Answer
  ) {
    self.request = request
    self.startedAt = startedAt
    self.duration = duration
    self.remoteAddress = remoteAddress
    self.requestHead = requestHead
    self.answer = answer
  }
}

/// What the server answered.
public struct FetchResponse: Sendable {
  /// 200 to 599 in practice; interim responses are not handed over.
  public var status: Int
  /// `HTTP/1.1`, `HTTP/2`.
  public var version: String
  /// Status line and fields as received, with CRLF, ending in an empty line.
  public var head: [UInt8]
  /// The fields of `head`, folded lines joined.
  public var fields: [HeaderField]
  /// Body with transfer and content encodings removed.
  public var body: [UInt8]
  /// The body is not whole; ``truncation`` says why.
  public var isTruncated: Bool
  /// Why the body is not whole, nil when it is.
  public var truncation: Truncation?
  /// Set when the certificate did not verify and the content was fetched all the same: the raw
  /// value of a ``CertificateProblem``.
  public var certificateProblem: String?

  /// Why a body ends before its end.
  public enum Truncation: String, Sendable, Codable {
    /// The body limit was reached and the rest was not read.
    case bodyLimit
    /// The server closed or reset the connection in the middle.
    case connectionLost
    /// The content encoding is broken; what could be decoded is here.
    case undecodable
  }

  /// A response from its parts.
  public init(
    status: Int, version: String, head: [UInt8], fields: [HeaderField], body: [UInt8],
    isTruncated: Bool, truncation: Truncation? = nil, certificateProblem: String? = nil
  ) {
    self.truncation = truncation
    self.status = status
    self.version = version
    self.head = head
    self.fields = fields
    self.body = body
    self.isTruncated = isTruncated
    self.certificateProblem = certificateProblem
  }

  /// The first field of that name, compared without case.
  public func field(_ name: String) -> String? {
    fields.first { $0.isNamed(name) }?.value
  }
}

/// Why there was no response.
public struct FetchFailure: Sendable, Hashable, Error {
  /// Stable words; `other` is a fault of this machine and says nothing about the server.
  public enum Code: String, Sendable, Codable {
    case dns, refused, unreachable, timeout, tls, reset, protocolError
    case privateAddress, unsupportedScheme, invalidRequest, headerTooLarge, cancelled, other
    /// Nobody could be asked what address a name has, which says nothing about the name.
    case noNameService
    /// This machine has no way to the address, as to IPv6 addresses where there is no IPv6.
    case noRoute
  }

  /// Which kind.
  public var code: Code
  /// What libcurl said, bounded.
  public var detail: String

  /// A failure of that kind.
  public init(code: Code, detail: String) {
    self.code = code
    self.detail = detail
  }
}
