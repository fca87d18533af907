import CCurl

/// How the body of a response that did begin came to its end.
enum BodyEnding {
  case whole
  case cut(FetchResponse.Truncation)

  var truncation: FetchResponse.Truncation? {
    if case .cut(let reason) = self { reason } else { nil }
  }

  /// Nil when the error makes the whole exchange a failure, as a time-out does: how much would have
  /// come is then unknown, and so is whether the page can be reached in the time allowed.
  init?(code: CURLcode, stop: Receiver.Stop?, isDelimitedByClose: Bool, detail: String) {
    switch code {
    case CURLE_WRITE_ERROR where stop == .bodyLimit: self = .cut(.bodyLimit)
    case CURLE_BAD_CONTENT_ENCODING: self = .cut(.undecodable)
    case CURLE_RECV_ERROR where isDelimitedByClose && detail.contains("unexpected eof"):
      // A TLS server that hangs up without close_notify; browsers take the page as it is, and
      // nothing tells this end from a proper one.
      self = .whole
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      self = .cut(.connectionLost)
    default: return nil
    }
  }
}
