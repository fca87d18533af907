import CCurl

/// The libcurl multi handle: the set of running transfers with their connections and DNS cache.
///
/// `@unchecked Sendable` because two threads hold it, under a rule the compiler cannot see: every
/// method belongs to the loop thread except ``wake()``, which libcurl allows from any thread
/// (https://curl.se/libcurl/c/curl_multi_wakeup.html). ``Inbox`` calls it under its lock and
/// forgets the handle under the same lock before the loop closes it.
final class MultiHandle: @unchecked Sendable {
  private let raw: UnsafeMutableRawPointer

  init(idleConnections: Int) throws(CurlError) {
    guard globalState == CURLE_OK else { throw CurlError(code: globalState) }
    guard let raw = curl_multi_init() else { throw CurlError(code: CURLE_FAILED_INIT) }
    self.raw = raw
    // Refusing this setting only costs reuse of connections, never correctness.
    _ = ccurl_multi_set_long(raw, CURLMOPT_MAXCONNECTS, idleConnections)
  }

  /// Ends a ``poll(milliseconds:)`` that is running or comes next. Any thread.
  func wake() { _ = curl_multi_wakeup(raw) }

  func add(_ easy: borrowing EasyHandle) -> Bool {
    curl_multi_add_handle(raw, easy.raw) == CURLM_OK
  }

  func remove(_ easy: borrowing EasyHandle) { _ = curl_multi_remove_handle(raw, easy.raw) }

  /// Does what can be done without waiting; false when the handle itself is broken.
  func perform() -> Bool {
    var running: Int32 = 0
    return curl_multi_perform(raw, &running) == CURLM_OK
  }

  /// The next transfer that came to its end.
  func nextFinished() -> (easy: UnsafeMutableRawPointer, code: CURLcode)? {
    var code = CURLE_OK
    guard let easy = ccurl_multi_next_finished(raw, &code) else { return nil }
    return (easy, code)
  }

  /// Waits for a socket, a timer of libcurl, or ``wake()``.
  func poll(milliseconds: Int32) { _ = curl_multi_poll(raw, nil, 0, milliseconds, nil) }

  /// Closes every connection. Once, on the loop thread, when no transfer is left.
  func close() { _ = curl_multi_cleanup(raw) }
}

/// libcurl's process-wide start, which must happen once before anything else. It has no end here:
/// `curl_global_cleanup` would take libcurl away from other users in the process.
private let globalState = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
