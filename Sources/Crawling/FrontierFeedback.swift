public import AuditModel
public import Fetching

/// What a finished request tells the frontier about the host.
public struct FrontierFeedback: Sendable, Hashable {
  /// HTTP status, 0 without a response.
  public var status: Int
  /// How long the request took.
  public var seconds: Double
  /// What `Retry-After` asked for.
  public var retryAfter: Double?
  /// Why there was no response.
  public var failure: FetchFailure.Code?
  /// Numeric address of the server; empty when none was reached.
  public var remoteAddress = ""

  /// Makes feedback by hand.
  public init(
    status: Int, seconds: Double, retryAfter: Double? = nil, failure: FetchFailure.Code? = nil
  ) {
    self.status = status
    self.seconds = seconds
    self.retryAfter = retryAfter
    self.failure = failure
  }

  /// Reads it from a result.
  public init(_ result: FetchResult) {
    let seconds = Double(result.duration) / 1000
    switch result.answer {
    case .response(let response):
      let finished = result.startedAt.adding(seconds: seconds)
      let wait = response.field("Retry-After").flatMap { RetryAfter.seconds($0, from: finished) }
      self.init(status: response.status, seconds: seconds, retryAfter: wait)
    case .failure(let failure):
      self.init(status: 0, seconds: seconds, failure: failure.code)
    }
    remoteAddress = result.remoteAddress
  }

  /// The server could not be reached at all.
  var isConnectionFailure: Bool {
    switch failure {
    case .dns, .refused, .unreachable, .timeout, .reset, .tls: true
    default: false
    }
  }

  /// Asking more would make things worse.
  var isDistress: Bool {
    switch failure {
    case .refused, .unreachable, .timeout, .reset: true
    default: status == 429 || (500...599).contains(status)
    }
  }
}

/// `Retry-After` of RFC 9110 §10.2.3: seconds or an HTTP date.
public enum RetryAfter {
  /// Seconds to wait from the given moment; nil for a value that is neither, 0 for the past.
  public static func seconds(_ text: String, from moment: Instant) -> Double? {
    let value = String(text.prefix(64).drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if !value.isEmpty, value.utf8.allSatisfy({ (48...57).contains($0) }) {
      return min(Double(value) ?? 0, 86_400 * 366)
    }
    return HTTPDate.instant(value).map { max(0, $0.seconds(since: moment)) }
  }
}
