import Glibc

/// Runs `body` on a thread of its own; false when the system gives none.
///
/// A plain thread and not a task: the loop blocks in poll, which the cooperative pool forbids.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  let context = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let code = pthread_create(&thread, nil, runThread, context.toOpaque())
  guard code == 0 else {
    context.release()
    return false
  }
  pthread_detach(thread)
  return true
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private let runThread: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
  context in
  blockBrokenPipeSignal()
  if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}

/// OpenSSL writes to sockets the other side may have closed. With CURLOPT_NOSIGNAL libcurl leaves
/// SIGPIPE to us (https://curl.se/libcurl/c/CURLOPT_NOSIGNAL.html); it goes to the thread that
/// wrote, so it is blocked on this one and the rest of the process keeps its own ways.
private func blockBrokenPipeSignal() {
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &signals, nil)
}
