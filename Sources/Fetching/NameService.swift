import CCurl
import Glibc

/// The machine's own name lookup, apart from libcurl, whose one error for every failed lookup does
/// not say whether the name or the name service is missing.
public enum NameService {
  /// What a lookup gave.
  public enum Lookup: Sendable, Hashable {
    case found
    /// A name server said that there is no such name, or no address for it.
    case unknown
    /// No name server gave an answer.
    case unavailable
  }

  /// Looks a name up afresh. Runs on a thread of its own, since the system's lookup blocks.
  public static func lookup(_ host: String) async -> Lookup {
    await withCheckedContinuation { continuation in
      let isRunning = startThread { continuation.resume(returning: blockingLookup(host)) }
      if !isRunning { continuation.resume(returning: .unavailable) }
    }
  }

  private static func blockingLookup(_ host: String) -> Lookup {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &list)
    if let list { freeaddrinfo(list) }
    switch code {
    case 0: return .found
    // EAI_NODATA and EAI_ADDRFAMILY, which the C library hides behind GNU extensions.
    case EAI_NONAME, -5, -9: return .unknown
    default: return .unavailable
    }
  }
}
