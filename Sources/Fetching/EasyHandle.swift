import CCurl

/// A setting libcurl did not take.
struct CurlError: Error {
  let code: CURLcode

  var detail: String { boundedText(curl_easy_strerror(code)) }
}

/// One libcurl transfer handle and the object its callbacks write to.
///
/// The receiver is a member because `curl_easy_cleanup` may still call back: a `deinit` runs
/// before the members of its value are released, so the receiver outlives the handle. Not Sendable:
/// libcurl allows a handle on one thread at a time, and this one never leaves the loop thread.
struct EasyHandle: ~Copyable {
  let raw: UnsafeMutableRawPointer
  let receiver: Receiver

  init(receiver: Receiver) throws(CurlError) {
    guard let raw = curl_easy_init() else { throw CurlError(code: CURLE_FAILED_INIT) }
    self.raw = raw
    self.receiver = receiver
  }

  deinit { curl_easy_cleanup(raw) }

  func set(_ option: CurlOption<Bool>, _ value: Bool) throws(CurlError) {
    try check(ccurl_easy_set_long(raw, option.raw, value ? 1 : 0))
  }

  func set(_ option: CurlOption<Int>, _ value: Int) throws(CurlError) {
    try check(ccurl_easy_set_long(raw, option.raw, value))
  }

  func set(_ option: CurlOption<String>, _ value: String?) throws(CurlError) {
    guard let value else { return try check(ccurl_easy_set_string(raw, option.raw, nil)) }
    try check(ccurl_easy_set_string(raw, option.raw, value))
  }

  func set(_ option: CurlOption<CurlList>, _ value: CurlList?) throws(CurlError) {
    try check(ccurl_easy_set_list(raw, option.raw, value?.raw))
  }

  /// Points every callback at the receiver.
  func connectCallbacks() throws(CurlError) {
    let context = Unmanaged.passUnretained(receiver).toOpaque()
    try check(ccurl_easy_set_receiver(raw, CURLOPT_WRITEFUNCTION, receiveBody))
    try check(ccurl_easy_set_pointer(raw, CURLOPT_WRITEDATA, context))
    try check(ccurl_easy_set_receiver(raw, CURLOPT_HEADERFUNCTION, receiveHeadLine))
    try check(ccurl_easy_set_pointer(raw, CURLOPT_HEADERDATA, context))
    try check(ccurl_easy_set_debug_function(raw, observeProtocol))
    try check(ccurl_easy_set_pointer(raw, CURLOPT_DEBUGDATA, context))
    try check(ccurl_easy_set_opensocket_function(raw, openSocket))
    try check(ccurl_easy_set_pointer(raw, CURLOPT_OPENSOCKETDATA, context))
    try check(ccurl_easy_set_pointer(raw, CURLOPT_ERRORBUFFER, receiver.errorText))
  }

  func number(_ fact: CURLINFO) -> Int { ccurl_easy_get_long(raw, fact) }

  func offset(_ fact: CURLINFO) -> Int { Int(ccurl_easy_get_offset(raw, fact)) }

  func string(_ fact: CURLINFO) -> String { boundedText(ccurl_easy_get_string(raw, fact)) }

  private func check(_ code: CURLcode) throws(CurlError) {
    if code != CURLE_OK { throw CurlError(code: code) }
  }
}

/// A C string as text, at most 256 bytes of it: peers can put their own words into error texts.
func boundedText(_ pointer: UnsafePointer<CChar>?) -> String {
  guard let pointer else { return "" }
  let bytes = UnsafeRawBufferPointer(start: pointer, count: strnlen(pointer, 256))
  return String(decoding: bytes, as: UTF8.self)
}
