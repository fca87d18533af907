import Glibc

/// Another program that reads a file for us, in a process of its own.
///
/// What it reads comes from outside, and the programs are written in C: the child gets no more
/// than its limits, may not write a file, gains no rights, and gives up root's when we have them.
/// Its input is a file without a name, its output a socket; nothing of it stays on the disk.
struct BoundedProgram {
  struct Limits {
    /// Seconds of processor time.
    var processorSeconds = 20
    /// Seconds by the clock.
    var seconds = 40
    /// Bytes of address space.
    var memory = 1 << 30
    /// Bytes it may print.
    var output = 64 << 20
  }

  enum Failure: Error, Equatable {
    /// Not installed, or could not be started.
    case missing
    /// Ended with an error, or by a signal of its own.
    case failed
    case tooSlow
    case tooLarge
  }

  let path: String
  let arguments: [String]
  var limits = Limits()

  /// The name by which a child opens its own input.
  static let inputName = "/dev/stdin"

  /// What the program prints for the input.
  func output(for input: [UInt8]) throws(Failure) -> [UInt8] {
    guard access(path, X_OK) == 0 else { throw Failure.missing }
    guard let file = UnnamedFile(input) else { throw Failure.failed }
    var pair: [Int32] = [0, 0]
    // `pipe2` is not in Swift's Glibc, and a plain pipe could leak into another child.
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw Failure.failed }
    defer { close(pair[0]) }
    let started = start(input: file.descriptor, output: pair[1])
    close(pair[1])
    guard let child = started else { throw Failure.missing }
    return try collect(from: pair[0], child)
  }

  private func collect(from socket: Int32, _ child: pid_t) throws(Failure) -> [UInt8] {
    let deadline = Stopwatch(seconds: limits.seconds)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    do throws(Failure) {
      while true {
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        let ready = poll(&entry, 1, deadline.millisecondsLeft)
        if ready < 0, errno == EINTR { continue }
        guard ready > 0 else { throw Failure.tooSlow }
        let count = read(socket, &piece, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        guard bytes.count + count <= limits.output else { throw Failure.tooLarge }
        bytes += piece.prefix(count)
      }
    } catch {
      end(child)
      throw error
    }
    guard finishes(child, deadline) else { throw Failure.failed }
    return bytes
  }

  /// Whether the child ends in time and without an error.
  private func finishes(_ child: pid_t, _ deadline: Stopwatch) -> Bool {
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      guard deadline.millisecondsLeft > 0 else {
        end(child)
        return false
      }
      usleep(1_000)
    }
    return status == 0
  }

  private func end(_ child: pid_t) {
    var status: Int32 = 0
    kill(child, SIGKILL)
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
  }

  /// The words that start the program within its limits; each replaces itself by the next, so that
  /// all of them are one process.
  private var words: [String] {
    var words = [
      "/usr/bin/prlimit", "--cpu=\(limits.processorSeconds)", "--as=\(limits.memory)",
      "--fsize=0", "--core=0", "--nofile=64", "--",
      "/usr/bin/setpriv", "--no-new-privs",
    ]
    if geteuid() == 0 { words += ["--reuid=65534", "--regid=65534", "--clear-groups"] }
    return words + ["--", path] + arguments
  }

  private func start(input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var child: pid_t = 0
    let result = posix_spawn(&child, words[0], &actions, nil, &arguments, &variables)
    return result == 0 ? child : nil
  }
}

/// A file that nothing on the disk leads to any more; gone when it is closed.
private final class UnnamedFile {
  let descriptor: Int32

  init?(_ bytes: [UInt8]) {
    var name = Array("/tmp/mingcha-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // The child may run as somebody else, and opens its input again by name.
    fchmod(descriptor, 0o444)
    guard write(bytes), lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(descriptor, base + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }
}

/// How much of a span of time is left, whatever is done to the clock on the wall.
private struct Stopwatch {
  private let end: Int

  init(seconds: Int) { end = Stopwatch.now + seconds * 1000 }

  var millisecondsLeft: Int32 { Int32(clamping: max(0, end - Stopwatch.now)) }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
