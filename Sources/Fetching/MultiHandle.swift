import CCurl

/// The libcurl multi handle: the set of running transfers with their connections and DNS cache.
///
/// `@unchecked Sendable` because two threads hold it, under a rule the compiler cannot see: every
/// method belongs to the loop thread except ``wake()``, which only writes to an eventfd. ``Inbox``
/// calls it under its lock and forgets the handle under the same lock before the loop closes it.
final class MultiHandle: @unchecked Sendable {
  private let raw: UnsafeMutableRawPointer
  private let watch: SocketWatch

  init(idleConnections: Int) throws(CurlError) {
    guard globalState == CURLE_OK else { throw CurlError(code: globalState) }
    guard let watch = SocketWatch() else { throw CurlError(code: CURLE_FAILED_INIT) }
    guard let raw = curl_multi_init() else {
      watch.closeBoth()
      throw CurlError(code: CURLE_FAILED_INIT)
    }
    self.raw = raw
    self.watch = watch
    let context = Unmanaged.passUnretained(watch).toOpaque()
    // These four cannot fail: the options exist in every libcurl that has multi handles.
    _ = ccurl_multi_set_socket_function(raw, watchSocket)
    _ = ccurl_multi_set_pointer(raw, CURLMOPT_SOCKETDATA, context)
    _ = ccurl_multi_set_timer_function(raw, setTimer)
    _ = ccurl_multi_set_pointer(raw, CURLMOPT_TIMERDATA, context)
    // Refusing this setting only costs reuse of connections, never correctness.
    _ = ccurl_multi_set_long(raw, CURLMOPT_MAXCONNECTS, idleConnections)
  }

  /// Ends a wait of ``turn(waiting:)`` that is going on or comes next. Any thread.
  func wake() { watch.ring() }

  func add(_ easy: borrowing EasyHandle) -> Bool {
    curl_multi_add_handle(raw, easy.raw) == CURLM_OK
  }

  func remove(_ easy: borrowing EasyHandle) { _ = curl_multi_remove_handle(raw, easy.raw) }

  /// Waits for a socket, a timer of libcurl, or ``wake()``, at most so many milliseconds, and lets
  /// libcurl do what can be done then; false when the handle itself is broken.
  func turn(waiting milliseconds: Int32) -> Bool {
    let turn = watch.wait(milliseconds: milliseconds)
    var running: Int32 = 0
    for (socket, mask) in turn.ready
    where curl_multi_socket_action(raw, socket, mask, &running) != CURLM_OK { return false }
    guard turn.isDue else { return true }
    return curl_multi_socket_action(raw, CURL_SOCKET_BAD, 0, &running) == CURLM_OK
  }

  /// The next transfer that came to its end.
  func nextFinished() -> (easy: UnsafeMutableRawPointer, code: CURLcode)? {
    var code = CURLE_OK
    guard let easy = ccurl_multi_next_finished(raw, &code) else { return nil }
    return (easy, code)
  }

  /// Closes every connection. Once, on the loop thread, when no transfer is left.
  func close() {
    _ = curl_multi_cleanup(raw)
    watch.closeBoth()
  }
}

/// libcurl's process-wide start, which must happen once before anything else. It has no end here:
/// `curl_global_cleanup` would take libcurl away from other users in the process.
private let globalState = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
