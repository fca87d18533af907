import Fetching
import Synchronization
import WebAddress

/// Tells a name that does not exist from a name service that is gone: only the first can ever make
/// a link dead.
final class NameCheck: Sendable {
  /// Names that were looked up and answered in this run, as witnesses that lookups work.
  private let witnesses = Mutex<[String]>([])
  private let overridden: Set<String>
  private let lookup: @Sendable (String) async -> NameService.Lookup
  private static let witnessLimit = 8

  /// - Parameters:
  ///   - overridden: hosts whose address the operator gave; nobody looks them up.
  ///   - lookup: asks the machine's name service.
  init(
    overridden: Set<String>,
    lookup: @escaping @Sendable (String) async -> NameService.Lookup = {
      await NameService.lookup($0)
    }
  ) {
    self.overridden = overridden
    self.lookup = lookup
  }

  /// The result, with a failed lookup blamed on whom it belongs to.
  func examined(_ result: FetchResult) async -> FetchResult {
    let host = result.request.url.host
    guard case .failure(let failure) = result.answer else {
      remember(result.request.url)
      return result
    }
    let hungInLookup = failure.code == .timeout && failure.detail.hasPrefix("Resolving timed out")
    guard failure.code == .dns || hungInLookup, !Self.isReserved(host) else { return result }
    var result = result
    let code: FetchFailure.Code = await isMissing(host) ? .dns : .noNameService
    result.answer = .failure(FetchFailure(code: code, detail: failure.detail))
    return result
  }

  /// Whether the name itself is at fault. Where its own name servers are silent but those of
  /// another name are not, it is.
  private func isMissing(_ host: String) async -> Bool {
    switch await lookup(host) {
    case .unknown: return true
    case .found: return false
    case .unavailable: break
    }
    for witness in witnesses.withLock({ $0 }) where witness != host {
      if await lookup(witness) == .found { return true }
    }
    return false
  }

  private func remember(_ url: WebURL) {
    let host = url.host
    // A numeric address, which nobody looks up.
    guard host.utf8.last.map({ $0 > UInt8(ascii: "9") && $0 != UInt8(ascii: "]") }) ?? false else {
      return
    }
    guard !overridden.contains(host), url.addressClass == nil else { return }
    witnesses.withLock { names in
      guard names.count < Self.witnessLimit, !names.contains(host) else { return }
      names.append(host)
    }
  }

  /// Names that by RFC 6761 never exist: no lookup is needed to know.
  private static func isReserved(_ host: String) -> Bool {
    [".invalid", ".test", ".example"].contains { host.hasSuffix($0) }
  }
}
