import Glibc

/// How many files and connections this process may have open.
enum OpenFiles {
  /// Descriptors left to everything that is no idle connection: transfers, archive, ledger, browser.
  private static let others = 512
  /// More are of no use to any crawl, and libcurl looks at each once a second.
  private static let idleLimit = 8_192
  /// A process may raise its own limit as far as the machine's owner allows (setrlimit(2)); the usual
  /// 1,024 is kept low for programs that use select(2), which libcurl does not here.
  private static let wanted: rlim_t = 65_536

  /// Connections that may stay open between two requests to their host. With fewer than there are
  /// hosts, every request would begin with a new connection, and closing the oldest is a search
  /// through all of them.
  static func idleConnections(atLeast minimum: Int) -> Int {
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0 else { return minimum }
    if limit.rlim_cur < min(wanted, limit.rlim_max) {
      var raised = limit
      raised.rlim_cur = min(wanted, limit.rlim_max)
      if setrlimit(files, &raised) == 0 { limit = raised }
    }
    let room = Int(clamping: limit.rlim_cur) - others
    return max(minimum, min(idleLimit, room / 2))
  }
}
