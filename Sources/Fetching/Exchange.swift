public import AuditModel
public import WebAddress

/// One request to make: one hop, redirects are not followed here.
public struct FetchRequest: Sendable, Hashable {
  public enum Method: String, Sendable, Codable { case get = "GET", head = "HEAD" }

  public var url: WebURL
  public var method: Method
  /// Extra headers, such as `If-None-Match`; names and values with CR, LF or NUL are refused.
  public var headers: [HeaderField]
  public var limits: FetchLimits

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

public struct HeaderField: Sendable, Hashable, Codable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What one transfer may cost.
public struct FetchLimits: Sendable, Hashable {
  /// Decoded body bytes; beyond, the transfer is cut and marked ``FetchResponse/isTruncated``.
  public var bodyBytes: Int
  public var headerBytes: Int
  /// Milliseconds.
  public var connectTimeout: Int
  public var totalTimeout: Int

  public init(
    bodyBytes: Int = 10 << 20, headerBytes: Int = 256 << 10, connectTimeout: Int = 15_000,
    totalTimeout: Int = 60_000
  ) {
    self.bodyBytes = bodyBytes
    self.headerBytes = headerBytes
    self.connectTimeout = connectTimeout
    self.totalTimeout = totalTimeout
  }
}

/// What came of a request.
public struct FetchResult: Sendable {
  public var request: FetchRequest
  public var startedAt: Instant
  /// Milliseconds from start to end.
  public var duration: Int
  /// Numeric address of the peer, empty when none was reached.
  public var remoteAddress: String
  /// The request head as it went over the wire (HTTP/1) or its HTTP/1 form (HTTP/2).
  public var requestHead: [UInt8]
  public var answer: Answer

  public enum Answer: Sendable {
    case response(FetchResponse)
    case failure(FetchFailure)
  }

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

public struct FetchResponse: Sendable {
  public var status: Int
  /// `HTTP/1.1`, `HTTP/2`.
  public var version: String
  /// Status line and fields as received, with CRLF, ending in an empty line.
  public var head: [UInt8]
  public var fields: [HeaderField]
  /// Body with transfer and content encodings removed.
  public var body: [UInt8]
  /// The body limit was reached and the rest was not read.
  public var isTruncated: Bool
  /// Set when the certificate did not verify and the content was fetched all the same.
  public var certificateProblem: String?

  public init(
    status: Int, version: String, head: [UInt8], fields: [HeaderField], body: [UInt8],
    isTruncated: Bool, certificateProblem: String? = nil
  ) {
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
    let wanted = name.lowercased()
    return fields.first { $0.name.lowercased() == wanted }?.value
  }
}

/// Why there was no response.
public struct FetchFailure: Sendable, Hashable, Error {
  public enum Code: String, Sendable, Codable {
    case dns, refused, unreachable, timeout, tls, reset, protocolError
    case privateAddress, unsupportedScheme, invalidRequest, headerTooLarge, cancelled, other
  }

  public var code: Code
  /// What libcurl said, bounded.
  public var detail: String

  public init(code: Code, detail: String) {
    self.code = code
    self.detail = detail
  }
}
