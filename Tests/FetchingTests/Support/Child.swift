import Glibc

/// A process started and waited for with the system's own calls: Foundation's `waitUntilExit` turns
/// a run loop, which the threads of the cooperative pool do not survive when several wait at once.
struct Child: Sendable {
  private let pid: pid_t

  /// Starts the program with all three standard streams on /dev/null.
  init(_ path: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var started: pid_t = 0
    guard posix_spawn(&started, path, &actions, nil, &words, nil) == 0 else {
      throw ServerFault()
    }
    pid = started
  }

  /// The exit status; -1 when a signal ended it.
  func waitForExit() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? (status >> 8) & 0xff : -1
  }

  /// Ends it at once.
  func kill() {
    Glibc.kill(pid, SIGKILL)
    _ = waitForExit()
  }
}
