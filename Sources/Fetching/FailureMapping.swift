import CCurl
import Glibc

/// What the loop knows about a transfer that ended without a response.
struct FailedTransfer {
  var code: CURLcode
  /// `errno` of the last connect, 0 when unknown (CURLINFO_OS_ERRNO).
  var systemError: Int
  var stop: Receiver.Stop?
  var wasKeptOut: Bool
  var socketFault: Int32
  var detail: String
}

extension FetchFailure {
  /// libcurl's word in ours. A fault of this machine (no file descriptors, no memory) is `other`:
  /// it says nothing about the server.
  init(_ transfer: FailedTransfer) {
    self.init(code: Code(transfer), detail: transfer.detail)
  }
}

extension FetchFailure.Code {
  fileprivate init(_ transfer: FailedTransfer) {
    if transfer.stop == .headLimit {
      self = .headerTooLarge
    } else if transfer.wasKeptOut {
      self = .privateAddress
    } else if transfer.socketFault != 0 && !routingErrors.contains(transfer.socketFault) {
      self = .other
    } else if transfer.code == CURLE_COULDNT_CONNECT {
      self = Self(systemError: Int32(truncatingIfNeeded: transfer.systemError))
    } else {
      self = codes[transfer.code.rawValue] ?? .other
    }
  }

  private init(systemError: Int32) {
    switch systemError {
    case ECONNREFUSED: self = .refused
    case ETIMEDOUT: self = .timeout
    case ECONNRESET, EPIPE: self = .reset
    case EMFILE, ENFILE, ENOBUFS, ENOMEM, EADDRNOTAVAIL: self = .other
    case ENETUNREACH, ENETDOWN, EAFNOSUPPORT: self = .noRoute
    default: self = .unreachable
    }
  }
}

/// The family has no route here, as with IPv6 on a machine that has none.
private let routingErrors: Set<Int32> = [EAFNOSUPPORT, ENETUNREACH, EHOSTUNREACH]

/// https://curl.se/libcurl/c/libcurl-errors.html
private let codes: [UInt32: FetchFailure.Code] = {
  let groups: [(FetchFailure.Code, [CURLcode])] = [
    (.invalidRequest, [CURLE_URL_MALFORMAT, CURLE_BAD_FUNCTION_ARGUMENT]),
    (.dns, [CURLE_COULDNT_RESOLVE_HOST]),
    (.timeout, [CURLE_OPERATION_TIMEDOUT]),
    (.reset, [CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE]),
    (
      .tls,
      [
        CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
        CURLE_SSL_CIPHER, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_ISSUER_ERROR,
        CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_CLIENTCERT,
      ]
    ),
    (
      .protocolError,
      [
        CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_HTTP2_STREAM,
        CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP_RETURNED_ERROR,
      ]
    ),
    // libcurl refuses a single head line beyond 100 KB with this code.
    (.headerTooLarge, [CURLE_OUT_OF_MEMORY]),
  ]
  return groups.reduce(into: [:]) { table, group in
    for code in group.1 { table[code.rawValue] = group.0 }
  }
}()
