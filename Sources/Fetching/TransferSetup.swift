import CCurl
import WebAddress

/// What all transfers of a loop have in common. Not Sendable: its lists belong to the loop thread.
final class TransferSetup {
  let configuration: FetcherConfiguration
  private let resolve: ResolveTable
  private var resolveLists: [String: CurlList] = [:]
  /// The header list of a request that brings no header of its own.
  private let plainHeaders: CurlList?

  init(_ configuration: FetcherConfiguration) {
    self.configuration = configuration
    resolve = ResolveTable(configuration.resolve)
    plainHeaders = CurlList(configuration.defaultHeaders.map(\.line))
  }

  /// The settings that no request changes.
  func apply(to easy: borrowing EasyHandle) throws(CurlError) {
    try easy.connectCallbacks()
    // Signals and process-wide time-outs do not go with threads.
    try easy.set(.noSignal, true)
    // Makes libcurl call the debug function, the only source of the head really sent.
    try easy.set(.verbose, configuration.keepsRequestHeads)
    try easy.set(.protocols, "http,https")
    try easy.set(.followLocation, false)
    // The address is normalised already; `/../` kept by the URL standard's rules stays.
    try easy.set(.pathAsIs, true)
    // The environment's http_proxy would lead around the address gate.
    try easy.set(.proxy, "")
    try easy.set(.userAgent, configuration.userAgent)
    // Empty means: every encoding this libcurl can decode.
    try easy.set(.acceptEncoding, "")
    try easy.set(.httpVersion, CURL_HTTP_VERSION_2TLS)
    try easy.set(.bufferSize, 64 << 10)
    // A name server that hangs must not hold up the loop when its transfer is given up.
    try easy.set(.quickExit, true)
    if let caFile = configuration.caFile { try easy.set(.certificateAuthorities, caFile) }
  }

  /// The header list for a request; the caller keeps it alive.
  func headers(for request: FetchRequest) throws(CurlError) -> CurlList? {
    if request.headers.isEmpty { return plainHeaders }
    let own = Set(request.headers.map { $0.name.lowercased() })
    let defaults = configuration.defaultHeaders.filter { !own.contains($0.name.lowercased()) }
    guard let list = CurlList((defaults + request.headers).map(\.line)) else {
      throw CurlError(code: CURLE_OUT_OF_MEMORY)
    }
    return list
  }

  /// The operator's addresses for the request's host, kept for the life of the loop.
  func resolveList(for request: FetchRequest) -> CurlList? {
    guard let line = resolve.line(host: request.url.host, port: request.port) else {
      return nil
    }
    if let list = resolveLists[line] { return list }
    let list = CurlList([line])
    resolveLists[line] = list
    return list
  }

  /// Where the request may connect to.
  func gate(for request: FetchRequest) -> AddressGate {
    AddressGate(
      allowsPrivate: configuration.allowPrivate,
      named: resolve.bytes(host: request.url.host, port: request.port))
  }
}
