import WebAddress

/// Why a server's certificate, or its TLS, did not pass; the raw values are stable words.
public enum CertificateProblem: String, Sendable, Codable, CaseIterable {
  case expired
  case notYetValid = "not-yet-valid"
  case wrongHost = "wrong-host"
  /// The server did not send the certificates in between, or an authority nobody here knows signed.
  case incompleteChain = "incomplete-chain"
  case selfSigned = "self-signed"
  /// The chain is whole and ends in an authority that is not trusted.
  case untrustedRoot = "untrusted-root"
  case revoked
  /// The handshake works only with protocols, keys or ciphers that today's defaults refuse.
  case weak = "weak-tls"
  case other

  /// From OpenSSL's verdict (`X509_V_ERR_*`, https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error/)
  /// as CURLINFO_SSL_VERIFYRESULT hands it on. libcurl compares the host name itself, after OpenSSL
  /// was content: then no verdict is handed on (0 or 1) and only the error text says it.
  init(verdict: Int, detail: String) {
    switch verdict {
    case 0, 1: self = detail.contains("subject name") ? .wrongHost : .other
    case 62, 63, 64: self = .wrongHost
    case 10: self = .expired
    case 9: self = .notYetValid
    case 18: self = .selfSigned
    case 19: self = .untrustedRoot
    case 2, 20, 21: self = .incompleteChain
    case 23: self = .revoked
    case 66, 67, 68: self = .weak
    default: self = .other
    }
  }
}

/// How strictly the other side's TLS is judged in one attempt.
enum Trust {
  case strict
  /// The problem is known; the content is fetched all the same and marked with it. A crawler that
  /// reads public pages loses nothing by it, and a page must not count as dead for its certificate.
  case lenient(CertificateProblem)

  var problem: CertificateProblem? {
    if case .lenient(let problem) = self { problem } else { nil }
  }
}

/// What is known of servers whose certificate fails, so that each page of such a portal does not
/// cost a failed handshake. Forgotten after ten minutes, as certificates do get renewed.
struct TrustMemory {
  private var known: [String: (problem: CertificateProblem, until: Int64)] = [:]

  func trust(for url: WebURL, now: Int64) -> Trust {
    guard !known.isEmpty, let entry = known[url.origin], entry.until > now else { return .strict }
    return .lenient(entry.problem)
  }

  mutating func learn(_ problem: CertificateProblem, of url: WebURL, now: Int64) {
    if known.count >= 4_096 { known.removeAll() }
    known[url.origin] = (problem, now + 600_000)
  }
}
