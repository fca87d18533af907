import Foundation
import Glibc

/// What a finished run of the program left.
struct Ending {
  /// The exit status; 128 and the signal's number when a signal ended it.
  let code: Int32
  let output: String
  let errors: String
}

/// The built `mingcha`, run as a person runs it. Waiting is done on a thread of its own, so that
/// the servers of the test go on answering.
final class Program: Sendable {
  let pid: pid_t
  private let folder: Folder

  /// - Parameters:
  ///   - limit: kilobytes a file may grow to; nil for no limit.
  ///   - environment: added to the test's own.
  init(_ arguments: [String], environment: [String: String] = [:], limit: Int? = nil) throws {
    folder = try Folder()
    let path = Program.path
    let ulimit = limit.map { "ulimit -f \($0); " } ?? ""
    // A shell sets the limit and is then replaced, so the pid is the program's.
    let words = ["/bin/bash", "-c", "\(ulimit)exec \"$0\" \"$@\"", path] + arguments
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    pid = try Program.spawn(
      words, variables.map { "\($0.key)=\($0.value)" }, out: folder.path("out"),
      err: folder.path("err"))
  }

  /// Runs to the end.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], limit: Int? = nil,
    seconds: Double = 60
  ) async throws -> Ending {
    try await Program(arguments, environment: environment, limit: limit).end(within: seconds)
  }

  func signal(_ number: Int32) { kill(pid, number) }

  /// Waits for the end; kills what takes too long.
  func end(within seconds: Double = 60) async -> Ending {
    let pid = pid
    let status = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: Program.wait(for: pid, seconds: seconds))
      }
    }
    let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    return Ending(code: code, output: folder.text("out"), errors: folder.text("err"))
  }

  private static func wait(for pid: pid_t, seconds: Double) -> Int32 {
    let deadline = Date().addingTimeInterval(seconds)
    var status: Int32 = 0
    while waitpid(pid, &status, WNOHANG) == 0 {
      if Date() > deadline { kill(pid, SIGKILL) }
      usleep(10_000)
    }
    return status
  }

  /// Lies beside the test bundle, where SwiftPM builds both.
  private static var path: String {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? own ?? ""
    return URL(fileURLWithPath: bundle).deletingLastPathComponent()
      .appendingPathComponent("mingcha").path
  }

  private static func spawn(_ words: [String], _ variables: [String], out: String, err: String)
    throws -> pid_t
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT, 0o644)
    var arguments = words.map { strdup($0) } + [nil]
    var environment = variables.map { strdup($0) } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var started: pid_t = 0
    let result = posix_spawn(&started, words[0], &actions, nil, &arguments, &environment)
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .EINVAL) }
    return started
  }
}

/// A folder that goes with the last who holds it.
final class Folder: Sendable {
  let root: String

  init() throws {
    root =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("mingcha-command-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  func text(_ name: String) -> String {
    (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? ""
  }

  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    return path(name)
  }
}
