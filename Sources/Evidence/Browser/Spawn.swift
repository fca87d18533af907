import Foundation
import Glibc

/// Starting other programs so that none of them outlives us.
enum Spawn {
  /// What a short command printed; nil when it could not run or took too long.
  static func output(of command: [String], seconds: Double) -> String? {
    guard let child = ChildProcess(command: ["/usr/bin/timeout", "\(Int(seconds))"] + command)
    else { return nil }
    defer { child.end() }
    var text = ""
    let deadline = Date().addingTimeInterval(seconds + 1)
    while let line = child.readLine(until: deadline), text.utf8.count < 1 << 20 {
      text += line + "\n"
    }
    return text.isEmpty ? nil : text
  }
}

/// A child in a process group of its own, watched over by a shell that ends the whole group, and
/// the groups of its children, when our end of a pipe closes: also when we are killed.
final class ChildProcess {
  private let pid: pid_t
  private let leash: Int32
  private let output: Int32
  private var pending: [UInt8] = []
  private var hasEnded = false

  /// Waits for its input to end, then ends the child, the child's children and a temporary folder.
  /// Chromium makes itself a group leader, hence the second level.
  private static let watch = """
    folder=$1; shift
    "$@" </dev/null 2>/dev/null & child=$!
    exec >/dev/null 2>&1
    read -r line
    young=$(cat "/proc/$child/task/"*/children)
    kill -TERM "$child"
    for one in $young; do kill -KILL -- "-$one" "$one"; done
    kill -KILL "$child"
    [ -z "$folder" ] || rm -rf -- "$folder" || { sleep 1; rm -rf -- "$folder"; }
    kill -KILL 0
    """

  /// - Parameter folder: removed with everything in it when the child ends; empty for none.
  init?(command: [String], folder: String = "") {
    var input: [Int32] = [0, 0]
    var printed: [Int32] = [0, 0]
    guard ChildProcess.connect(&input) else { return nil }
    guard ChildProcess.connect(&printed) else {
      input.forEach { close($0) }
      return nil
    }
    let words = ["/bin/sh", "-c", ChildProcess.watch, "mingcha-watch", folder] + command
    let started = ChildProcess.start(words, input: input[0], output: printed[1])
    close(input[0])
    close(printed[1])
    (leash, output) = (input[1], printed[0])
    pid = started ?? 0
    if started == nil {
      hasEnded = true
      return nil
    }
  }

  deinit {
    end()
    close(output)
  }

  /// Lets the watching shell end everything, and waits for it.
  func end() {
    guard !hasEnded else { return }
    hasEnded = true
    close(leash)
    var status: Int32 = 0
    let deadline = Date().addingTimeInterval(5)
    while waitpid(pid, &status, WNOHANG) == 0 {
      if Date() > deadline {
        kill(-pid, SIGKILL)
        waitpid(pid, &status, 0)
        return
      }
      usleep(20_000)
    }
  }

  /// The next line the child printed; nil when it closed its output or the time is over.
  func readLine(until deadline: Date) -> String? {
    while true {
      if let end = pending.firstIndex(of: 10) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      guard pending.count < 1 << 16, wait(until: deadline) else { return nil }
      var piece = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &piece, piece.count)
      guard count > 0 else { return nil }
      pending += piece.prefix(count)
    }
  }

  /// The child and everything it started, outermost first.
  var processes: [pid_t] {
    guard !hasEnded else { return [] }
    var found = [pid]
    var index = 0
    while index < found.count, found.count < 1000 {
      let tasks = "/proc/\(found[index])/task"
      for task in (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? [] {
        let text = try? String(contentsOfFile: "\(tasks)/\(task)/children", encoding: .utf8)
        found += (text ?? "").split(separator: " ").compactMap { pid_t($0) }
      }
      index += 1
    }
    return found
  }

  /// A pair of sockets that no other child inherits: `pipe2` is not in Swift's Glibc, and a plain
  /// `pipe` could leak into a program started at the same moment, and hold the leash.
  private static func connect(_ pair: inout [Int32]) -> Bool {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    return socketpair(AF_UNIX, kind, 0, &pair) == 0
  }

  private func wait(until deadline: Date) -> Bool {
    let left = Int32(max(0, min(deadline.timeIntervalSinceNow, 600)) * 1000)
    var entry = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, left) > 0
  }

  private static func start(_ words: [String], input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var child: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    let result = posix_spawn(&child, words[0], &actions, &attributes, &arguments, environ)
    return result == 0 ? child : nil
  }
}
