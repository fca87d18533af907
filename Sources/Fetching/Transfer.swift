import AuditModel
import CCurl
import WebAddress

/// How one attempt at a request is made.
struct Attempt {
  var trust: Trust
  /// Off after a server named a content encoding that does not exist.
  var decodes = true
}

/// One easy handle with the request it is working on; used again for the next one, which keeps its
/// allocations. Not Sendable: it belongs to the loop.
final class Transfer {
  let easy: EasyHandle
  private let setup: TransferSetup
  private(set) var request: FetchRequest
  private(set) var id: UInt64
  private var completion: (@Sendable (FetchResult) -> Void)?
  private var attempt = Attempt(trust: .strict)
  private var startedAt = Instant(milliseconds: 0)
  private var startTick: Int64 = 0
  /// libcurl does not copy the list: it must live as long as the handle points at it.
  private var headers: CurlList?

  /// What libcurl and the loop call this transfer by.
  var key: UnsafeMutableRawPointer { easy.raw }

  private var receiver: Receiver { easy.receiver }

  init(setup: TransferSetup, job: Job) throws(CurlError) {
    easy = try EasyHandle(receiver: Receiver())
    self.setup = setup
    request = job.request
    id = job.id
    try setup.apply(to: easy)
  }

  /// Takes up a request; the handle is ready to be added to the multi handle.
  func begin(_ job: Job, attempt: Attempt) throws(CurlError) {
    request = job.request
    id = job.id
    completion = job.completion
    startedAt = Timepiece.now()
    startTick = Timepiece.tick()
    try prepareRequest()
    try prepareAttempt(attempt)
  }

  /// The same request once more, in the time that is left.
  func beginAgain(_ attempt: Attempt) throws(CurlError) { try prepareAttempt(attempt) }

  private func prepareRequest() throws(CurlError) {
    try easy.set(.url, request.url.withoutFragment.href)
    // Setting one does not take back the other.
    try easy.set(.noBody, request.method == .head)
    if request.method == .get { try easy.set(.httpGet, true) }
    let list = try setup.headers(for: request)
    try easy.set(.headers, list)
    headers = list
    try easy.set(.resolve, setup.resolveList(for: request))
    try easy.set(.connectTimeoutMilliseconds, max(1, request.limits.connectTimeout))
    try easy.set(.lowSpeedBytes, max(0, request.limits.slowestRate))
    try easy.set(.lowSpeedSeconds, max(0, request.limits.slowSeconds))
    try easy.set(.waitForMultiplexing, request.url.scheme == "https")
    // At every end libcurl goes through all addresses it remembers; numeric ones need no memory.
    try easy.set(.dnsCacheSeconds, request.url.addressClass == nil ? 300 : 0)
  }

  private func prepareAttempt(_ attempt: Attempt) throws(CurlError) {
    self.attempt = attempt
    receiver.begin(limits: request.limits, gate: setup.gate(for: request))
    try easy.set(.timeoutMilliseconds, max(1, timeLeft))
    try easy.set(.contentDecoding, attempt.decodes)
    let isStrict = attempt.trust.problem == nil
    try easy.set(.verifyPeer, isStrict)
    try easy.set(.verifyHost, isStrict ? 2 : 0)
    // Old servers offer keys and protocols that OpenSSL's default level refuses.
    try easy.set(.cipherList, isStrict ? nil : "DEFAULT:@SECLEVEL=0")
    try easy.set(.tlsVersion, Int(isStrict ? CURL_SSLVERSION_DEFAULT : CURL_SSLVERSION_TLSv1_0))
  }

  private var elapsed: Int { Int(Timepiece.tick() - startTick) }

  private var timeLeft: Int { request.limits.totalTimeout - elapsed }

  // MARK: The end

  /// Lets go of everything that belonged to the request, so that an idle handle keeps neither a body
  /// nor whatever the completion holds. Returns the completion, to be called once.
  func release() -> (@Sendable (FetchResult) -> Void)? {
    defer { completion = nil }
    receiver.begin(limits: FetchLimits(), gate: AddressGate(allowsPrivate: false, named: []))
    return completion
  }

  /// The problem this attempt has shown the server to have, if any.
  func provenProblem(_ code: CURLcode) -> CertificateProblem? {
    switch attempt.trust {
    case .strict: code == CURLE_PEER_FAILED_VERIFICATION ? certificateProblem : nil
    case .lenient(let problem): code == CURLE_OK ? problem : nil
    }
  }

  /// How to try once more, nil when this was the last attempt.
  func nextAttempt(after code: CURLcode) -> Attempt? {
    guard timeLeft > 0 else { return nil }
    let isStrict = attempt.trust.problem == nil
    if isStrict && code == CURLE_PEER_FAILED_VERIFICATION {
      return Attempt(trust: .lenient(certificateProblem), decodes: attempt.decodes)
    }
    if isStrict && code == CURLE_SSL_CONNECT_ERROR && !wasCutOff {
      return Attempt(trust: .lenient(.weak), decodes: attempt.decodes)
    }
    if attempt.decodes && code == CURLE_BAD_CONTENT_ENCODING && receiver.body.isEmpty
      && detail(code).hasPrefix("Unrecognized content encoding")
    {
      return Attempt(trust: attempt.trust, decodes: false)
    }
    return nil
  }

  /// What came of the request when libcurl is done with it.
  func result(_ code: CURLcode) -> FetchResult {
    let head = receiver.head
    let fields = head.fields()
    guard head.isComplete, let ending = ending(code, fields) else {
      return result(.failure(FetchFailure(failed(code))))
    }
    let response = FetchResponse(
      status: head.status, version: head.version, head: head.bytes, fields: fields,
      body: receiver.body, isTruncated: ending.truncation != nil, truncation: ending.truncation,
      certificateProblem: attempt.trust.problem?.rawValue)
    return result(.response(response))
  }

  /// The result with this answer, and with what the wire said about the way.
  func result(_ answer: FetchResult.Answer) -> FetchResult {
    let isConnected = !receiver.requestHead.isEmpty || easy.offset(CURLINFO_CONNECT_TIME_T) > 0
    var result = FetchResult(
      request: request, startedAt: startedAt, duration: elapsed,
      remoteAddress: isConnected ? easy.string(CURLINFO_PRIMARY_IP) : "",
      requestHead: receiver.requestHead, answer: answer)
    result.sentAfter = min(elapsed, Int(easy.offset(CURLINFO_PRETRANSFER_TIME_T) / 1000))
    return result
  }

  private func ending(_ code: CURLcode, _ fields: [HeaderField]) -> BodyEnding? {
    if code == CURLE_OK { return .whole }
    let isFramed = fields.contains {
      ["content-length", "transfer-encoding"].contains($0.name.lowercased())
    }
    return BodyEnding(
      code: code, stop: receiver.stop, isDelimitedByClose: !isFramed, detail: detail(code))
  }

  private var certificateProblem: CertificateProblem {
    CertificateProblem(
      verdict: easy.number(CURLINFO_SSL_VERIFYRESULT),
      detail: detail(CURLE_PEER_FAILED_VERIFICATION))
  }

  /// The handshake ended because the connection did: laxer rules would not have helped.
  private var wasCutOff: Bool {
    let text = detail(CURLE_SSL_CONNECT_ERROR)
    return ["SYSCALL", "reset by peer", "unexpected eof"].contains { text.contains($0) }
  }

  private func failed(_ code: CURLcode) -> FailedTransfer {
    FailedTransfer(
      code: code, systemError: easy.number(CURLINFO_OS_ERRNO), stop: receiver.stop,
      wasKeptOut: receiver.wasKeptOut, socketFault: receiver.socketFault, detail: detail(code))
  }

  private func detail(_ code: CURLcode) -> String {
    let text = boundedText(receiver.errorText)
    return text.isEmpty ? boundedText(curl_easy_strerror(code)) : text
  }
}
